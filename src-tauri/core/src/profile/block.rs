//! What stands on a form, top to bottom.

use paper::{Align, Branch, ChartKind, Place, Role};
use serde::Deserialize;

use super::{ListTable, Template};

/// One thing on a form.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Block {
    /// 見出し
    Heading {
        /// 0 to 3; 1 is the title, 0 that of a cover.
        level: u8,
        /// Its words.
        text: Template,
    },
    /// 段落
    Paragraph {
        /// Its words.
        text: Template,
        /// Left, centre or right.
        #[serde(default)]
        align: Align,
    },
    /// 団体名・代表者 … as label and value.
    Lines {
        /// Left, or the right half.
        #[serde(default)]
        place: Place,
        /// The lines.
        lines: Vec<LabelledLine>,
    },
    /// 一覧表
    Table(ListTable),
    /// 記入欄: a table whose rows are written in the form itself.
    Grid(Grid),
    /// 席次: a list as tiles beside each other, row after row.
    Tiles {
        /// The list: one tile per row.
        list: String,
        /// How many stand beside each other, or the fact that says so.
        across: Across,
        /// What stands on a tile.
        text: Template,
    },
    /// 組織図: boxes joined by lines.
    Tree {
        /// What stands at each height, from the top.
        levels: Vec<TreeLevel>,
    },
    /// グラフ over a list.
    Chart {
        /// Its title.
        title: Template,
        /// Line or bar.
        #[serde(default)]
        draw: ChartKind,
        /// Unit after the title.
        unit: String,
        /// The list: one position per row.
        list: String,
        /// Name of a position.
        label: Template,
        /// The series.
        series: Vec<ChartSeries>,
        /// How many such charts stand beside each other.
        #[serde(default = "one")]
        across: u16,
    },
    /// 記名・押印
    Signature {
        /// The names.
        signers: Vec<SignerLine>,
    },
    /// Empty height.
    Space {
        /// Millimetres.
        mm: u16,
    },
    /// 写真 of a list, two beside each other.
    Photos {
        /// The list: one photograph per row.
        list: String,
        /// The fact by which it is found.
        photo: Template,
        /// What stands under it.
        caption: Template,
    },
    /// QRコード
    Qr {
        /// Its words.
        text: Template,
    },
    /// 改ページ
    PageBreak {},
    /// Blocks once per row of a list.
    Each(Each),
    /// Blocks that stand only where a fact is present: not blank, not an empty list.
    When {
        /// Which fact.
        fact: String,
        /// The blocks.
        blocks: Vec<Block>,
    },
}

/// How many stand beside each other.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Across {
    /// So many.
    Number(i64),
    /// As many as a fact says.
    Fact(String),
}

/// One level of 組織図: one box, or one for each row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TreeLevel {
    /// How it hangs on what stands above it.
    #[serde(default)]
    pub branch: Branch,
    /// The fact without which it is left out.
    pub only_with: Option<String>,
    /// The list of its boxes; without one it is a single box.
    pub each: Option<String>,
    /// What it is called.
    pub title: Template,
    /// The list whose rows stand under the title.
    pub list: Option<String>,
    /// One of them.
    #[serde(default)]
    pub text: Template,
    /// The last line; left out where what it names is not known.
    #[serde(default)]
    pub foot: Template,
}

/// One line of label and value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelledLine {
    /// 団体名
    pub label: String,
    /// The value.
    pub text: Template,
}

/// One series of a chart.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChartSeries {
    /// Its name in the key.
    pub name: String,
    /// The value of each row.
    pub value: Template,
}

/// One name under a paper, or one for each row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignerLine {
    /// 会長, 監事
    pub office: String,
    /// The name, or nothing for room to write.
    #[serde(default)]
    pub name: Template,
    /// Those who sign: the name is looked up in each row first. Nobody there leaves room to write.
    pub list: Option<String>,
    /// How many sign by hand where the list names nobody.
    #[serde(default = "one_line")]
    pub room: usize,
    /// How it is signed.
    #[serde(default)]
    pub sign: Sign,
}

/// 署名・押印のしかた
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sign {
    /// 記名のみ: the name is printed.
    #[default]
    Name,
    /// 署名: whoever it is writes the name by hand.
    Hand,
    /// 記名押印: the name is printed, with a circled 印.
    Seal,
    /// （印）: the name is printed, and words say where a seal may go.
    Mark,
}

/// Blocks once per row of a list.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Each {
    /// The list.
    pub list: String,
    /// Each row begins a new page.
    #[serde(default)]
    pub page_break: bool,
    /// Each row is a paper of its own for one of many: what stands at the head of its further pages.
    pub copy: Option<Template>,
    /// The blocks; names are looked up in the row first.
    pub blocks: Vec<Block>,
    /// The fact without which a row is left out.
    pub only_with: Option<String>,
    /// What is said of an empty list; nothing where this is empty.
    #[serde(default = "none_there")]
    pub empty: String,
}

/// 記入欄
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grid {
    /// Shares of the width, left to right.
    pub widths: Vec<u16>,
    /// The rows.
    pub rows: Vec<GridRow>,
}

/// One row of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridRow {
    /// What it is; head rows stand first and are repeated on every page.
    #[serde(default)]
    pub role: Role,
    /// Lines left for handwriting where a cell is blank.
    #[serde(default)]
    pub room: usize,
    /// Its cells.
    pub cells: Vec<GridCell>,
}

/// One cell of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GridCell {
    /// Its words or its fact.
    pub text: Template,
    /// Columns covered.
    #[serde(default = "one")]
    pub span: u16,
    /// Horizontal setting.
    pub align: Option<Align>,
    /// Set in small print.
    #[serde(default)]
    pub small: bool,
}

/// Said of a list without rows, so that no paper is an empty sheet.
pub(super) fn none_there() -> String {
    "（該当はありません）".to_owned()
}

fn one() -> u16 {
    1
}

fn one_line() -> usize {
    1
}
