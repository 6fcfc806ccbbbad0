-- What is looked for in the audit, derived from each entry's text. The chain's hashes cover the text alone; the check
-- of the chain compares these with it.
CREATE TABLE audit_entries_derived (
    sequence      INTEGER NOT NULL PRIMARY KEY,
    entry         TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash          BLOB NOT NULL,
    at            TEXT NOT NULL,
    by_id         BLOB,
    action        TEXT NOT NULL,
    resource_id   BLOB NOT NULL
) STRICT;
INSERT INTO audit_entries_derived (sequence, entry, previous_hash, hash, at, by_id, action, resource_id)
SELECT sequence, entry, previous_hash, hash,
    replace(json_extract(entry, '$.at'), 'Z', '+00:00'),
    unhex(json_extract(entry, '$.by.id'), '-'),
    json_extract(entry, '$.action'),
    unhex(json_extract(entry, '$.resource'), '-')
FROM audit_entries ORDER BY sequence;
DROP TABLE audit_entries;
ALTER TABLE audit_entries_derived RENAME TO audit_entries;
CREATE INDEX audit_entries_by_time ON audit_entries (at);
CREATE INDEX audit_entries_by_person ON audit_entries (by_id, sequence);
CREATE INDEX audit_entries_by_action ON audit_entries (action, sequence);
CREATE INDEX audit_entries_by_resource ON audit_entries (resource_id, sequence);
