//! どの会計のどの口座か: where the money of a row lies.

use super::funds::{self, Placed, RowFund};
use super::line::{Spot, Transfer};
use super::marks;
use super::purses;
use super::row_words::RowWords;
use super::rows::TableReader;
use crate::accounts::Books;
use crate::intake::layout::{Record, Table};
use crate::intake::plan::Issue;

impl TableReader<'_, '_> {
    /// The other purse of a movement, in the 会計 that the row says.
    pub(super) fn transfer(&self, words: &RowWords, place: &Placed) -> Transfer {
        let there = |name: &str| match self.says_fund {
            true => funds::purse_in(name, true, &place.fund, self.known),
            false => name.to_owned(),
        };
        if let Some((_, to)) = words.arrow() {
            return Transfer::With(there(&purses::of_cell(to, &self.known.purses)));
        }
        let is_move = words.item.is_empty() && (words.side.contains('替') || words.side.contains("移"));
        let item = if is_move { &words.side } else { &words.item };
        let known = self.known.purses.iter().map(|p| &p.name);
        let names: Vec<String> = self.rows.purses.iter().chain(known).cloned().collect();
        match marks::transfer(item, &words.description, &place.purse, &names) {
            Transfer::With(other) => Transfer::With(there(&other)),
            other => other,
        }
    }

    /// The purse that the heading or the row names (通帳→現金 leaves the first), else that of the sheet; in the 会計 that the
    /// row says.
    pub(super) fn place(&self, record: &Record, words: &RowWords, heading: Option<&String>) -> Placed {
        let (name, _) = words.arrow().unwrap_or((&words.purse, ""));
        let of_row = || (!name.is_empty()).then(|| purses::of_cell(name, &self.known.purses));
        let named = heading.cloned().or_else(of_row);
        let words = record.text("fund").filter(|_| self.says_fund).unwrap_or_default();
        let said = RowFund::of(&words, &self.known.funds);
        let is_named = named.is_some();
        funds::place(named.unwrap_or_else(|| self.purse.clone()), is_named, said, self.known)
    }

    /// The column of 財源; one headed 会計 may hold it.
    pub(super) fn funding(&self, record: &Record) -> Option<&'static str> {
        let has = |field: &&str| record.columns(field).next().is_some();
        ["funding", "fund"].into_iter().find(has).filter(|field| *field == "funding" || !self.says_fund)
    }

    pub(super) fn meet(&mut self, place: &Placed, spot: Spot) {
        if !self.rows.purses.contains(&place.purse) {
            self.rows.purses.push(place.purse.clone());
        }
        self.rows.funds.entry(place.purse.clone()).or_insert_with(|| place.fund.clone());
        self.rows.first.entry(place.purse.clone()).or_insert(spot);
    }
}

/// Whether a column headed 会計 names 会計.
pub(super) fn says_fund(table: &Table, known: &Books) -> bool {
    table.records().filter_map(|record| record.text("fund")).any(|words| funds::is_fund(&words, &known.funds))
}

/// A row whose purse is one of another 会計.
pub(super) fn at_odds(record: &Record, place: &Placed) -> Issue {
    let said = record.text("fund").unwrap_or_default();
    let issue = Issue::at(record.place("fund"), "accounts.fund_at_odds").with("said", said);
    issue.with("purse", &place.purse).with("fund", place.fund.shown())
}
