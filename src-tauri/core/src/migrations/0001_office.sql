-- The council itself and the log of every change.
CREATE TABLE council (
  id TEXT PRIMARY KEY NOT NULL,
  name TEXT NOT NULL,
  profile TEXT NOT NULL,                -- folder of the city's profile, e.g. takamatsu
  postal TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  is_sample INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Never part of a changeset itself. kind: begin, do, undo, redo; of_seq: the operation that an undo or redo concerns.
CREATE TABLE log (
  seq INTEGER PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,
  op TEXT NOT NULL,
  params TEXT NOT NULL,                 -- JSON: what the sentence names
  of_seq INTEGER,
  areas TEXT NOT NULL,                  -- JSON: areas touched
  operator TEXT NOT NULL,
  at TEXT NOT NULL,
  payload BLOB NOT NULL,                -- session changeset
  payload_hash TEXT NOT NULL,
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;
