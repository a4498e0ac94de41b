-- 予算の版: budget_line is 当初; what was decided later stands beside it and is never written over it.

-- 補正予算. Without decided_on it is a draft and counts nowhere.
CREATE TABLE budget_revision (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  number INTEGER NOT NULL,              -- 第1次, 第2次 …
  decided_on TEXT,
  decided_by TEXT NOT NULL,             -- 役員会, 臨時総会 …
  reason TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (fiscal_year, number)
) STRICT;

CREATE TABLE budget_change (
  id TEXT PRIMARY KEY NOT NULL,
  revision_id TEXT NOT NULL REFERENCES budget_revision (id),
  item_id TEXT NOT NULL REFERENCES account_item (id),
  amount_yen INTEGER NOT NULL,          -- 補正額, may be negative
  note TEXT NOT NULL,
  UNIQUE (revision_id, item_id)
) STRICT;

-- 流用・予備費充当
CREATE TABLE reallocation (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  kind TEXT NOT NULL,                   -- reallocation, contingency
  moved_on TEXT NOT NULL,
  from_item_id TEXT NOT NULL REFERENCES account_item (id),
  to_item_id TEXT NOT NULL REFERENCES account_item (id),
  amount_yen INTEGER NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX reallocation_year ON reallocation (fiscal_year, moved_on);

-- 積算内訳: how a line of the budget comes about, and for which 事業, 部会 and 財源.
CREATE TABLE budget_part (
  id TEXT PRIMARY KEY NOT NULL,
  line_id TEXT NOT NULL REFERENCES budget_line (id),
  words TEXT NOT NULL,                  -- 案内チラシの印刷
  unit_yen INTEGER,                     -- 単価
  quantity INTEGER,                     -- 数量
  amount_yen INTEGER NOT NULL,
  activity_id TEXT REFERENCES activity (id),
  committee_id TEXT REFERENCES organisation (id),
  grant_id TEXT REFERENCES grant_award (id),
  position INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX budget_part_line ON budget_part (line_id);
