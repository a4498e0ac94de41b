//! Columns of what a successor takes over.

use super::Named;
use super::names::{date, list, text, yen};

pub(super) const STANDING: &[Named] = &[
    text("purse", "現金・預金"),
    yen("balance_yen", "年度末の帳簿の残高"),
    date("stated_on", "通帳・現金を確かめた日"),
    yen("stated_yen", "通帳・現金の残高"),
    yen("booked_yen", "その日の帳簿の残高"),
];

pub(super) const ADVANCES: &[Named] = &[
    text("holder", "受け取った人"),
    text("purpose", "使いみち"),
    date("given_on", "渡した日"),
    date("due_on", "精算の期限"),
    yen("given_yen", "渡した額"),
    yen("at_end_yen", "年度末に精算していなかった額"),
    yen("left_yen", "引き渡しのときに精算していない額"),
    text("state", "引き渡しのときのようす"),
];

pub(super) const GRANT_PAPERS: &[Named] =
    &[text("grant", "交付金の名称"), text("title", "提出物"), date("due_on", "期限"), date("filed_on", "出した日")];

pub(super) const COMING: &[Named] = &[
    text("due", "いつまで"),
    date("due_on", "期限の日"),
    text("of_year", "どの年度の"),
    text("title", "すること"),
    text("detail", "内容"),
];

const ITEMS: &[Named] =
    &[text("name", "名前"), text("place", "置き場所・連絡先"), text("holder", "持っている人"), text("note", "備考")];

pub(super) const KINDS: &[Named] = &[text("kind", "種類"), list("items", "控え", ITEMS)];

const CHECKS: &[Named] = &[text("item", "確かめること")];

pub(super) const CHECKLISTS: &[Named] = &[text("office", "役職"), list("checks", "確かめること", CHECKS)];

pub(super) const RECORDS: &[Named] = &[
    text("office", "役職"),
    date("handed_on", "引き渡した日"),
    text("from_name", "前任"),
    text("to_name", "後任"),
    text("witness", "立会人"),
    text("mark", "そのときの帳簿の印"),
    text("note", "備考"),
];
