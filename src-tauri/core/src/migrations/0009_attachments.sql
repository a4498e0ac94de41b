-- 書類・写真・領収書: what is attached to a record. The bytes lie encrypted in FILE.cas under their content id.
CREATE TABLE attachment (
  id TEXT PRIMARY KEY NOT NULL,
  owner_kind TEXT NOT NULL,             -- person, entry, occasion …: the table of the record
  owner_id TEXT NOT NULL,
  content_id TEXT NOT NULL,             -- 64 hexadecimal digits
  name TEXT NOT NULL,                   -- file name as shown
  media_type TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  label TEXT NOT NULL,                  -- 同意書, 入会届, 領収書 …
  added_on TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX attachment_owner ON attachment (owner_kind, owner_id);
