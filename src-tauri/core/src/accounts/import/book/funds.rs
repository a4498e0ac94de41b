//! 会計: to which 会計 a row belongs where one sheet tells of several, and in which of its purses the money lies.

use std::collections::HashMap;

use super::purses;
use crate::accounts::import::items::Chart;
use crate::accounts::{AccountItem, Books, Fund, FundId, FundKind, GENERAL, Purse};
use crate::text::search_key;

/// 会計 of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum RowFund {
    /// The paper says nothing.
    #[default]
    Unsaid,
    /// 一般会計
    General,
    /// 特別会計 or 積立金
    Special {
        /// The one of the office file; none for one that is not there yet.
        id: Option<FundId>,
        /// Its name.
        name: String,
    },
}

/// Where a row belongs.
#[derive(Debug)]
pub struct Placed {
    /// The purse that the paper speaks of: its balances are those of this one.
    pub book: String,
    /// The purse of the 会計.
    pub purse: String,
    /// Its 会計.
    pub fund: RowFund,
    /// The paper names a purse of another 会計 than the row.
    pub is_at_odds: bool,
}

impl RowFund {
    /// The 会計 that the words mean: one that is there, by its name or as the only one of its kind; else a new one.
    pub fn of(words: &str, known: &[Fund]) -> RowFund {
        let words = words.trim();
        let key = search_key(words);
        if is_general(&key) {
            return RowFund::General;
        }
        if key.is_empty() {
            return RowFund::Unsaid;
        }
        let same = known.iter().find(|fund| search_key(&fund.name) == key);
        let alike = || only(known, |fund| stem(&search_key(&fund.name)) == stem(&key));
        let of_kind = || only(known, |fund| !fund.is_closed && Some(fund.kind) == kind_of(&key));
        match same.or_else(alike).or_else(of_kind) {
            Some(fund) => RowFund::from(fund),
            None => RowFund::Special { id: None, name: words.to_owned() },
        }
    }

    /// The 会計 of a purse that is there; nothing is said by one of 一般会計.
    fn of_purse(name: &str, known: &Books) -> RowFund {
        let id = known.purses.iter().find(|purse| purse.name == name).and_then(|purse| purse.fund_id);
        let fund = id.and_then(|id| known.funds.iter().find(|fund| fund.id == id));
        fund.map(RowFund::from).unwrap_or_default()
    }

    /// The name on the screen.
    pub fn shown(&self) -> &str {
        match self {
            RowFund::Unsaid => "",
            RowFund::General => GENERAL,
            RowFund::Special { name, .. } => name,
        }
    }

    /// The name of one that is not there yet.
    pub fn unknown(&self) -> Option<&str> {
        if let RowFund::Special { id: None, name } = self { Some(name) } else { None }
    }

    fn holds(&self, of: Option<FundId>) -> bool {
        match self {
            RowFund::Unsaid => true,
            RowFund::General => of.is_none(),
            RowFund::Special { id, .. } => id.is_some() && *id == of,
        }
    }
}

impl From<&Fund> for RowFund {
    fn from(fund: &Fund) -> RowFund {
        RowFund::Special { id: Some(fund.id), name: fund.name.clone() }
    }
}

/// True for the name of a 会計; 自主財源 and まちづくり交付金 in a column headed 会計 are where money comes from.
pub fn is_fund(words: &str, known: &[Fund]) -> bool {
    let key = search_key(words);
    let is_named = ["会計", "積立金", "基金"].iter().any(|end| key.ends_with(end));
    let is_known = || RowFund::of(words, known).unknown().is_none();
    !key.is_empty() && (is_named || kind_of(&key).is_some() || is_known())
}

fn is_general(key: &str) -> bool {
    ["一般", "一般会計", "本会計", "普通会計"].contains(&key)
}

/// What a word means that names no 会計 but its kind.
fn kind_of(key: &str) -> Option<FundKind> {
    match key {
        "特別" | "特別会計" => Some(FundKind::Special),
        "積立" | "積立金" | "基金" => Some(FundKind::Reserve),
        _ => None,
    }
}

/// 防災特別会計 and 防災, 会館建設積立金 and 会館建設.
fn stem(key: &str) -> &str {
    let ends = ["特別会計", "特別", "積立金", "基金", "会計", "金"];
    let short = ends.iter().find_map(|end| key.strip_suffix(end)).filter(|short| !short.is_empty());
    short.unwrap_or(key)
}

fn only(known: &[Fund], is_it: impl Fn(&Fund) -> bool) -> Option<&Fund> {
    let mut found = known.iter().filter(|fund| is_it(fund));
    found.next().filter(|_| found.next().is_none())
}

