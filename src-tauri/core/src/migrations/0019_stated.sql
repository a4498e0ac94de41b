-- What the passbook said on a day of a closed year stays as it was when the year was closed. A fiscal year begins in April.
CREATE TRIGGER stated_balance_added BEFORE INSERT ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = CAST(strftime('%Y', NEW.stated_on, '-3 months') AS INTEGER))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER stated_balance_changed BEFORE UPDATE ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (
  CAST(strftime('%Y', OLD.stated_on, '-3 months') AS INTEGER), CAST(strftime('%Y', NEW.stated_on, '-3 months') AS INTEGER)))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER stated_balance_removed BEFORE DELETE ON stated_balance
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = CAST(strftime('%Y', OLD.stated_on, '-3 months') AS INTEGER))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
