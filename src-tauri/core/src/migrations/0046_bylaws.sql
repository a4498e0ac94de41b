-- 規約: a text may also be typed by hand, of which no meeting in the records decided; SQLite lets go of NOT NULL only by making the
-- table anew.
CREATE TABLE bylaws_anew (
  id TEXT PRIMARY KEY NOT NULL,
  from_on TEXT NOT NULL,
  body TEXT NOT NULL,
  item_id TEXT REFERENCES agenda_item (id),  -- NULL: typed by hand
  decided TEXT NOT NULL DEFAULT '',     -- where it was decided, as typed
  version INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO bylaws_anew (id, from_on, body, item_id) SELECT id, from_on, body, item_id FROM bylaws;
DROP TABLE bylaws;
ALTER TABLE bylaws_anew RENAME TO bylaws;
