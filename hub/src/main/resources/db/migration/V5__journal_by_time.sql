-- What is written most is only ever written at the end: steps and tickets come in the order of their seq. Keys and
-- numbers do not; with an index on each, every commit of a rush touched a page for each of its tickets.
--
-- That no number and no key is given twice is held by (hall, seq): whoever decides on anything but the latest step
-- cannot append, and looks again.

-- Where a business day begins; a replay looks for two of them.
DROP INDEX step_by_day;
CREATE INDEX step_by_opening ON step (hall, day, seq) WHERE kind = 'DAY_OPENED';

DROP INDEX ticket_by_key;
ALTER TABLE ticket RENAME TO ticket_before;
CREATE TABLE ticket (
    hall            INTEGER NOT NULL,
    id              INTEGER NOT NULL,
    day             INTEGER NOT NULL,
    prefix          TEXT    NOT NULL,
    number          INTEGER NOT NULL,
    token           TEXT    NOT NULL,
    key             TEXT    NOT NULL,
    request         INTEGER NOT NULL,
    asked_service   TEXT    NOT NULL,
    priority_class  TEXT,
    language        TEXT    NOT NULL,
    asked_files     INTEGER NOT NULL,
    appointment     INTEGER,
    identity        TEXT,
    issued_at       INTEGER NOT NULL,
    ahead           INTEGER NOT NULL,
    service         TEXT    NOT NULL,
    since           INTEGER NOT NULL,
    for_counter     INTEGER NOT NULL,
    further         TEXT    NOT NULL,
    state           TEXT    NOT NULL,
    at_counter      INTEGER NOT NULL,
    calls           INTEGER NOT NULL,
    misses          INTEGER NOT NULL,
    called_at       INTEGER,
    started_at      INTEGER,
    finished_at     INTEGER,
    outcome         TEXT,
    files           INTEGER NOT NULL,
    marks           TEXT    NOT NULL,
    vote_key        TEXT,
    score           INTEGER,
    reasons         TEXT,
    comment         TEXT,
    voted_at        INTEGER,
    PRIMARY KEY (hall, id)
) WITHOUT ROWID;
INSERT INTO ticket SELECT * FROM ticket_before;
DROP TABLE ticket_before;

CREATE INDEX ticket_by_day ON ticket (hall, day);
