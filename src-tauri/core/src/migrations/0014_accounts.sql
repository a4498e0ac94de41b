-- 会計のつづき: several 会計, items to any depth, purses of committees, advances, the budget's versions.

-- 特別会計・積立金. 一般会計 needs no row: what belongs to no other is its own.
CREATE TABLE fund (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,                   -- special, reserve
  purpose TEXT NOT NULL,                -- 積立の目的
  target_yen INTEGER,                   -- 積立の目標額
  until_year INTEGER,                   -- 取り崩す予定の年度
  is_closed INTEGER NOT NULL,
  position INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- 積立の計画, one year of it.
CREATE TABLE reserve_plan (
  id TEXT PRIMARY KEY NOT NULL,
  fund_id TEXT NOT NULL REFERENCES fund (id),
  fiscal_year INTEGER NOT NULL,
  amount_yen INTEGER NOT NULL,
  UNIQUE (fund_id, fiscal_year)
) STRICT;

-- The same rows under a key that knows 会計, 目 and 節: SQLite changes the key of a table only by making it anew.
CREATE TABLE account_item_anew (
  id TEXT PRIMARY KEY NOT NULL,
  side TEXT NOT NULL,                   -- income, expense
  kan TEXT NOT NULL,
  kou TEXT NOT NULL,
  position INTEGER NOT NULL,
  moku TEXT NOT NULL DEFAULT '',
  setsu TEXT NOT NULL DEFAULT '',
  fund_id TEXT REFERENCES fund (id)     -- NULL is 一般会計
) STRICT;
INSERT INTO account_item_anew (id, side, kan, kou, position) SELECT id, side, kan, kou, position FROM account_item;
DROP TABLE account_item;
ALTER TABLE account_item_anew RENAME TO account_item;
CREATE UNIQUE INDEX account_item_name ON account_item (coalesce(fund_id, ''), side, kan, kou, moku, setsu);

-- kind also: advance (仮払, what one person holds of the council's money)
ALTER TABLE purse ADD COLUMN fund_id TEXT REFERENCES fund (id);               -- NULL is 一般会計
ALTER TABLE purse ADD COLUMN committee_id TEXT REFERENCES organisation (id);  -- 部会の通帳; NULL is the secretariat's own

-- 仮払: the purse is what the person holds.
CREATE TABLE advance (
  id TEXT PRIMARY KEY NOT NULL,
  purse_id TEXT NOT NULL UNIQUE REFERENCES purse (id),
  holder TEXT NOT NULL,                 -- 受け取った人
  purpose TEXT NOT NULL,
  activity_id TEXT REFERENCES activity (id),
  given_on TEXT NOT NULL,
  due_on TEXT,                          -- 精算の期限
  settled_on TEXT,
  version INTEGER NOT NULL
) STRICT;

ALTER TABLE entry ADD COLUMN to_item_id TEXT REFERENCES account_item (id);     -- 繰入の科目 of a transfer into another 会計
ALTER TABLE entry ADD COLUMN committee_id TEXT REFERENCES organisation (id);   -- 部会
ALTER TABLE entry ADD COLUMN heads INTEGER;                                    -- 人数, where a rule needs it
ALTER TABLE entry ADD COLUMN reimbursed_to TEXT NOT NULL DEFAULT '';           -- 立替えた人
CREATE INDEX entry_voids ON entry (voids_id) WHERE voids_id IS NOT NULL;

-- 定例の記帳: rent, dues, interest; recorded by the secretary when the day has come, never by itself.
CREATE TABLE recurring (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  purse_id TEXT NOT NULL REFERENCES purse (id),
  to_purse_id TEXT REFERENCES purse (id),
  item_id TEXT REFERENCES account_item (id),
  description TEXT NOT NULL,
  counterparty TEXT NOT NULL,
  amount_yen INTEGER NOT NULL,
  grant_id TEXT REFERENCES grant_award (id),
  activity_id TEXT REFERENCES activity (id),
  months TEXT NOT NULL,                 -- 4,5,6 …
  day INTEGER NOT NULL,                 -- 31 is the last of the month
  from_on TEXT NOT NULL,
  until_on TEXT,
  version INTEGER NOT NULL
) STRICT;
