-- What the papers of a closed year say of the register of equipment, as it was on the day of closing, as JSON. Empty for a year
-- that was closed before this was kept.
ALTER TABLE closed_year ADD COLUMN equipment TEXT NOT NULL DEFAULT '';
