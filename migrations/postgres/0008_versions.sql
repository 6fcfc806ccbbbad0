-- How a file became a version, and versions that are as an earlier one was.
ALTER TABLE publications ADD COLUMN how JSONB NOT NULL DEFAULT '{}';
ALTER TABLE publications ADD COLUMN put_back BIGINT;
ALTER TABLE product_versions ADD COLUMN how JSONB NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN put_back BIGINT;
