-- What is promised of a version's rows, and whether they kept it when they were checked.
CREATE TABLE product_rules (
    data_product_id UUID NOT NULL,
    number          BIGINT NOT NULL,
    rules           JSONB NOT NULL,
    outcomes        JSONB NOT NULL,
    PRIMARY KEY (data_product_id, number),
    FOREIGN KEY (data_product_id, number) REFERENCES product_versions (data_product_id, number) ON DELETE CASCADE
);

-- What a publication is to promise.
CREATE TABLE publication_rules (
    publication_id UUID PRIMARY KEY REFERENCES publications (id) ON DELETE CASCADE,
    rules          JSONB NOT NULL
);

-- What is asked of data products before they are published; days as ISO 8601.
CREATE TABLE publishing_policies (
    policy      TEXT PRIMARY KEY,
    severity    TEXT NOT NULL,
    blocks_from TEXT
);
