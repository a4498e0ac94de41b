-- What the closing that was taken back had kept, and what stood in its place on that day, as JSON: what is changed from then on
-- is the reopened year's own, what was changed in between is not. Empty for a year that was opened before this was kept.
ALTER TABLE reopening ADD COLUMN remembered TEXT NOT NULL DEFAULT '';

-- 精算払: money of grants is looked for in every later year.
CREATE INDEX entry_of_grant ON entry (grant_id, fiscal_year) WHERE kind = 'income' AND grant_id IS NOT NULL;
