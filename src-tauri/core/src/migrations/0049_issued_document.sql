-- The paper itself as it was issued: a form, or the program that sets it, may be another one when it is printed again. NULL is a
-- copy of the city's own workbook, and what was issued before this.
ALTER TABLE issued_report ADD COLUMN document TEXT;                        -- JSON
