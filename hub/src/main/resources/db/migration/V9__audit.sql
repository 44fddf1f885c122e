-- Each step is linked to the one before by a hash over what it says.
ALTER TABLE step ADD COLUMN hash BLOB;

-- How many steps the store had when the life began: what came after in the life before is lost.
ALTER TABLE epoch ADD COLUMN steps INTEGER NOT NULL DEFAULT 0;
