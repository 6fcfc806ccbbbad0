CREATE TABLE workspace (
    id          UUID NOT NULL PRIMARY KEY,
    name        TEXT COLLATE "C" NOT NULL,
    born_demo   BOOLEAN NOT NULL,
    created_at  TIMESTAMPTZ NOT NULL
);

CREATE TABLE people (
    id            UUID NOT NULL PRIMARY KEY,
    name          TEXT COLLATE "C" NOT NULL,
    email         TEXT COLLATE "C" NOT NULL,
    email_key     TEXT COLLATE "C" NOT NULL UNIQUE,
    role          TEXT COLLATE "C",
    persona       TEXT COLLATE "C" UNIQUE,
    password_hash TEXT COLLATE "C",
    revision      BIGINT NOT NULL,
    created_at    TIMESTAMPTZ NOT NULL
);

CREATE TABLE sessions (
    secret_hash BYTEA NOT NULL PRIMARY KEY,
    person_id   UUID NOT NULL REFERENCES people (id),
    created_at  TIMESTAMPTZ NOT NULL,
    expires_at  TIMESTAMPTZ NOT NULL
);
CREATE INDEX sessions_by_person ON sessions (person_id);

CREATE TABLE set_up_links (
    code_hash    BYTEA NOT NULL PRIMARY KEY,
    person_id    UUID REFERENCES people (id),
    expires_at   TIMESTAMPTZ NOT NULL,
    ticket_hash  BYTEA UNIQUE,
    completed_at TIMESTAMPTZ
);
CREATE INDEX set_up_links_by_person ON set_up_links (person_id);

CREATE TABLE access_tokens (
    id           UUID NOT NULL PRIMARY KEY,
    person_id    UUID NOT NULL REFERENCES people (id),
    name         TEXT COLLATE "C" NOT NULL,
    secret_hash  BYTEA NOT NULL UNIQUE,
    demo         BOOLEAN NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    expires_at   TIMESTAMPTZ NOT NULL,
    last_used_at TIMESTAMPTZ
);
CREATE INDEX access_tokens_by_person ON access_tokens (person_id);

CREATE TABLE domains (
    id         UUID NOT NULL PRIMARY KEY,
    slug       TEXT COLLATE "C" NOT NULL UNIQUE,
    name       TEXT COLLATE "C" NOT NULL,
    name_key   TEXT COLLATE "C" NOT NULL UNIQUE,
    purpose    TEXT COLLATE "C" NOT NULL,
    kind       TEXT COLLATE "C" NOT NULL,
    owner_id   UUID NOT NULL REFERENCES people (id),
    revision   BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX domains_by_owner ON domains (owner_id);

CREATE TABLE data_products (
    id              UUID NOT NULL PRIMARY KEY,
    slug            TEXT COLLATE "C" NOT NULL UNIQUE,
    name            TEXT COLLATE "C" NOT NULL,
    name_key        TEXT COLLATE "C" NOT NULL UNIQUE,
    purpose         TEXT COLLATE "C" NOT NULL,
    domain_id       UUID NOT NULL REFERENCES domains (id),
    owner_id        UUID NOT NULL REFERENCES people (id),
    lifecycle       TEXT COLLATE "C" NOT NULL,
    columns         JSONB NOT NULL,
    current_version BIGINT,
    revision        BIGINT NOT NULL,
    created_at      TIMESTAMPTZ NOT NULL,
    updated_at      TIMESTAMPTZ NOT NULL
);
CREATE INDEX data_products_by_domain ON data_products (domain_id, name_key);
CREATE INDEX data_products_by_owner ON data_products (owner_id);

CREATE TABLE product_versions (
    data_product_id UUID NOT NULL REFERENCES data_products (id),
    number          BIGINT NOT NULL,
    delta_version   BIGINT NOT NULL,
    row_count       BIGINT NOT NULL,
    size_bytes      BIGINT NOT NULL,
    columns         JSONB NOT NULL,
    file_name       TEXT COLLATE "C" NOT NULL,
    published_at    TIMESTAMPTZ NOT NULL,
    published_by    UUID NOT NULL REFERENCES people (id),
    PRIMARY KEY (data_product_id, number)
);

CREATE TABLE uploads (
    id             UUID NOT NULL PRIMARY KEY,
    holder_id      UUID NOT NULL REFERENCES people (id),
    file_name      TEXT COLLATE "C" NOT NULL,
    size_bytes     BIGINT NOT NULL,
    received_bytes BIGINT NOT NULL,
    created_at     TIMESTAMPTZ NOT NULL
);
CREATE INDEX uploads_by_holder ON uploads (holder_id);

CREATE TABLE publications (
    id              UUID NOT NULL PRIMARY KEY,
    data_product_id UUID NOT NULL REFERENCES data_products (id) ON DELETE CASCADE,
    version_number  BIGINT NOT NULL,
    upload_id       UUID NOT NULL,
    columns         JSONB NOT NULL,
    state           TEXT COLLATE "C" NOT NULL,
    steps           JSONB NOT NULL,
    failure         JSONB,
    written         JSONB,
    started_by      UUID NOT NULL REFERENCES people (id),
    started_at      TIMESTAMPTZ NOT NULL,
    finished_at     TIMESTAMPTZ,
    revision        BIGINT NOT NULL
);
CREATE UNIQUE INDEX publications_one_open ON publications (data_product_id) WHERE state IN ('running', 'failed');
CREATE INDEX publications_by_product ON publications (data_product_id);

CREATE TABLE drafts (
    id           UUID NOT NULL PRIMARY KEY,
    holder_id    UUID NOT NULL REFERENCES people (id),
    kind         TEXT COLLATE "C" NOT NULL,
    title        TEXT COLLATE "C" NOT NULL,
    step         TEXT COLLATE "C" NOT NULL,
    typed_values TEXT COLLATE "C" NOT NULL,
    revision     BIGINT NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    updated_at   TIMESTAMPTZ NOT NULL
);
CREATE INDEX drafts_by_holder ON drafts (holder_id, updated_at);

CREATE TABLE idempotency_keys (
    person_id    UUID NOT NULL REFERENCES people (id),
    operation    TEXT COLLATE "C" NOT NULL,
    key          TEXT COLLATE "C" NOT NULL,
    request_hash BYTEA NOT NULL,
    resource_id  UUID NOT NULL,
    created_at   TIMESTAMPTZ NOT NULL,
    PRIMARY KEY (person_id, operation, key)
);

CREATE TABLE audit_entries (
    sequence      BIGINT NOT NULL PRIMARY KEY,
    entry         TEXT COLLATE "C" NOT NULL,
    previous_hash BYTEA NOT NULL,
    hash          BYTEA NOT NULL
);

CREATE TABLE changes (
    sequence    BIGINT NOT NULL PRIMARY KEY,
    type        TEXT COLLATE "C" NOT NULL,
    resource_id UUID NOT NULL,
    revision    BIGINT NOT NULL,
    at          TIMESTAMPTZ NOT NULL
);
