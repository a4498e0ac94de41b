-- 事業の科目と財源: under which 科目 a line of work stands in a year's budget, and which grant pays it.
CREATE TABLE activity_funding (
  id TEXT PRIMARY KEY NOT NULL,
  activity_id TEXT NOT NULL REFERENCES activity (id),
  fiscal_year INTEGER NOT NULL,
  item_id TEXT REFERENCES account_item (id),
  grant_id TEXT REFERENCES grant_award (id),
  version INTEGER NOT NULL,
  UNIQUE (activity_id, fiscal_year)
) STRICT;
CREATE INDEX activity_funding_item ON activity_funding (item_id);
CREATE INDEX activity_funding_grant ON activity_funding (grant_id);
CREATE TRIGGER activity_funding_added BEFORE INSERT ON activity_funding
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = NEW.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER activity_funding_changed BEFORE UPDATE ON activity_funding
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year IN (OLD.fiscal_year, NEW.fiscal_year))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER activity_funding_removed BEFORE DELETE ON activity_funding
WHEN EXISTS (SELECT 1 FROM closed_year WHERE fiscal_year = OLD.fiscal_year)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
