-- 会議: 総会・役員会・部会, who may vote, what was taken up and how it was voted. No sum is stored: results are counted each time.

-- 会則の決まり that the office has set itself, for each kind of meeting; none takes those of the city's profile.
CREATE TABLE meeting_rules (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL UNIQUE,            -- ordinary (both 総会), board, committee
  rules TEXT NOT NULL,                  -- JSON
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE meeting (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,                   -- ordinary, extraordinary, board, committee
  organisation_id TEXT REFERENCES organisation (id),  -- the 部会 that meets
  fiscal_year INTEGER NOT NULL,
  number INTEGER,                       -- 第○回
  held_on TEXT NOT NULL,
  begins_at TEXT,
  ends_at TEXT,
  place TEXT NOT NULL,
  notice_on TEXT,                       -- 招集通知を出した日
  is_written INTEGER NOT NULL,          -- 書面だけの会議
  rules TEXT NOT NULL,                  -- JSON: as they were when it was called
  voters_on TEXT,                       -- the day as of which the roll was taken
  chair TEXT NOT NULL,
  signers TEXT NOT NULL,                -- one a line
  note TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX meeting_year ON meeting (fiscal_year, held_on);

CREATE TABLE agenda_item (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,                   -- report, motion, other
  matter TEXT NOT NULL,                 -- settlement, bylaws, officers …
  title TEXT NOT NULL,
  explanation TEXT NOT NULL,
  discussion TEXT NOT NULL,             -- 質疑
  subject_year INTEGER,                 -- whose 予算; NULL: the meeting's year
  revision_id TEXT,                     -- the draft of 補正 that is decided; it may be thrown away before
  new_text TEXT NOT NULL,               -- 新しい規約
  from_on TEXT,
  to_on TEXT,
  method TEXT NOT NULL,                 -- no_objection, applause, hands …; empty: not voted on
  present_yes INTEGER,                  -- NULL: all agreed, nobody counted
  present_no INTEGER,
  present_abstain INTEGER,
  proxy_yes INTEGER,
  proxy_no INTEGER,
  proxy_abstain INTEGER,
  casting TEXT NOT NULL,                -- yes, no: how the chair decided a tie
  voted_at TEXT,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX agenda_item_meeting ON agenda_item (meeting_id, position);

-- 役員の候補
CREATE TABLE nomination (
  id TEXT PRIMARY KEY NOT NULL,
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  role_id TEXT,                         -- the role that ends; it may be taken out before
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL,
  person_id TEXT REFERENCES person (id),
  position INTEGER NOT NULL
) STRICT;
CREATE INDEX nomination_item ON nomination (item_id, position);

-- 表決権者: one line is one vote, so that nobody is counted twice.
CREATE TABLE meeting_voter (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  number INTEGER NOT NULL,
  organisation_id TEXT REFERENCES organisation (id),
  household_id TEXT REFERENCES household (id),
  person_id TEXT REFERENCES person (id),
  standing TEXT NOT NULL,               -- open, present, deputy, proxy, written, electronic, absent, invalid
  holder TEXT NOT NULL,                 -- chair, president, member, blank; empty: no proxy
  holder_id TEXT REFERENCES meeting_voter (id),
  deputy TEXT NOT NULL,                 -- 代理人の氏名
  came_at TEXT,
  left_at TEXT,
  is_chair INTEGER NOT NULL,
  is_president INTEGER NOT NULL,
  version INTEGER NOT NULL,
  UNIQUE (meeting_id, number)
) STRICT;
CREATE INDEX meeting_voter_person ON meeting_voter (person_id);

-- 書面表決・電磁的表決: the mark of one slip at one item.
CREATE TABLE written_vote (
  id TEXT PRIMARY KEY NOT NULL,
  voter_id TEXT NOT NULL REFERENCES meeting_voter (id),
  item_id TEXT NOT NULL REFERENCES agenda_item (id),
  vote TEXT NOT NULL,                   -- yes, no, abstain
  UNIQUE (voter_id, item_id)
) STRICT;
CREATE INDEX written_vote_item ON written_vote (item_id);

-- 規約の本文, in force from a day.
CREATE TABLE bylaws (
  id TEXT PRIMARY KEY NOT NULL,
  from_on TEXT NOT NULL,
  body TEXT NOT NULL,
  item_id TEXT NOT NULL REFERENCES agenda_item (id)
) STRICT;

-- 議決の反映: what an approved item changed in the records, once.
CREATE TABLE meeting_effect (
  id TEXT PRIMARY KEY NOT NULL,
  item_id TEXT NOT NULL UNIQUE REFERENCES agenda_item (id),
  happened_on TEXT NOT NULL
) STRICT;
