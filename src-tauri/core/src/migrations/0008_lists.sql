-- 一覧・宛名: lists kept under a name, what test prints showed, and every copy of personal
-- data that left the office.
CREATE TABLE saved_list (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  choice TEXT NOT NULL                  -- JSON: source, columns, order, groups, filter
) STRICT;

CREATE TABLE print_shift (
  id TEXT PRIMARY KEY NOT NULL,
  stationery TEXT NOT NULL,             -- id in assets/labels
  printer TEXT NOT NULL,
  across INTEGER NOT NULL,              -- tenths of a millimetre to the right
  down INTEGER NOT NULL,
  UNIQUE (stationery, printer)
) STRICT;

CREATE TABLE disclosure (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  copy_no INTEGER NOT NULL,
  disclosed_on TEXT NOT NULL,
  title TEXT NOT NULL,                  -- which list
  form TEXT NOT NULL,                   -- pdf, xlsx, csv, csv_cp932
  recipient TEXT NOT NULL,
  purpose TEXT NOT NULL,
  columns TEXT NOT NULL,                -- as shown: 氏名・電話
  persons INTEGER NOT NULL,
  due_on TEXT,                          -- 返却期限
  returned_on TEXT,
  UNIQUE (fiscal_year, copy_no)
) STRICT;
