//! The plan in words, as the page and the command line read it.

use paper::{RawRow, column_letters};
use serde::Serialize;
use ts_rs::TS;

use super::{Counts, Difference, ImportCandidate, Issue, Plan, Planned, Verdict};
use crate::intake::cells;
use crate::intake::columns::{FieldSet, Kind};
use crate::intake::layout::{FoundColumn, Table};
use crate::words;

impl<D> Plan<D> {
    /// The plan in words: `show` says what a draft would write, its title first.
    pub fn view(
        &self,
        file: &str,
        encoding: Option<&str>,
        show: impl Fn(&D) -> (String, Vec<ShownCell>),
    ) -> ImportPlan {
        let fields = self.kind.fields();
        ImportPlan {
            kind: self.kind,
            file: file.to_owned(),
            encoding: encoding.map(str::to_owned),
            counts: self.counts(),
            sheets: self.sheets.clone(),
            rows: self.rows.iter().enumerate().map(|(index, row)| row.view(index, &show)).collect(),
            issues: self.issues.iter().map(IssueView::of).collect(),
            fields: fields.fields.iter().map(|f| FieldName { name: f.name.clone(), label: f.label.clone() }).collect(),
            notes: self.notes.clone(),
        }
    }
}

impl<D> Planned<D> {
    fn view(&self, index: usize, show: &impl Fn(&D) -> (String, Vec<ShownCell>)) -> PlanRow {
        let (title, cells) = show(&self.draft);
        PlanRow {
            index,
            sheet: self.sheet.clone(),
            row: self.row,
            verdict: self.verdict,
            title,
            cells,
            changes: self.changes.clone(),
            reason: self.reason.clone(),
            candidates: self.candidates.clone(),
        }
    }
}

/// 取り込みの計画 as the page and the command line read it.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportPlan {
    /// What is imported.
    pub kind: Kind,
    /// Name of the file.
    pub file: String,
    /// Encoding of a text file.
    pub encoding: Option<String>,
    /// How many of each.
    pub counts: Counts,
    /// Sheets and columns as understood.
    pub sheets: Vec<SheetView>,
    /// The records.
    pub rows: Vec<PlanRow>,
    /// What is wrong or worth a look.
    pub issues: Vec<IssueView>,
    /// What a column may mean.
    pub fields: Vec<FieldName>,
    /// Sentences about the file as a whole.
    pub notes: Vec<String>,
}

/// A meaning that a column may have.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldName {
    /// Name in code.
    pub name: String,
    /// Name on the screen.
    pub label: String,
}

/// One record of the plan in words.
#[derive(Debug, Clone, Serialize, TS)]
pub struct PlanRow {
    /// Place in the plan.
    #[ts(type = "number")]
    pub index: usize,
    /// Sheet.
    pub sheet: String,
    /// Row, from 1.
    #[ts(type = "number")]
    pub row: u32,
    /// What it would do.
    pub verdict: Verdict,
    /// What it is about.
    pub title: String,
    /// What would be written.
    pub cells: Vec<ShownCell>,
    /// Differences to what is stored.
    pub changes: Vec<Difference>,
    /// Why it is unsure or left out.
    pub reason: Option<String>,
    /// Whom an unsure row may be.
    pub candidates: Vec<ImportCandidate>,
}

/// One value of a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownCell {
    /// Field.
    pub field: String,
    /// Its name on the screen.
    pub label: String,
    /// As it would be kept.
    pub shown: String,
}

/// An issue in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct IssueView {
    /// Sheet.
    pub sheet: String,
    /// Cell.
    pub cell: String,
    /// Code.
    pub code: String,
    /// What happened.
    pub message: String,
    /// What to do.
    pub hint: String,
}

impl IssueView {
    fn of(issue: &Issue) -> IssueView {
        let mut params = issue.params.clone();
        params.insert("sheet", issue.place.sheet.clone());
        params.insert("cell", issue.place.cell.clone());
        let sentence = words::error(issue.code, &params);
        IssueView {
            sheet: issue.place.sheet.clone(),
            cell: issue.place.cell.clone(),
            code: issue.code.to_owned(),
            message: sentence.title,
            hint: sentence.hint,
        }
    }
}

/// 読み取ったシート: its columns and its first rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct SheetView {
    /// Name.
    pub name: String,
    /// True when records are taken from it.
    pub is_used: bool,
    /// Rows of the headings.
    #[ts(type = "number[]")]
    pub header_rows: Vec<u32>,
    /// Columns of its first table.
    pub columns: Vec<ColumnView>,
    /// The first rows, to show where the headings are.
    pub head_preview: Vec<PreviewRow>,
}

/// A column with its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ColumnView {
    /// From 1.
    #[ts(type = "number")]
    pub col: u32,
    /// As the spreadsheet shows it.
    pub letters: String,
    /// Heading.
    pub heading: String,
    /// Meaning.
    pub field: Option<String>,
    /// Its name on the screen.
    pub label: Option<String>,
    /// First cells.
    pub samples: Vec<String>,
}

/// One of the first rows of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct PreviewRow {
    /// From 1.
    #[ts(type = "number")]
    pub row: u32,
    /// Cells from the left.
    pub cells: Vec<String>,
    /// True for a row of headings.
    pub is_header: bool,
}

impl SheetView {
    pub(super) fn of(sheet: &paper::RawSheet, tables: &[Table], fields: &FieldSet) -> SheetView {
        // Where nothing is understood, every table is open to the user's choice.
        let is_understood = tables.iter().any(|t| t.is_used);
        let is_open = |t: &Table| t.is_used || (!is_understood && t.is_tabular());
        let of_sheet = || tables.iter().filter(|t| t.sheet == sheet.name);
        let shown = of_sheet().find(|t| t.is_used).or_else(|| of_sheet().next());
        let header_rows: Vec<u32> = of_sheet().flat_map(|t| t.header_rows.iter().copied()).collect();
        let label = |name: &str| fields.index(name).map(|i| fields.fields[i].label.clone());
        let column = |c: &FoundColumn| ColumnView {
            col: c.col,
            letters: column_letters(c.col),
            heading: c.heading.clone(),
            field: c.field.map(str::to_owned),
            label: c.field.and_then(label),
            samples: c.samples.clone(),
        };
        SheetView {
            name: sheet.name.clone(),
            is_used: of_sheet().any(is_open),
            columns: shown.map(|t| t.columns.iter().map(column).collect()).unwrap_or_default(),
            head_preview: sheet.rows.iter().take(12).map(|row| preview(row, &header_rows)).collect(),
            header_rows,
        }
    }
}

fn preview(row: &RawRow, header_rows: &[u32]) -> PreviewRow {
    let last = row.cells.last().map_or(0, |cell| cell.col).min(30);
    let words = |col| row.get(col).map(|value| cells::text(value).into_owned()).unwrap_or_default();
    PreviewRow { row: row.row, cells: (1..=last).map(words).collect(), is_header: header_rows.contains(&row.row) }
}
