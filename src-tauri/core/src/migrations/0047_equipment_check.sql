-- 現品照合 of several pieces of a kind, and of what is lent. Checks written before state neither.
ALTER TABLE equipment_check ADD COLUMN quantity INTEGER;                       -- 数量 of the register on that day
ALTER TABLE equipment_check ADD COLUMN away INTEGER NOT NULL DEFAULT 0;        -- how many of them were lent
ALTER TABLE equipment_check ADD COLUMN seen INTEGER;                           -- how many of the others were there, where not all were
ALTER TABLE equipment_check ADD COLUMN is_loan_checked INTEGER NOT NULL DEFAULT 0; -- 貸出中を確かめた
