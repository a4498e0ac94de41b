//! 監事の所見: all of the year, and those of which something is left to do.

use paper::Value;
use rusqlite::Connection;

use super::words;
use crate::Result;
use crate::accounts::{AuditFinding, store};
use crate::calendar::FiscalYear;
use crate::fact::{FactRow, Facts, row};

/// States `audit.findings`, `audit.findings_open` and their number.
pub(super) fn state(facts: &mut Facts, conn: &Connection, year: FiscalYear) -> Result<()> {
    let all = store::audit_findings(conn, year)?;
    let open: Vec<FactRow> = all.iter().filter(|one| one.is_open()).map(shown).collect();
    facts.state("audit.findings_left", Value::Count(open.len() as i64));
    facts.state_list("audit.findings_open", open);
    facts.state_list("audit.findings", all.iter().map(shown).collect());
    Ok(())
}

fn shown(one: &AuditFinding) -> FactRow {
    let about = if one.about.is_empty() { "年度の全体" } else { &one.about };
    row([
        ("found_on", Value::Date(one.found_on).into()),
        ("auditor", words(&one.auditor)),
        ("about", words(about)),
        ("finding", words(&one.finding)),
        ("answer", words(&one.answer)),
        ("done_on", one.done_on.map_or(Value::Blank, Value::Date).into()),
    ])
}
