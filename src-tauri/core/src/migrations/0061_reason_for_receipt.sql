-- Whether the written reason of an entry answers that no receipt proves it: what was written about something else does not.
-- Nothing where no reason is written, and where one was before that was asked: those count as they did.
ALTER TABLE entry ADD COLUMN excuses_receipt INTEGER; -- 0, 1
