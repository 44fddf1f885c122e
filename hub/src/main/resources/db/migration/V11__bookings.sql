-- Seals the codes of appointments. In the store, so that the codes are good after a restore, too.
CREATE TABLE booking_secret (secret BLOB NOT NULL);
INSERT INTO booking_secret (secret) VALUES (randomblob(32));
