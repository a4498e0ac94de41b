//! 監査の済んだ日付: a row that would stand among what auditors have seen stays out, and says so.

use super::draft::BookDraft;
use crate::accounts::{Audit, audited_behind};
use crate::intake::layout::Place;
use crate::intake::plan::{Issue, Plan, Verdict};
use crate::intake::told::note;

/// Leaves out the new rows of days that were audited, with a word on each and one on all of them.
pub fn leave_out(plan: &mut Plan<BookDraft>, audits: &[Audit]) {
    let mut first: Option<(Place, String)> = None;
    let mut count = 0;
    for row in plan.rows.iter_mut().filter(|row| matches!(row.verdict, Verdict::New | Verdict::Unsure)) {
        let day = row.draft.entry().map(|entry| entry.on);
        let Some(until) = day.and_then(|day| audited_behind(audits, day)) else { continue };
        let until = paper::wareki::long(until);
        row.verdict = Verdict::Skipped;
        row.candidates.clear();
        row.reason = Some(note("accounts.row_audited", "until", &until));
        count += 1;
        first.get_or_insert_with(|| (Place { sheet: row.sheet.clone(), cell: format!("A{}", row.row) }, until));
    }
    let issue = first.map(|(place, until)| Issue::at(place, "accounts.rows_audited").with("until", until));
    plan.issues.extend(issue.map(|issue| issue.with("count", count)));
}
