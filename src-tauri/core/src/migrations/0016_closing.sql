-- 締め: what the passbook said, months locked, years closed, reopened and audited.

-- 通帳の残高・手もとの現金: what really lay in a purse at the end of a day.
CREATE TABLE stated_balance (
  id TEXT PRIMARY KEY NOT NULL,
  purse_id TEXT NOT NULL REFERENCES purse (id),
  stated_on TEXT NOT NULL,
  amount_yen INTEGER NOT NULL,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (purse_id, stated_on)
) STRICT;

-- 月の仮締め
CREATE TABLE month_lock (
  id TEXT PRIMARY KEY NOT NULL,
  month TEXT NOT NULL UNIQUE,           -- 2025-04
  locked_on TEXT NOT NULL
) STRICT;

-- 年度の締め. The row is there as long as the year is closed.
CREATE TABLE closed_year (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  closed_on TEXT NOT NULL,
  closed_by TEXT NOT NULL,
  carry_over_yen INTEGER NOT NULL,
  ledger_hash TEXT NOT NULL             -- over everything the year's books say
) STRICT;

-- 再開の記録: never taken away, printed with the books.
CREATE TABLE reopening (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  reopened_on TEXT NOT NULL,
  chair TEXT NOT NULL,                  -- 会長
  auditor TEXT NOT NULL,                -- 監事
  reason TEXT NOT NULL,
  ledger_hash TEXT NOT NULL             -- as it was closed
) STRICT;

-- 監査
CREATE TABLE audit (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  until_on TEXT NOT NULL,               -- the books were looked at up to this day
  audited_on TEXT NOT NULL,
  auditors TEXT NOT NULL,
  result TEXT NOT NULL,
  log_seq INTEGER NOT NULL,             -- the last act of the history that the auditors saw
  log_head TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- The one gate of a closed year: whatever path a change takes, an act, an import or an undo, it ends here.
CREATE TRIGGER entry_added BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER entry_changed BEFORE UPDATE ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER entry_removed BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER opening_added BEFORE INSERT ON opening
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER opening_changed BEFORE UPDATE ON opening
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER opening_removed BEFORE DELETE ON opening
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER budget_line_added BEFORE INSERT ON budget_line
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_line_changed BEFORE UPDATE ON budget_line
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_line_removed BEFORE DELETE ON budget_line
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER budget_revision_added BEFORE INSERT ON budget_revision
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_revision_changed BEFORE UPDATE ON budget_revision
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_revision_removed BEFORE DELETE ON budget_revision
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER budget_change_added BEFORE INSERT ON budget_change
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_revision USING (fiscal_year) WHERE budget_revision.id = NEW.revision_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_change_changed BEFORE UPDATE ON budget_change
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_revision USING (fiscal_year) WHERE budget_revision.id IN (OLD.revision_id, NEW.revision_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_change_removed BEFORE DELETE ON budget_change
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_revision USING (fiscal_year) WHERE budget_revision.id = OLD.revision_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER reallocation_added BEFORE INSERT ON reallocation
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER reallocation_changed BEFORE UPDATE ON reallocation
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER reallocation_removed BEFORE DELETE ON reallocation
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

-- An item that closed books name keeps its name.
CREATE TRIGGER account_item_changed BEFORE UPDATE OF side, kan, kou, moku, setsu, fund_id ON account_item
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_line USING (fiscal_year) WHERE item_id = OLD.id)
  OR EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE OLD.id IN (item_id, to_item_id))
BEGIN SELECT RAISE(ABORT, 'accounts.item_in_closed_year'); END;

-- 仮締め: the entries of a locked month rest until it is unlocked with a reason.
CREATE TRIGGER entry_added_in_month BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM month_lock WHERE month = substr(NEW.entered_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
CREATE TRIGGER entry_changed_in_month BEFORE UPDATE ON entry
WHEN EXISTS (SELECT 1 FROM month_lock WHERE month IN (substr(OLD.entered_on, 1, 7), substr(NEW.entered_on, 1, 7)))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
CREATE TRIGGER entry_removed_in_month BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM month_lock WHERE month = substr(OLD.entered_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
