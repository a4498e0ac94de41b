//! 明細の一行.

use chrono::NaiveDate;

use crate::accounts::{EntryId, PurseId};
use crate::id::Id;
use crate::money::Yen;

/// Key of a line that is kept.
pub type BankLineId = Id<BankLine>;

/// 明細の一行 as the bank wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatementLine {
    /// The day of the passbook.
    pub dated_on: NaiveDate,
    /// What it adds to the purse; negative for what was paid out.
    pub amount_yen: Yen,
    /// 残高 after it; none where the bank does not say.
    pub balance_yen: Option<Yen>,
    /// 摘要
    pub description: String,
    /// メモ
    pub memo: String,
    /// Line of the file, from 1.
    pub row: u32,
}

/// A line that is kept beside its purse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankLine {
    /// Key.
    pub id: BankLineId,
    /// 通帳
    pub purse_id: PurseId,
    /// What the bank wrote.
    pub said: StatementLine,
    /// Name of the file that brought it.
    pub file: String,
    /// Order in which the lines of a day came.
    pub position: i64,
}

impl AsRef<StatementLine> for StatementLine {
    fn as_ref(&self) -> &StatementLine {
        self
    }
}

impl AsRef<StatementLine> for BankLine {
    fn as_ref(&self) -> &StatementLine {
        &self.said
    }
}

/// What somebody decided about a line and an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BankLink {
    /// The line.
    pub line_id: BankLineId,
    /// The entry.
    pub entry_id: EntryId,
    /// True: they are the same. False: they are not, however alike they look.
    pub is_same: bool,
}
