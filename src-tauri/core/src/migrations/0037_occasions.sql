-- 行事のつづき: what is still to come, what was called off, the time of day, and who does what.
ALTER TABLE occasion ADD COLUMN state TEXT NOT NULL DEFAULT 'held';     -- planned, held, cancelled
ALTER TABLE occasion ADD COLUMN cancel_reason TEXT NOT NULL DEFAULT ''; -- 中止の理由: 雨のため
ALTER TABLE occasion ADD COLUMN begins_at TEXT;
ALTER TABLE occasion ADD COLUMN ends_at TEXT;
ALTER TABLE occasion ADD COLUMN weather TEXT NOT NULL DEFAULT '';
ALTER TABLE occasion ADD COLUMN incident TEXT NOT NULL DEFAULT '';      -- 事故・けが

-- 役割分担 and 準備リスト of one occasion.
CREATE TABLE occasion_task (
  id TEXT PRIMARY KEY NOT NULL,
  occasion_id TEXT NOT NULL REFERENCES occasion (id),
  kind TEXT NOT NULL,                   -- duty, preparation
  position INTEGER NOT NULL,            -- order within its kind
  what TEXT NOT NULL,                   -- 受付; テントを借りる
  person_id TEXT REFERENCES person (id),
  name TEXT NOT NULL,                   -- who does it, where it is nobody of the roster: 婦人会のみなさん
  until_on TEXT,                        -- いつまでに
  is_done INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX occasion_task_occasion ON occasion_task (occasion_id, kind, position);
CREATE INDEX occasion_task_person ON occasion_task (person_id);
