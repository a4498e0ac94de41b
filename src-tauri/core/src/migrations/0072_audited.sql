-- What auditors have seen of the entries: up to the day of the audit, and with the last day of the council's year (0059 held it to
-- March 31) those of a day after it, too.
CREATE VIEW audited_entry AS SELECT entry.id AS entry_id, audit.log_seq
FROM entry JOIN audit USING (fiscal_year), year_start
WHERE audit.until_on >= entry.entered_on
  OR strftime('%Y', audit.until_on, '+1 day', back, 'start of month', to_year) + 0 > entry.fiscal_year;

DROP TRIGGER entry_approval_audited;
CREATE TRIGGER entry_approval_audited BEFORE UPDATE ON entry_approval
WHEN OLD.approved_by <> '' AND NEW.approved_by <> OLD.approved_by
  AND EXISTS (SELECT 1 FROM audited_entry WHERE entry_id = OLD.entry_id)
BEGIN SELECT RAISE(ABORT, 'accounts.approval_audited'); END;
