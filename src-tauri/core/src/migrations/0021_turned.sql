-- How often somebody turned a picture by a quarter, clockwise, beyond what the camera says.
ALTER TABLE attachment ADD COLUMN quarters INTEGER NOT NULL DEFAULT 0;
