-- A paper may be that of one grant. What was typed and issued before there was more than one stays without a name, and is
-- that of the year's first grant.
CREATE TABLE report_text_of (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  form TEXT NOT NULL,
  field TEXT NOT NULL,
  words TEXT NOT NULL,
  grant_id TEXT REFERENCES grant_award (id)
) STRICT;
INSERT INTO report_text_of (id, fiscal_year, form, field, words) SELECT id, fiscal_year, form, field, words FROM report_text;
DROP TABLE report_text;
ALTER TABLE report_text_of RENAME TO report_text;
CREATE UNIQUE INDEX report_text_place ON report_text (fiscal_year, form, field, COALESCE(grant_id, ''));

ALTER TABLE issued_report ADD COLUMN grant_id TEXT REFERENCES grant_award (id);
