//! 監事の所見: what auditors wrote, in a copy of theirs or at the desk, read back from such a copy, and answered.

use std::collections::BTreeSet;

use office::accounts::{AuditFinding, AuditFindingId, EntryId, Returned, acts, store};
use office::file::{Act, Area, Tx};
use office::{FiscalYear, OfficeFile};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// The findings of a year, or of one entry.
#[derive(Debug, Deserialize, TS)]
pub struct ListFindings {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
}

/// The findings of a year, or of one entry.
#[derive(Debug, Serialize, TS)]
pub struct Findings {
    pub all: Vec<FindingShown>,
    /// Who wrote the last one of all; empty before the first.
    pub auditor: String,
    /// Today, as it would be typed.
    pub today: String,
    /// In a copy to look at the auditor writes them, and does nothing else.
    pub is_copy: bool,
}

/// One finding.
#[derive(Debug, Serialize, TS)]
pub struct FindingShown {
    #[ts(type = "string")]
    pub id: AuditFindingId,
    pub year_label: String,
    /// The entry that it is about, while there is one.
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    /// That entry as it was seen; empty for the year as a whole.
    pub about: String,
    pub finding: String,
    pub auditor: String,
    pub on_label: String,
    /// As it would be typed.
    pub on: String,
    /// The day on which it came in a copy; empty for one that was written where it stands.
    pub received_label: String,
    pub answer: String,
    pub done_label: String,
    /// As it would be typed.
    pub done: String,
    /// Whoever wrote it may still change it.
    pub is_own: bool,
}

impl From<AuditFinding> for FindingShown {
    fn from(one: AuditFinding) -> FindingShown {
        FindingShown {
            id: one.id,
            year_label: one.fiscal_year.label(),
            entry_id: one.entry_id,
            is_own: one.is_own(),
            on_label: labels::long_day(Some(one.found_on)),
            on: paper::wareki::short(one.found_on),
            received_label: labels::long_day(one.received_on),
            done_label: labels::long_day(one.done_on),
            done: one.done_on.map_or(String::new(), paper::wareki::short),
            about: one.about,
            finding: one.finding,
            auditor: one.auditor,
            answer: one.answer,
        }
    }
}

impl Command for ListFindings {
    const NAME: &'static str = "accounts.findings";
    type Output = Findings;
    fn run(self, desk: &Desk) -> Result<Findings> {
        let office = desk.office()?;
        let (all, last) = office.view(|view| {
            let of_year = || store::audit_findings(view, self.year);
            let all = self.entry_id.map_or_else(of_year, |entry| store::audit_findings_of(view, entry))?;
            Ok((all, store::all_audit_findings(view)?.pop()))
        })?;
        Ok(Findings {
            all: all.into_iter().map(FindingShown::from).collect(),
            auditor: last.map_or(String::new(), |one| one.auditor),
            today: paper::wareki::short(desk.today()),
            is_copy: office.is_reading(),
        })
    }
}

/// Writes a finding down, or one's own anew. This alone is also done in a copy to look at.
#[derive(Debug, Deserialize, TS)]
pub struct WriteFinding {
    /// The one that is written anew.
    #[ts(type = "string | null")]
    pub id: Option<AuditFindingId>,
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    pub finding: String,
    pub auditor: String,
    pub on: String,
}

impl Command for WriteFinding {
    const NAME: &'static str = "accounts.write_finding";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let office = desk.office()?;
        let missing = || Error::refused("typed.day_missing").with("field", "on");
        let found_on = typed::day_until(&self.on, desk.today(), "on")?.ok_or_else(missing)?;
        // In a copy the auditor sits at the desk.
        let by = if office.is_reading() { desk.by_holder(self.auditor.trim()) } else { desk.by() };
        let new =
            acts::FindingTyped { entry_id: self.entry_id, finding: self.finding, auditor: self.auditor, found_on };
        let write = |tx: &Tx| acts::write_finding(tx, self.year, self.id, &new).map(drop);
        Ok(office.change_or_note(&by, Self::NAME, write)?.into())
    }
}

/// Takes one's own finding back, in a copy to look at too.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveFinding {
    #[ts(type = "string")]
    pub id: AuditFindingId,
}

impl Command for RemoveFinding {
    const NAME: &'static str = "accounts.remove_finding";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let remove = |tx: &Tx| acts::remove_finding(tx, self.id);
        Ok(desk.office()?.change_or_note(&desk.by(), Self::NAME, remove)?.into())
    }
}

/// 返答・対応
#[derive(Debug, Deserialize, TS)]
pub struct AnswerFinding {
    #[ts(type = "string")]
    pub id: AuditFindingId,
    pub answer: String,
    /// Empty until it is done.
    pub done: String,
}

impl Command for AnswerFinding {
    const NAME: &'static str = "accounts.answer_finding";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let done_on = typed::day_until(&self.done, desk.today(), "done")?;
        let answer = |tx: &Tx| acts::answer_finding(tx, self.id, &self.answer, done_on);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, answer)?.into())
    }
}

