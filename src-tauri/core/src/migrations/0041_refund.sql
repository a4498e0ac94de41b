-- 返還 and the expense by which it was paid.
ALTER TABLE grant_step ADD COLUMN entry_id TEXT REFERENCES entry (id);
