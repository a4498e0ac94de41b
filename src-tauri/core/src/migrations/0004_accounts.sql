-- 事業と行事
CREATE TABLE activity (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,            -- 事業: a line of work
  committee_id TEXT REFERENCES organisation (id)
) STRICT;

CREATE TABLE occasion (
  id TEXT PRIMARY KEY NOT NULL,
  activity_id TEXT REFERENCES activity (id),
  fiscal_year INTEGER NOT NULL,
  title TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT NOT NULL,
  place TEXT NOT NULL,
  participants INTEGER,
  participants_certainty TEXT NOT NULL, -- counted, rounded
  helpers INTEGER,
  target TEXT NOT NULL,                 -- 参加対象
  notice TEXT NOT NULL,                 -- 告知方法
  content TEXT NOT NULL,                -- 事業実施内容
  reflection TEXT NOT NULL,             -- 自己評価・反省点
  effect TEXT NOT NULL,                 -- 効果検証
  author TEXT NOT NULL,                 -- 作成者
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX occasion_year ON occasion (fiscal_year, from_on);

-- 会計
CREATE TABLE purse (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL UNIQUE,            -- 現金, 普通預金
  kind TEXT NOT NULL,                   -- cash, bank
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE opening (
  id TEXT PRIMARY KEY NOT NULL,
  purse_id TEXT NOT NULL REFERENCES purse (id),
  fiscal_year INTEGER NOT NULL,
  amount_yen INTEGER NOT NULL,
  UNIQUE (purse_id, fiscal_year)
) STRICT;

CREATE TABLE account_item (
  id TEXT PRIMARY KEY NOT NULL,
  side TEXT NOT NULL,                   -- income, expense
  kan TEXT NOT NULL,
  kou TEXT NOT NULL,
  position INTEGER NOT NULL,
  UNIQUE (side, kan, kou)
) STRICT;

CREATE TABLE budget_line (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  item_id TEXT NOT NULL REFERENCES account_item (id),
  amount_yen INTEGER NOT NULL,
  previous_yen INTEGER,                 -- 前年度予算額 as the paper says
  note TEXT NOT NULL,                   -- 内訳・摘要
  position INTEGER NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (fiscal_year, item_id)
) STRICT;

CREATE TABLE grant_award (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  name TEXT NOT NULL,                   -- 地域まちづくり交付金
  decided_yen INTEGER,
  decided_on TEXT,
  decision_no TEXT NOT NULL,
  UNIQUE (fiscal_year, name)
) STRICT;

-- kind: income, expense, transfer. A transfer goes from purse_id to to_purse_id and has no item.
CREATE TABLE entry (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  kind TEXT NOT NULL,
  entered_on TEXT NOT NULL,
  purse_id TEXT NOT NULL REFERENCES purse (id),
  to_purse_id TEXT REFERENCES purse (id),
  item_id TEXT REFERENCES account_item (id),
  description TEXT NOT NULL,            -- 摘要
  counterparty TEXT NOT NULL,           -- 相手方
  amount_yen INTEGER NOT NULL,
  voucher_no INTEGER,
  grant_id TEXT REFERENCES grant_award (id),  -- 財源; NULL is 自主財源
  eligibility TEXT,                     -- eligible, ineligible, unclear; NULL on income and transfers
  eligibility_reason TEXT NOT NULL,     -- written reason of an override
  has_receipt INTEGER NOT NULL,
  activity_id TEXT REFERENCES activity (id),
  position INTEGER NOT NULL,            -- order within the day, as on the paper
  voids_id TEXT REFERENCES entry (id),  -- the entry that this one takes back (取消)
  void_reason TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_year ON entry (fiscal_year, entered_on);
CREATE INDEX entry_item ON entry (item_id);
