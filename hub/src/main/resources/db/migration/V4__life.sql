-- Which centre's store this is, so that no other centre's backup takes its place.
CREATE TABLE centre (id TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;
INSERT INTO centre (id) VALUES (lower(hex(randomblob(16))));

-- The lives of this store: each restore starts another, because the store may have forgotten what it promised since
-- the backup. The highest is the present one. Times are milliseconds since 1970.
CREATE TABLE epoch (
    epoch INTEGER NOT NULL PRIMARY KEY,
    at    INTEGER NOT NULL,
    cause TEXT    NOT NULL
);
INSERT INTO epoch (epoch, at, cause) VALUES (1, CAST(1000 * unixepoch('subsec') AS INTEGER), 'MADE');
