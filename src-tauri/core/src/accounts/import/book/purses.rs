//! 現金・預金: whose book a sheet is, from its title, its name or a column, in the words of the office file.

use crate::accounts::{Purse, PurseKind};
use crate::intake::layout::Table;
use crate::text::search_key;

const BANK_WORDS: [&str; 10] = ["預金", "貯金", "通帳", "口座", "銀行", "信金", "信用金庫", "ゆうちょ", "農協", "JA"];
const CASH_WORDS: [&str; 4] = ["現金", "手元", "手許", "小口"];
/// What stands where neither sheet nor title names a purse.
const UNNAMED: &str = "現金";
/// What stands where a bank's own book does not say which bank.
const BANK: &str = "普通預金";

/// Cash or bank, by the words of the name.
pub fn kind(name: &str) -> PurseKind {
    if CASH_WORDS.iter().any(|word| name.contains(word)) || !is_bank(name) { PurseKind::Cash } else { PurseKind::Bank }
}

fn is_bank(name: &str) -> bool {
    BANK_WORDS.iter().any(|word| name.contains(word))
}

/// Does the text name a purse at all?
pub fn is_purse(text: &str) -> bool {
    is_bank(text) || CASH_WORDS.iter().any(|word| text.contains(word))
}

/// The purse of a sheet: the title says it (普通預金出納帳), else the sheet's name, else the only purse there is.
pub fn of_table(table: &Table, known: &[Purse]) -> String {
    let titles: Vec<String> = table.titles.iter().chain(&table.sheet_titles).cloned().collect();
    let is_passbook = ["income", "expense"].iter().all(|field| {
        let mut headings = table.columns.iter().filter(|column| column.field == Some(field)).map(|c| &c.heading);
        headings.any(|heading| {
            ["引出", "引き出し", "預入", "預け入れ", "お預", "お支払"].iter().any(|w| heading.contains(w))
        })
    });
    let unnamed = || as_known(if is_passbook { BANK } else { UNNAMED }, known);
    named_by_sheet(&titles, table.sheet, known).unwrap_or_else(unnamed)
}

fn named_by_sheet(titles: &[String], sheet: &str, known: &[Purse]) -> Option<String> {
    let words = titles.iter().flat_map(|title| title.split([' ', '　', '\t'])).chain([sheet]);
    let named = words.filter(|word| is_purse(word)).map(strip_book).find(|word| !word.is_empty());
    let only = || if let [only] = known { Some(only.name.clone()) } else { None };
    named.map(|name| as_known(name, known)).or_else(only)
}

/// The purse that a cell names, without 〃: a purse, or a way of paying (振込, 口座振替) that goes through the bank.
pub fn of_cell(words: &str, known: &[Purse]) -> String {
    let is_bank_way =
        ["振込", "振替", "引落", "引き落", "自動払"].iter().any(|way| words.contains(way)) && !is_purse(words);
    as_known(if is_bank_way || words.contains("口座振替") { BANK } else { words }, known)
}

/// 普通預金出納帳 as 普通預金, 金銭出納簿（通帳） as 通帳.
fn strip_book(word: &str) -> &str {
    let ends = ["出納帳", "出納簿", "元帳", "帳簿", "残高"];
    let (before, after) = ends.iter().find_map(|end| word.split_once(end)).unwrap_or((word, ""));
    let name = if is_purse(before) { before } else { after };
    name.trim_matches(['(', ')', '（', '）', '【', '】', '「', '」', '・', '_', '＿'])
}

/// The name that the office file has for this purse: the same name, or the only purse of that kind when the
/// paper speaks of 預金 or 通帳 in general.
pub fn as_known(name: &str, known: &[Purse]) -> String {
    let key = search_key(name);
    let same = known.iter().find(|purse| search_key(&purse.name) == key);
    let of_kind: Vec<&Purse> = known.iter().filter(|purse| purse.kind == kind(name)).collect();
    let general = ["現金", "手元現金", "手許現金", "小口現金", "預金", "普通預金", "通帳", "預金通帳", "口座", "銀行"];
    match (same, of_kind.as_slice()) {
        (Some(purse), _) => purse.name.clone(),
        (None, [only]) if general.contains(&name) => only.name.clone(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn purse(name: &str) -> Purse {
        Purse::new(name, kind(name))
    }

    #[test]
    fn the_title_comes_before_the_name_of_the_sheet() {
        let of = |title: &str, sheet: &str| {
            named_by_sheet(&[title.to_owned()], sheet, &[]).unwrap_or_else(|| UNNAMED.to_owned())
        };
        assert_eq!(of("令和７年度　普通預金出納帳　見本地区コミュニティ協議会", "預金出納帳"), "普通預金");
        assert_eq!(of("令和７年度　現金出納帳", "Sheet1"), "現金");
        assert_eq!(of("会計簿", "ゆうちょ銀行"), "ゆうちょ銀行");
        assert_eq!(of("令和７年度　会計", "４月"), "現金", "nothing names a purse");
        assert_eq!(of("金銭出納簿（通帳）", "収支"), "通帳");
    }

    #[test]
    fn a_general_word_means_the_purse_there_is() {
        let known = [purse("現金"), purse("百十四銀行 普通 1234567")];
        assert_eq!(as_known("預金", &known), "百十四銀行 普通 1234567");
        assert_eq!(as_known("ゆうちょ銀行", &known), "ゆうちょ銀行", "a name of its own is a purse of its own");
        assert_eq!(as_known("小口現金", &known), "現金");
        assert_eq!(named_by_sheet(&[], "４月", &known[1..]).as_deref(), Some("百十四銀行 普通 1234567"));
    }
}
