-- 取り消し: a copy recorded by mistake keeps its number and its row.
ALTER TABLE disclosure ADD COLUMN withdrawn_on TEXT;
ALTER TABLE disclosure ADD COLUMN withdrawn_because TEXT NOT NULL DEFAULT '';
