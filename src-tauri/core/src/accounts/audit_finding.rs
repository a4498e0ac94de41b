//! 監事の所見: what an auditor says of the books, and what the secretariat did about it. No figure follows it.

use chrono::NaiveDate;

use super::EntryId;
use crate::calendar::FiscalYear;
use crate::id::Id;

/// Key of a finding; the same in the copy in which it was written and in the office that received it.
pub type AuditFindingId = Id<AuditFinding>;

/// 監事の所見の一つ
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuditFinding {
    /// Key.
    pub id: AuditFindingId,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// The entry that it is about; none is the year as a whole, or an entry that is no more.
    pub entry_id: Option<EntryId>,
    /// The entry as it was seen; empty for the year as a whole.
    pub about: String,
    /// 所見
    pub finding: String,
    /// 監事
    pub auditor: String,
    /// 所見の日
    pub found_on: NaiveDate,
    /// How many times its auditor wrote it anew.
    pub rewritten: i64,
    /// The day on which it was read out of a copy; none for one that was written where it stands.
    pub received_on: Option<NaiveDate>,
    /// 事務局の返答
    pub answer: String,
    /// 対応が済んだ日
    pub done_on: Option<NaiveDate>,
}

/// What a finding in a copy is to the office that reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Returned {
    /// 新しい所見
    New,
    /// 書きなおされた所見
    Rewritten,
    /// Here already.
    Known,
}

impl AuditFinding {
    /// True while whoever wrote it may change it where it stands: it came from nowhere else and nobody answered it.
    pub fn is_own(&self) -> bool {
        self.received_on.is_none() && self.answer.is_empty() && self.done_on.is_none()
    }

    /// True until what it asks for is done.
    pub fn is_open(&self) -> bool {
        self.done_on.is_none()
    }

    /// What it is beside the one of the same key that is here already; an older wording never takes the place of a newer one.
    pub fn beside(&self, known: Option<&AuditFinding>) -> Returned {
        match known {
            None => Returned::New,
            Some(known) if self.rewritten > known.rewritten => Returned::Rewritten,
            Some(_) => Returned::Known,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_comes_once_and_an_older_wording_takes_the_place_of_none() {
        let first = AuditFinding {
            id: AuditFindingId::new(),
            fiscal_year: FiscalYear(2025),
            entry_id: None,
            about: String::new(),
            finding: "領収書の日付が読めません".into(),
            auditor: "見本 花子".into(),
            found_on: NaiveDate::default(),
            rewritten: 0,
            received_on: None,
            answer: String::new(),
            done_on: None,
        };
        let second = AuditFinding { rewritten: 1, finding: "領収書の日付が空です".into(), ..first.clone() };
        assert_eq!(first.beside(None), Returned::New);
        assert_eq!(first.beside(Some(&first)), Returned::Known);
        assert_eq!(second.beside(Some(&first)), Returned::Rewritten);
        assert_eq!(first.beside(Some(&second)), Returned::Known);
    }

    #[test]
    fn what_came_or_was_answered_is_no_more_written_over() {
        let own = |received_on, answer: &str| AuditFinding {
            id: AuditFindingId::new(),
            fiscal_year: FiscalYear(2025),
            entry_id: None,
            about: String::new(),
            finding: "所見".into(),
            auditor: "見本 花子".into(),
            found_on: NaiveDate::default(),
            rewritten: 0,
            received_on,
            answer: answer.into(),
            done_on: None,
        };
        assert!(own(None, "").is_own());
        assert!(!own(Some(NaiveDate::default()), "").is_own());
        assert!(!own(None, "直しました").is_own());
    }
}
