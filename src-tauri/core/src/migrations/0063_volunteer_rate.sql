-- What the council itself reckons an hour of its helpers at, from a day on.
CREATE TABLE volunteer_rate (
  id TEXT PRIMARY KEY NOT NULL,
  from_on TEXT NOT NULL UNIQUE,
  yen_per_hour INTEGER NOT NULL,
  source TEXT NOT NULL,                 -- もとにした資料: 香川県最低賃金
  version INTEGER NOT NULL
) STRICT;
