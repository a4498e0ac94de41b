//! 宛名: labels, envelopes and cards as values. Lengths are tenths of a millimetre, so that a sheet can be measured
//! with a ruler and written down without fractions.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// 用紙: a paper with a grid of faces that each take one address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Stationery {
    /// Key, as kept beside what was measured for a printer.
    pub id: String,
    /// ラベル 12面（86.4×42.3mm）
    pub title: String,
    /// 品番 of makers, where they are sure.
    #[serde(default)]
    pub products: Vec<String>,
    /// Where the figures come from.
    pub source: String,
    /// Somebody has measured a real sheet.
    #[serde(default)]
    pub is_verified: bool,
    /// Width and height of the paper.
    pub paper: [u16; 2],
    /// Where its faces are.
    pub grid: FaceGrid,
    /// What stands on a face and how.
    pub writing: Writing,
    /// Where the seven boxes of the postal code are printed already, from the face's corner.
    #[serde(default)]
    pub postal_boxes: Option<PostalBoxes>,
    /// Room left free inside each face: at its sides, and above and below.
    pub inset: [u16; 2],
    /// 差出人: where the sender may stand; none on labels and badges.
    #[serde(default)]
    pub sender: Option<PostPlace>,
    /// 往復はがき: what is printed beside the address, on the other half.
    #[serde(default)]
    pub beside: Option<Beside>,
}

/// A place on a paper, from the paper's corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostPlace {
    /// Left edge.
    pub left: u16,
    /// Top edge.
    pub top: u16,
    /// Width.
    pub width: u16,
    /// Height.
    pub height: u16,
}

/// What stands beside an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Beside {
    /// Which text.
    pub side: CardSide,
    /// Where.
    pub place: PostPlace,
}

/// The text of one half of a 往復はがき.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardSide {
    /// 往信の文面: what is announced.
    Message,
    /// 返信の文面: what is ticked and sent back.
    Answer,
}

/// The faces of a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FaceGrid {
    /// 列
    pub columns: u16,
    /// 段
    pub rows: u16,
    /// Left edge of the first face.
    pub left: u16,
    /// Top edge of the first face.
    pub top: u16,
    /// Width of a face.
    pub width: u16,
    /// Height of a face.
    pub height: u16,
    /// From one left edge to the next.
    pub step_across: u16,
    /// From one top edge to the next.
    pub step_down: u16,
}

/// What stands on a face and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Writing {
    /// 横書き: 〒, address, names below each other.
    Across,
    /// 縦書き: address at the right, names large in the middle.
    Down,
    /// 名札: body, office and name in the middle, without an address.
    Badge,
    /// 表彰状: a lying paper written from top to bottom, the title at the right, the giver at the left.
    Certificate,
}

/// The seven boxes of a postal code that are printed on the paper already.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PostalBoxes {
    /// Left edges of the boxes.
    pub lefts: [u16; 7],
    /// Top edge.
    pub top: u16,
    /// Width of a box.
    pub width: u16,
    /// Height of a box.
    pub height: u16,
}

/// 宛名: whom one face is for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Addressee {
    /// 郵便番号, as typed.
    pub postal: String,
    /// 住所
    pub address: String,
    /// 団体名 above the name; alone on mail to a body.
    pub body: String,
    /// 肩書
    pub office: String,
    /// 宛名 with its 敬称; several for 連名.
    pub names: Vec<Named>,
}

/// One name and what follows it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Named {
    /// 齋藤　花子
    pub name: String,
    /// 様, 御中, 先生 …; empty for none.
    pub honorific: String,
}

/// 差出人: who sends it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PostSender {
    /// 郵便番号
    pub postal: String,
    /// 住所
    pub address: String,
    /// 団体名
    pub name: String,
}

/// One line of a card's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CardLine {
    /// How it is set.
    pub kind: CardLineKind,
    /// Its words; empty for a gap.
    pub text: String,
}

/// How a line of a card's text is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CardLineKind {
    /// Large, in the middle.
    Title,
    /// Running text.
    Text,
    /// Running text at the right margin.
    Right,
    /// A word, and a rule behind it to write on.
    Field,
    /// Small.
    Note,
}

/// How the numbers of an address are written from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Numerals {
    /// 一丁目八番十五号
    #[default]
    Kanji,
    /// 1丁目8番15号, two digits beside each other (縦中横).
    Digits,
}

/// 表彰状・感謝状: everything on it but the one who receives it, ready to be written from top to bottom: numbers in
/// kanji, no 句読点.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Certificate {
    /// 表彰状
    pub title: String,
    /// 頭書: 優勝, 第三位; empty for none.
    pub rank: String,
    /// Each begins at the head of a column.
    pub paragraphs: Vec<String>,
    /// 令和八年三月十四日; empty to be written by hand.
    pub day: String,
    /// 団体名 of the giver.
    pub body: String,
    /// 会長
    pub office: String,
    /// 氏名 of the giver; its seal has room below.
    pub name: String,
}

/// A run of labels, envelopes, cards or certificates.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostRun {
    /// The paper.
    pub stationery: Stationery,
    /// The first face to be used, from 0: the ones before it have been peeled off.
    pub first: u16,
    /// What a test print showed: everything moves right and down by this much.
    pub shift: [i16; 2],
    /// Numbers of addresses written from top to bottom.
    pub numerals: Numerals,
    /// Who sends it; none to leave the sender out.
    pub sender: Option<PostSender>,
    /// What stands beside the address, where the paper has room for it.
    pub beside: Vec<CardLine>,
    /// 表彰状: what is said to everybody on the list.
    pub certificate: Certificate,
    /// Whom it is for, in order.
    pub addressees: Vec<Addressee>,
}

/// 備品シール: what one face says, with a code beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Sticker {
    /// Its lines, top to bottom; the second one is large.
    pub lines: Vec<String>,
    /// What a telephone reads from its code.
    pub code: String,
}

/// A run of stickers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StickerRun {
    /// The paper.
    pub stationery: Stationery,
    /// The first face to be used, from 0.
    pub first: u16,
    /// What a test print showed: everything moves right and down by this much.
    pub shift: [i16; 2],
    /// In order.
    pub stickers: Vec<Sticker>,
}

impl PostalBoxes {
    /// Each box.
    pub fn places(&self) -> impl Iterator<Item = PostPlace> {
        let (top, width, height) = (self.top, self.width, self.height);
        self.lefts.into_iter().map(move |left| PostPlace { left, top, width, height })
    }
}

impl FaceGrid {
    /// How many faces a paper has.
    pub fn faces(&self) -> u16 {
        self.columns * self.rows
    }

    /// Left and top edge of a face, counted along the rows from 0.
    pub fn corner(&self, face: u16) -> [u16; 2] {
        let (row, column) = (face / self.columns.max(1), face % self.columns.max(1));
        [self.left + column * self.step_across, self.top + row * self.step_down]
    }
}
