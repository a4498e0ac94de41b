//! 口座とはじめの残高.

use super::entries::unaudited;
use crate::accounts::import::purse_kind;
use crate::accounts::{Books, FundId, Purse, PurseId, PurseKind, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::money::{LARGEST_YEN, Yen};
use crate::roster::{self, OrganisationId};
use crate::{Error, Result};

/// A purse that is to be.
#[derive(Debug, Clone, Default)]
pub struct NewPurse {
    /// 現金, 普通預金
    pub name: String,
    /// はじめの残高; none states nothing.
    pub opening_yen: Option<Yen>,
    /// 会計; none is 一般会計.
    pub fund_id: Option<FundId>,
    /// 部会; none is the secretariat's own.
    pub committee_id: Option<OrganisationId>,
}

/// What a purse is, beside its name and its money.
#[derive(Debug, Clone, Copy)]
pub struct PurseIs {
    /// Cash or a passbook; none leaves it as it is.
    pub kind: Option<PurseKind>,
    /// 部会; none is the secretariat's own.
    pub committee_id: Option<OrganisationId>,
}

/// Writes down what lay in purses on the first day of a year.
pub fn save_openings(tx: &Tx, year: FiscalYear, openings: &[(PurseId, Yen)]) -> Result<()> {
    let books = Books::load(tx, year)?;
    tx.say("year", year.label());
    for (id, amount) in openings {
        let is_stated = books.openings.iter().any(|o| o.purse_id == *id && o.amount_yen == *amount);
        if !is_stated {
            let amount = in_range(*amount, &id.to_string())?;
            unaudited(tx, year, "accounts.opening_audited").map_err(|error| error.with("field", id))?;
            store::put_opening(tx, *id, year, amount)?;
        }
    }
    Ok(())
}

/// Adds a purse; refused where one of that name is there.
pub fn add_purse(tx: &Tx, year: FiscalYear, new: &NewPurse) -> Result<PurseId> {
    let name = new.name.trim();
    if store::purses(tx)?.iter().any(|p| p.name == name) {
        return Err(Error::refused("accounts.purse_there").with("field", "name").with("name", name));
    }
    let own = Purse::new(name, purse_kind(name));
    let id = store::insert_purse(tx, &Purse { fund_id: new.fund_id, committee_id: new.committee_id, ..own })?;
    if let Some(amount) = new.opening_yen {
        if amount != Yen(0) {
            unaudited(tx, year, "accounts.opening_audited").map_err(|error| error.with("field", "opening"))?;
        }
        store::put_opening(tx, id, year, in_range(amount, "opening")?)?;
    }
    Ok(id)
}

/// Notes what a purse is from now on: cash or a passbook, and whose; no 部会 is the secretariat's own. The books of a closed
/// year, whose page it may be that asks, keep what it was.
pub fn assign_purse(tx: &Tx, year: FiscalYear, id: PurseId, is: PurseIs) -> Result<()> {
    let purse = Books::load(tx, year)?.purses.into_iter().find(|purse| purse.id == id);
    let purse = purse.ok_or_else(|| Error::refused("accounts.purse_missing").with("field", "purse_id"))?;
    let PurseIs { kind, committee_id } = is;
    let kind = kind.filter(|_| purse.kind != PurseKind::Advance).unwrap_or(purse.kind);
    if (purse.kind, purse.committee_id) == (kind, committee_id) {
        return Ok(());
    }
    if store::closed_year(tx, year)?.is_some() {
        return Err(Error::refused("accounts.year_closed").with("field", "committee_id"));
    }
    store::update_purse(tx, &Purse { kind, committee_id, ..purse })?;
    // What stood there when the year was opened again is no change of that year: it goes on as it was closed.
    let read = Books::load(tx, year)?.purses.into_iter().find(|purse| purse.id == id);
    match read.filter(|read| (read.kind, read.committee_id) != (kind, committee_id)) {
        None => Ok(()),
        Some(read) => {
            let bodies = roster::store::organisations(tx)?;
            let whose =
                |committee| bodies.iter().find(|body| Some(body.id) == committee).map(|body| body.name.as_str());
            let said = |committee, kind| format!("{}の{}", whose(committee).unwrap_or("事務局"), kind_words(kind));
            let refused = Error::refused("accounts.purse_as_closed").with("field", id).with("purse", &read.name);
            let refused = refused.with("now", said(committee_id, kind));
            Err(refused.with("kept", said(read.committee_id, read.kind)))
        }
    }
}

fn kind_words(kind: PurseKind) -> &'static str {
    match kind {
        PurseKind::Cash => "現金",
        PurseKind::Bank => "預金",
        PurseKind::Advance => "仮払",
    }
}

fn in_range(amount: Yen, field: &str) -> Result<Yen> {
    let fits = (0..=LARGEST_YEN).contains(&amount.0);
    if fits { Ok(amount) } else { Err(Error::refused("accounts.opening_out_of_range").with("field", field)) }
}
