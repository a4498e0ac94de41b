-- What the closing that was taken back had kept, and what stood in its place on that day, as JSON: what is changed from then on
-- is the reopened year's own, what was changed in between is not. Empty for a year that was opened before this was kept.
ALTER TABLE reopening ADD COLUMN remembered TEXT NOT NULL DEFAULT '';
