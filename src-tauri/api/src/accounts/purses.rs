//! 口座とはじめの残高.

use office::accounts::acts::{NewPurse, PurseIs, add_purse, assign_purse, save_openings};
use office::accounts::{Books, FundId, PurseId, PurseKind};
use office::roster::OrganisationId;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// The purses and how they began a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListPurses {
    pub year: FiscalYear,
}

/// A purse and how it began a year.
#[derive(Debug, Serialize, TS)]
pub struct PurseBegun {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
    pub kind: PurseKind,
    /// 会計; empty is 一般会計.
    pub fund: String,
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
    /// As written down; none when nobody has.
    pub opening_yen: Option<Yen>,
    /// What it held at the end of the year before, where its books are here.
    pub before_yen: Option<Yen>,
}

impl Command for ListPurses {
    const NAME: &'static str = "accounts.list_purses";
    type Output = Vec<PurseBegun>;
    fn run(self, desk: &Desk) -> Result<Vec<PurseBegun>> {
        let load = |year| desk.office()?.view(|view| Books::load(view, year));
        let (books, before) = (load(self.year)?, load(self.year.previous())?);
        let own = books.purses.iter().filter(|p| p.kind != PurseKind::Advance);
        let begun = own.map(|p| PurseBegun {
            id: p.id,
            name: p.name.clone(),
            kind: p.kind,
            fund: books.funds.iter().find(|f| Some(f.id) == p.fund_id).map_or(String::new(), |f| f.name.clone()),
            committee_id: p.committee_id,
            opening_yen: books.states_opening_of(p.id).then(|| books.opening_of(p.id)),
            before_yen: before.carried_to_next(p.id),
        });
        Ok(begun.collect())
    }
}

/// Writes down how the purses began a year, and a further purse when it is named.
#[derive(Debug, Deserialize, TS)]
pub struct SavePurses {
    pub year: FiscalYear,
    pub openings: Vec<OpeningTyped>,
    /// A further purse; an empty name is none.
    pub name: String,
    pub opening: String,
    /// Its 会計; none is 一般会計.
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    /// Its 部会; none is the secretariat's own.
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

/// What lay in a purse, as typed; an empty text states nothing.
#[derive(Debug, Deserialize, TS)]
pub struct OpeningTyped {
    #[ts(type = "string")]
    pub id: PurseId,
    pub opening: String,
    /// Cash or a passbook; none leaves it as it is.
    pub kind: Option<PurseKind>,
    /// Its 部会; none is the secretariat's own.
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

impl OpeningTyped {
    fn is(&self) -> PurseIs {
        PurseIs { kind: self.kind, committee_id: self.committee_id }
    }
}

impl Command for SavePurses {
    const NAME: &'static str = "accounts.save_purses";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let openings = self.openings()?;
        let new = NewPurse {
            opening_yen: typed::yen(&self.opening, "opening")?,
            name: self.name.clone(),
            fund_id: self.fund_id,
            committee_id: self.committee_id,
        };
        if new.name.trim().is_empty() && new.opening_yen.is_some() {
            return Err(Error::refused("accounts.purse_unnamed").with("field", "name"));
        }
        let save = |tx: &office::file::Tx| {
            save_openings(tx, self.year, &openings)?;
            self.openings.iter().try_for_each(|one| assign_purse(tx, self.year, one.id, one.is()))?;
            if new.name.trim().is_empty() { Ok(()) } else { add_purse(tx, self.year, &new).map(drop) }
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, save)?.into())
    }
}

impl SavePurses {
    fn openings(&self) -> Result<Vec<(PurseId, Yen)>> {
        let read = |one: &OpeningTyped| {
            let amount = typed::yen(&one.opening, &one.id.to_string());
            amount.map(|amount| amount.map(|yen| (one.id, yen))).transpose()
        };
        self.openings.iter().filter_map(read).collect()
    }
}
