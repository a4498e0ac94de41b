-- 加入のつづき: further observations, which of them a year's rate uses, households of towns, frozen years, targets,
-- payments and surveys. What `observation` holds stays what it is: the yearly answer of an association.

-- kind: of the enrolled (enrolled, fee_paying, delivered, circulated, recorded) or of all households in the area
-- (own_count, resident_register, census, city_given, estimate).
CREATE TABLE household_observation (
  id TEXT PRIMARY KEY NOT NULL,
  association_id TEXT NOT NULL REFERENCES organisation (id),
  fiscal_year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  as_of_on TEXT NOT NULL,               -- 基準日
  households INTEGER NOT NULL,
  certainty TEXT NOT NULL,              -- counted, rounded, carried_over
  source TEXT NOT NULL,
  UNIQUE (association_id, fiscal_year, kind, as_of_on)
) STRICT;

-- Without a row: enrolled over own_count.
CREATE TABLE rate_basis (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  numerator TEXT NOT NULL,
  denominator TEXT NOT NULL
) STRICT;

CREATE TABLE town (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,            -- 栗林町１丁目, as the city writes it
  place TEXT NOT NULL                   -- latitude,longitude as the city gives it; tells a town whose name is broken
) STRICT;

CREATE TABLE town_count (
  id TEXT PRIMARY KEY NOT NULL,
  town_id TEXT NOT NULL REFERENCES town (id),
  as_of_on TEXT NOT NULL,
  households INTEGER,                   -- NULL: the city does not publish it; never zero
  persons INTEGER,
  source TEXT NOT NULL,
  UNIQUE (town_id, as_of_on)
) STRICT;

-- Which part of a town an association covers: hundredths of a percent, or households, exactly one of both.
CREATE TABLE town_share (
  id TEXT PRIMARY KEY NOT NULL,
  town_id TEXT NOT NULL REFERENCES town (id),
  association_id TEXT NOT NULL REFERENCES organisation (id),
  hundredths INTEGER,
  households INTEGER,
  UNIQUE (town_id, association_id)
) STRICT;

-- 地区 of an association; without a row the town of its yearly record.
CREATE TABLE association_area (
  id TEXT PRIMARY KEY NOT NULL,
  association_id TEXT NOT NULL UNIQUE REFERENCES organisation (id),
  area TEXT NOT NULL
) STRICT;

CREATE TABLE enrolment_snapshot (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  as_of_on TEXT NOT NULL,               -- 基準日
  taken_at TEXT NOT NULL,
  taken_by TEXT NOT NULL,
  frozen TEXT NOT NULL                  -- JSON: the counts and the facts as they were
) STRICT;

CREATE TABLE enrolment_target (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  tenths INTEGER NOT NULL,              -- 624 is 62.4 %
  source TEXT NOT NULL
) STRICT;

CREATE TABLE liaison_payment (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  formula TEXT NOT NULL,                -- its id
  given TEXT NOT NULL                   -- JSON: the chosen readings, the day of filing
) STRICT;

CREATE TABLE survey_answer (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  survey TEXT NOT NULL,
  association_id TEXT NOT NULL REFERENCES organisation (id),
  question TEXT NOT NULL,
  answer TEXT NOT NULL,
  UNIQUE (fiscal_year, survey, association_id, question)
) STRICT;
