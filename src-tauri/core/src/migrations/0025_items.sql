-- 科目のつづき: what is no longer used, and what took the place of a name that closed years keep.
ALTER TABLE account_item ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0;
ALTER TABLE account_item ADD COLUMN follows_id TEXT REFERENCES account_item (id);
