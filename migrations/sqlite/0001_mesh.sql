CREATE TABLE workspace (
    id          BLOB NOT NULL PRIMARY KEY,
    name        TEXT NOT NULL,
    born_demo   INTEGER NOT NULL,
    created_at  TEXT NOT NULL
) STRICT;

CREATE TABLE people (
    id            BLOB NOT NULL PRIMARY KEY,
    name          TEXT NOT NULL,
    email         TEXT NOT NULL,
    email_key     TEXT NOT NULL UNIQUE,
    role          TEXT,
    persona       TEXT UNIQUE,
    password_hash TEXT,
    revision      INTEGER NOT NULL,
    created_at    TEXT NOT NULL
) STRICT;

CREATE TABLE sessions (
    secret_hash BLOB NOT NULL PRIMARY KEY,
    person_id   BLOB NOT NULL REFERENCES people (id),
    created_at  TEXT NOT NULL,
    expires_at  TEXT NOT NULL
) STRICT;
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE set_up_links (
    code_hash    BLOB NOT NULL PRIMARY KEY,
    person_id    BLOB REFERENCES people (id),
    expires_at   TEXT NOT NULL,
    ticket_hash  BLOB UNIQUE,
    completed_at TEXT
) STRICT;
CREATE INDEX set_up_links_by_person ON set_up_links (person_id);

CREATE TABLE access_tokens (
    id           BLOB NOT NULL PRIMARY KEY,
    person_id    BLOB NOT NULL REFERENCES people (id),
    name         TEXT NOT NULL,
    secret_hash  BLOB NOT NULL UNIQUE,
    demo         INTEGER NOT NULL,
    created_at   TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    last_used_at TEXT
) STRICT;
CREATE INDEX access_tokens_by_person ON access_tokens (person_id);

CREATE TABLE domains (
    id         BLOB NOT NULL PRIMARY KEY,
    slug       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,
    purpose    TEXT NOT NULL,
    kind       TEXT NOT NULL,
    owner_id   BLOB NOT NULL REFERENCES people (id),
    revision   INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX domains_by_owner ON domains (owner_id);

CREATE TABLE data_products (
    id              BLOB NOT NULL PRIMARY KEY,
    slug            TEXT NOT NULL UNIQUE,
    name            TEXT NOT NULL,
    name_key        TEXT NOT NULL UNIQUE,
    purpose         TEXT NOT NULL,
    domain_id       BLOB NOT NULL REFERENCES domains (id),
    owner_id        BLOB NOT NULL REFERENCES people (id),
    lifecycle       TEXT NOT NULL,
    columns         TEXT NOT NULL,
    current_version INTEGER,
    revision        INTEGER NOT NULL,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL
) STRICT;
CREATE INDEX data_products_by_domain ON data_products (domain_id, name_key);
CREATE INDEX data_products_by_owner ON data_products (owner_id);

CREATE TABLE product_versions (
    data_product_id BLOB NOT NULL REFERENCES data_products (id),
    number          INTEGER NOT NULL,
    delta_version   INTEGER NOT NULL,
    row_count       INTEGER NOT NULL,
    size_bytes      INTEGER NOT NULL,
    columns         TEXT NOT NULL,
    file_name       TEXT NOT NULL,
    published_at    TEXT NOT NULL,
    published_by    BLOB NOT NULL REFERENCES people (id),
    PRIMARY KEY (data_product_id, number)
) STRICT;

CREATE TABLE uploads (
    id             BLOB NOT NULL PRIMARY KEY,
    holder_id      BLOB NOT NULL REFERENCES people (id),
    file_name      TEXT NOT NULL,
    size_bytes     INTEGER NOT NULL,
    received_bytes INTEGER NOT NULL,
    created_at     TEXT NOT NULL
) STRICT;
CREATE INDEX uploads_by_holder ON uploads (holder_id);

CREATE TABLE publications (
    id              BLOB NOT NULL PRIMARY KEY,
    data_product_id BLOB NOT NULL REFERENCES data_products (id) ON DELETE CASCADE,
    version_number  INTEGER NOT NULL,
    upload_id       BLOB NOT NULL,
    columns         TEXT NOT NULL,
    state           TEXT NOT NULL,
    steps           TEXT NOT NULL,
    failure         TEXT,
    written         TEXT,
    started_by      BLOB NOT NULL REFERENCES people (id),
    started_at      TEXT NOT NULL,
    finished_at     TEXT,
    revision        INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX publications_one_open ON publications (data_product_id) WHERE state IN ('running', 'failed');
CREATE INDEX publications_by_product ON publications (data_product_id);

CREATE TABLE drafts (
    id           BLOB NOT NULL PRIMARY KEY,
    holder_id    BLOB NOT NULL REFERENCES people (id),
    kind         TEXT NOT NULL,
    title        TEXT NOT NULL,
    step         TEXT NOT NULL,
    typed_values TEXT NOT NULL,
    revision     INTEGER NOT NULL,
    created_at   TEXT NOT NULL,
    updated_at   TEXT NOT NULL
) STRICT;
CREATE INDEX drafts_by_holder ON drafts (holder_id, updated_at);

CREATE TABLE idempotency_keys (
    person_id    BLOB NOT NULL REFERENCES people (id),
    operation    TEXT NOT NULL,
    key          TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    resource_id  BLOB NOT NULL,
    created_at   TEXT NOT NULL,
    PRIMARY KEY (person_id, operation, key)
) STRICT;

CREATE TABLE audit_entries (
    sequence      INTEGER NOT NULL PRIMARY KEY,
    entry         TEXT NOT NULL,
    previous_hash BLOB NOT NULL,
    hash          BLOB NOT NULL
) STRICT;

CREATE TABLE changes (
    sequence    INTEGER NOT NULL PRIMARY KEY,
    type        TEXT NOT NULL,
    resource_id BLOB NOT NULL,
    revision    INTEGER NOT NULL,
    at          TEXT NOT NULL
) STRICT;
