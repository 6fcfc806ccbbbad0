CREATE TABLE teams (
    id         BLOB NOT NULL PRIMARY KEY,
    slug       TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    name_key   TEXT NOT NULL UNIQUE,
    purpose    TEXT NOT NULL,
    created_by BLOB REFERENCES people (id),
    revision   INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX teams_by_creator ON teams (created_by);

CREATE TABLE team_members (
    team_id   BLOB NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    person_id BLOB NOT NULL REFERENCES people (id),
    lead      INTEGER NOT NULL,
    PRIMARY KEY (team_id, person_id)
) STRICT;
CREATE INDEX team_members_by_person ON team_members (person_id);

-- A service account is somebody who is no person: it signs in by token alone and answers to its owner.
ALTER TABLE people ADD COLUMN kind TEXT NOT NULL DEFAULT 'person';
ALTER TABLE people ADD COLUMN purpose TEXT NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN owner_id BLOB REFERENCES people (id);
ALTER TABLE people ADD COLUMN left_at TEXT;
-- Name and address as words are looked for; empty until the program that knows how to write it has.
ALTER TABLE people ADD COLUMN search_key TEXT NOT NULL DEFAULT '';
CREATE INDEX people_by_owner ON people (owner_id);
CREATE INDEX people_by_search_key ON people (kind, search_key, id);

ALTER TABLE domains ADD COLUMN parent_id BLOB REFERENCES domains (id);
ALTER TABLE domains ADD COLUMN team_id BLOB REFERENCES teams (id);
ALTER TABLE domains ADD COLUMN default_classification TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE domains ADD COLUMN discoverability TEXT NOT NULL DEFAULT 'everyone';
ALTER TABLE domains ADD COLUMN lifecycle TEXT NOT NULL DEFAULT 'active';
ALTER TABLE domains ADD COLUMN created_by BLOB REFERENCES people (id);
CREATE INDEX domains_by_parent ON domains (parent_id);
CREATE INDEX domains_by_team ON domains (team_id);
CREATE INDEX domains_by_creator ON domains (created_by);
CREATE INDEX domains_hidden ON domains (id) WHERE discoverability = 'members';

CREATE TABLE domain_roles (
    domain_id BLOB NOT NULL REFERENCES domains (id),
    role      TEXT NOT NULL,
    person_id BLOB NOT NULL REFERENCES people (id),
    position  INTEGER NOT NULL,
    PRIMARY KEY (domain_id, role, person_id)
) STRICT;
CREATE INDEX domain_roles_by_person ON domain_roles (person_id);
INSERT INTO domain_roles (domain_id, role, person_id, position) SELECT id, 'owner', owner_id, 0 FROM domains;
DROP INDEX domains_by_owner;
ALTER TABLE domains DROP COLUMN owner_id;

CREATE TABLE domain_redirects (
    slug       TEXT NOT NULL PRIMARY KEY,
    domain_id  BLOB NOT NULL REFERENCES domains (id),
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX domain_redirects_by_domain ON domain_redirects (domain_id);

ALTER TABLE data_products ADD COLUMN classification TEXT NOT NULL DEFAULT 'internal';
ALTER TABLE data_products ADD COLUMN created_by BLOB REFERENCES people (id);
CREATE INDEX data_products_by_creator ON data_products (created_by);

CREATE TABLE applied_plans (
    id         BLOB NOT NULL PRIMARY KEY,
    subject_id BLOB NOT NULL,
    input      TEXT NOT NULL,
    sentences  TEXT NOT NULL,
    steps      TEXT NOT NULL,
    touched    TEXT NOT NULL,
    applied_by BLOB NOT NULL REFERENCES people (id),
    applied_at TEXT NOT NULL,
    undone_by  BLOB REFERENCES people (id),
    undone_at  TEXT
) STRICT;
CREATE INDEX applied_plans_by_subject ON applied_plans (subject_id, applied_at);
CREATE INDEX applied_plans_by_person ON applied_plans (applied_by);
