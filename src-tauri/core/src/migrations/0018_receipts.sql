-- 領収書: what proves an expense. Its pictures are attachments of the receipt.
CREATE TABLE receipt (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  number INTEGER NOT NULL,              -- within the year
  kind TEXT NOT NULL,                   -- receipt, till, transfer, statement
  dated_on TEXT,                        -- as written on it; NULL when there is none
  addressee TEXT NOT NULL,              -- 宛名
  purpose TEXT NOT NULL,                -- 但し書き
  issuer TEXT NOT NULL,                 -- 発行した人
  amount_yen INTEGER NOT NULL,
  note TEXT NOT NULL,
  ticked TEXT NOT NULL,                 -- checks that somebody looked at, by their names: legible,purpose
  version INTEGER NOT NULL,
  UNIQUE (fiscal_year, number)
) STRICT;

-- What part of a receipt stands behind an entry.
CREATE TABLE receipt_part (
  id TEXT PRIMARY KEY NOT NULL,
  receipt_id TEXT NOT NULL REFERENCES receipt (id),
  entry_id TEXT NOT NULL REFERENCES entry (id),
  amount_yen INTEGER NOT NULL,
  UNIQUE (receipt_id, entry_id)
) STRICT;
CREATE INDEX receipt_part_entry ON receipt_part (entry_id);

CREATE TRIGGER receipt_added BEFORE INSERT ON receipt
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_changed BEFORE UPDATE ON receipt
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_removed BEFORE DELETE ON receipt
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

CREATE TRIGGER receipt_part_added BEFORE INSERT ON receipt_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = NEW.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_part_changed BEFORE UPDATE ON receipt_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id IN (OLD.entry_id, NEW.entry_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_part_removed BEFORE DELETE ON receipt_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN entry USING (fiscal_year) WHERE entry.id = OLD.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;

-- The picture of a closed year's receipt stays with it.
CREATE TRIGGER receipt_picture_added BEFORE INSERT ON attachment
WHEN NEW.owner_kind = 'receipt' AND EXISTS (SELECT 1 FROM closed_year JOIN receipt USING (fiscal_year) WHERE receipt.id = NEW.owner_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_picture_changed BEFORE UPDATE ON attachment
WHEN OLD.owner_kind = 'receipt' AND EXISTS (SELECT 1 FROM closed_year JOIN receipt USING (fiscal_year) WHERE receipt.id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER receipt_picture_removed BEFORE DELETE ON attachment
WHEN OLD.owner_kind = 'receipt' AND EXISTS (SELECT 1 FROM closed_year JOIN receipt USING (fiscal_year) WHERE receipt.id = OLD.owner_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
