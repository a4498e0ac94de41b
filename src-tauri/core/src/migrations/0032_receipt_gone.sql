-- Numbers of receipts that were removed: a paper may bear one already, so that none is given twice. The key is that of the receipt.
CREATE TABLE receipt_gone (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  number INTEGER NOT NULL,
  UNIQUE (fiscal_year, number)
) STRICT;

CREATE TRIGGER receipt_gone_added BEFORE INSERT ON receipt_gone
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_gone_removed BEFORE DELETE ON receipt_gone
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
