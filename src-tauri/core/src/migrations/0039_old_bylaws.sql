-- 規約改正: the text before it, where the office has none in force yet.
ALTER TABLE agenda_item ADD COLUMN old_text TEXT NOT NULL DEFAULT '';
