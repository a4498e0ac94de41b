-- 備品台帳. What is owned goes on after a year is closed (照合, 貸出, 除却), and no money is recorded here: no trigger of a
-- closed year stands before these tables.
CREATE TABLE equipment (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,          -- 備品番号, as on its seal
  name TEXT NOT NULL,
  model TEXT NOT NULL,                  -- 規格
  kind TEXT NOT NULL,                   -- 分類, the council's own word
  quantity INTEGER NOT NULL,
  price_yen INTEGER,                    -- of all of them together; NULL where nobody knows
  granted_yen INTEGER,                  -- what a grant paid of it
  acquired_on TEXT,
  source TEXT NOT NULL,                 -- grant, own, fund, donation, unknown
  source_name TEXT NOT NULL,            -- the grant, the 会計 or the giver
  grant_id TEXT REFERENCES grant_award (id),
  entry_id TEXT REFERENCES entry (id),  -- the entry that bought it
  place TEXT NOT NULL,
  keeper TEXT NOT NULL,
  useful_years INTEGER,                 -- 耐用年数
  restriction TEXT NOT NULL,            -- unknown, none, until
  restricted_until TEXT,                -- the last day of 処分制限
  condition TEXT NOT NULL,              -- good, worn, broken
  note TEXT NOT NULL,
  disposal_way TEXT,                    -- scrap, transfer, exchange, lend, pledge, lost; NULL while nobody thinks of it
  disposed_on TEXT,                     -- the day, or the planned one
  disposal_reason TEXT NOT NULL,
  approval_no TEXT NOT NULL,            -- 承認の番号
  is_disposed INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX equipment_entry ON equipment (entry_id);
CREATE INDEX equipment_grant ON equipment (grant_id);

-- 備品にしない記帳: somebody looked at an entry and said that it bought none.
CREATE TABLE equipment_passed (
  id TEXT PRIMARY KEY NOT NULL,
  entry_id TEXT NOT NULL UNIQUE REFERENCES entry (id)
) STRICT;

-- 現品照合, once a year.
CREATE TABLE equipment_check (
  id TEXT PRIMARY KEY NOT NULL,
  equipment_id TEXT NOT NULL REFERENCES equipment (id),
  fiscal_year INTEGER NOT NULL,
  checked_on TEXT NOT NULL,
  checked_by TEXT NOT NULL,
  result TEXT NOT NULL,                 -- found, damaged, missing
  note TEXT NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (equipment_id, fiscal_year)
) STRICT;

-- 貸出
CREATE TABLE equipment_loan (
  id TEXT PRIMARY KEY NOT NULL,
  equipment_id TEXT NOT NULL REFERENCES equipment (id),
  borrower TEXT NOT NULL,
  contact TEXT NOT NULL,
  purpose TEXT NOT NULL,
  quantity INTEGER NOT NULL,
  lent_on TEXT NOT NULL,
  due_on TEXT NOT NULL,
  returned_on TEXT,
  note TEXT NOT NULL,                   -- what was seen when it came back
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX equipment_loan_of ON equipment_loan (equipment_id);
