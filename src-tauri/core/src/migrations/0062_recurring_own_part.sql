-- A month of a recurring entry that was written down in two parts: the one that own funds bear beside the one of the grant.
ALTER TABLE recurring_month ADD COLUMN own_entry_id TEXT REFERENCES entry (id);
CREATE INDEX recurring_month_own ON recurring_month (own_entry_id) WHERE own_entry_id IS NOT NULL;
