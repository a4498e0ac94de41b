-- 名簿: people, organisations and the roles that people hold in them.
CREATE TABLE person (
  id TEXT PRIMARY KEY NOT NULL,
  family TEXT NOT NULL,                 -- exactly as typed
  given TEXT NOT NULL,
  family_kana TEXT NOT NULL,
  given_kana TEXT NOT NULL,
  postal TEXT NOT NULL,                 -- NNN-NNNN or as typed
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  mobile TEXT NOT NULL,
  birth_on TEXT,
  left_on TEXT,                         -- 退会; the person stays in the file
  note TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE organisation (
  id TEXT PRIMARY KEY NOT NULL,
  kind TEXT NOT NULL,                   -- council, association, committee, member_body
  name TEXT NOT NULL,
  parent_id TEXT REFERENCES organisation (id),
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE role (
  id TEXT PRIMARY KEY NOT NULL,
  person_id TEXT NOT NULL REFERENCES person (id),
  organisation_id TEXT NOT NULL REFERENCES organisation (id),
  title TEXT NOT NULL,                  -- 会長, 部会員 … as written
  from_on TEXT,
  to_on TEXT
) STRICT;
CREATE INDEX role_person ON role (person_id);
CREATE INDEX role_organisation ON role (organisation_id);
