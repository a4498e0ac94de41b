//! 監査の記録.

use chrono::NaiveDate;

use crate::accounts::{Audit, AuditId, store};
use crate::calendar::FiscalYear;
use crate::file::Tx;
use crate::{Error, Result};

/// 監査の記録, as it was told.
#[derive(Debug, Clone)]
pub struct NewAudit {
    /// The books were looked at up to this day.
    pub until_on: NaiveDate,
    /// 監査日
    pub audited_on: NaiveDate,
    /// 監事
    pub auditors: String,
    /// 監査の結果
    pub result: String,
}

/// Records an audit of a year, with the last change of the books that it saw.
pub fn record_audit(tx: &Tx, year: FiscalYear, new: &NewAudit) -> Result<AuditId> {
    let [auditors, result] = [&new.auditors, &new.result].map(|text| text.trim().to_owned());
    if !year.contains(new.until_on) {
        return Err(Error::refused("accounts.outside_year").with("field", "until").with("year", year.label()));
    }
    if new.audited_on < new.until_on {
        let early = Error::refused("accounts.audit_before_end").with("field", "on");
        return Err(early.with("day", paper::wareki::long(new.until_on)));
    }
    if auditors.is_empty() {
        return Err(Error::refused("accounts.auditors_missing").with("field", "auditors"));
    }
    if result.is_empty() {
        return Err(Error::refused("accounts.result_missing").with("field", "result"));
    }
    tx.say("year", year.label());
    tx.say("auditors", &auditors);
    let (log_seq, log_head) = store::books_head(tx)?;
    let audit = Audit {
        id: AuditId::new(),
        fiscal_year: year,
        until_on: new.until_on,
        audited_on: new.audited_on,
        auditors,
        result,
        log_seq,
        log_head,
    };
    store::insert_audit(tx, &audit)?;
    Ok(audit.id)
}
