-- 銀行の明細: what the bank wrote, line by line. It is the bank's word and no entry: a closed year may be looked at beside it, so no
-- trigger of a closed year stands before these tables; the entries themselves stay behind theirs.
CREATE TABLE bank_line (
  id TEXT PRIMARY KEY NOT NULL,
  purse_id TEXT NOT NULL REFERENCES purse (id),
  dated_on TEXT NOT NULL,
  amount_yen INTEGER NOT NULL,          -- what it adds to the purse; negative for what was paid out
  balance_yen INTEGER,                  -- 残高 after it; NULL where the bank does not say
  description TEXT NOT NULL,            -- 摘要 as the bank writes it
  memo TEXT NOT NULL,
  file TEXT NOT NULL,                   -- name of the file that brought it
  file_row INTEGER NOT NULL,            -- its line there, from 1
  position INTEGER NOT NULL             -- order in which the lines of a purse came
) STRICT;
CREATE INDEX bank_line_day ON bank_line (purse_id, dated_on);

-- What somebody decided about a line and an entry. What is beyond doubt is found anew each time and stands nowhere.
CREATE TABLE bank_link (
  id TEXT PRIMARY KEY NOT NULL,
  line_id TEXT NOT NULL REFERENCES bank_line (id),
  entry_id TEXT NOT NULL REFERENCES entry (id),
  is_same INTEGER NOT NULL,             -- 0: they are not the same, however alike they look
  UNIQUE (line_id, entry_id)
) STRICT;
CREATE INDEX bank_link_entry ON bank_link (entry_id);

-- 覚えた記帳: what the words of a line were booked as last time.
CREATE TABLE bank_rule (
  id TEXT PRIMARY KEY NOT NULL,
  words TEXT NOT NULL,                  -- as the bank wrote them last
  is_incoming INTEGER NOT NULL,
  kind TEXT NOT NULL,                   -- income, expense, transfer
  other_purse_id TEXT REFERENCES purse (id),
  item_id TEXT REFERENCES account_item (id),
  description TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  grant_id TEXT REFERENCES grant_award (id),
  committee_id TEXT REFERENCES organisation (id),
  activity_id TEXT REFERENCES activity (id),
  used_on TEXT NOT NULL,                -- the newest line that it was learnt from
  UNIQUE (words, is_incoming)
) STRICT;
