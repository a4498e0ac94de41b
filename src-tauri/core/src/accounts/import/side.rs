//! 収入・支出 as papers say it: 収入の部, 歳出, 支出科目.

use crate::accounts::Side;

/// The side that the words name; none when they name both (収支, 収入支出) or neither.
pub fn side_in(words: &str) -> Option<Side> {
    let has = |names: [&str; 2]| names.iter().any(|name| words.contains(name));
    match (has(["収入", "歳入"]), has(["支出", "歳出"])) {
        (true, false) => Some(Side::Income),
        (false, true) => Some(Side::Expense),
        _ => None,
    }
}

/// The side that a cell names and nothing else: 収入, 支出の部, ［歳入］, 入金, 出.
pub fn side_alone(words: &str) -> Option<Side> {
    let plain: String = words.chars().filter(|c| !c.is_whitespace() && !"【】［］[]（）()■●◆".contains(*c)).collect();
    match plain.trim_end_matches("の部").trim_end_matches("金額") {
        "収入" | "歳入" | "入金" | "入" | "収" | "受入" => Some(Side::Income),
        "支出" | "歳出" | "出金" | "出" | "支" | "支払" | "払出" => Some(Side::Expense),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sides_as_written() {
        assert_eq!(
            ["収入の部", "１　歳入", "支出科目", "収支予算書", "会費"].map(side_in),
            [Some(Side::Income), Some(Side::Income), Some(Side::Expense), None, None]
        );
        assert_eq!(
            ["【収入の部】", "出金", "支　出", "雑収入", "事業収入"].map(side_alone),
            [Some(Side::Income), Some(Side::Expense), Some(Side::Expense), None, None]
        );
    }
}
