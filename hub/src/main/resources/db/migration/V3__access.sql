-- Who may do what in a hall. Tokens are kept as their SHA-256 in hex, passwords as Argon2id in PHC form.
-- Times are milliseconds since 1970.
CREATE TABLE device (
    hall       INTEGER NOT NULL,
    name       TEXT    NOT NULL,
    role       TEXT    NOT NULL,
    token_hash TEXT    NOT NULL UNIQUE,
    created_at INTEGER NOT NULL,
    revoked_at INTEGER,
    PRIMARY KEY (hall, name)
) WITHOUT ROWID;

CREATE TABLE person (
    hall          INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    shown_as      TEXT    NOT NULL,
    role          TEXT    NOT NULL,
    password_hash TEXT    NOT NULL,
    created_at    INTEGER NOT NULL,
    PRIMARY KEY (hall, name)
) WITHOUT ROWID;

CREATE TABLE session (
    token_hash TEXT    NOT NULL PRIMARY KEY,
    hall       INTEGER NOT NULL,
    person     TEXT    NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    FOREIGN KEY (hall, person) REFERENCES person (hall, name) ON DELETE CASCADE
) WITHOUT ROWID;
