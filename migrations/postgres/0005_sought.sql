-- By what domains and data products are looked for; empty until the program that knows how to write it has.
ALTER TABLE domains ADD COLUMN search_key TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE domains ADD COLUMN text_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX domains_by_update ON domains (updated_at DESC, name_key);

ALTER TABLE data_products ADD COLUMN search_key TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE data_products ADD COLUMN text_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX data_products_by_update ON data_products (updated_at DESC, name_key);
