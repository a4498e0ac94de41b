-- 出欠: who came to an occasion and who helped, by name; and how many of which age.
CREATE TABLE attendance (
  id TEXT PRIMARY KEY NOT NULL,
  occasion_id TEXT NOT NULL REFERENCES occasion (id),
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,                   -- somebody who is not in the roster
  part TEXT NOT NULL,                   -- participant, helper
  minutes INTEGER,                      -- of a helper; NULL: as long as the occasion
  UNIQUE (occasion_id, person_id)
) STRICT;
CREATE INDEX attendance_person ON attendance (person_id);

-- 年代ごとの人数, where somebody asks for it.
CREATE TABLE attendance_count (
  id TEXT PRIMARY KEY NOT NULL,
  occasion_id TEXT NOT NULL REFERENCES occasion (id),
  part TEXT NOT NULL,                   -- participant, helper
  age TEXT NOT NULL,                    -- child, adult, elder
  number INTEGER NOT NULL,
  UNIQUE (occasion_id, part, age)
) STRICT;

ALTER TABLE entry ADD COLUMN occasion_id TEXT REFERENCES occasion (id);  -- 何という行事の収支か
