-- 定例の記帳: which month of it is written down, and as which entry. A month is there once.
CREATE TABLE recurring_month (
  id TEXT PRIMARY KEY NOT NULL,
  recurring_id TEXT NOT NULL REFERENCES recurring (id),
  month TEXT NOT NULL,                  -- 2025-04
  entry_id TEXT NOT NULL REFERENCES entry (id),
  UNIQUE (recurring_id, month)
) STRICT;
CREATE INDEX recurring_month_entry ON recurring_month (entry_id);

CREATE TRIGGER recurring_month_added BEFORE INSERT ON recurring_month
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER recurring_month_changed BEFORE UPDATE ON recurring_month
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id IN (OLD.entry_id, NEW.entry_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER recurring_month_removed BEFORE DELETE ON recurring_month
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = OLD.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
