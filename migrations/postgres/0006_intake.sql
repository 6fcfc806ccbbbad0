-- How a file was read, and how many of its rows did not fit.
ALTER TABLE publications ADD COLUMN intake JSONB NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN intake JSONB NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN rejected_count BIGINT NOT NULL DEFAULT 0;
