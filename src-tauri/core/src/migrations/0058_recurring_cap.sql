-- 定例の記帳 may count heads, and put aside what is above the cap of its grant.
ALTER TABLE recurring ADD COLUMN heads INTEGER;
ALTER TABLE recurring ADD COLUMN split_over_cap INTEGER NOT NULL DEFAULT 0; -- 0, 1
