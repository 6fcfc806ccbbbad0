-- How a file became a version, and versions that are as an earlier one was.
ALTER TABLE publications ADD COLUMN how TEXT NOT NULL DEFAULT '{}';
ALTER TABLE publications ADD COLUMN put_back INTEGER;
ALTER TABLE product_versions ADD COLUMN how TEXT NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN put_back INTEGER;
