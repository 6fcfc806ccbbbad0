-- The thing is of many kinds and may be gone, so nothing refers to it; who may know of it is asked when it is read.
CREATE TABLE notifications (
    id         BLOB NOT NULL PRIMARY KEY,
    person_id  BLOB NOT NULL REFERENCES people (id),
    kind       TEXT NOT NULL,
    thing_kind TEXT NOT NULL,
    thing_id   BLOB NOT NULL,
    thing_name TEXT NOT NULL,
    place_id   BLOB,
    params     TEXT NOT NULL,
    caused_by  BLOB REFERENCES people (id),
    at         TEXT NOT NULL,
    read_at    TEXT
) STRICT;
CREATE INDEX notifications_by_person ON notifications (person_id, id);
CREATE INDEX notifications_unread ON notifications (person_id, id) WHERE read_at IS NULL;
CREATE INDEX notifications_by_causer ON notifications (caused_by);
