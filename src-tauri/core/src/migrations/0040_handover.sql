-- 引継ぎ. What the office cannot know by itself is a list that the secretary keeps; handing over leaves a mark of its own.
CREATE TABLE handover_item (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,                   -- seal, key, passbook, contract, papers, password, contact, caution
  name TEXT NOT NULL,
  place TEXT NOT NULL,                  -- where it is kept; of a contact how to reach it
  holder TEXT NOT NULL,                 -- who holds it, whom to ask for
  note TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

-- 引き渡し: on which day, from whom to whom, and under which mark the books of the year were closed by then.
CREATE TABLE handover (
  id TEXT PRIMARY KEY NOT NULL,
  fiscal_year INTEGER NOT NULL,
  office TEXT NOT NULL,                 -- 会長, 会計, 事務局 …, the council's own word
  handed_on TEXT NOT NULL,
  from_name TEXT NOT NULL,
  to_name TEXT NOT NULL,
  witness TEXT NOT NULL,
  mark TEXT NOT NULL,                   -- 帳簿の印; empty while the year was open
  note TEXT NOT NULL
) STRICT;
CREATE INDEX handover_year ON handover (fiscal_year, handed_on);
