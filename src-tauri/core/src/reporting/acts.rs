//! Acts on papers: a text is written, a paper is issued.

use super::issue::{CITY_SHEET, Frozen, Issued, document_hash};
use super::scope::Texts;
use super::subject::Subject;
use super::{compose, store};
use crate::fact::Facts;
use crate::file::Tx;
use crate::id::Id;
use crate::profile::{Edition, Form};
use crate::{Error, FiscalYear, Result};

/// 記述を書く: the text of one field; forms that are the same paper share their texts.
pub fn write_text(tx: &Tx, form: &Form, year: FiscalYear, of: &Subject, field: &str, words: &str) -> Result<()> {
    let unknown = || Error::refused("reports.unknown_field").with("form", &form.title).with("field", field);
    let label = &form.field(field).ok_or_else(unknown)?.label;
    store::save_text(tx, year, form.texts_id(), of, field, words.trim_end())?;
    tx.say("form", of.titled(&form.title));
    tx.say("label", label);
    Ok(())
}

/// 書類を出す: keeps the paper and a frozen copy of what it was made of.
pub fn issue(
    tx: &Tx,
    edition: &Edition,
    form: &Form,
    year: FiscalYear,
    of: &Subject,
    frozen: Frozen,
) -> Result<Issued> {
    pin(tx, form, year, of, &frozen.texts)?;
    let document = compose(edition, form, &frozen.facts, &frozen.texts);
    let issued = Issued {
        id: Id::new(),
        fiscal_year: year,
        form: form.id.clone(),
        edition: edition.id.clone(),
        grant_id: of.grant_id,
        frozen,
        document_hash: document_hash(&document),
        document: Some(document),
        issued_at: tx.by().at.clone(),
    };
    store::insert_issued(tx, &issued)?;
    tx.say("form", of.titled(&form.title));
    tx.say("year", year.label());
    Ok(issued)
}

/// What came from another paper is this one's own once it is put out: nothing typed later changes it.
fn pin(tx: &Tx, form: &Form, year: FiscalYear, of: &Subject, texts: &Texts) -> Result<()> {
    let typed = store::texts(tx, year, form.texts_id(), of)?;
    let is_open = |name: &String| form.field(name).is_some_and(|field| field.is_lasting) && !typed.contains_key(name);
    for (field, words) in texts.iter().filter(|(name, _)| is_open(name)) {
        store::save_text(tx, year, form.texts_id(), of, field, words)?;
    }
    Ok(())
}

/// 市の調査票を出す: keeps what was written into the city's own workbook, whose layout no edition knows. `hash` is that of
/// the file as it was.
pub fn issue_sheet(tx: &Tx, edition: &Edition, year: FiscalYear, facts: Facts, hash: String) -> Result<()> {
    let issued = Issued {
        id: Id::new(),
        fiscal_year: year,
        form: CITY_SHEET.to_owned(),
        edition: edition.id.clone(),
        grant_id: None,
        frozen: Frozen { facts, texts: Texts::new() },
        document: None,
        document_hash: hash,
        issued_at: tx.by().at.clone(),
    };
    store::insert_issued(tx, &issued)
}
