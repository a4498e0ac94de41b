-- 年度のはじめの日. Councils written before begin their year on April 1 until somebody says otherwise.
ALTER TABLE council ADD COLUMN year_start_month INTEGER NOT NULL DEFAULT 4 CHECK (year_start_month BETWEEN 1 AND 12);
ALTER TABLE council ADD COLUMN year_start_day INTEGER NOT NULL DEFAULT 1 CHECK (year_start_day BETWEEN 1 AND 28);

-- How strftime gets from a day to its month and its year: back to the first of a month, then to the month that gives its name to
-- the one of the books (4月分 of 3月21日 to 4月20日), or to the January of the year that gives its name to the fiscal year.
CREATE VIEW year_start AS SELECT
  printf('-%d days', year_start_day - 1) AS back,
  printf('+%d months', year_start_day > 1) AS to_month,
  printf('%+d months', CASE WHEN year_start_day = 1 THEN 1 - year_start_month ELSE 1 - year_start_month % 12 END) AS to_year
FROM council;

-- With the first day every entry would move into another year or month.
CREATE TRIGGER year_start_held BEFORE UPDATE OF year_start_month, year_start_day ON council
WHEN (OLD.year_start_month, OLD.year_start_day) <> (NEW.year_start_month, NEW.year_start_day)
  AND (EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM closed_year) OR EXISTS (SELECT 1 FROM month_lock))
BEGIN SELECT RAISE(ABORT, 'council.year_start_held'); END;

-- What 0019 and 0026 hold to the years and 0016 to the months of April, now to those of the council.
DROP TRIGGER stated_balance_added;
DROP TRIGGER stated_balance_changed;
DROP TRIGGER stated_balance_removed;
CREATE TRIGGER stated_balance_added BEFORE INSERT ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year = strftime('%Y', NEW.stated_on, back, 'start of month', to_year) + 0)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER stated_balance_changed BEFORE UPDATE ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year IN (strftime('%Y', OLD.stated_on, back, 'start of month', to_year) + 0,
    strftime('%Y', NEW.stated_on, back, 'start of month', to_year) + 0))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER stated_balance_removed BEFORE DELETE ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year = strftime('%Y', OLD.stated_on, back, 'start of month', to_year) + 0)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

DROP TRIGGER entry_added_across;
DROP TRIGGER entry_changed_across;
DROP TRIGGER entry_removed_across;
CREATE TRIGGER entry_added_across BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year = strftime('%Y', NEW.entered_on, back, 'start of month', to_year) + 0 AND fiscal_year <> NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;
CREATE TRIGGER entry_changed_across BEFORE UPDATE OF fiscal_year, kind, entered_on, purse_id, to_purse_id, amount_yen ON entry
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year IN (strftime('%Y', OLD.entered_on, back, 'start of month', to_year) + 0,
    strftime('%Y', NEW.entered_on, back, 'start of month', to_year) + 0))
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;
CREATE TRIGGER entry_removed_across BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM closed_year, year_start
  WHERE fiscal_year = strftime('%Y', OLD.entered_on, back, 'start of month', to_year) + 0 AND fiscal_year <> OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;

DROP TRIGGER entry_added_in_month;
DROP TRIGGER entry_changed_in_month;
DROP TRIGGER entry_removed_in_month;
CREATE TRIGGER entry_added_in_month BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM month_lock, year_start
  WHERE month = strftime('%Y-%m', NEW.entered_on, back, 'start of month', to_month))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
CREATE TRIGGER entry_changed_in_month BEFORE UPDATE ON entry
WHEN EXISTS (SELECT 1 FROM month_lock, year_start
  WHERE month IN (strftime('%Y-%m', OLD.entered_on, back, 'start of month', to_month),
    strftime('%Y-%m', NEW.entered_on, back, 'start of month', to_month)))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
CREATE TRIGGER entry_removed_in_month BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM month_lock, year_start
  WHERE month = strftime('%Y-%m', OLD.entered_on, back, 'start of month', to_month))
BEGIN SELECT RAISE(ABORT, 'accounts.month_locked'); END;
