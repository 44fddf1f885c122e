-- People may be shut out, must change a password that somebody else knows, and may prove themselves by a second factor.
ALTER TABLE person ADD COLUMN disabled_at INTEGER;
ALTER TABLE person ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
ALTER TABLE person ADD COLUMN signed_in_at INTEGER;
-- The secret in base32, and the latest time step that was used, so that no code works twice.
ALTER TABLE person ADD COLUMN totp_secret TEXT;
ALTER TABLE person ADD COLUMN totp_used INTEGER NOT NULL DEFAULT 0;

ALTER TABLE device ADD COLUMN seen_at INTEGER;

-- Who was let in, and who changed who may come in: appended and never changed, each row linked to the one before.
CREATE TABLE access_log (
    hall    INTEGER NOT NULL,
    seq     INTEGER NOT NULL,
    at      INTEGER NOT NULL,
    kind    TEXT    NOT NULL,
    role    TEXT    NOT NULL,
    actor   TEXT    NOT NULL,
    -- whom or what it was done to
    subject TEXT    NOT NULL,
    detail  TEXT    NOT NULL,
    hash    BLOB    NOT NULL,
    PRIMARY KEY (hall, seq)
) WITHOUT ROWID;
