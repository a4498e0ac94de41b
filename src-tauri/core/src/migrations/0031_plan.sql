-- 事業計画: what a line of work is to do in a year, before any of it has happened.
CREATE TABLE activity_plan (
  id TEXT PRIMARY KEY NOT NULL,
  activity_id TEXT NOT NULL REFERENCES activity (id),
  fiscal_year INTEGER NOT NULL,
  position INTEGER NOT NULL,            -- order in the plan of the year
  schedule TEXT NOT NULL,               -- 実施時期 as written: 通年, 毎月第2土曜, 10月
  aims TEXT NOT NULL,                   -- 目的
  content TEXT NOT NULL,                -- 事業内容
  place TEXT NOT NULL,
  target TEXT NOT NULL,                 -- 対象
  participants INTEGER,                 -- 参加予定人数
  notice TEXT NOT NULL,                 -- 告知方法
  version INTEGER NOT NULL,
  UNIQUE (activity_id, fiscal_year)
) STRICT;
CREATE INDEX activity_plan_year ON activity_plan (fiscal_year, position);
