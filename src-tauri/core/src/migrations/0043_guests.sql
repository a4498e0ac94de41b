-- 来賓 of a meeting, in the order in which they sit.
CREATE TABLE guest (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL REFERENCES meeting (id),
  position INTEGER NOT NULL,
  body TEXT NOT NULL,                   -- 所属
  office TEXT NOT NULL,                 -- 職
  name TEXT NOT NULL,
  greets INTEGER NOT NULL               -- 祝辞
) STRICT;
CREATE INDEX guest_meeting ON guest (meeting_id, position);

-- 席次: how the seats of a meeting stand. Who sits where follows from the roll, unless somebody was moved by hand.
CREATE TABLE seating (
  id TEXT PRIMARY KEY NOT NULL,
  meeting_id TEXT NOT NULL UNIQUE REFERENCES meeting (id),
  rows INTEGER NOT NULL,
  columns INTEGER NOT NULL,
  officers_in_front INTEGER NOT NULL,   -- 役員 sit in front, not among the others
  version INTEGER NOT NULL
) STRICT;
ALTER TABLE meeting_voter ADD COLUMN seat INTEGER;                              -- place among the seats, where it was moved by hand
