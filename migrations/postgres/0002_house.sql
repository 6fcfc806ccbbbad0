CREATE TABLE teams (
    id         UUID NOT NULL PRIMARY KEY,
    slug       TEXT COLLATE "C" NOT NULL UNIQUE,
    name       TEXT COLLATE "C" NOT NULL,
    name_key   TEXT COLLATE "C" NOT NULL UNIQUE,
    purpose    TEXT COLLATE "C" NOT NULL,
    created_by UUID REFERENCES people (id),
    revision   BIGINT NOT NULL,
    created_at TIMESTAMPTZ NOT NULL,
    updated_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX teams_by_creator ON teams (created_by);

CREATE TABLE team_members (
    team_id   UUID NOT NULL REFERENCES teams (id) ON DELETE CASCADE,
    person_id UUID NOT NULL REFERENCES people (id),
    lead      BOOLEAN NOT NULL,
    PRIMARY KEY (team_id, person_id)
);
CREATE INDEX team_members_by_person ON team_members (person_id);

-- A service account is somebody who is no person: it signs in by token alone and answers to its owner.
ALTER TABLE people ADD COLUMN kind TEXT COLLATE "C" NOT NULL DEFAULT 'person';
ALTER TABLE people ADD COLUMN purpose TEXT COLLATE "C" NOT NULL DEFAULT '';
ALTER TABLE people ADD COLUMN owner_id UUID REFERENCES people (id);
ALTER TABLE people ADD COLUMN left_at TIMESTAMPTZ;
-- Name and address as words are looked for; empty until the program that knows how to write it has.
ALTER TABLE people ADD COLUMN search_key TEXT COLLATE "C" NOT NULL DEFAULT '';
CREATE INDEX people_by_owner ON people (owner_id);
CREATE INDEX people_by_search_key ON people (kind, search_key, id);

ALTER TABLE domains ADD COLUMN parent_id UUID REFERENCES domains (id);
ALTER TABLE domains ADD COLUMN team_id UUID REFERENCES teams (id);
ALTER TABLE domains ADD COLUMN default_classification TEXT COLLATE "C" NOT NULL DEFAULT 'internal';
ALTER TABLE domains ADD COLUMN discoverability TEXT COLLATE "C" NOT NULL DEFAULT 'everyone';
ALTER TABLE domains ADD COLUMN lifecycle TEXT COLLATE "C" NOT NULL DEFAULT 'active';
ALTER TABLE domains ADD COLUMN created_by UUID REFERENCES people (id);
CREATE INDEX domains_by_parent ON domains (parent_id);
CREATE INDEX domains_by_team ON domains (team_id);
CREATE INDEX domains_by_creator ON domains (created_by);
CREATE INDEX domains_hidden ON domains (id) WHERE discoverability = 'members';

CREATE TABLE domain_roles (
    domain_id UUID NOT NULL REFERENCES domains (id),
    role      TEXT COLLATE "C" NOT NULL,
    person_id UUID NOT NULL REFERENCES people (id),
    position  BIGINT NOT NULL,
    PRIMARY KEY (domain_id, role, person_id)
);
CREATE INDEX domain_roles_by_person ON domain_roles (person_id);
INSERT INTO domain_roles (domain_id, role, person_id, position) SELECT id, 'owner', owner_id, 0 FROM domains;
DROP INDEX domains_by_owner;
ALTER TABLE domains DROP COLUMN owner_id;

CREATE TABLE domain_redirects (
    slug       TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    domain_id  UUID NOT NULL REFERENCES domains (id),
    created_at TIMESTAMPTZ NOT NULL
);
CREATE INDEX domain_redirects_by_domain ON domain_redirects (domain_id);

ALTER TABLE data_products ADD COLUMN classification TEXT COLLATE "C" NOT NULL DEFAULT 'internal';
ALTER TABLE data_products ADD COLUMN created_by UUID REFERENCES people (id);
CREATE INDEX data_products_by_creator ON data_products (created_by);

CREATE TABLE applied_plans (
    id         UUID NOT NULL PRIMARY KEY,
    subject_id UUID NOT NULL,
    input      JSONB NOT NULL,
    sentences  JSONB NOT NULL,
    steps      JSONB NOT NULL,
    touched    JSONB NOT NULL,
    applied_by UUID NOT NULL REFERENCES people (id),
    applied_at TIMESTAMPTZ NOT NULL,
    undone_by  UUID REFERENCES people (id),
    undone_at TIMESTAMPTZ
);
CREATE INDEX applied_plans_by_subject ON applied_plans (subject_id, applied_at);
CREATE INDEX applied_plans_by_person ON applied_plans (applied_by);
