-- 票の提出期限: by when the slips of a meeting are to come back. Meetings written before state none.
ALTER TABLE meeting ADD COLUMN slips_due_on TEXT;
