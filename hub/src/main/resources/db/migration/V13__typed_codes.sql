-- Short codes of appointments, for whoever has to type: each stands for a code that says all. Nothing of who will come.
CREATE TABLE typed_code (
    typed TEXT PRIMARY KEY,
    code TEXT NOT NULL,
    day TEXT NOT NULL
) WITHOUT ROWID;
