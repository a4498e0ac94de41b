//! 伝票の承認: whether the council asks for it, what waits for it, and the acts.

use std::collections::BTreeSet;

use office::FiscalYear;
use office::accounts::{Approval, Books, Entry, EntryId, acts, store};
use office::file::{OfficeFile, Tx};
use office::operator::is_somebody;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::{EntryRow, Shown};
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, WireError, labels};

/// What waits to be approved in a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListApprovals {
    pub year: FiscalYear,
}

/// What waits to be approved in a year.
#[derive(Debug, Serialize, TS)]
pub struct Approvals {
    /// The council asks for it.
    pub asks: bool,
    /// Who sits at the desk; empty where the passphrase bears no name.
    pub operator: String,
    pub waiting: Vec<Waiting>,
}

/// An entry that waits.
#[derive(Debug, Serialize, TS)]
pub struct Waiting {
    pub row: EntryRow,
    pub entered_by: String,
    /// Why who sits here may not approve it.
    pub refused: Option<WireError>,
}

impl Command for ListApprovals {
    const NAME: &'static str = "accounts.approvals";
    type Output = Approvals;
    fn run(self, desk: &Desk) -> Result<Approvals> {
        let (asks, shown, is_closed) = desk.office()?.view(|view| {
            let is_closed = store::closed_year(view, self.year)?.is_some();
            Ok((store::asks_approval(view)?, Shown::load(view, self.year)?, is_closed))
        })?;
        let name = desk.by().operator;
        let waiting = shown.books.unapproved().map(|(entry, approval)| Waiting {
            row: shown.row(entry),
            entered_by: approval.entered_by.clone(),
            refused: refusal(is_closed, approval, &name, entry),
        });
        let waiting = waiting.collect();
        Ok(Approvals { asks, waiting, operator: Some(name).filter(|name| is_somebody(name)).unwrap_or_default() })
    }
}

/// Why somebody of this name may not approve an entry; in a closed year nobody may.
fn refusal(is_closed: bool, approval: &Approval, name: &str, entry: &Entry) -> Option<WireError> {
    let closed = is_closed.then(|| Error::refused("accounts.year_closed"));
    closed.or_else(|| approval.refusal(name, &entry.description)).map(WireError::from)
}

/// 承認 of one entry.
#[derive(Debug, Serialize, TS)]
pub struct ApprovalShown {
    pub entered_by: String,
    /// Empty while nobody approved it.
    pub approved_by: String,
    pub on_label: String,
    /// Why who sits here may not approve it.
    pub refused: Option<WireError>,
    /// It may be taken back: no auditor has seen it, and its year is open.
    pub is_loose: bool,
}

pub(super) fn approval_shown(desk: &Desk, shown: &Shown, entry: &Entry) -> Result<Option<ApprovalShown>> {
    let Some(one) = shown.approval(entry) else { return Ok(None) };
    let (year, day) = (entry.fiscal_year, entry.entered_on);
    let (is_audited, is_closed) = desk
        .office()?
        .view(|view| Ok((store::is_audited(view, year, day)?, store::closed_year(view, year)?.is_some())))?;
    Ok(Some(ApprovalShown {
        entered_by: one.entered_by.clone(),
        approved_by: one.approved_by.clone(),
        on_label: labels::long_day(one.approved_on),
        refused: refusal(is_closed, one, &desk.by().operator, entry),
        is_loose: one.is_given() && !is_audited && !is_closed,
    }))
}

/// How many entries of a year who sits here may approve.
pub(crate) fn approvable(desk: &Desk, year: FiscalYear) -> Result<usize> {
    let name = desk.by().operator;
    desk.office()?.view(|view| {
        if !store::asks_approval(view)? || store::closed_year(view, year)?.is_some() {
            return Ok(0);
        }
        Ok(Books::load(view, year)?.approvable(&name).count())
    })
}

/// Lets slips be approved by somebody else than who enters them, or no more.
#[derive(Debug, Deserialize, TS)]
pub struct AskApproval {
    pub asks: bool,
}

impl Command for AskApproval {
    const NAME: &'static str = "accounts.ask_approval";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let office = desk.office()?;
        if self.asks {
            two_named(&office)?;
        }
        Ok(office.change(&desk.by(), Self::NAME, |tx: &Tx| acts::ask_approval(tx, self.asks))?.into())
    }
}

/// Two who can be told from each other: without them nothing could ever be approved.
fn two_named(office: &OfficeFile) -> Result<()> {
    let names: Vec<String> = office.holders()?.into_iter().map(|holder| holder.name).collect();
    let different: BTreeSet<&String> = names.iter().filter(|name| is_somebody(name)).collect();
    let is_told = different.len() >= 2 && names.iter().all(|name| is_somebody(name));
    if is_told { Ok(()) } else { Err(Error::refused("accounts.two_passphrases")) }
}

/// 承認する: one entry or several.
#[derive(Debug, Deserialize, TS)]
pub struct ApproveEntries {
    #[ts(type = "string[]")]
    pub ids: Vec<EntryId>,
}

impl Command for ApproveEntries {
    const NAME: &'static str = "accounts.approve_entries";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let approve = |tx: &Tx| acts::approve_entries(tx, &self.ids, desk.today());
        Ok(desk.office()?.change(&desk.by(), Self::NAME, approve)?.into())
    }
}

/// 承認を取り消す
#[derive(Debug, Deserialize, TS)]
pub struct TakeBackApproval {
    #[ts(type = "string")]
    pub id: EntryId,
}

impl Command for TakeBackApproval {
    const NAME: &'static str = "accounts.take_back_approval";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let take_back = |tx: &Tx| acts::take_back_approval(tx, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, take_back)?.into())
    }
}
