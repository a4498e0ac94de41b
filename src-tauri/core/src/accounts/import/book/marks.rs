//! 印: what the small columns of a cash book say: receipt, eligible or not, source of money, transfer.

use super::draft::Funding;
use super::line::Transfer;
use crate::accounts::Eligibility;
use crate::text::search_key;

/// 領収書 有. A blank, 無, × and － are none; anything else (有, ○, レ, 済, a number) is one.
pub fn has_receipt(mark: &str) -> bool {
    !matches!(
        mark.trim(),
        "" | "無"
            | "なし"
            | "無し"
            | "ない"
            | "未"
            | "×"
            | "✕"
            | "☓"
            | "X"
            | "x"
            | "-"
            | "－"
            | "ー"
            | "―"
            | "0"
            | "紛失"
    )
}

/// How a book marks its expenses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkColumn {
    /// 対象外 (or ×) is written where it holds; blank means eligible.
    MarksIneligible,
    /// The heading itself says 対象外: any mark means ineligible.
    HeadsIneligible,
    /// Only 対象 or ○ is ever written; blank says nothing.
    MarksEligible,
    /// 対象経費 in yen: the amount that is eligible; blank or 0 is none.
    Amounts,
}

impl MarkColumn {
    /// What kind of column this is, from its heading and everything written in it.
    pub fn of<'a>(heading: &str, marks: impl IntoIterator<Item = &'a str>) -> MarkColumn {
        if heading.contains("対象外")
            && !heading.contains("対象・")
            && !heading.contains('/')
            && !heading.contains('／')
        {
            return MarkColumn::HeadsIneligible;
        }
        let marks: Vec<&str> = marks.into_iter().collect();
        if !marks.is_empty() && marks.iter().all(|mark| is_amount(mark)) {
            return MarkColumn::Amounts;
        }
        let mut marks = marks.into_iter().map(verdict).peekable();
        let only_eligible = marks.peek().is_some() && marks.all(|verdict| verdict != Some(Eligibility::Ineligible));
        if only_eligible { MarkColumn::MarksEligible } else { MarkColumn::MarksIneligible }
    }

    /// The verdict of one cell.
    pub fn read(self, mark: &str) -> Eligibility {
        let is_blank = matches!(mark.trim(), "" | "0");
        match (self, is_blank) {
            (MarkColumn::Amounts, true) => Eligibility::Ineligible,
            (MarkColumn::Amounts, false) => Eligibility::Eligible,
            (MarkColumn::HeadsIneligible, true) | (MarkColumn::MarksIneligible, true) => Eligibility::Eligible,
            (MarkColumn::MarksEligible, true) => Eligibility::Unclear,
            (MarkColumn::HeadsIneligible, false) => Eligibility::Ineligible,
            _ => verdict(mark).unwrap_or(Eligibility::Unclear),
        }
    }
}

fn is_amount(mark: &str) -> bool {
    mark.chars().any(char::is_numeric) && mark.chars().all(|c| c.is_numeric() || ",，円¥￥ -".contains(c))
}

fn verdict(mark: &str) -> Option<Eligibility> {
    let mark = mark.trim();
    let out = ["対象外", "外", "×", "✕", "非対象", "不可", "否"].iter().any(|word| mark.contains(word));
    let yes = ["対象", "○", "〇", "◯", "●", "可", "レ", "✓", "内"].iter().any(|word| mark.contains(word));
    let eligible = yes.then_some(Eligibility::Eligible);
    if out { Some(Eligibility::Ineligible) } else { eligible }
}

const GRANT_WORDS: [&str; 5] = ["交付金", "補助金", "助成金", "委託料", "委託金"];

/// Does the name speak of money of others?
pub fn is_grant(name: &str) -> bool {
    GRANT_WORDS.iter().any(|word| name.contains(word))
}

/// 財源: a grant that is known, or whose words say that it is one (交付金 alone means the only one there is);
/// everything else is the council's own money.
pub fn funding(words: &str, known: &[String]) -> Funding {
    let key = search_key(words);
    let same = known.iter().find(|name| search_key(name) == key);
    let mut containing = known.iter().filter(|name| is_grant(words) && search_key(name).contains(&key));
    let only = containing.next().filter(|_| containing.next().is_none());
    match same.or(only) {
        Some(name) => Funding::Grant(name.clone()),
        None if is_grant(words) => Funding::Grant(words.trim().to_owned()),
        None => Funding::Own,
    }
}

const MOVES: [&str; 12] =
    ["振替", "引出", "引き出し", "引出し", "払出", "払い出し", "預入", "預け入れ", "資金移動", "移動", "繰替", "補充"];

/// Is this row a movement between purses? The item decides; without an item the words do.
pub fn transfer(item: &str, description: &str, purse: &str, purses: &[String]) -> Transfer {
    let other = |words: &str| purses.iter().filter(|name| *name != purse).find(|name| names(words, name)).cloned();
    let words = format!("{item} {description}");
    let is_move = match item.trim() {
        "" => {
            let is_named = names_any_purse(description) || other(description).is_some();
            is_named && (MOVES.iter().any(|word| description.contains(word)) || is_only_way(description, purses))
        }
        item => MOVES.iter().any(|word| strip(item) == *word) || (names_any_purse(item) && is_only_purse_or_move(item)),
    };
    match (is_move, other(&words)) {
        (false, _) => Transfer::No,
        (true, Some(other)) => Transfer::With(other),
        (true, None) => Transfer::Unnamed,
    }
}

/// 振替, 口座間振替 and 資金振替 as one word.
fn strip(item: &str) -> &str {
    item.trim_start_matches("口座間")
        .trim_start_matches("資金")
        .trim_start_matches("相互")
        .trim_end_matches("え")
        .trim_end_matches('金')
}

