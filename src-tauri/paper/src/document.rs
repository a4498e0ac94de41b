//! A paper as a value: what stands on it and in which order, never how a writer draws it.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Align, Chart, Negative, Picture, Table, Tree};

/// One paper of one or many pages, ready for every writer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Title of the file (and of the window that shows it); not drawn by itself.
    pub title: String,
    /// Its paper, upright or lying.
    pub orientation: Orientation,
    /// Typeface of the running text.
    pub typeface: Typeface,
    /// Mark before negative amounts.
    pub negative: Negative,
    /// Drawn small at the top of every page after the first, e.g. the title of a long list.
    pub running_head: Option<String>,
    /// Stands in a frame above every page: 取扱注意, the number of the copy, whom it is for and until when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stamp: Vec<String>,
    /// Print «1 / 3» at the foot when there is more than one page.
    pub page_numbers: bool,
    /// What stands on the paper, top to bottom.
    pub blocks: Vec<Block>,
}

/// The paper and how it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Orientation {
    /// A4 縦
    #[default]
    Portrait,
    /// A4 横
    Landscape,
    /// A5 縦: printed on A4 its letters are large.
    Small,
}

impl Orientation {
    /// Width and height in millimetres.
    pub const fn mm(self) -> (u16, u16) {
        match self {
            Orientation::Portrait => (210, 297),
            Orientation::Landscape => (297, 210),
            Orientation::Small => (148, 210),
        }
    }
}

/// Which family of letters a paper or a run is set in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Typeface {
    /// 明朝, for letters and reports to the city.
    #[default]
    Mincho,
    /// ゴシック, for lists.
    Gothic,
}

/// A stretch of text and where it comes from, so that the preview can show what was filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Run {
    /// The words.
    pub text: String,
    /// Where they come from.
    pub source: Source,
}

/// Where words on a paper come from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(tag = "from", content = "name", rename_all = "snake_case")]
pub enum Source {
    /// The form itself: labels, fixed sentences.
    #[default]
    Form,
    /// A fact of the records, by its name.
    Fact(String),
    /// A text that the secretary types on the page, by its field name; may still be empty.
    Typed(String),
    /// A fact that is not there yet, by its name: drawn as room for handwriting.
    Missing(String),
}

impl Run {
    /// Words of the form itself.
    pub fn form(text: impl Into<String>) -> Run {
        Run { text: text.into(), source: Source::Form }
    }
}

/// One thing on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// The title of a cover (level 0), the title (level 1, centred, large) or a heading inside (2, 3).
    Heading {
        /// 0 to 3.
        level: u8,
        /// Its words.
        runs: Vec<Run>,
    },
    /// A paragraph; the first line may be indented by full-width spaces in the text itself.
    Paragraph {
        /// Its words.
        runs: Vec<Run>,
        /// Left, centre or right.
        align: Align,
    },
    /// Label–value lines, such as the applicant's block at the right.
    Lines {
        /// The lines.
        lines: Vec<LabelLine>,
        /// Where the whole block stands.
        place: Place,
    },
    /// A ruled table.
    Table(Table),
    /// A chart; writers without pictures show its numbers as a table.
    Chart(Chart),
    /// Boxes joined by lines; writers that draw no lines show its levels as tables.
    Tree(Tree),
    /// Photographs, two beside each other, each in a frame of one shape.
    Photos(Vec<Photo>),
    /// One picture in the middle, over two thirds of the width, in a frame of the same shape.
    Figure(Photo),
    /// Words as a QR code; writers without pictures show the words.
    Qr(String),
    /// Names with room for a seal or a signature.
    Signature(Vec<Signer>),
    /// Empty height in millimetres.
    Space(u16),
    /// The next block begins a new page.
    PageBreak,
    /// The next block begins a paper for one of many; the words stand at the head of its further pages. Where one of them takes
    /// more than a page, each takes an even number, so that no sheet printed on both sides bears two.
    Copy(String),
}

/// A photograph on a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Photo {
    /// By which the records find it.
    pub key: String,
    /// What stands under it.
    pub caption: Vec<Run>,
    /// What is printed; fetched when the paper is put out.
    #[serde(skip)]
    pub picture: Option<Arc<Picture>>,
}

/// One line of a label–value block.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelLine {
    /// 団体名, set to even width (均等割付).
    pub label: String,
    /// The value.
    pub runs: Vec<Run>,
}

/// Where a label–value block stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// From the left margin.
    #[default]
    Left,
    /// In the right half of the page.
    Right,
}

/// One name under a paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// 会長, 監事 …
    pub office: String,
    /// The name, or room for it.
    pub name: Run,
    /// Draw a circled 印 after the name.
    pub seal: bool,
}
