-- Every version of a hall's plan, as JSON; the highest version is in force. Times are milliseconds since 1970.
CREATE TABLE plan (
    hall    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    json    TEXT    NOT NULL,
    at      INTEGER NOT NULL,
    PRIMARY KEY (hall, version)
) WITHOUT ROWID;
