//! 領収書貼付台紙: frames with receipts in them, or to paste them in, by 科目, as values.

use std::sync::Arc;

use serde::Deserialize;
use ts_rs::TS;

use crate::Picture;

/// How many frames stand on a page of A4.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MountSize {
    /// One, for papers of A4.
    One,
    /// Three below each other.
    #[default]
    Three,
    /// Three below each other, in two columns.
    Six,
}

/// The mount sheets of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MountBook {
    /// 令和7年度　領収書貼付台紙
    pub title: String,
    /// 団体名
    pub body: String,
    /// Frames on a page.
    pub size: MountSize,
    /// 科目
    pub groups: Vec<MountGroup>,
}

/// The frames of one 科目; it begins on a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MountGroup {
    /// 会議費
    pub heading: String,
    /// 合計 12,345円
    pub total: String,
    /// Its frames, in order.
    pub frames: Vec<MountFrame>,
}

/// One frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MountFrame {
    /// 領収書 12番
    pub number: String,
    /// 1,234円
    pub amount: String,
    /// 日付, 発行した人, 但し書き
    pub lines: Vec<String>,
    /// What stands inside the frame until something is pasted over it.
    pub inside: String,
    /// The receipt itself, in place of those words.
    pub picture: Option<Arc<Picture>>,
}
