//! 領収書貼付台紙: frames to paste receipts in, by 科目, as values.

/// The mount sheets of a year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MountBook {
    /// 令和7年度　領収書貼付台紙
    pub title: String,
    /// 団体名
    pub body: String,
    /// Columns of frames on a page; each has three frames.
    pub columns: u16,
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
}
