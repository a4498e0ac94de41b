//! The office file: one encrypted SQLite file per council, one gate for changes, one log.

/// A kind of data that the page may have to fetch again after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// 協議会の情報
    Council,
    /// 名簿
    Roster,
    /// 自治会加入
    Enrolment,
    /// 会計
    Accounts,
    /// 交付金
    Grants,
    /// 行事
    Activities,
    /// 書類
    Reports,
}
