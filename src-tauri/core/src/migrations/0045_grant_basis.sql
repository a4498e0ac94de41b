-- 算出基礎 of what is applied for: the formula and what it was given, as JSON; none where the amount was typed alone.
ALTER TABLE grant_step ADD COLUMN basis TEXT;
