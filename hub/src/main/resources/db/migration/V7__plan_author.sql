-- Who made a version of the plan; NULL when it was made on the command line. The version in force is the one that the
-- hall's steps name last: a higher one that no step names never came into force.
ALTER TABLE plan ADD COLUMN by_name TEXT;
ALTER TABLE plan ADD COLUMN by_shown_as TEXT;
