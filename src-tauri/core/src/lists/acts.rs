//! What the secretary does with lists.

use chrono::NaiveDate;

use super::{Copies, Disclosure, DisclosureId, ListChoice, PrintShift, PrintShiftId, SavedList, SavedListId, store};
use crate::file::Tx;
use crate::{Error, FiscalYear, Result};

/// 一覧を保存する: keeps a choice under its title.
pub fn save_list(tx: &Tx, choice: &ListChoice) -> Result<()> {
    let name = choice.title.trim();
    if name.is_empty() {
        return Err(Error::refused("lists.name_missing").with("field", "title"));
    }
    if choice.columns.is_empty() {
        return Err(Error::refused("lists.no_columns").with("field", "columns"));
    }
    tx.say("name", name);
    let choice = ListChoice { title: name.to_owned(), ..choice.clone() };
    store::put_saved_list(tx, &SavedList { id: SavedListId::new(), name: name.to_owned(), choice })
}

/// 保存した一覧を消す
pub fn remove_list(tx: &Tx, id: SavedListId) -> Result<()> {
    let name = store::saved_name(tx, id)?.ok_or_else(|| Error::refused("lists.no_such_list"))?;
    tx.say("name", name);
    store::delete_saved_list(tx, id)
}

/// プリンターのずれを覚える
pub fn keep_shift(tx: &Tx, stationery: &str, printer: &str, [across, down]: [i16; 2]) -> Result<()> {
    let paper = super::stationery().iter().find(|paper| paper.id == stationery);
    let title = &paper.ok_or_else(|| Error::refused("lists.no_such_paper"))?.title;
    tx.say("paper", title);
    tx.say("printer", printer);
    let (id, stationery, printer) = (PrintShiftId::new(), stationery.to_owned(), printer.to_owned());
    store::put_shift(tx, &PrintShift { id, stationery, printer, across: across.into(), down: down.into() })
}

/// 提供を記録する: one row for each copy, with its number.
pub fn disclose(tx: &Tx, year: FiscalYear, on: NaiveDate, copies: &Copies) -> Result<Vec<Disclosure>> {
    check(copies, on)?;
    let mut all = Vec::new();
    for (copy_no, recipient) in (store::next_copy(tx, year)?..).zip(&copies.recipients) {
        let disclosure = Disclosure {
            id: DisclosureId::new(),
            fiscal_year: year,
            copy_no,
            disclosed_on: on,
            title: copies.title.clone(),
            form: copies.form.clone(),
            recipient: recipient.trim().to_owned(),
            purpose: copies.purpose.trim().to_owned(),
            columns: copies.columns.join("・"),
            persons: copies.persons,
            due_on: copies.due_on,
            returned_on: None,
            withdrawn_on: None,
            withdrawn_because: String::new(),
        };
        store::insert_disclosure(tx, &disclosure)?;
        all.push(disclosure);
    }
    tx.say("title", &copies.title);
    tx.say("recipients", copies.recipients.iter().map(|one| one.trim()).collect::<Vec<_>>().join("、"));
    Ok(all)
}

/// What must be known before a copy leaves the office.
fn check(copies: &Copies, on: NaiveDate) -> Result<()> {
    if copies.recipients.is_empty() || copies.recipients.iter().any(|one| one.trim().is_empty()) {
        return Err(Error::refused("lists.recipient_missing").with("field", "recipients"));
    }
    if copies.purpose.trim().is_empty() {
        return Err(Error::refused("lists.purpose_missing").with("field", "purpose"));
    }
    if copies.due_on.is_some_and(|due| due < on) {
        return Err(Error::refused("lists.due_past").with("field", "due"));
    }
    Ok(())
}

/// 返却を記す: a copy came back, or the tick is taken back.
pub fn mark_returned(tx: &Tx, id: DisclosureId, on: Option<NaiveDate>) -> Result<()> {
    let copy = store::find_disclosure(tx, id)?.ok_or_else(|| Error::refused("lists.no_such_copy"))?;
    tx.say("recipient", &copy.recipient);
    tx.say("number", copy.copy_no);
    store::set_returned(tx, id, on)
}

/// 取り消す: a copy that was recorded by mistake. Its row stays, so that its number is never given again.
pub fn withdraw(tx: &Tx, id: DisclosureId, on: NaiveDate, because: &str) -> Result<()> {
    let copy = store::find_disclosure(tx, id)?.ok_or_else(|| Error::refused("lists.no_such_copy"))?;
    if copy.withdrawn_on.is_some() {
        return Err(Error::refused("lists.withdrawn_already").with("number", copy.copy_no));
    }
    let because = because.trim();
    if because.is_empty() {
        return Err(Error::refused("lists.reason_missing").with("field", "reason"));
    }
    tx.say("recipient", &copy.recipient);
    tx.say("number", copy.copy_no);
    store::set_withdrawn(tx, id, on, because)
}
