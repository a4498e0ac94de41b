//! 貸出・返却・借用書

use office::FiscalYear;
use office::accounts::{SlipText, slip_form, slip_sheets};
use office::council;
use office::equipment::acts::{self, NewLoan};
use office::equipment::{CheckResult, EquipmentId, Loan, LoanId, store};
use office::profile::Output;
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::reports::paper_error;
use crate::roster::Written;
use crate::wire::sheet_error;
use crate::{Desk, Error, Result, Token, typed};

/// Lends a piece.
#[derive(Debug, Deserialize, TS)]
pub struct Lend {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub borrower: String,
    pub contact: String,
    pub purpose: String,
    pub quantity: String,
    /// 貸す日; empty is today.
    pub on: String,
    /// 返す日
    pub due: String,
}

impl Command for Lend {
    const NAME: &'static str = "equipment.lend";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let missing = || Error::refused("typed.day_missing").with("field", "due");
        let new = NewLoan {
            quantity: typed::count(&self.quantity, "quantity")?.0.unwrap_or(1),
            lent_on: typed::day(&self.on, Some(self.year), "on")?.unwrap_or_else(|| desk.today()),
            due_on: typed::day(&self.due, Some(self.year), "due")?.ok_or_else(missing)?,
            borrower: self.borrower,
            contact: self.contact,
            purpose: self.purpose,
        };
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::lend(tx, self.id, &new))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Takes a loan back.
#[derive(Debug, Deserialize, TS)]
pub struct GiveBack {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: LoanId,
    /// 返った日; empty is today.
    pub on: String,
    pub is_damaged: bool,
    pub note: String,
}

impl Command for GiveBack {
    const NAME: &'static str = "equipment.give_back";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let on = typed::day(&self.on, Some(self.year), "on")?.unwrap_or_else(|| desk.today());
        let state = if self.is_damaged { CheckResult::Damaged } else { CheckResult::Found };
        let back = |tx: &office::file::Tx| acts::give_back(tx, self.id, on, state, &self.note);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, back)?.into())
    }
}

/// Makes the 借用書 of a loan.
#[derive(Debug, Deserialize, TS)]
pub struct PrintLoan {
    #[ts(type = "string")]
    pub id: LoanId,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// Its words (`slips.toml`).
const FORM: &str = "equipment-loan";

impl Command for PrintLoan {
    const NAME: &'static str = "equipment.print_loan";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let no_loan = || Error::refused("equipment.no_such_loan");
        let (council, loan, item) = desk.office()?.view(|view| {
            let loan = store::find_loan(view, self.id)?.ok_or_else(no_loan)?;
            let item = store::find_item(view, loan.equipment_id)?.ok_or_else(no_loan)?;
            Ok((council::read(view)?.name, loan, item))
        })?;
        let form = slip_form(FORM).ok_or_else(|| Error::refused("accounts.no_such_slip"))?;
        let thing = format!("{}（備品番号 {}）", item.full_name(), item.number);
        let document = slip_sheets(form, &council, &[slip(&loan, thing)]);
        let (bytes, ending) = match self.format {
            Output::Xlsx => (sheets::write(&document).map_err(sheet_error)?, "xlsx"),
            Output::Pdf | Output::Stamp => (pdf::pdf(&document, desk.fonts()?).map_err(paper_error)?, "pdf"),
        };
        desk.write_file(self.folder.as_ref(), &format!("{}.{ending}", form.title), &bytes)
    }
}

fn slip(loan: &Loan, thing: String) -> SlipText {
    SlipText::from([
        ("borrower", loan.borrower.clone()),
        ("contact", loan.contact.clone()),
        ("thing", thing),
        ("quantity", loan.quantity.to_string()),
        ("on", paper::wareki::long(loan.lent_on)),
        ("due", paper::wareki::long(loan.due_on)),
        ("description", loan.purpose.clone()),
    ])
}

/// Forgets who borrowed what came back years ago. It cannot be taken back.
#[derive(Debug, Deserialize, TS)]
pub struct EraseBorrowers {}

impl Command for EraseBorrowers {
    const NAME: &'static str = "equipment.erase_borrowers";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(acts::erase_borrowers(&*desk.office()?, &desk.by(), desk.today())?.into())
    }
}
