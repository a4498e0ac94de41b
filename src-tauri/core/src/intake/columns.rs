//! 列の意味: what a heading means, by the words that councils use (`assets/words/columns.toml`).

use std::collections::{BTreeMap, HashMap};
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::headings::{
    fold, inside_brackets, is_bracketed, is_whole_of_parts, without_brackets, without_ending, without_kana,
    without_number,
};
use super::looks::Look;
use crate::calendar::{FiscalYear, year_in};

/// 取り込むものの種類
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// 名簿
    Roster,
    /// 自治会加入状況
    Associations,
    /// 予算書
    Budget,
    /// 出納帳
    CashBook,
    /// 事業実績
    Activities,
    /// 町丁ごとの世帯数
    Households,
    /// 備品台帳
    Equipment,
    /// 銀行の明細
    BankStatement,
}

impl Kind {
    /// All of them.
    pub const ALL: [Kind; 8] = [
        Kind::Roster,
        Kind::Associations,
        Kind::Budget,
        Kind::CashBook,
        Kind::Activities,
        Kind::Households,
        Kind::Equipment,
        Kind::BankStatement,
    ];

    /// The word in files and on the command line.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Roster => "roster",
            Kind::Associations => "associations",
            Kind::Budget => "budget",
            Kind::CashBook => "cash-book",
            Kind::Activities => "activities",
            Kind::Households => "households",
            Kind::Equipment => "equipment",
            Kind::BankStatement => "bank-statement",
        }
    }

    /// What the columns of this kind may mean.
    pub fn fields(self) -> &'static FieldSet {
        &field_sets()[&self]
    }
}

/// One meaning of a column.
#[derive(Debug, Deserialize)]
pub struct Field {
    /// Name in code.
    pub name: String,
    /// Name on the screen.
    pub label: String,
    words: Vec<String>,
    /// Ends of headings that mean this where the cells look like it (福祉部会 over ○).
    #[serde(default)]
    pub(super) ends: Vec<String>,
    /// Headings that mean this where one of the cells holds several names (世帯員 over 花子、次郎).
    #[serde(default)]
    listed: Vec<String>,
    /// What its cells look like.
    pub(super) looks: Option<Look>,
    /// Fields that together say the same: where they are found, cells alone prove nothing.
    #[serde(default)]
    pub(super) parts: Vec<String>,
    /// Several columns are put together (住所1, 住所2).
    #[serde(default)]
    pub(super) is_joined: bool,
    /// One column per year is usual.
    #[serde(default)]
    pub(super) is_yearly: bool,
    /// A heading that names nothing but a year means this.
    #[serde(default)]
    is_year_alone: bool,
}

/// 列の意味の一覧: all meanings of one kind of file.
#[derive(Debug)]
pub struct FieldSet {
    /// Which kind.
    pub kind: Kind,
    /// 名簿, 出納帳 …
    pub label: String,
    /// Its fields, in the order in which a choice shows them.
    pub fields: Vec<Field>,
    needs: Vec<Vec<String>>,
    exact: HashMap<String, (usize, usize)>,
    by_length: Vec<(String, usize)>,
}

/// What a heading was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Meaning {
    pub field: usize,
    pub year: Option<FiscalYear>,
    /// 4: the very word; 3: but for brackets or the heading above; 2: its end; 1: only the heading above.
    pub strength: u8,
    /// Place of the word among those of its field: of two columns that claim a field the better word takes it.
    pub rank: usize,
    /// 役職１ and 役職２: twins of one field, put together.
    pub is_numbered: bool,
}

/// A field, the year beside its word, and the word's place.
type Found = (usize, Option<FiscalYear>, usize);

#[derive(Deserialize)]
struct Listed {
    label: String,
    needs: Vec<Vec<String>>,
    fields: Vec<Field>,
}

fn field_sets() -> &'static BTreeMap<Kind, FieldSet> {
    static SETS: OnceLock<BTreeMap<Kind, FieldSet>> = OnceLock::new();
    SETS.get_or_init(|| {
        let listed: BTreeMap<Kind, Listed> =
            toml::from_str(include_str!("../../../../assets/words/columns.toml")).unwrap_or_default();
        listed.into_iter().map(|(kind, listed)| (kind, FieldSet::new(kind, listed))).collect()
    })
}

