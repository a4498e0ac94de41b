//! 繰越: rows that carry a balance over are no entries: 前年度繰越 opens a purse, 前月繰越 and 次頁へ only repeat.

/// What a row of a cash book is, by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Money that moves.
    Entry,
    /// 前年度繰越
    Opening,
    /// 繰越 without saying from where: an opening when it comes first, else a repetition.
    Carried,
    /// 次月繰越, 4月分計: nothing that moves money
    Summary,
}

/// Tells by item and words; a row under an item of its own is an entry whatever its words.
pub fn row_kind(item: &str, description: &str) -> RowKind {
    let plain =
        |words: &str| words.chars().filter(|c| !c.is_whitespace()).collect::<String>().replace("繰り越", "繰越");
    let (item, description) = (plain(item), plain(description));
    let words = format!("{item}{description}");
    let has = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let is_carried = words.contains("繰越");
    let is_balance = words.contains("残高") || words.ends_with("より") || words.ends_with('へ');
    if is_sum(&item) || (item.is_empty() && is_sum(&description)) {
        return RowKind::Summary;
    }
    let has_own_item = !(item.is_empty() || item.contains("繰越") || item.contains("残高") || words == item);
    if has_own_item || !(is_carried || is_balance) {
        return RowKind::Entry;
    }
    if has(&["次年度", "翌年度", "次期", "翌期", "次月", "翌月", "来月", "次頁", "次ページ", "次葉", "へ繰越"])
    {
        RowKind::Summary
    } else if has(&["前月", "先月", "前頁", "前ページ", "前葉"]) {
        RowKind::Carried
    } else if has(&["前年度", "昨年度", "前年", "前期", "期首", "当初", "年度始", "開始"]) {
        RowKind::Opening
    } else if is_carried && words.replace("繰越金", "").replace("繰越", "").is_empty() {
        RowKind::Carried
    } else {
        RowKind::Entry
    }
}

/// 4月分計, 本月合計; not 会計 or 時計.
fn is_sum(words: &str) -> bool {
    let plain: String = words.chars().filter(|c| !c.is_whitespace()).collect();
    let other = ["会計", "時計", "設計", "家計", "統計", "集計", "温度計", "血圧計", "体重計", "余計"];
    plain.ends_with('計') && plain.chars().count() <= 10 && !other.iter().any(|word| plain.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_only_carries_a_balance_is_no_entry() {
        for (item, words, kind) in [
            ("前年度繰越", "", RowKind::Opening),
            ("繰越金", "前年度繰越金", RowKind::Opening),
            ("", "前年度より繰越", RowKind::Opening),
            ("", "前期繰越金", RowKind::Opening),
            ("", "期首残高", RowKind::Opening),
            ("", "前月より繰越", RowKind::Carried),
            ("前月繰越", "", RowKind::Carried),
            ("", "前頁より", RowKind::Carried),
            ("繰越金", "", RowKind::Carried),
            ("繰越金", "繰越", RowKind::Carried),
            ("", "次月へ繰越", RowKind::Summary),
            ("", "次年度繰越金", RowKind::Summary),
            ("", "４月分計", RowKind::Summary),
            ("", "4 月 計", RowKind::Summary),
            ("消耗品費", "時計", RowKind::Entry),
            ("会計", "", RowKind::Entry),
            ("会議費", "前年度決算資料の印刷", RowKind::Entry),
            ("雑費", "前年度より値上がり分", RowKind::Entry),
            ("", "市より", RowKind::Entry),
            ("雑費", "積立金へ", RowKind::Entry),
        ] {
            assert_eq!(row_kind(item, words), kind, "{item} {words}");
        }
    }
}
