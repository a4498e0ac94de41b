-- When a paper was last issued is asked by home and by the list of papers. Without the facts that stood on each: those of one
-- year may be many megabytes.
CREATE INDEX issued_report_last ON issued_report (fiscal_year, form, grant_id, issued_at);

-- What went through a few purses in all years: 仮払, the reserves.
CREATE INDEX entry_purse ON entry (purse_id);
CREATE INDEX entry_to_purse ON entry (to_purse_id) WHERE to_purse_id IS NOT NULL;
