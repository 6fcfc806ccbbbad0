-- What a published version holds, column by column, as it was told when it was checked.
CREATE TABLE product_profiles (
    data_product_id BLOB NOT NULL,
    number          INTEGER NOT NULL,
    profile         TEXT NOT NULL,
    PRIMARY KEY (data_product_id, number),
    FOREIGN KEY (data_product_id, number) REFERENCES product_versions (data_product_id, number) ON DELETE CASCADE
) STRICT;
