-- Under which 科目 there is money in which years is asked of all years at once: the index alone answers, without the entries.
DROP INDEX entry_item;
CREATE INDEX entry_item ON entry (item_id, fiscal_year);
CREATE INDEX entry_to_item ON entry (to_item_id, fiscal_year) WHERE to_item_id IS NOT NULL;
