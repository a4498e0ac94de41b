//! 取り込みの計画: what a file would do, row by row, before anything is written. A concept plans in its own drafts
//! ([`Plan`]); the page and the command line read the same plan as words ([`ImportPlan`]).

mod view;

use std::collections::{BTreeMap, HashMap};

use paper::RawBook;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::columns::Kind;
use super::layout::{Place, Table, Why};
use super::mapping::Mapping;
use super::told::sentence;
pub use view::{ColumnView, FieldName, ImportPlan, IssueView, PlanRow, PreviewRow, SheetView, ShownCell};

/// 判定: what a row would do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 新規
    New,
    /// 同じ
    Same,
    /// 変更あり
    Changed,
    /// 要確認
    Unsure,
    /// 読み飛ばし
    Skipped,
}

/// A difference that an import would write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Difference {
    /// Field.
    pub field: String,
    /// Its name on the screen.
    pub label: String,
    /// As stored.
    pub before: String,
    /// As the file has it.
    pub after: String,
}

/// A stored record that an unsure row may be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ImportCandidate {
    /// Key.
    pub id: String,
    /// Name.
    pub title: String,
    /// What tells it from others.
    pub detail: String,
}

/// One record of a plan with the draft that would be written.
#[derive(Debug, Clone)]
pub struct Planned<D> {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// What it would do.
    pub verdict: Verdict,
    /// What would be written.
    pub draft: D,
    /// Differences to what is stored.
    pub changes: Vec<Difference>,
    /// Why it is unsure or left out.
    pub reason: Option<String>,
    /// Whom an unsure row may be.
    pub candidates: Vec<ImportCandidate>,
    /// Counted among new, same, changed; leavers are kept but not counted.
    pub is_counted: bool,
}

/// 指摘: something in a cell that could not be read or is worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// Where.
    pub place: Place,
    /// Which.
    pub code: &'static str,
    /// What its sentence names.
    pub params: BTreeMap<&'static str, String>,
}

impl Issue {
    /// An issue at a place.
    pub fn at(place: Place, code: &'static str) -> Issue {
        Issue { place, code, params: BTreeMap::new() }
    }

    /// Adds what the sentence names.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Issue {
        self.params.insert(name, value.to_string());
        self
    }
}

/// 件数
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Counts {
    /// 新規
    #[ts(type = "number")]
    pub new: usize,
    /// 同じ
    #[ts(type = "number")]
    pub same: usize,
    /// 変更
    #[ts(type = "number")]
    pub changed: usize,
    /// 要確認
    #[ts(type = "number")]
    pub unsure: usize,
    /// Rows that are no records.
    #[ts(type = "number")]
    pub skipped: usize,
}

/// A plan in the drafts of its concept.
#[derive(Debug, Clone)]
pub struct Plan<D> {
    /// What is imported.
    pub kind: Kind,
    /// Its records.
    pub rows: Vec<Planned<D>>,
    /// What is wrong or worth a look.
    pub issues: Vec<Issue>,
    /// Sentences about the file as a whole.
    pub notes: Vec<String>,
    /// Sheets and columns as understood.
    pub sheets: Vec<SheetView>,
    /// Layouts to be remembered when the plan is applied.
    pub mappings: Vec<Mapping>,
    /// Rows that are no records, per sheet.
    pub skipped: Vec<SkippedRow>,
}

/// Columns of numbers that are not taken, each heading once.
fn untaken(tables: &[Table]) -> Vec<Issue> {
    let mut issues: Vec<Issue> = Vec::new();
    for issue in tables.iter().filter(|t| t.is_used).filter_map(Table::untaken_issue) {
        if issues.iter().all(|told| told.params != issue.params) {
            issues.push(issue);
        }
    }
    issues
}

/// A row that is no record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SkippedRow {
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    pub row: u32,
    /// Why.
    pub why: Why,
}

/// What the user decided about an unsure row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowDecision {
    /// Which row of the plan.
    #[ts(type = "number")]
    pub index: usize,
    /// What to do.
    pub decision: Decision,
    /// The stored record that it is, for `same`.
    pub id: Option<String>,
}

/// 要確認の行をどうするか
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// Another record.
    New,
    /// Leave the row out.
    Skip,
    /// The stored record with this id.
    Same,
}

/// What came of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Records added.
    pub new: usize,
    /// Records changed by rows that were known.
    pub changed: usize,
    /// Unsure rows that the user joined to a record.
    pub joined: usize,
}

impl<D> Plan<D> {
    /// One decision for every unsure row; `Same` takes the first candidate.
    pub fn decide_unsure(&self, decision: Decision) -> Vec<RowDecision> {
        let unsure = self.rows.iter().enumerate().filter(|(_, row)| row.verdict == Verdict::Unsure);
        let decide = |(index, row): (usize, &Planned<D>)| RowDecision {
            index,
            decision,
            id: row.candidates.first().filter(|_| decision == Decision::Same).map(|c| c.id.clone()),
        };
        unsure.map(decide).collect()
    }

    /// The rows with what was decided about each.
    pub fn decided<'p>(
        &'p self,
        decisions: &'p [RowDecision],
    ) -> impl Iterator<Item = (&'p Planned<D>, Option<&'p RowDecision>)> {
        let by_index: HashMap<usize, &RowDecision> = decisions.iter().map(|d| (d.index, d)).collect();
        self.rows.iter().enumerate().map(move |(index, row)| (row, by_index.get(&index).copied()))
    }

    /// How many records the decisions make of the plan; an unsure row without one is new.
    pub fn written(&self, decisions: &[RowDecision]) -> Written {
        let mut written = Written::default();
        for (row, decision) in self.decided(decisions).filter(|(row, _)| row.is_counted) {
            match (decision.map(|d| d.decision), row.verdict) {
                (Some(Decision::New), _) | (None, Verdict::New | Verdict::Unsure) => written.new += 1,
                (Some(Decision::Same), _) => written.joined += 1,
                (None, Verdict::Changed) => written.changed += 1,
                (Some(Decision::Skip), _) | (None, Verdict::Same | Verdict::Skipped) => {}
            }
        }
        written
    }

    /// A plan of what the tables hold, still without records.
    pub fn of(kind: Kind, book: &RawBook, tables: &[Table]) -> Plan<D> {
        let unclear = (!tables.iter().any(|t| t.is_used)).then_some("intake.choose_columns");
        let used = || tables.iter().filter(|t| t.is_used);
        let skipped = used()
            .flat_map(|t| t.skipped.iter().map(|s| SkippedRow { sheet: t.sheet.to_owned(), row: s.row, why: s.why }));
        Plan {
            kind,
            rows: vec![],
            issues: if kind == Kind::Roster { vec![] } else { untaken(tables) },
            notes: book.notes.iter().map(String::as_str).chain(unclear).map(sentence).collect(),
            sheets: book.sheets.iter().map(|sheet| SheetView::of(sheet, tables, kind.fields())).collect(),
            mappings: used().filter(|t| !t.header_rows.is_empty()).map(Table::mapping).collect(),
            skipped: skipped.collect(),
        }
    }

    /// How many of each.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts { skipped: self.skipped.len(), ..Counts::default() };
        for row in self.rows.iter().filter(|row| row.is_counted) {
            match row.verdict {
                Verdict::New => counts.new += 1,
                Verdict::Same => counts.same += 1,
                Verdict::Changed => counts.changed += 1,
                Verdict::Unsure => counts.unsure += 1,
                Verdict::Skipped => counts.skipped += 1,
            }
        }
        counts
    }
}
