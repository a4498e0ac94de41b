-- 名簿のつづき: stays and moves, households, the tree of bodies, terms, merged people, fields of the council's own.
ALTER TABLE person ADD COLUMN joined_on TEXT;                          -- 入会日; NULL: before the records begin
ALTER TABLE person ADD COLUMN joined_reason TEXT NOT NULL DEFAULT '';  -- 入会, 転入 …
ALTER TABLE person ADD COLUMN left_reason TEXT NOT NULL DEFAULT '';    -- 退会, 転出, 死亡, 休会 …
ALTER TABLE person ADD COLUMN alternate_name TEXT NOT NULL DEFAULT ''; -- 代替表記 where a system lacks the characters
ALTER TABLE person ADD COLUMN merged_into_id TEXT REFERENCES person (id); -- 統合先: the record is that person now
CREATE INDEX person_merged ON person (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- 前の在籍: a stay that ended before the present one began. The present one stands on the person.
CREATE TABLE former_stay (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  joined_on TEXT,
  joined_reason TEXT NOT NULL,
  left_on TEXT NOT NULL,                -- first day on which the person is not counted
  left_reason TEXT NOT NULL
) STRICT;
CREATE INDEX former_stay_person ON former_stay (person_id);

-- 前の住所, until the day before the move.
CREATE TABLE former_address (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  postal TEXT NOT NULL,
  address TEXT NOT NULL,
  moved_on TEXT NOT NULL
) STRICT;
CREATE INDEX former_address_person ON former_address (person_id);

CREATE TABLE household (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,                   -- 世帯名; empty: the head's family name
  head_person_id TEXT REFERENCES person (id),
  organisation_id TEXT REFERENCES organisation (id),  -- 自治会 or 班
  postal TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  note TEXT NOT NULL,
  closed_on TEXT,                       -- the household is no more
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX household_organisation ON household (organisation_id);

CREATE TABLE household_member (
  id TEXT PRIMARY KEY NOT NULL,
  household_id TEXT NOT NULL REFERENCES household (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  relation TEXT NOT NULL,               -- 世帯主, 妻, 長男 … as written
  from_on TEXT,
  to_on TEXT                            -- last day
) STRICT;
CREATE INDEX household_member_household ON household_member (household_id);
CREATE INDEX household_member_person ON household_member (person_id);

ALTER TABLE organisation ADD COLUMN kana TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN founded_on TEXT;
ALTER TABLE organisation ADD COLUMN dissolved_on TEXT;
ALTER TABLE organisation ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE organisation ADD COLUMN version INTEGER NOT NULL DEFAULT 1;

-- 前の上部団体: what a body belonged to until the day before it moved under its present parent.
CREATE TABLE former_parent (
  id TEXT PRIMARY KEY NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  parent_id TEXT REFERENCES organisation (id),
  moved_on TEXT NOT NULL
) STRICT;

ALTER TABLE role ADD COLUMN appointment TEXT NOT NULL DEFAULT '';      -- new, again, remaining; empty: not said
ALTER TABLE role ADD COLUMN elected_by_id TEXT REFERENCES organisation (id);  -- 選出団体
ALTER TABLE role ADD COLUMN seat INTEGER;                              -- 席次

-- 「同じ人ではない」: two people who were looked at and are two.
CREATE TABLE not_same (
  id TEXT PRIMARY KEY NOT NULL,
  one_id TEXT NOT NULL REFERENCES person (id),
  other_id TEXT NOT NULL REFERENCES person (id),
  UNIQUE (one_id, other_id)
) STRICT;

-- 自由項目: fields that the council adds by itself.
CREATE TABLE custom_field (
  id TEXT PRIMARY KEY NOT NULL,
  label TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,                   -- text, number, day, choice, yes_no
  choices TEXT NOT NULL,                -- one a line
  position INTEGER NOT NULL,
  retired INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE custom_value (
  id TEXT PRIMARY KEY NOT NULL,
  field_id TEXT NOT NULL REFERENCES custom_field (id),
  person_id TEXT NOT NULL REFERENCES person (id),
  value TEXT NOT NULL,
  UNIQUE (field_id, person_id)
) STRICT;
CREATE INDEX custom_value_person ON custom_value (person_id);
