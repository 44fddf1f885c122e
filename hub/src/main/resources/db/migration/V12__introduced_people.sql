-- How the office's OIDC provider knows a person; NULL for somebody with a password of this hub.
ALTER TABLE person ADD COLUMN introduced_as TEXT;
CREATE UNIQUE INDEX person_introduced ON person (hall, introduced_as);
