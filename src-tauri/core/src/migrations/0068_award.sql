-- What the city decided of a grant of a closed year is not written over: what it changes later is a step with its day.
CREATE TRIGGER grant_award_changed BEFORE UPDATE ON grant_award
WHEN OLD.decided_yen IS NOT NULL AND EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'grants.award_closed'); END;
CREATE TRIGGER grant_award_removed BEFORE DELETE ON grant_award
WHEN OLD.decided_yen IS NOT NULL AND EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'grants.award_closed'); END;
