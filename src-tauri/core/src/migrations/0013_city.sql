-- 市: figures of the whole city beside the council's own, and the city's workbook that the associations are written into.
CREATE TABLE city_figure (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  as_of_on TEXT NOT NULL,               -- 基準日
  enrolled INTEGER,                     -- 加入世帯; NULL: the city does not say
  households INTEGER,                   -- 世帯
  tenths INTEGER,                       -- 加入率 as the city says it, 544 is 54.4 %
  source TEXT NOT NULL
) STRICT;

CREATE TABLE city_sheet (
  id TEXT PRIMARY KEY NOT NULL,
  paper TEXT NOT NULL UNIQUE,           -- which of our lists goes into it: associations
  content_id TEXT NOT NULL,             -- the city's file as it was given
  name TEXT NOT NULL,                   -- its file name
  places TEXT NOT NULL                  -- JSON: sheet, rows, and what each column gets
) STRICT;