const PURSE_WORDS: [&str; 7] = ["現金", "預金", "貯金", "通帳", "口座", "銀行", "手元"];

fn names_any_purse(words: &str) -> bool {
    PURSE_WORDS.iter().any(|word| words.contains(word))
}

/// 現金引出, 普通預金, 預金より引出: nothing but a purse and a movement, unlike 預金利息.
fn is_only_purse_or_move(item: &str) -> bool {
    let rest = MOVES.iter().chain(&PURSE_WORDS).fold(item.to_owned(), |rest, word| rest.replace(word, ""));
    rest.chars().all(|c| "普通定期当座郵便からよりへにをの・し　 ()（）".contains(c))
}

/// ゆうちょ銀行より, 現金へ: nothing but a purse and which way.
fn is_only_way(words: &str, purses: &[String]) -> bool {
    let mut names: Vec<&str> = purses.iter().flat_map(|name| [name.as_str(), stem(name)]).collect();
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    let rest = names.into_iter().fold(words.to_owned(), |rest, name| rest.replace(name, ""));
    let has_way = ["より", "から", "へ", "に"].iter().any(|way| rest.ends_with(way));
    has_way && is_only_purse_or_move(&rest)
}

/// ゆうちょ銀行 as ゆうちょ: what people call it.
fn stem(purse: &str) -> &str {
    let short = ["信用金庫", "銀行", "貯金", "預金", "口座", "通帳"].iter().find_map(|end| purse.strip_suffix(end));
    short.filter(|short| short.chars().count() >= 2 && !["普通", "定期", "当座"].contains(short)).unwrap_or(purse)
}

/// Does the text name that purse, by its name or by what kind of purse it is?
fn names(words: &str, purse: &str) -> bool {
    let is_cash = |text: &str| text.contains("現金") || text.contains("手元");
    let is_bank = |text: &str| ["預金", "貯金", "通帳", "口座", "銀行"].iter().any(|word| text.contains(word));
    words.contains(stem(purse)) || (is_cash(words) && is_cash(purse)) || (is_bank(words) && is_bank(purse))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn receipts() {
        assert!(["有", "○", "レ", "済", "12"].into_iter().all(has_receipt));
        assert!(!["", " ", "無", "×", "－", "なし"].into_iter().any(has_receipt));
    }

    #[test]
    fn blank_means_what_the_column_says() {
        let ineligible = MarkColumn::of("交付対象", ["対象外"]);
        assert_eq!([ineligible.read(""), ineligible.read("対象外")], [Eligibility::Eligible, Eligibility::Ineligible]);
        let both = MarkColumn::of("対象・対象外", ["対象", "外"]);
        assert_eq!(
            [both.read("対象"), both.read("外"), both.read("？")],
            [Eligibility::Eligible, Eligibility::Ineligible, Eligibility::Unclear]
        );
        let headed = MarkColumn::of("対象外", ["○"]);
        assert_eq!([headed.read("○"), headed.read("")], [Eligibility::Ineligible, Eligibility::Eligible]);
        let positive = MarkColumn::of("交付金対象", ["○", "○"]);
        assert_eq!(
            [positive.read("○"), positive.read("")],
            [Eligibility::Eligible, Eligibility::Unclear],
            "nothing says that blank is eligible"
        );
    }

    #[test]
    fn an_eligible_amount_in_a_column_of_its_own() {
        let amounts = MarkColumn::of("対象経費", ["1,200", "300円", "0"]);
        let read = ["1,200", "", "0"].map(|mark| amounts.read(mark));
        assert_eq!(read, [Eligibility::Eligible, Eligibility::Ineligible, Eligibility::Ineligible]);
    }

    #[test]
    fn money_of_others_and_own_money() {
        let known = ["地域まちづくり交付金".to_owned(), "防犯灯設置補助金".to_owned()];
        let of = |words| funding(words, &known);
        assert_eq!(of("地域まちづくり　交付金"), Funding::Grant("地域まちづくり交付金".into()));
        assert_eq!(of("交付金"), Funding::Grant("地域まちづくり交付金".into()));
        assert_eq!(of("敬老会助成金"), Funding::Grant("敬老会助成金".into()), "a grant that is not known yet");
        assert_eq!([of("自主財源"), of(""), of("会費")], [Funding::Own, Funding::Own, Funding::Own]);
    }

    #[test]
    fn movements_between_purses() {
        let purses = ["現金".to_owned(), "普通預金".to_owned()];
        let read = |item, words| transfer(item, words, "現金", &purses);
        let bank = Transfer::With("普通預金".into());
        for (item, words) in [
            ("振替", "普通預金より引出"),
            ("", "預金から引き出し"),
            ("普通預金", "4月分"),
            ("現金引出", "通帳より"),
            ("口座間振替", "通帳から"),
        ] {
            assert_eq!(read(item, words), bank, "{item} {words}");
        }
        assert_eq!(read("振替", "小口"), Transfer::Unnamed);
        let banks = ["現金", "ゆうちょ銀行", "百十四銀行"].map(str::to_owned);
        let named = |words, purse: &str| transfer("", words, purse, &banks);
        assert_eq!(named("ゆうちょより引出", "現金"), Transfer::With("ゆうちょ銀行".into()));
        assert_eq!(named("百十四へ", "現金"), Transfer::With("百十四銀行".into()));
        assert_eq!(named("百十四銀行より広告料", "現金"), Transfer::No);
        for (item, words) in [
            ("預金利息", "利息"),
            ("光熱水費", "電気代 口座振替"),
            ("通信費", "振替用紙"),
            ("", "移動図書館の礼"),
            ("雑費", "預金より引出 手数料"),
        ] {
            assert_eq!(read(item, words), Transfer::No, "{item} {words}");
        }
    }
}
