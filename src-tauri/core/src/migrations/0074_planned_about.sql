-- 参加予定人数 may be written as about so many.
ALTER TABLE activity_plan ADD COLUMN participants_certainty TEXT NOT NULL DEFAULT 'counted';
