//! 伝票の承認: a council may ask that somebody else than who entered a slip approves it (`domain` 3.7, `reliability` 5).

use chrono::NaiveDate;

use super::{Books, Entry, EntryId};
use crate::Error;
use crate::id::Id;
use crate::operator::is_somebody;

/// Key of an approval.
pub type ApprovalId = Id<Approval>;

/// 承認 of one entry: asked for when it was entered, given by somebody else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approval {
    /// Key.
    pub id: ApprovalId,
    /// The entry.
    pub entry_id: EntryId,
    /// 書いた人
    pub entered_by: String,
    /// 承認した人; empty is 未承認.
    pub approved_by: String,
    /// 承認した日
    pub approved_on: Option<NaiveDate>,
}

impl Approval {
    /// True once somebody approved it.
    pub fn is_given(&self) -> bool {
        !self.approved_by.is_empty()
    }

    /// Why somebody of this name may not approve the entry of these words; none where nothing is in the way.
    pub fn refusal(&self, name: &str, description: &str) -> Option<Error> {
        let refused = |code| Some(Error::refused(code).with("description", description));
        if self.is_given() {
            return refused("accounts.already_approved").map(|error| error.with("name", &self.approved_by));
        }
        if !is_somebody(name) {
            return refused("accounts.approver_unnamed");
        }
        if !is_somebody(&self.entered_by) {
            return refused("accounts.writer_unnamed");
        }
        if self.entered_by == name {
            return refused("accounts.own_slip").map(|error| error.with("name", name));
        }
        None
    }
}

impl Books {
    /// Entries that were asked for their approval. One that was taken back before it was approved is none of them: what took it
    /// back is.
    pub fn asked(&self) -> impl Iterator<Item = (&Entry, &Approval)> {
        let voided: std::collections::HashSet<EntryId> = self.entries.iter().filter_map(|e| e.voids_id).collect();
        let asked = self.entries.iter().filter_map(|entry| Some((entry, self.approvals.get(&entry.id)?)));
        asked.filter(move |(entry, one)| one.is_given() || !voided.contains(&entry.id))
    }

    /// Those of them that wait for it.
    pub fn unapproved(&self) -> impl Iterator<Item = (&Entry, &Approval)> {
        self.asked().filter(|(_, one)| !one.is_given())
    }

    /// Those of them that somebody of this name may approve.
    pub fn approvable(&self, name: &str) -> impl Iterator<Item = &Entry> {
        let may = move |(entry, approval): &(&Entry, &Approval)| approval.refusal(name, &entry.description).is_none();
        self.unapproved().filter(may).map(|(entry, _)| entry)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn approval(entered_by: &str, approved_by: &str) -> Approval {
        let (id, entry_id) = (ApprovalId::new(), EntryId::new());
        Approval { id, entry_id, entered_by: entered_by.into(), approved_by: approved_by.into(), approved_on: None }
    }

    #[test]
    fn who_entered_a_slip_never_approves_it_and_nobody_without_a_name_does() {
        let refusal = |entered_by, approved_by, name| {
            approval(entered_by, approved_by).refusal(name, "コピー用紙").map(|error| error.code)
        };
        assert_eq!(refusal("見本 太郎", "", "森 花"), None);
        for (entered_by, approved_by, name, code) in [
            ("見本 太郎", "", "見本 太郎", "accounts.own_slip"),
            ("見本 太郎", "", "事務局", "accounts.approver_unnamed"),
            ("見本 太郎", "", "回復キー", "accounts.approver_unnamed"),
            ("事務局", "", "森 花", "accounts.writer_unnamed"),
            ("見本 太郎", "森 花", "森 花", "accounts.already_approved"),
        ] {
            assert_eq!(refusal(entered_by, approved_by, name), Some(code), "{entered_by}, {name}");
        }
    }
}
