-- What is attached to an entry of a closed year stays with it; a paper that turns up later may still be put beside it.
CREATE TRIGGER entry_paper_changed BEFORE UPDATE ON attachment
WHEN OLD.owner_kind = 'entry' AND EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER entry_paper_removed BEFORE DELETE ON attachment
WHEN OLD.owner_kind = 'entry' AND EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
