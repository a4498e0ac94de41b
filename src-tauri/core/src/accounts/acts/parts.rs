//! 積算内訳: the parts of a budget line, whose sum the line carries until a meeting decides it.

use super::entries::unaudited;
use crate::accounts::{AccountItemId, Books, BudgetLine, BudgetLineId, BudgetPart, BudgetPartId, GrantId, store};
use crate::activities::ActivityId;
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::roster::OrganisationId;
use crate::{Error, Result};

/// A part as typed and parsed.
#[derive(Debug, Clone, Default)]
pub struct PartTyped {
    /// 案内チラシの印刷
    pub words: String,
    /// 単価
    pub unit_yen: Option<Yen>,
    /// 数量; none is one.
    pub quantity: Option<i64>,
    /// 回数; none is once.
    pub times: Option<i64>,
    /// 円, where it is not worked out from 単価.
    pub amount_yen: Option<Yen>,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// 部会
    pub committee_id: Option<OrganisationId>,
    /// 財源; none is 自主財源.
    pub grant_id: Option<GrantId>,
}

impl PartTyped {
    /// 単価 × 数量 × 回数, else the amount itself; none where there is neither or it is too large for any paper.
    pub fn amount(&self) -> Option<Yen> {
        let product = |unit: Yen| unit.0.checked_mul(self.quantity.unwrap_or(1))?.checked_mul(self.times.unwrap_or(1));
        let amount = self.unit_yen.map_or(self.amount_yen.map(|amount| amount.0), product)?;
        (0..=LARGEST_YEN).contains(&amount).then_some(Yen(amount))
    }
}

/// Writes the parts of an item's line anew, each with the place of its row, and carries their sum into the line; once a meeting
/// has decided the budget the line stays, and the parts only explain it.
pub fn save_parts(tx: &Tx, year: FiscalYear, item: AccountItemId, parts: &[(usize, PartTyped)]) -> Result<()> {
    let books = Books::load(tx, year)?;
    let named = books.items.iter().find(|one| one.id == item);
    let named = named.ok_or_else(|| Error::refused("accounts.no_such_item"))?;
    let is_decided = books.initial_decided_on().is_some();
    let line = match books.budget.iter().find(|line| line.item_id == item) {
        Some(line) => line.clone(),
        None if is_decided => return Err(Error::refused("accounts.budget_decided").with("year", year.label())),
        None => fresh_line(&books, item),
    };
    if is_decided {
        unaudited(tx, year, "accounts.parts_audited")?;
    }
    let parts = parts.iter().map(|(at, typed)| checked(*at, typed, line.id)).collect::<Result<Vec<_>>>()?;
    let sum: Yen = parts.iter().map(|part| part.amount_yen).sum();
    if sum.0 > LARGEST_YEN {
        return Err(Error::refused("accounts.amount_out_of_range"));
    }
    if !is_decided && !parts.is_empty() && (line.version == 0 || line.amount_yen != sum) {
        store::put_budget_line(tx, &BudgetLine { amount_yen: sum, ..line.clone() })?;
    }
    tx.say("item", named.label());
    store::put_parts(tx, line.id, &parts)
}

/// A line that is not there yet, without an amount.
fn fresh_line(books: &Books, item: AccountItemId) -> BudgetLine {
    BudgetLine {
        id: BudgetLineId::new(),
        fiscal_year: books.year,
        item_id: item,
        amount_yen: Yen(0),
        previous_yen: None,
        note: String::new(),
        position: 1 + books.budget.iter().map(|line| line.position).max().unwrap_or(0),
        version: 0,
    }
}

fn checked(at: usize, typed: &PartTyped, line_id: BudgetLineId) -> Result<BudgetPart> {
    let words = typed.words.trim().to_owned();
    if words.is_empty() {
        return Err(Error::refused("accounts.part_unnamed").with("field", format!("words {at}")));
    }
    let field = if typed.unit_yen.is_some() { "unit" } else { "amount" };
    let refused = || Error::refused("accounts.amount_out_of_range").with("field", format!("{field} {at}"));
    Ok(BudgetPart {
        id: BudgetPartId::new(),
        line_id,
        words,
        unit_yen: typed.unit_yen,
        quantity: typed.quantity,
        times: typed.times,
        amount_yen: typed.amount().ok_or_else(refused)?,
        activity_id: typed.activity_id,
        committee_id: typed.committee_id,
        grant_id: typed.grant_id,
        position: 0,
        version: 1,
    })
}