impl FieldSet {
    fn new(kind: Kind, Listed { label, needs, fields }: Listed) -> FieldSet {
        let ranked = |(i, f): (usize, &'_ Field)| {
            f.words.iter().map(|w| fold(w)).zip(0..).map(|(w, rank)| (w, (i, rank))).collect::<Vec<_>>()
        };
        let words = || fields.iter().enumerate().flat_map(ranked);
        let mut by_length: Vec<_> =
            words().map(|(word, (i, _))| (word, i)).filter(|(word, _)| word.chars().count() >= 2).collect();
        by_length.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
        let mut exact = HashMap::new();
        for (word, place) in words() {
            exact.entry(word).or_insert(place);
        }
        FieldSet { kind, label, fields, needs, exact, by_length }
    }

    /// The field that these very words name.
    pub fn named(&'static self, words: &str) -> Option<&'static str> {
        self.whole(words).map(|(field, ..)| self.fields[field].name.as_str())
    }

    /// The place of a field in the list.
    pub fn index(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|f| f.name == name)
    }

    /// The field that such a heading means where its cells hold several names.
    pub(super) fn listed(&self, heading: &str) -> Option<usize> {
        let heading = fold(heading);
        self.fields.iter().position(|field| field.listed.iter().any(|word| fold(word) == heading))
    }

    /// True when of each needed group one is among these.
    pub(super) fn is_enough(&self, names: &[&str]) -> bool {
        self.needs.iter().all(|group| group.iter().any(|name| names.contains(&name.as_str())))
    }

    /// True for the fields by which a record is known: those of the first needed group.
    pub(super) fn is_identity(&self, name: &str) -> bool {
        self.needs.first().is_some_and(|group| group.iter().any(|n| n == name))
    }

    /// True for a heading that is the very word of a field, with or without a year; also for two of them in one cell.
    pub(super) fn is_heading(&self, text: &str) -> bool {
        let is_whole = |text: &str| self.whole(text).is_some();
        is_whole(text)
            || (text.contains('\n') && text.lines().all(is_whole))
            || (is_bracketed(text) && is_whole(&without_brackets(text)))
    }

    /// True for the very word of such a field.
    pub(super) fn is_identity_heading(&self, heading: &str) -> bool {
        self.whole(heading).is_some_and(|(field, ..)| self.is_identity(&self.fields[field].name))
    }

    /// What the headings of one column mean, from the top one to the one right above the cells.
    pub(super) fn meaning(&self, headings: &[&str]) -> Option<Meaning> {
        let joined = headings.concat();
        let last = headings.last()?;
        let at = |strength, found: Option<Found>| {
            found.map(|(field, year, rank)| {
                let year = year.or_else(|| year_of(&joined));
                Meaning { field, year, strength, rank, is_numbered: false }
            })
        };
        let whole_of_parts = || self.whole(headings.first().filter(|_| headings.len() > 1 && is_whole_of_parts(last))?);
        at(4, self.whole(&joined))
            .or_else(|| at(3, self.whole(last)))
            .or_else(|| at(3, whole_of_parts()))
            .or_else(|| at(3, self.whole(&inside_brackets(last)?)))
            .or_else(|| at(3, self.whole(&without_brackets(&joined))))
            .or_else(|| at(3, self.whole(without_ending(&joined)?)))
            .or_else(|| at(3, self.whole(&without_kana(&joined)?)))
            .or_else(|| Some(Meaning { is_numbered: true, ..at(3, self.whole(without_number(&joined)?))? }))
            .or_else(|| at(2, self.ending(&joined)))
            .or_else(|| at(2, self.ending(&without_brackets(&joined))))
            .or_else(|| at(1, self.whole(headings.first().filter(|_| headings.len() > 1)?)))
    }

    fn whole(&self, heading: &str) -> Option<Found> {
        if let Some((field, rank)) = self.exact.get(&fold(heading)) {
            return Some((*field, None, *rank));
        }
        let (year, rest) = year_in(heading)?;
        let rest = fold(&rest);
        if rest.is_empty() {
            return Some((self.fields.iter().position(|f| f.is_year_alone)?, Some(year), 0));
        }
        self.exact.get(&rest).map(|(field, rank)| (*field, Some(year), *rank))
    }

    fn ending(&self, heading: &str) -> Option<Found> {
        let folded = fold(heading);
        let found = self.by_length.iter().find(|(word, _)| folded.ends_with(word.as_str()));
        found.map(|(word, field)| (*field, None, self.exact.get(word).map_or(0, |(_, rank)| *rank)))
    }
}

fn year_of(heading: &str) -> Option<FiscalYear> {
    year_in(heading).map(|(year, _)| year)
}

#[cfg(test)]
mod tests;
