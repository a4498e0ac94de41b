-- 定例の記帳 may be of a 部会, say whether the grant may pay it, and go into another 会計.
ALTER TABLE recurring ADD COLUMN committee_id TEXT REFERENCES organisation (id);
ALTER TABLE recurring ADD COLUMN eligibility TEXT;                        -- eligible, ineligible, unclear
ALTER TABLE recurring ADD COLUMN eligibility_reason TEXT NOT NULL DEFAULT '';
ALTER TABLE recurring ADD COLUMN to_item_id TEXT REFERENCES account_item (id);
