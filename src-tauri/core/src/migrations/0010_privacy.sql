-- 個人情報: what is kept for what, who agreed to what, and what was erased.
ALTER TABLE log ADD COLUMN erased_hash TEXT;  -- hash of the row as it reads since words in it were erased

-- 項目ごとの利用目的・公開範囲・取得方法
CREATE TABLE field_policy (
  id TEXT PRIMARY KEY NOT NULL,         -- address, phone, birth_on …
  purpose TEXT NOT NULL,
  scope TEXT NOT NULL,                  -- office, officers, committee, members, city
  acquired TEXT NOT NULL
) STRICT;

-- 同意
CREATE TABLE consent (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  scope TEXT NOT NULL,
  given_on TEXT NOT NULL,
  withdrawn_on TEXT,
  how TEXT NOT NULL,                    -- 入会届, 口頭 …
  note TEXT NOT NULL
) STRICT;
CREATE INDEX consent_person ON consent (person_id);

-- 保存年数 by class of record
CREATE TABLE retention (
  id TEXT PRIMARY KEY NOT NULL,         -- leavers, accounts
  years INTEGER NOT NULL
) STRICT;
