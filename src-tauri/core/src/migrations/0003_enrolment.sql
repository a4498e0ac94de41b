-- 加入: what each association said about itself, year by year. An association is an organisation of that kind.
CREATE TABLE association_year (
  id TEXT PRIMARY KEY NOT NULL,
  association_id TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL,
  town TEXT NOT NULL,                   -- 区域（町丁） as written
  chair_name TEXT NOT NULL,             -- 会長名 as written; never makes a person
  chair_person_id TEXT REFERENCES person (id),
  blocks INTEGER,                       -- 班数
  fee_month_yen INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (association_id, fiscal_year)
) STRICT;

CREATE TABLE observation (
  id TEXT PRIMARY KEY NOT NULL,
  association_id TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL,
  as_of_on TEXT NOT NULL,               -- 基準日
  numerator INTEGER,                    -- 加入世帯; NULL: 未提出
  numerator_certainty TEXT NOT NULL,    -- counted, rounded, carried_over
  denominator INTEGER,                  -- 区域内世帯
  denominator_certainty TEXT NOT NULL,
  source TEXT NOT NULL,                 -- who said so: file and sheet, or 手入力
  UNIQUE (association_id, fiscal_year)
) STRICT;
