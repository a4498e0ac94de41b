//! 監事の所見: written in the copy to look at or at the desk, received from a copy, answered by the secretariat.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::entries::told;
use crate::accounts::{AuditFinding, AuditFindingId, Entry, EntryId, Returned, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// 監事の所見, as it was told.
#[derive(Debug, Clone)]
pub struct FindingTyped {
    /// The entry that it is about; none is the year as a whole.
    pub entry_id: Option<EntryId>,
    /// 所見
    pub finding: String,
    /// 監事
    pub auditor: String,
    /// 所見の日
    pub found_on: NaiveDate,
}

/// Writes a finding down, or one's own anew.
pub fn write_finding(
    tx: &Tx,
    year: FiscalYear,
    id: Option<AuditFindingId>,
    typed: &FindingTyped,
) -> Result<AuditFindingId> {
    let [finding, auditor] = [&typed.finding, &typed.auditor].map(|text| text.trim().to_owned());
    if finding.is_empty() {
        return Err(Error::refused("accounts.finding_missing").with("field", "finding"));
    }
    if auditor.is_empty() {
        return Err(Error::refused("accounts.auditors_missing").with("field", "auditor"));
    }
    let begun = match id {
        Some(id) => own(tx, id).map(|known| AuditFinding { rewritten: known.rewritten + 1, ..known })?,
        None => begin(tx, year, typed)?,
    };
    let written = AuditFinding { finding, auditor, found_on: typed.found_on, ..begun };
    tx.say("auditor", &written.auditor);
    store::put_audit_finding(tx, &written)?;
    Ok(written.id)
}

/// A finding before it says anything, of the year of its entry.
fn begin(tx: &Tx, year: FiscalYear, typed: &FindingTyped) -> Result<AuditFinding> {
    let missing = || Error::refused("accounts.no_such_entry");
    let find = |id| store::find_entry(tx, id)?.ok_or_else(missing);
    let entry = typed.entry_id.map(find).transpose()?;
    Ok(AuditFinding {
        id: AuditFindingId::new(),
        fiscal_year: entry.as_ref().map_or(year, |entry| entry.fiscal_year),
        entry_id: typed.entry_id,
        about: entry.as_ref().map_or(String::new(), seen),
        finding: String::new(),
        auditor: String::new(),
        found_on: typed.found_on,
        rewritten: 0,
        received_on: None,
        answer: String::new(),
        done_on: None,
    })
}

/// R7.4.2　No.12　コピー用紙　911円: the entry as it was seen, whatever becomes of it.
fn seen(entry: &Entry) -> String {
    let number = entry.voucher_no.map(|number| format!("No.{number}"));
    let amount = format!("{}円", told(entry.amount_yen));
    let parts = [Some(paper::wareki::short(entry.entered_on)), number, Some(entry.description.clone()), Some(amount)];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("　")
}

/// Takes one's own finding back.
pub fn remove_finding(tx: &Tx, id: AuditFindingId) -> Result<()> {
    let known = own(tx, id)?;
    tx.say("auditor", known.auditor);
    store::delete_audit_finding(tx, id)
}

fn find(tx: &Tx, id: AuditFindingId) -> Result<AuditFinding> {
    store::find_audit_finding(tx, id)?.ok_or_else(|| Error::refused("accounts.no_such_finding"))
}

fn own(tx: &Tx, id: AuditFindingId) -> Result<AuditFinding> {
    let known = find(tx, id)?;
    if known.is_own() { Ok(known) } else { Err(Error::refused("accounts.finding_stands")) }
}

/// Takes over what an auditor wrote into a copy: what is here already stays as it is, what was written anew waits once more.
pub fn receive_findings(tx: &Tx, returned: &[AuditFinding], on: NaiveDate) -> Result<()> {
    let (mut count, mut auditors) = (0, Vec::new());
    for one in returned {
        let known = store::find_audit_finding(tx, one.id)?;
        let taken = match one.beside(known.as_ref()) {
            Returned::Known => continue,
            Returned::New => one.clone(),
            Returned::Rewritten => {
                let answer = known.map_or(String::new(), |known| known.answer);
                AuditFinding { answer, done_on: None, ..one.clone() }
            }
        };
        // An entry that was taken back since is still told in words.
        let entry = taken.entry_id.map(|id| store::find_entry(tx, id)).transpose()?.flatten();
        let entry_id = entry.map(|entry| entry.id);
        store::put_audit_finding(tx, &AuditFinding { received_on: Some(on), entry_id, ..taken })?;
        count += 1;
        if !auditors.contains(&one.auditor) {
            auditors.push(one.auditor.clone());
        }
    }
    if count == 0 {
        return Err(Error::refused("accounts.findings_none"));
    }
    tx.say("count", count);
    tx.say("auditor", auditors.join("、"));
    Ok(())
}

/// Takes away what its auditor took out of the copy again.
pub fn withdraw_findings(tx: &Tx, gone: &BTreeSet<String>) -> Result<()> {
    let withdrawn = withdrawn(tx, gone)?;
    let Some(first) = withdrawn.first() else { return Err(Error::refused("accounts.findings_none")) };
    tx.say("count", withdrawn.len());
    tx.say("auditor", &first.auditor);
    withdrawn.iter().try_for_each(|one| store::delete_audit_finding(tx, one.id))
}

/// The findings that are here still of those that were taken out of a copy.
pub fn withdrawn(conn: &Connection, gone: &BTreeSet<String>) -> Result<Vec<AuditFinding>> {
    let mut all = store::all_audit_findings(conn)?;
    all.retain(|one| gone.contains(&one.id.to_string()));
    Ok(all)
}

/// 返答・対応 of the secretariat.
pub fn answer_finding(tx: &Tx, id: AuditFindingId, answer: &str, done_on: Option<NaiveDate>) -> Result<()> {
    let (known, answer) = (find(tx, id)?, answer.trim().to_owned());
    if done_on.is_some() && answer.is_empty() {
        return Err(Error::refused("accounts.answer_missing").with("field", "answer"));
    }
    if done_on.is_some_and(|done| done < known.found_on) {
        let early = Error::refused("accounts.done_before_found").with("field", "done");
        return Err(early.with("day", paper::wareki::long(known.found_on)));
    }
    tx.say("auditor", &known.auditor);
    store::put_audit_finding(tx, &AuditFinding { answer, done_on, ..known })
}
