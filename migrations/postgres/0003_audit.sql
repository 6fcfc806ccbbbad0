-- What is looked for in the audit, derived from each entry's text. The chain's hashes cover the text alone; the check
-- of the chain compares these with it.
ALTER TABLE audit_entries
    ADD COLUMN at          TIMESTAMPTZ,
    ADD COLUMN by_id       UUID,
    ADD COLUMN action      TEXT COLLATE "C",
    ADD COLUMN resource_id UUID;
UPDATE audit_entries SET
    at          = (entry::json ->> 'at')::timestamptz,
    by_id       = (entry::json -> 'by' ->> 'id')::uuid,
    action      = entry::json ->> 'action',
    resource_id = (entry::json ->> 'resource')::uuid;
ALTER TABLE audit_entries
    ALTER COLUMN at SET NOT NULL,
    ALTER COLUMN action SET NOT NULL,
    ALTER COLUMN resource_id SET NOT NULL;
CREATE INDEX audit_entries_by_time ON audit_entries (at);
CREATE INDEX audit_entries_by_person ON audit_entries (by_id, sequence);
CREATE INDEX audit_entries_by_action ON audit_entries (action, sequence);
CREATE INDEX audit_entries_by_resource ON audit_entries (resource_id, sequence);
