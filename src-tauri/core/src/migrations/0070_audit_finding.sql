-- 監事の所見: what an auditor says of a year or of one of its entries, written into the copy to look at or at the desk, and what became
-- of it. It moves no figure, so an audited or closed year takes it and its answer.
CREATE TABLE audit_finding (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  entry_id TEXT REFERENCES entry (id), -- what it is about; none is the year as a whole, or an entry that is no more
  about TEXT NOT NULL DEFAULT '',      -- the entry as it was seen
  finding TEXT NOT NULL,               -- 所見
  auditor TEXT NOT NULL,               -- 監事
  found_on TEXT NOT NULL,
  rewritten INTEGER NOT NULL DEFAULT 0, -- 書きなおした回数
  received_on TEXT,                    -- 写しから読みこんだ日
  answer TEXT NOT NULL DEFAULT '',     -- 事務局の返答
  done_on TEXT,                        -- 対応が済んだ日
  version INTEGER NOT NULL
) STRICT;
