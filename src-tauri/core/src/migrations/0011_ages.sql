-- 年齢別の人口: persons of a town on a day by age, both sexes.
CREATE TABLE town_ages (
  id TEXT PRIMARY KEY NOT NULL,
  town_id TEXT NOT NULL REFERENCES town (id),
  as_of_on TEXT NOT NULL,
  ages TEXT NOT NULL,                   -- JSON: 18 counts of five years each: 0–4 … 80–84, 85 and older
  UNIQUE (town_id, as_of_on)
) STRICT;
