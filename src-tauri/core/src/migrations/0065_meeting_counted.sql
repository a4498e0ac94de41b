-- 採決の結果: what was counted when it was written down, JSON. NULL: not voted on, or written down before there was this column.
ALTER TABLE agenda_item ADD COLUMN counted TEXT;
-- 資格報告: who took part when it was read out, JSON. NULL: not opened yet.
ALTER TABLE meeting ADD COLUMN opened TEXT;
-- 会長 is there who has no vote of his own: the proxies to 会長 count.
ALTER TABLE meeting ADD COLUMN president_came INTEGER NOT NULL DEFAULT 0; -- 0, 1
