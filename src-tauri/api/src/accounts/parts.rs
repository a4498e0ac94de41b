//! 積算内訳: how a line of 当初予算 comes about, part by part.

use office::accounts::acts::{self, PartTyped};
use office::accounts::{AccountItemId, Books, BudgetPart, GrantId};
use office::activities::ActivityId;
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::choices::committees;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// The parts of one item's line.
#[derive(Debug, Deserialize, TS)]
pub struct BudgetParts {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub item_id: AccountItemId,
}

/// The parts of a line, and what can be chosen for each.
#[derive(Debug, Serialize, TS)]
pub struct LineParts {
    /// With what it stands under.
    pub item: String,
    /// 当初予算額; none before there is a line.
    pub amount_yen: Option<Yen>,
    /// True once a meeting decided the budget: the amount stays, the parts only explain it.
    pub is_decided: bool,
    pub parts: Vec<BudgetPart>,
    pub activities: Vec<PartChoice>,
    pub committees: Vec<PartChoice>,
    pub grants: Vec<PartChoice>,
}

/// 事業, 部会 or 財源
#[derive(Debug, Serialize, TS)]
pub struct PartChoice {
    pub id: String,
    pub name: String,
}

impl Command for BudgetParts {
    const NAME: &'static str = "accounts.budget_parts";
    type Output = LineParts;
    fn run(self, desk: &Desk) -> Result<LineParts> {
        desk.office()?.view(|view| {
            let books = Books::load(view, self.year)?;
            let item = books.items.iter().find(|item| item.id == self.item_id);
            let item = item.ok_or_else(|| Error::refused("accounts.no_such_item"))?;
            let line = books.budget.iter().find(|line| line.item_id == item.id);
            let own = books.parts.iter().filter(|part| line.is_some_and(|line| line.id == part.line_id));
            let grants = office::grants::store::grants(view, self.year)?;
            let activities = office::activities::store::activities(view)?;
            Ok(LineParts {
                item: item.levels().collect::<Vec<_>>().join("　"),
                amount_yen: line.map(|line| line.amount_yen),
                is_decided: books.initial_decided_on().is_some(),
                parts: own.cloned().collect(),
                activities: activities.into_iter().map(|one| choice(one.id, one.name)).collect(),
                committees: committees(view)?.into_iter().map(|one| choice(one.id, one.name)).collect(),
                grants: grants.into_iter().map(|one| choice(one.id, one.name)).collect(),
            })
        })
    }
}

fn choice(id: impl ToString, name: String) -> PartChoice {
    PartChoice { id: id.to_string(), name }
}

/// One part as typed; with a 単価 the amount is its product with 数量 and 回数, either of which may be left out.
#[derive(Debug, Deserialize, TS)]
pub struct PartDraft {
    pub words: String,
    pub unit: String,
    pub quantity: String,
    pub times: String,
    pub amount: String,
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
}

impl PartDraft {
    /// True for a row in which nothing was typed.
    fn is_blank(&self) -> bool {
        [&self.words, &self.unit, &self.quantity, &self.times, &self.amount].iter().all(|typed| typed.trim().is_empty())
    }

    /// The part as it is to be; a field that cannot be read is named with the place of its row: `unit 0`.
    fn parsed(&self, at: usize) -> Result<PartTyped> {
        let field = |name: &str| format!("{name} {at}");
        let count = |typed: &str, name: &str| typed::count(typed, &field(name)).map(|(count, _)| count);
        Ok(PartTyped {
            words: self.words.clone(),
            unit_yen: typed::yen(&self.unit, &field("unit"))?,
            quantity: count(&self.quantity, "quantity")?,
            times: count(&self.times, "times")?,
            amount_yen: typed::yen(&self.amount, &field("amount"))?,
            activity_id: self.activity_id,
            committee_id: self.committee_id,
            grant_id: self.grant_id,
        })
    }
}

/// 積算内訳 of a line, written anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveParts {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub item_id: AccountItemId,
    pub parts: Vec<PartDraft>,
}

impl Command for SaveParts {
    const NAME: &'static str = "accounts.save_parts";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let filled = self.parts.iter().enumerate().filter(|(_, part)| !part.is_blank());
        let parts = filled.map(|(at, part)| Ok((at, part.parsed(at)?))).collect::<Result<Vec<_>>>()?;
        let save = |tx: &office::file::Tx| acts::save_parts(tx, self.year, self.item_id, &parts);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, save)?.into())
    }
}

/// What parts that are being typed come to.
#[derive(Debug, Deserialize, TS)]
pub struct PartsEffect {
    pub parts: Vec<PartDraft>,
}

/// The amount of each part, as far as it can be read, and their sum. Half-typed input is never an error here.
#[derive(Debug, Serialize, TS)]
pub struct PartsSum {
    pub amounts: Vec<Option<Yen>>,
    pub total_yen: Yen,
}

impl Command for PartsEffect {
    const NAME: &'static str = "accounts.parts_effect";
    type Output = PartsSum;
    fn run(self, _desk: &Desk) -> Result<PartsSum> {
        let amount = |(at, part): (usize, &PartDraft)| part.parsed(at).ok()?.amount();
        let amounts: Vec<Option<Yen>> = self.parts.iter().enumerate().map(amount).collect();
        let total_yen = amounts.iter().flatten().copied().sum();
        Ok(PartsSum { amounts, total_yen })
    }
}
