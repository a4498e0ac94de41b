-- What the papers of a closed year name beside its own rows, as it was on the day of closing: 会計, purses and their 部会, 科目,
-- 事業, the names of 部会 and 前年度決算, as JSON. Empty for a year that was closed before this was kept.
ALTER TABLE closed_year ADD COLUMN remembered TEXT NOT NULL DEFAULT '';

-- 積算内訳 rests with the budget that it explains.
CREATE TRIGGER budget_part_added BEFORE INSERT ON budget_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_line USING (fiscal_year) WHERE budget_line.id = NEW.line_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_part_changed BEFORE UPDATE ON budget_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_line USING (fiscal_year) WHERE budget_line.id IN (OLD.line_id, NEW.line_id))
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
CREATE TRIGGER budget_part_removed BEFORE DELETE ON budget_part
WHEN EXISTS (SELECT 1 FROM closed_year JOIN budget_line USING (fiscal_year) WHERE budget_line.id = OLD.line_id)
BEGIN SELECT RAISE(ABORT, 'accounts.year_closed'); END;
