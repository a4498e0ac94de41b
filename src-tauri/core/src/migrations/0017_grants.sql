-- 交付金の手続き: what was filed, decided, claimed and paid, stage by stage. These are letters to and from the city: they go on
-- after a year is closed (確定, 返還, 財産処分), so no trigger of a closed year stands before them.
CREATE TABLE grant_step (
  id TEXT PRIMARY KEY NOT NULL,
  grant_id TEXT NOT NULL REFERENCES grant_award (id),
  stage TEXT NOT NULL,                  -- notice, application, decision, claim, change, completion, report, fixing …
  state TEXT NOT NULL,                  -- preparing, filed, done
  happened_on TEXT NOT NULL,
  number TEXT NOT NULL,                 -- 文書番号
  amount_yen INTEGER,
  note TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;
CREATE INDEX grant_step_grant ON grant_step (grant_id, happened_on);
