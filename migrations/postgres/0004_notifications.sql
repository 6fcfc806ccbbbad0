-- The thing is of many kinds and may be gone, so nothing refers to it; who may know of it is asked when it is read.
CREATE TABLE notifications (
    id         UUID NOT NULL PRIMARY KEY,
    person_id  UUID NOT NULL REFERENCES people (id),
    kind       TEXT COLLATE "C" NOT NULL,
    thing_kind TEXT COLLATE "C" NOT NULL,
    thing_id   UUID NOT NULL,
    thing_name TEXT COLLATE "C" NOT NULL,
    place_id   UUID,
    params     TEXT COLLATE "C" NOT NULL,
    caused_by  UUID REFERENCES people (id),
    at         TIMESTAMPTZ NOT NULL,
    read_at    TIMESTAMPTZ
);
CREATE INDEX notifications_by_person ON notifications (person_id, id);
CREATE INDEX notifications_unread ON notifications (person_id, id) WHERE read_at IS NULL;
CREATE INDEX notifications_by_causer ON notifications (caused_by);
