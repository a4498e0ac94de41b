-- 行事の写真: the few that the report of an occasion shows.
CREATE TABLE photo (
  id TEXT PRIMARY KEY NOT NULL,         -- that of its attachment
  position INTEGER NOT NULL             -- among the occasion's photographs on the report
) STRICT;
