-- 一つの行事のいくつかの日: occasions of one series are one record on several days.
ALTER TABLE occasion ADD COLUMN series_id TEXT;