/// What a copy that an auditor gave back would add. Nothing is written.
#[derive(Debug, Deserialize, TS)]
pub struct PreviewFindings {
    /// The file that the user chose.
    pub token: String,
    pub passphrase: String,
}

/// What a copy that an auditor gave back would add.
#[derive(Debug, Serialize, TS)]
pub struct ReturnedFindings {
    /// The last act of ours that the copy holds.
    pub lent_label: String,
    /// How many acts changed the books since: the auditor has not seen them.
    #[ts(type = "number")]
    pub since: usize,
    pub taken: Vec<ReturnedFinding>,
    /// Findings that are here already.
    #[ts(type = "number")]
    pub known: usize,
    /// Findings that are here still, and that the auditor took out of the copy again.
    pub withdrawn: Vec<FindingShown>,
}

/// One that would be added, or written anew.
#[derive(Debug, Serialize, TS)]
pub struct ReturnedFinding {
    pub shown: FindingShown,
    pub is_rewritten: bool,
}

impl Command for PreviewFindings {
    const NAME: &'static str = "accounts.preview_findings";
    type Output = ReturnedFindings;
    fn run(self, desk: &Desk) -> Result<ReturnedFindings> {
        let Copied { lent, findings, gone } = returned(desk, &self.token, &self.passphrase)?;
        desk.office()?.view(|view| {
            let (mut taken, mut known) = (Vec::new(), 0);
            for one in findings {
                let here = store::find_audit_finding(view, one.id)?;
                match one.beside(here.as_ref()) {
                    Returned::Known => known += 1,
                    beside => taken.push(ReturnedFinding {
                        is_rewritten: beside == Returned::Rewritten,
                        shown: FindingShown::from(one),
                    }),
                }
            }
            let day = lent.at.get(..10).and_then(|day| day.parse().ok());
            Ok(ReturnedFindings {
                lent_label: labels::long_day(day),
                since: store::books_changed_since(view, lent.seq)?,
                taken,
                known,
                withdrawn: acts::withdrawn(view, &gone)?.into_iter().map(FindingShown::from).collect(),
            })
        })
    }
}

/// Takes over what an auditor wrote into a copy, all of it in one change.
#[derive(Debug, Deserialize, TS)]
pub struct ReceiveFindings {
    /// The file that the user chose.
    pub token: String,
    pub passphrase: String,
}

impl Command for ReceiveFindings {
    const NAME: &'static str = "accounts.receive_findings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let Copied { findings, .. } = returned(desk, &self.token, &self.passphrase)?;
        let receive = |tx: &Tx| acts::receive_findings(tx, &findings, desk.today());
        Ok(desk.office()?.change(&desk.by(), Self::NAME, receive)?.into())
    }
}

/// Takes away here, too, what an auditor took out of the copy again.
#[derive(Debug, Deserialize, TS)]
pub struct WithdrawFindings {
    /// The file that the user chose.
    pub token: String,
    pub passphrase: String,
}

impl Command for WithdrawFindings {
    const NAME: &'static str = "accounts.withdraw_findings";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let Copied { gone, .. } = returned(desk, &self.token, &self.passphrase)?;
        let withdraw = |tx: &Tx| acts::withdraw_findings(tx, &gone);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, withdraw)?.into())
    }
}

/// What a copy says.
struct Copied {
    /// The last act of ours that it holds.
    lent: Act,
    findings: Vec<AuditFinding>,
    /// The keys of findings that were taken out of it.
    gone: BTreeSet<String>,
}

/// The findings of a copy of this office. Nothing of it stays laid out.
fn returned(desk: &Desk, token: &str, passphrase: &str) -> Result<Copied> {
    let (office, path) = (desk.office()?, desk.files.path(token)?);
    let folder = desk.returned_folder();
    let read = || {
        let copy = OfficeFile::open_reading_copy(&path, &folder, passphrase).map_err(not_opened)?;
        let lent = office.lent_at(&copy, Area::Audit)?;
        let gone = copy.removed_after(lent.seq, "audit_finding")?;
        Ok(Copied { findings: copy.view(|view| store::all_audit_findings(view))?, lent, gone })
    };
    let found = read();
    let _ = std::fs::remove_dir_all(&folder);
    found
}

/// What says by itself what to do; anything else is a copy that is damaged.
const TOLD: [&str; 5] =
    ["office.no_reading_copy", "office.newer_file", "office.bad_place", "office.in_use", "office.disk_full"];

fn not_opened(error: Error) -> Error {
    match error.code {
        "office.wrong_passphrase" | "office.wrong_recovery_key" => {
            Error::refused("accounts.copy_passphrase").with("field", "passphrase")
        }
        code if TOLD.contains(&code) => error,
        _ => Error::refused("office.copy_unreadable").because(error),
    }
}
