-- 公開する情報 of an occasion: what somebody who wants to come has to know, and イベント一覧 of the open data asks for.
ALTER TABLE occasion ADD COLUMN kana TEXT NOT NULL DEFAULT '';          -- 行事名のカナ
ALTER TABLE occasion ADD COLUMN day_note TEXT NOT NULL DEFAULT '';      -- 日時の注意: 雨のときは翌日
ALTER TABLE occasion ADD COLUMN fee_yen INTEGER;                        -- 料金（基本）; 0: 無料
ALTER TABLE occasion ADD COLUMN fee_note TEXT NOT NULL DEFAULT '';      -- 料金（詳細）
ALTER TABLE occasion ADD COLUMN capacity INTEGER;                       -- 定員
ALTER TABLE occasion ADD COLUMN apply_by_on TEXT;                       -- 申込の締切
ALTER TABLE occasion ADD COLUMN apply_by_at TEXT;                       -- 締切の時刻
ALTER TABLE occasion ADD COLUMN apply_how TEXT NOT NULL DEFAULT '';     -- 申込方法
ALTER TABLE occasion ADD COLUMN bring TEXT NOT NULL DEFAULT '';         -- 持ち物・注意
ALTER TABLE occasion ADD COLUMN address TEXT NOT NULL DEFAULT '';       -- 会場の住所
ALTER TABLE occasion ADD COLUMN access TEXT NOT NULL DEFAULT '';        -- アクセス方法
ALTER TABLE occasion ADD COLUMN parking TEXT NOT NULL DEFAULT '';       -- 駐車場
ALTER TABLE occasion ADD COLUMN organiser TEXT NOT NULL DEFAULT '';     -- 主催者; empty: the council
ALTER TABLE occasion ADD COLUMN contact TEXT NOT NULL DEFAULT '';       -- 連絡先; empty: the council
ALTER TABLE occasion ADD COLUMN contact_phone TEXT NOT NULL DEFAULT ''; -- その電話番号
ALTER TABLE occasion ADD COLUMN url TEXT NOT NULL DEFAULT '';           -- くわしいことの載ったページ
