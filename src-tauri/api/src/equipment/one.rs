//! One piece with its checks, its loans and how it is disposed of.

use chrono::NaiveDate;
use office::FiscalYear;
use office::accounts::{Books, EntryId};
use office::equipment::{DisposalWay, Equipment, EquipmentId, Loan, LoanId, Register};
use office::file::View;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::draft::{EquipmentDraft, draft_of};
use super::list::{EquipmentRow, row};
use crate::command::Command;
use crate::{Desk, Error, Result};

/// One piece, seen from a year.
#[derive(Debug, Deserialize, TS)]
pub struct EquipmentById {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
}

/// One piece with everything that is written down about it.
#[derive(Debug, Serialize, TS)]
pub struct EquipmentShown {
    pub row: EquipmentRow,
    pub draft: EquipmentDraft,
    pub entry: Option<BoughtBy>,
    pub checks: Vec<CheckRow>,
    pub loans: Vec<LoanRow>,
    pub disposal: Option<DisposalShown>,
    /// How many can be lent now.
    #[ts(type = "number")]
    pub left: i64,
}

/// The entry that bought it.
#[derive(Debug, Serialize, TS)]
pub struct BoughtBy {
    #[ts(type = "string")]
    pub id: EntryId,
    pub label: String,
    /// True when it was taken back since.
    pub is_void: bool,
}

/// 現品照合
#[derive(Debug, Serialize, TS)]
pub struct CheckRow {
    pub year_label: String,
    pub on_label: String,
    pub by: String,
    /// 5点のうち4点
    pub result_label: String,
    pub note: String,
}

/// 貸出
#[derive(Debug, Serialize, TS)]
pub struct LoanRow {
    #[ts(type = "string")]
    pub id: LoanId,
    /// Empty once it was erased.
    pub borrower: String,
    pub contact: String,
    pub purpose: String,
    #[ts(type = "number")]
    pub quantity: i64,
    pub lent_label: String,
    pub due_label: String,
    /// Empty while it is away.
    pub returned_label: String,
    pub is_overdue: bool,
    pub note: String,
}

/// 処分, planned or done.
#[derive(Debug, Serialize, TS)]
pub struct DisposalShown {
    pub way: DisposalWay,
    pub on: String,
    pub reason: String,
    pub approval_no: String,
    pub is_done: bool,
}

impl Command for EquipmentById {
    const NAME: &'static str = "equipment.by_id";
    type Output = EquipmentShown;
    fn run(self, desk: &Desk) -> Result<EquipmentShown> {
        let (register, entry) = desk.office()?.view(|view| {
            let register = Register::load(view)?;
            let entry = register.find(self.id).and_then(|item| item.entry_id);
            Ok((register, entry.map(|id| bought_by(view, id)).transpose()?))
        })?;
        let item = register.find(self.id).ok_or_else(|| Error::refused("equipment.no_such_item"))?;
        let today = desk.today();
        Ok(EquipmentShown {
            row: row(item, &register, self.year, today),
            draft: draft_of(item),
            entry: entry.flatten(),
            checks: checks(&register, item),
            loans: register.loans_of(item.id).map(|loan| loan_row(loan, today)).collect(),
            disposal: item.disposal.as_ref().map(|disposal| DisposalShown {
                way: disposal.way,
                on: paper::wareki::short(disposal.on),
                reason: disposal.reason.clone(),
                approval_no: disposal.approval_no.clone(),
                is_done: disposal.is_done,
            }),
            left: item.quantity - register.away(item.id),
        })
    }
}

fn bought_by(view: &View, id: EntryId) -> Result<Option<BoughtBy>> {
    let Some(entry) = office::accounts::store::find_entry(view, id)? else { return Ok(None) };
    let books = Books::load(view, entry.fiscal_year)?;
    let amount = paper::Value::Yen(entry.amount_yen.0).shown(paper::Negative::White);
    let label = format!("{}　{}　{amount}円", paper::wareki::short(entry.entered_on), entry.description);
    let is_void = !books.standing().any(|standing| standing.id == id);
    Ok(Some(BoughtBy { id, label, is_void }))
}

/// Latest first.
fn checks(register: &Register, item: &Equipment) -> Vec<CheckRow> {
    let own = register.checks.iter().rev().filter(|check| check.equipment_id == item.id);
    own.map(|check| CheckRow {
        year_label: check.fiscal_year.label(),
        on_label: paper::wareki::short(check.checked_on),
        by: check.checked_by.clone(),
        result_label: check.found.label(),
        note: check.note.clone(),
    })
    .collect()
}

fn loan_row(loan: &Loan, today: NaiveDate) -> LoanRow {
    LoanRow {
        id: loan.id,
        borrower: loan.borrower.clone(),
        contact: loan.contact.clone(),
        purpose: loan.purpose.clone(),
        quantity: loan.quantity,
        lent_label: paper::wareki::short(loan.lent_on),
        due_label: paper::wareki::short(loan.due_on),
        returned_label: loan.returned_on.map(paper::wareki::short).unwrap_or_default(),
        is_overdue: loan.is_overdue(today),
        note: loan.note.clone(),
    }
}
