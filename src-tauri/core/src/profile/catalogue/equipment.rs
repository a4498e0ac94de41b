//! Columns of the lists of equipment.

use super::Named;
use super::names::{count, date, text, yen};

pub(super) const REGISTER: &[Named] = &[
    text("number", "備品番号"),
    text("name", "品名・規格"),
    text("kind", "分類"),
    count("quantity", "数量"),
    yen("price_yen", "取得価格"),
    date("acquired_on", "取得日"),
    text("source", "財源"),
    text("place", "保管場所"),
    text("keeper", "保管責任者"),
    count("useful_years", "耐用年数"),
    text("restricted", "処分制限"),
    text("condition", "状態"),
    text("checked", "現品照合"),
    text("disposed", "処分"),
    text("note", "備考"),
];

pub(super) const ASSETS: &[Named] = &[
    text("number", "備品番号"),
    text("name", "品名・規格"),
    count("quantity", "数量"),
    text("place", "保管場所"),
    date("acquired_on", "取得日"),
    yen("amount_yen", "取得価格"),
    text("checked", "おわりに確かめた日と結果"),
];

pub(super) const LOANS: &[Named] = &[
    text("name", "品名・規格"),
    count("quantity", "数量"),
    text("borrower", "借りた人"),
    text("contact", "連絡先"),
    date("lent_on", "貸した日"),
    date("due_on", "返す日"),
];

pub(super) const DIFFERENCES: &[Named] = &[
    text("number", "備品番号"),
    text("name", "品名・規格"),
    count("quantity", "数量"),
    text("place", "保管場所"),
    text("keeper", "保管責任者"),
    text("checked", "照合の日と結果"),
    text("checked_by", "照合した人"),
    count("missing", "見つからない数"),
];

pub(super) const DISPOSALS: &[Named] = &[
    text("thing", "財産の名称・規格・数量"),
    date("acquired_on", "取得した日"),
    yen("price_yen", "取得価格"),
    yen("granted_yen", "そのうち交付金の額"),
    text("restricted", "処分制限"),
    text("how", "処分の方法"),
    text("reason", "処分の理由"),
    date("on", "処分の予定日"),
    text("grant", "交付金の名称"),
    text("grant_year", "交付金の年度"),
    date("decided_on", "交付決定日"),
    text("decision_no", "交付決定番号"),
];
