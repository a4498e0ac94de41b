//! 貸出と返却

use chrono::NaiveDate;

use super::{found, held, refused};
use crate::equipment::{CheckResult, Condition, EquipmentId, Loan, LoanId, Register, store};
use crate::file::Tx;
use crate::{Error, Result};

/// A loan as typed and parsed, before it is checked.
#[derive(Debug, Clone)]
pub struct NewLoan {
    /// 借りる人・団体
    pub borrower: String,
    /// 連絡先
    pub contact: String,
    /// 使いみち
    pub purpose: String,
    /// 数量
    pub quantity: i64,
    /// 貸す日
    pub lent_on: NaiveDate,
    /// 返す日
    pub due_on: NaiveDate,
}

/// Lends a piece, or so many of it as are not away.
pub fn lend(tx: &Tx, id: EquipmentId, new: &NewLoan) -> Result<LoanId> {
    let item = held(tx, id)?;
    if new.borrower.trim().is_empty() {
        return Err(refused("equipment.borrower_missing", "borrower"));
    }
    if new.due_on < new.lent_on {
        return Err(refused("equipment.due_before_lent", "due"));
    }
    let left = item.quantity - Register::load(tx)?.away(id);
    if new.quantity < 1 || new.quantity > left {
        let told = refused("equipment.not_so_many", "quantity").with("left", left.max(0));
        return Err(told.with("name", item.label()));
    }
    let loan = Loan {
        id: LoanId::new(),
        equipment_id: id,
        borrower: new.borrower.trim().to_owned(),
        contact: new.contact.trim().to_owned(),
        purpose: new.purpose.trim().to_owned(),
        quantity: new.quantity,
        lent_on: new.lent_on,
        due_on: new.due_on,
        returned_on: None,
        note: String::new(),
    };
    store::put_loan(tx, &loan)?;
    tx.say("name", item.label());
    tx.say("borrower", &loan.borrower);
    Ok(loan.id)
}

/// Takes a loan back; what came back damaged is written down on the piece.
pub fn give_back(tx: &Tx, id: LoanId, on: NaiveDate, state: CheckResult, note: &str) -> Result<()> {
    let mut loan = store::find_loan(tx, id)?.ok_or_else(|| Error::refused("equipment.no_such_loan"))?;
    let mut item = found(tx, loan.equipment_id)?;
    if !loan.is_open() {
        return Err(Error::refused("equipment.back_already").with("name", item.label()));
    }
    if on < loan.lent_on {
        return Err(refused("equipment.back_before_lent", "on"));
    }
    if state == CheckResult::Damaged && item.condition == Condition::Good {
        item.condition = Condition::Worn;
        store::put_item(tx, &item)?;
    }
    loan.returned_on = Some(on);
    loan.note = note.trim().to_owned();
    store::put_loan(tx, &loan)?;
    tx.say("name", item.label());
    tx.say("borrower", &loan.borrower);
    Ok(())
}
