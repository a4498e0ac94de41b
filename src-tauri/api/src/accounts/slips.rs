//! 伝票 on paper: empty ones with running numbers, and one as an entry was recorded.

use office::FiscalYear;
use office::accounts::{
    Approval, EntryId, EntryKind, SlipForm, SlipText, numbered, slip_form, slip_forms, slip_sheets, store,
};
use office::council;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::Shown;
use crate::command::Command;
use crate::reports::paper_error;
use crate::{Desk, Error, Result, Token, labels, typed};

/// More slips at once are a mistake of the finger.
const MOST_SLIPS: i64 = 300;

/// The kinds of slips that can be printed.
#[derive(Debug, Deserialize, TS)]
pub struct SlipKinds {}

/// A kind of slip.
#[derive(Debug, Serialize, TS)]
pub struct SlipKind {
    pub id: String,
    pub title: String,
    #[ts(type = "number")]
    pub per_page: usize,
    /// Its slips bear numbers, which run on over all kinds.
    pub is_numbered: bool,
}

impl Command for SlipKinds {
    const NAME: &'static str = "accounts.slip_kinds";
    type Output = Vec<SlipKind>;
    fn run(self, _desk: &Desk) -> Result<Vec<SlipKind>> {
        let kind = |form: &SlipForm| SlipKind {
            id: form.id.clone(),
            title: form.title.clone(),
            per_page: form.per_page,
            is_numbered: form.is_numbered(),
        };
        Ok(slip_forms().iter().map(kind).collect())
    }
}

/// Makes empty slips with running numbers.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSlips {
    pub year: FiscalYear,
    /// expense, income, …
    pub kind: String,
    /// The first number; empty takes the one after the highest of the year.
    pub from: String,
    /// How many; empty is one page.
    pub count: String,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PrintSlips {
    const NAME: &'static str = "accounts.print_slips";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let form = form(&self.kind)?;
        let next = desk.office()?.view(|view| store::next_voucher_no(view, self.year))?;
        let from = typed::count(&self.from, "from")?.0.unwrap_or(next);
        let count = typed::count(&self.count, "count")?.0.unwrap_or(form.per_page as i64);
        if !(1..=MOST_SLIPS).contains(&count) {
            return Err(Error::refused("accounts.slip_count").with("field", "count").with("most", MOST_SLIPS));
        }
        print(desk, form, &numbered(from, count), self.folder.as_ref())
    }
}

/// Makes the slip of an entry, filled as it was recorded.
#[derive(Debug, Deserialize, TS)]
pub struct PrintSlip {
    #[ts(type = "string")]
    pub id: EntryId,
    pub folder: Option<String>,
}

impl Command for PrintSlip {
    const NAME: &'static str = "accounts.print_slip";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let missing = || Error::refused("accounts.no_such_entry");
        let (entry, shown, bodies) = desk.office()?.view(|view| {
            let entry = store::find_entry(view, self.id)?.ok_or_else(missing)?;
            let bodies = office::roster::store::organisations(view)?;
            Ok((entry.clone(), Shown::load(view, entry.fiscal_year)?, bodies))
        })?;
        let row = shown.row(&entry);
        let approval = shown.books.approvals.get(&entry.id);
        let (kind, yes) = match entry.kind {
            EntryKind::Expense => ("expense", if entry.has_receipt { "あり" } else { "なし" }),
            EntryKind::Income => ("income", ""),
            EntryKind::Transfer => ("transfer", ""),
        };
        let purse = |id| shown.books.purses.iter().find(|purse| Some(purse.id) == id).map_or("", |purse| &purse.name);
        let committee = bodies.iter().find(|body| Some(body.id) == entry.committee_id).map_or("", |body| &body.name);
        let amount = paper::Value::Yen(entry.amount_yen.0).shown(paper::Negative::White);
        let slip = SlipText::from([
            ("number", entry.voucher_no.map_or(String::new(), |number| number.to_string())),
            ("on", labels::long_day(Some(entry.entered_on))),
            ("item", row.item),
            ("purse", purse(Some(entry.purse_id)).to_owned()),
            ("to_purse", purse(entry.to_purse_id).to_owned()),
            ("funding", row.funding),
            ("counterparty", entry.counterparty.clone()),
            ("description", entry.description.clone()),
            ("amount", format!("{amount}円")),
            ("committee", committee.to_owned()),
            ("heads", entry.heads.map_or(String::new(), |heads| format!("{heads}人"))),
            ("reimbursed", entry.reimbursed_to.clone()),
            ("receipt", yes.to_owned()),
            ("entered_by", approval.map_or(String::new(), |one| one.entered_by.clone())),
            ("approval", approval.map_or(String::new(), approved)),
        ]);
        print(desk, form(kind)?, &[slip], self.folder.as_ref())
    }
}

/// 森 花　令和8年3月14日; empty while nobody approved it.
fn approved(one: &Approval) -> String {
    let on = one.approved_on.map(|on| format!("{}\n{}", one.approved_by, labels::long_day(Some(on))));
    on.unwrap_or_default()
}

fn form(kind: &str) -> Result<&'static SlipForm> {
    slip_form(kind).ok_or_else(|| Error::refused("accounts.no_such_slip"))
}

fn print(desk: &Desk, form: &SlipForm, slips: &[SlipText], folder: Option<&String>) -> Result<Token> {
    let council = desk.office()?.view(|view| Ok(council::read(view)?.name))?;
    let bytes = pdf::pdf(&slip_sheets(form, &council, slips), desk.fonts()?).map_err(paper_error)?;
    desk.write_file(folder, &format!("{}.pdf", form.title), &bytes)
}
