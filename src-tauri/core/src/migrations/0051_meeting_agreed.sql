-- 書面だけの会議: the day on which all members had agreed to decide in writing. Meetings written before state none.
ALTER TABLE meeting ADD COLUMN agreed_on TEXT;
