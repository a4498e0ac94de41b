//! 監査: the audits of a year, and where the history stands that they saw.

use office::FiscalYear;
use office::accounts::{Audit, AuditId, acts, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, labels, typed};

/// The audits of a year.
#[derive(Debug, Deserialize, TS)]
pub struct ListAudits {
    pub year: FiscalYear,
}

/// The audits of a year.
#[derive(Debug, Serialize, TS)]
pub struct Audits {
    pub audits: Vec<AuditShown>,
    /// Up to where the books can be audited today, as it would be typed: the last day of the year, or today while it runs.
    pub until: String,
    /// Today, as it would be typed.
    pub today: String,
    /// Number of the last act that changed the books.
    #[ts(type = "number")]
    pub history_count: i64,
    /// First eight characters of its hash.
    pub history_mark: String,
}

/// One audit.
#[derive(Debug, Serialize, TS)]
pub struct AuditShown {
    #[ts(type = "string")]
    pub id: AuditId,
    pub until_label: String,
    pub audited_label: String,
    pub auditors: String,
    pub result: String,
    /// Number and mark of the last act that the auditors saw.
    #[ts(type = "number")]
    pub history_count: i64,
    pub history_mark: String,
}

impl Command for ListAudits {
    const NAME: &'static str = "accounts.list_audits";
    type Output = Audits;
    fn run(self, desk: &Desk) -> Result<Audits> {
        let ((history_count, hash), audits) =
            desk.office()?.view(|view| Ok((store::books_head(view)?, store::audits(view, self.year)?)))?;
        Ok(Audits {
            audits: audits.into_iter().map(AuditShown::from).collect(),
            until: paper::wareki::short(self.year.last_day().min(desk.today())),
            today: paper::wareki::short(desk.today()),
            history_count,
            history_mark: mark(&hash),
        })
    }
}

impl From<Audit> for AuditShown {
    fn from(audit: Audit) -> AuditShown {
        AuditShown {
            id: audit.id,
            until_label: labels::long_day(Some(audit.until_on)),
            audited_label: labels::long_day(Some(audit.audited_on)),
            history_count: audit.log_seq,
            history_mark: mark(&audit.log_head),
            auditors: audit.auditors,
            result: audit.result,
        }
    }
}

fn mark(hash: &str) -> String {
    hash.chars().take(8).collect()
}

/// Records an audit.
#[derive(Debug, Deserialize, TS)]
pub struct RecordAudit {
    pub year: FiscalYear,
    /// The books were looked at up to this day.
    pub until: String,
    pub on: String,
    pub auditors: String,
    pub result: String,
}

impl Command for RecordAudit {
    const NAME: &'static str = "accounts.record_audit";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let missing = |field| move || Error::refused("typed.day_missing").with("field", field);
        let until_on = typed::day(&self.until, Some(self.year), "until")?.ok_or_else(missing("until"))?;
        let new = acts::NewAudit {
            until_on,
            // Auditors come after what they look at: 4/20 is that of the next year.
            audited_on: typed::day_from(&self.on, until_on, "on")?.ok_or_else(missing("on"))?,
            auditors: self.auditors,
            result: self.result,
        };
        let record = |tx: &office::file::Tx| acts::record_audit(tx, self.year, &new).map(drop);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, record)?.into())
    }
}
