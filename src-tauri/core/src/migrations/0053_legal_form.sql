-- 団体の種類: whether the council is a 認可地縁団体, and since when. Councils written before are 任意団体 until somebody says otherwise.
ALTER TABLE council ADD COLUMN legal_form TEXT NOT NULL DEFAULT 'voluntary';
ALTER TABLE council ADD COLUMN recognised_on TEXT;
