-- How a file was read, and how many of its rows did not fit.
ALTER TABLE publications ADD COLUMN intake TEXT NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN intake TEXT NOT NULL DEFAULT '{}';
ALTER TABLE product_versions ADD COLUMN rejected_count INTEGER NOT NULL DEFAULT 0;
