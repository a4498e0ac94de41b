-- コミュニティプラン（まちづくり計画）: one plan, whose period moves on when it is revised; what was written of earlier years stays.
CREATE TABLE community_plan (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  vision TEXT NOT NULL,                 -- 将来像
  first_year INTEGER NOT NULL,          -- 計画期間, both years within
  last_year INTEGER NOT NULL,
  decided_on TEXT,                      -- 策定した日
  revised_on TEXT,                      -- 計画を見直した日, the last one
  version INTEGER NOT NULL
) STRICT;

-- 目標 stands by itself, 施策 below a 目標.
CREATE TABLE plan_heading (
  id TEXT PRIMARY KEY NOT NULL,
  parent_id TEXT REFERENCES plan_heading (id),
  position INTEGER NOT NULL,            -- order among those below the same one
  name TEXT NOT NULL,
  detail TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- 取組, with the four words of 香取市.
CREATE TABLE plan_action (
  id TEXT PRIMARY KEY NOT NULL,
  heading_id TEXT NOT NULL REFERENCES plan_heading (id),
  activity_id TEXT REFERENCES activity (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,           -- 体制
  planning TEXT NOT NULL,               -- 計画
  doing TEXT NOT NULL,                  -- 実行
  reviewing TEXT NOT NULL,              -- 見直し
  from_year INTEGER NOT NULL,
  until_year INTEGER,                   -- NULL while nobody thinks of its end
  version INTEGER NOT NULL
) STRICT;

-- A year of a 取組: 当年度目標, 実績, 課題・今後の方向性 (豊中市) and what its review came to.
CREATE TABLE plan_action_year (
  id TEXT PRIMARY KEY NOT NULL,
  action_id TEXT NOT NULL REFERENCES plan_action (id),
  fiscal_year INTEGER NOT NULL,
  target TEXT NOT NULL,
  result TEXT NOT NULL,                 -- empty: what the records say
  direction TEXT NOT NULL,
  review TEXT NOT NULL,                 -- keep, expand, improve, reduce, drop, complete; empty before the review
  version INTEGER NOT NULL,
  UNIQUE (action_id, fiscal_year)
) STRICT;

-- 指標. Values are written out in decimals, as they are read: no figure passes through a fraction.
CREATE TABLE plan_indicator (
  id TEXT PRIMARY KEY NOT NULL,
  heading_id TEXT NOT NULL REFERENCES plan_heading (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  wish TEXT NOT NULL,                   -- more, less
  source TEXT NOT NULL,                 -- 出どころ
  base_year INTEGER NOT NULL,
  base_value TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE plan_indicator_year (
  id TEXT PRIMARY KEY NOT NULL,
  indicator_id TEXT NOT NULL REFERENCES plan_indicator (id),
  fiscal_year INTEGER NOT NULL,
  target TEXT NOT NULL,                 -- empty where none was set
  actual TEXT NOT NULL,                 -- empty before it was measured
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (indicator_id, fiscal_year)
) STRICT;

-- 年度目標・実績書: 使命, 方針 and the year as a whole.
CREATE TABLE plan_year (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL UNIQUE,
  mission TEXT NOT NULL,
  policy TEXT NOT NULL,
  summary TEXT NOT NULL,                -- 取り組みの総括
  version INTEGER NOT NULL
) STRICT;
