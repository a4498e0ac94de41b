//! 一つの行事の収支: the entries that name it, with its line of work and the grants behind them.

use office::Yen;
use office::accounts::{Books, Cost, EntryId};
use office::activities::{OccasionId, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::funding::Shares;
use super::{ActivityShown, Lines, activity_shown};
use crate::command::Command;
use crate::{Desk, Error, Result, labels};

/// What an occasion cost.
#[derive(Debug, Deserialize, TS)]
pub struct CostOf {
    #[ts(type = "string")]
    pub id: OccasionId,
}

/// What an occasion brought in and cost, at a glance.
#[derive(Debug, Serialize, TS)]
pub struct OccasionCost {
    pub income_yen: Yen,
    pub expense_yen: Yen,
    /// Expenses by who pays them: a grant, or 自主財源.
    pub funding: Vec<FundingShown>,
    pub entries: Vec<CostEntry>,
    /// What its line of work cost in the year, all occasions together.
    pub activity: Option<ActivityShown>,
}

/// What one grant pays.
#[derive(Debug, Serialize, TS)]
pub struct FundingShown {
    pub name: String,
    pub amount_yen: Yen,
}

/// One entry.
#[derive(Debug, Serialize, TS)]
pub struct CostEntry {
    #[ts(type = "string")]
    pub id: EntryId,
    pub on_label: String,
    pub words: String,
    pub is_income: bool,
    pub amount_yen: Yen,
}

impl Command for CostOf {
    const NAME: &'static str = "activities.cost";
    type Output = OccasionCost;
    fn run(self, desk: &Desk) -> Result<OccasionCost> {
        desk.office()?.view(|view| {
            let missing = || Error::refused("activities.no_such_occasion");
            let occasion = store::find_occasion(view, self.id)?.ok_or_else(missing)?;
            let year = occasion.fiscal_year;
            let (books, lines) = (Books::load(view, year)?, Lines::load(view)?);
            let shares = Shares::load(view, &books)?;
            let grants = office::grants::store::grants(view, year)?;
            let entries = books.of_occasion(self.id);
            let cost = Cost::of(&entries);
            let named = |id| {
                grants.iter().find(|grant| Some(grant.id) == id).map_or("自主財源", |grant| grant.name.as_str())
            };
            let occasions = store::occasions(view, year)?;
            Ok(OccasionCost {
                income_yen: cost.income_yen,
                expense_yen: cost.expense_yen,
                funding: cost
                    .by_grant
                    .iter()
                    .map(|(id, yen)| FundingShown { name: named(*id).to_owned(), amount_yen: *yen })
                    .collect(),
                activity: lines.of(&occasion).map(|line| activity_shown(line, &lines, &occasions, &shares)),
                entries: entries.iter().map(|entry| cost_entry(entry)).collect(),
            })
        })
    }
}

fn cost_entry(entry: &office::accounts::Entry) -> CostEntry {
    let words = [entry.description.as_str(), entry.counterparty.as_str()];
    CostEntry {
        id: entry.id,
        on_label: labels::day_of_week(entry.entered_on),
        words: words.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　"),
        is_income: entry.kind == office::accounts::EntryKind::Income,
        amount_yen: entry.amount_yen,
    }
}
