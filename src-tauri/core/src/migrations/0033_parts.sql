-- 積算内訳のつづき: how many times.
ALTER TABLE budget_part ADD COLUMN times INTEGER;                              -- 回数