/// The purse of a row. The 会計 that the row says has purses of its own; what the row names by its very name stays.
pub fn place(book: String, is_named: bool, said: RowFund, known: &Books) -> Placed {
    let of_purse = RowFund::of_purse(&book, known);
    if said == RowFund::Unsaid {
        return Placed { purse: book.clone(), book, fund: of_purse, is_at_odds: false };
    }
    let held = known.purses.iter().find(|purse| purse.name == book);
    if let Some(purse) = held.filter(|purse| is_named && !said.holds(purse.fund_id)) {
        let fund = if purse.fund_id.is_some() { of_purse } else { RowFund::General };
        return Placed { purse: book.clone(), book, fund, is_at_odds: true };
    }
    Placed { purse: purse_in(&book, is_named, &said, known), book, fund: said, is_at_odds: false }
}

/// The purse of a 会計 that is meant by a name: its own of that name or sort, else one to be made.
pub fn purse_in(name: &str, is_named: bool, fund: &RowFund, known: &Books) -> String {
    let own: Vec<Purse> = known.purses.iter().filter(|purse| fund.holds(purse.fund_id)).cloned().collect();
    let meant = purses::as_known(name, &own);
    let of_kind: Vec<&Purse> = own.iter().filter(|purse| purse.kind == purses::kind(name)).collect();
    match (fund, of_kind.as_slice()) {
        _ if own.iter().any(|purse| purse.name == meant) => meant,
        (_, [one]) if !is_named => one.name.clone(),
        (RowFund::Special { name: fund, .. }, _) => format!("{name}（{fund}）"),
        (RowFund::General, _) if known.purses.iter().any(|purse| purse.name == name) => format!("{name}（{GENERAL}）"),
        _ => name.to_owned(),
    }
}

/// The charts of all 会計; what says none is looked for in all of them.
#[derive(Debug)]
pub struct Charts {
    whole: Chart,
    of: HashMap<Option<FundId>, Chart>,
    none: Chart,
}

impl Charts {
    /// Each 会計 by itself.
    pub fn new(items: &[AccountItem]) -> Charts {
        let mut of: HashMap<_, Vec<AccountItem>> = HashMap::new();
        for item in items {
            of.entry(item.fund_id).or_default().push(item.clone());
        }
        let of = of.into_iter().map(|(fund, items)| (fund, Chart::new(&items))).collect();
        Charts { whole: Chart::new(items), of, none: Chart::default() }
    }

    /// The chart in which an item of this 会計 is looked for.
    pub fn of(&self, fund: &RowFund) -> &Chart {
        let found = match fund {
            RowFund::Unsaid => Some(&self.whole),
            RowFund::General => self.of.get(&None),
            RowFund::Special { id, .. } => id.and_then(|id| self.of.get(&Some(id))),
        };
        found.unwrap_or(&self.none)
    }
}

impl RowFund {
    /// One that is not there yet, as it is made.
    pub fn made(name: &str) -> Fund {
        let is_reserve = name.contains("積立") || name.ends_with("基金");
        Fund {
            id: FundId::new(),
            name: name.to_owned(),
            kind: if is_reserve { FundKind::Reserve } else { FundKind::Special },
            purpose: String::new(),
            target_yen: None,
            until_year: None,
            is_closed: false,
            position: 0,
            version: 0,
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    pub fn fund(name: &str) -> Fund {
        RowFund::made(name)
    }

    #[test]
    fn a_fund_is_known_by_its_name_its_stem_or_as_the_only_one() {
        let known = [fund("防災特別会計"), fund("会館建設積立金")];
        let of = |words: &str| RowFund::of(words, &known);
        assert_eq!(["一般", " 一般会計 "].map(of), [RowFund::General, RowFund::General]);
        assert_eq!(of(""), RowFund::Unsaid);
        for words in ["防災特別会計", "防災", "防災会計", "特別会計", "特別"] {
            assert_eq!(of(words), RowFund::from(&known[0]), "{words}");
        }
        assert_eq!(["会館建設基金", "積立"].map(of), [RowFund::from(&known[1]), RowFund::from(&known[1])]);
        assert_eq!(of("祭り特別会計").unknown(), Some("祭り特別会計"));
        let two = [fund("防災特別会計"), fund("祭り特別会計")];
        assert_eq!(RowFund::of("特別会計", &two).unknown(), Some("特別会計"), "either may be meant");
    }

    #[test]
    fn a_column_of_where_money_comes_from_is_none_of_funds() {
        let known = [fund("防災特別会計")];
        let all = ["一般", "特別会計", "防災", "祭り特別会計", "自主財源", "まちづくり交付金", ""];
        assert_eq!(all.map(|words| is_fund(words, &known)), [true, true, true, true, false, false, false]);
    }
}
