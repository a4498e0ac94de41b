-- 伝票の承認: who entered a slip while approval is asked, and who else approved it. An entry without a row was never asked for.
ALTER TABLE council ADD COLUMN asks_approval INTEGER NOT NULL DEFAULT 0; -- 0, 1

CREATE TABLE entry_approval (
  id TEXT PRIMARY KEY NOT NULL,
  entry_id TEXT NOT NULL UNIQUE REFERENCES entry (id),
  entered_by TEXT NOT NULL,             -- 書いた人
  approved_by TEXT NOT NULL DEFAULT '', -- 承認した人; empty is 未承認
  approved_on TEXT,
  version INTEGER NOT NULL
) STRICT;

CREATE TRIGGER entry_approval_added BEFORE INSERT ON entry_approval
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER entry_approval_changed BEFORE UPDATE ON entry_approval
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id IN (OLD.entry_id, NEW.entry_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER entry_approval_removed BEFORE DELETE ON entry_approval
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = OLD.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

-- What auditors have seen approved stays approved, whatever path would take it back.
CREATE TRIGGER entry_approval_audited BEFORE UPDATE ON entry_approval
WHEN OLD.approved_by <> '' AND NEW.approved_by <> OLD.approved_by AND EXISTS (
  SELECT 1 FROM entry JOIN audit USING (fiscal_year)
  WHERE entry.id = OLD.entry_id AND audit.until_on >= MIN(entry.entered_on, (entry.fiscal_year + 1) || '-03-31'))
BEGIN SELECT RAISE(ABORT, 'accounts.approval_audited'); END;
