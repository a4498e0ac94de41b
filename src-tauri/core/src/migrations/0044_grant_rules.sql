-- 交付金の決まり that the council has written down itself, for one grant of one year; none takes those of the profile.
CREATE TABLE grant_rule (
  id TEXT PRIMARY KEY NOT NULL,
  grant_id TEXT NOT NULL UNIQUE REFERENCES grant_award (id),
  rules TEXT NOT NULL,                  -- JSON
  version INTEGER NOT NULL
) STRICT;

-- What a closed year was settled by stays.
CREATE TRIGGER grant_rule_added BEFORE INSERT ON grant_rule
WHEN EXISTS (SELECT 1 FROM closed_year JOIN grant_award USING (fiscal_year) WHERE grant_award.id = NEW.grant_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER grant_rule_changed BEFORE UPDATE ON grant_rule
WHEN EXISTS (SELECT 1 FROM closed_year JOIN grant_award USING (fiscal_year) WHERE grant_award.id IN (OLD.grant_id, NEW.grant_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER grant_rule_removed BEFORE DELETE ON grant_rule
WHEN EXISTS (SELECT 1 FROM closed_year JOIN grant_award USING (fiscal_year) WHERE grant_award.id = OLD.grant_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
