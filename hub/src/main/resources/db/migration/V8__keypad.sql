-- A keypad acts at one counter only.
ALTER TABLE device ADD COLUMN counter INTEGER;
