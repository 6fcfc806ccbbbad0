-- What a published version holds, column by column, as it was told when it was checked.
CREATE TABLE product_profiles (
    data_product_id UUID NOT NULL,
    number          BIGINT NOT NULL,
    profile         JSONB NOT NULL,
    PRIMARY KEY (data_product_id, number),
    FOREIGN KEY (data_product_id, number) REFERENCES product_versions (data_product_id, number) ON DELETE CASCADE
);
