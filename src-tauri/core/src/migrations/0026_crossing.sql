-- 出納整理: what another year paid on a day of a closed year would tell its passbook another balance.
CREATE TRIGGER entry_added_across BEFORE INSERT ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = CAST(strftime('%Y', NEW.entered_on, '-3 months') AS INTEGER)
  AND fiscal_year <> NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;
CREATE TRIGGER entry_changed_across BEFORE UPDATE OF fiscal_year, kind, entered_on, purse_id, to_purse_id, amount_yen ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (
  CAST(strftime('%Y', OLD.entered_on, '-3 months') AS INTEGER), CAST(strftime('%Y', NEW.entered_on, '-3 months') AS INTEGER)))
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;
CREATE TRIGGER entry_removed_across BEFORE DELETE ON entry
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = CAST(strftime('%Y', OLD.entered_on, '-3 months') AS INTEGER)
  AND fiscal_year <> OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.day_in_closed_year'); END;
