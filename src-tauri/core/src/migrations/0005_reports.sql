-- Texts typed on a page, frozen copies of what was issued, and column meanings remembered per layout.
CREATE TABLE report_text (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  form TEXT NOT NULL,
  field TEXT NOT NULL,
  words TEXT NOT NULL,
  UNIQUE (fiscal_year, form, field)
) STRICT;

CREATE TABLE issued_report (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  form TEXT NOT NULL,
  edition TEXT NOT NULL,
  facts TEXT NOT NULL,                  -- JSON
  document_hash TEXT NOT NULL,
  issued_at TEXT NOT NULL
) STRICT;

CREATE TABLE intake_mapping (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  layout TEXT NOT NULL,                 -- fingerprint of the headings
  columns TEXT NOT NULL,                -- JSON: heading → field
  UNIQUE (kind, layout)
) STRICT;
