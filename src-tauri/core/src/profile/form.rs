//! 様式: a form as data.

use paper::{Orientation, Typeface};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Block, Template};

/// 様式
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    /// `performance-report`
    pub id: String,
    /// 実績報告書
    pub title: String,
    /// What it is about: the heading under which the list of papers has it.
    pub area: FormArea,
    /// What it is about within a year; none is the whole year.
    pub of: Option<Of>,
    /// The grants that it is for; empty is every grant.
    #[serde(default)]
    pub grants: Vec<String>,
    /// Lists without which nothing would stand on it.
    #[serde(default)]
    pub needs: Vec<String>,
    /// The figure without which there is nothing to file: while it is nought or unknown the paper is not offered.
    pub only_with: Option<String>,
    /// The count that says whether the council is one that has this paper; while it is nought the paper is set apart.
    pub only_for: Option<String>,
    /// 様式第8号
    #[serde(default)]
    pub form_no: String,
    /// What it can be put out as.
    pub outputs: Vec<Output>,
    /// A4 upright or lying.
    #[serde(default)]
    pub orientation: Orientation,
    /// How large the PDF is printed; laid out it is on A4.
    #[serde(default)]
    pub size: SheetSize,
    /// Letters of the running text.
    #[serde(default)]
    pub typeface: Typeface,
    /// Head of later pages.
    pub running_head: Option<Template>,
    /// One sheet for each of a list: they are given away one by one, and no page has a number.
    #[serde(default)]
    pub is_given_singly: bool,
    /// It names who votes or sits at one meeting, which are no facts of the year: it is made from the page of that meeting.
    #[serde(default)]
    pub is_of_one_meeting: bool,
    /// It is of the books up to a day, which is chosen on the page of the audit.
    #[serde(default)]
    pub is_of_one_day: bool,
    /// The form whose blocks and typed texts this one shares: a city's own workbook is the same paper.
    pub sibling: Option<String>,
    /// Where it comes from.
    pub source: String,
    /// False as long as nobody has compared it with the city's own form.
    pub is_verified: bool,
    /// Texts typed on the page.
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
    /// What is looked at before the paper goes out.
    #[serde(default)]
    pub checks: Vec<CheckName>,
    /// What stands on it.
    #[serde(default, rename = "block")]
    pub blocks: Vec<Block>,
    /// Cells of the city's own workbook.
    pub stamp: Option<Stamp>,
}

/// 用紙の大きさ
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetSize {
    /// A4
    #[default]
    A4,
    /// A3, for a wall: everything is half as large again.
    A3,
}

/// 書類の分け方
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FormArea {
    /// 名簿
    Roster,
    /// 自治会
    Enrolment,
    /// 会計
    Accounts,
    /// 交付金
    Grants,
    /// 行事
    Activities,
    /// 会議
    Meetings,
    /// 引継ぎ
    Handover,
}

/// What a paper may be about that a year has several of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Of {
    /// 交付金
    Grant,
}

/// What a form can be put out as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Output {
    /// PDF
    Pdf,
    /// Our own workbook.
    Xlsx,
    /// The city's own workbook, filled in place.
    Stamp,
}

/// 記述欄: a text typed on the page.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Its name in `{text:name}`.
    pub name: String,
    /// 事業の成果
    pub label: String,
    /// The paper is not complete without it.
    pub is_required: bool,
    /// What stands there for handwriting while nothing is typed.
    #[serde(default)]
    pub blank: String,
    /// Stays the same from paper to paper and from year to year, as a bank account does: what was last typed stands there.
    #[serde(default)]
    pub is_lasting: bool,
    /// The fact whose words stand there until somebody types others.
    pub begins_with: Option<String>,
    /// The frame that the city's own workbook has for it.
    pub frame: Option<Frame>,
}

/// 枠: a frame that does not grow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Frame {
    /// Full-width characters in a line.
    pub wide: usize,
    /// Lines.
    pub lines: usize,
}

impl Frame {
    /// True where the words need no more lines than there are.
    pub fn holds(self, words: &str) -> bool {
        let lines = words.lines().map(|line| paper::text::width(line).div_ceil(self.wide * 2).max(1));
        lines.sum::<usize>() <= self.lines
    }
}

/// What is looked at before a paper goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckName {
    /// The lines of the settlement add up to the books.
    Books,
    /// The purses hold what is carried over.
    Purses,
    /// How the refund comes about.
    Refund,
    /// What was told as given back stands in the books.
    Repaid,
    /// 請求 within what was decided.
    Claim,
    /// Expenses without a receipt.
    Receipts,
    /// Costs nobody has judged yet.
    Verdicts,
    /// The parts add up to the books, and nothing is counted twice.
    Parts,
    /// Associations that have not answered.
    Answers,
    /// A count of households that lacks those of associations that have not answered.
    Households,
}

/// 市の様式への書き込み
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// The city's file, in the edition's folder `forms`.
    pub file: String,
    /// SHA-256 of that file, so that a new revision is noticed.
    pub sha256: String,
    /// Single cells.
    #[serde(default, rename = "cell")]
    pub cells: Vec<StampPlace>,
    /// Lists, one row of the sheet per row.
    #[serde(default, rename = "list")]
    pub lists: Vec<StampList>,
}

/// One cell of the city's workbook.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StampPlace {
    /// Name of the sheet.
    pub sheet: String,
    /// Address, e.g. K20.
    pub cell: String,
    /// What is written.
    pub text: Template,
    /// The cell keeps its formula; ours is only its cached result.
    #[serde(default)]
    pub is_formula: bool,
}

/// Rows of the city's workbook that show a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StampList {
    /// Name of the sheet.
    pub sheet: String,
    /// The list.
    pub list: String,
    /// First row of the sheet.
    pub first_row: u32,
    /// Last row of the sheet that may be filled.
    pub last_row: u32,
    /// The columns.
    pub columns: Vec<StampColumn>,
}

/// One column of such rows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StampColumn {
    /// Letter of the column.
    pub column: String,
    /// What is written in each row.
    pub text: Template,
    /// The cells keep their formulas.
    #[serde(default)]
    pub is_formula: bool,
}

impl Form {
    /// The form under whose id typed texts are kept.
    pub fn texts_id(&self) -> &str {
        self.sibling.as_deref().unwrap_or(&self.id)
    }

    /// True for the papers of this grant; without a name there is nothing to tell apart.
    pub fn serves(&self, grant: &str) -> bool {
        self.grants.is_empty() || grant.is_empty() || self.grants.iter().any(|name| name == grant)
    }

    /// A typed field.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.name == name)
    }
}
