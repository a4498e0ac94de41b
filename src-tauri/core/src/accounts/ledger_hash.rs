//! 帳簿の印: one hash over everything the year's books say.

use sha2::{Digest, Sha256};

use super::{AccountItemId, Books, BudgetPart, Entry, PurseId};

impl Books {
    /// Equal books have equal hashes, in whatever order they were read.
    pub fn ledger_hash(&self) -> String {
        let mut said: Vec<String> = Vec::new();
        said.extend(
            self.openings.iter().map(|o| format!("opening {} {}", self.purse_name(Some(o.purse_id)), o.amount_yen.0)),
        );
        said.extend(
            self.budget
                .iter()
                .map(|l| format!("budget {} {} {}", self.item_name(Some(l.item_id)), l.amount_yen.0, l.note)),
        );
        said.extend(self.parts.iter().map(|part| self.part_said(part)));
        said.extend(self.revisions.iter().flat_map(|revision| {
            revision.changes.iter().map(|change| {
                let (item, yen) = (self.item_name(Some(change.item_id)), change.amount_yen.0);
                format!("revision {} {:?} {item} {yen}", revision.number, revision.decided_on)
            })
        }));
        said.extend(self.reallocations.iter().map(|moved| {
            let [from, to] = [moved.from_item_id, moved.to_item_id].map(|id| self.item_name(Some(id)));
            format!("moved {} {from} {to} {}", moved.moved_on, moved.amount_yen.0)
        }));
        said.extend(self.entries.iter().map(|entry| self.entry_said(entry)));
        said.sort_unstable();
        let hash = said.iter().fold(Sha256::new(), |hash, one| hash.chain_update(one).chain_update([0]));
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    fn item_name(&self, id: Option<AccountItemId>) -> String {
        let item = self.items.iter().find(|item| Some(item.id) == id);
        item.map_or(String::new(), |item| item.levels().collect::<Vec<_>>().join("/"))
    }

    /// A purse as papers name it: with its 部会, whose book it stands in.
    fn purse_name(&self, id: Option<PurseId>) -> String {
        let purse = self.purses.iter().find(|purse| Some(purse.id) == id);
        purse.map_or(String::new(), |purse| format!("{} {}", purse.name, key(purse.committee_id)))
    }

    fn part_said(&self, part: &BudgetPart) -> String {
        let line = self.budget.iter().find(|line| line.id == part.line_id);
        let item = self.item_name(line.map(|line| line.item_id));
        let whose = [key(part.committee_id), key(part.activity_id), key(part.grant_id)].join(" ");
        format!("part {item} {} {whose} {:?} {:?} {}", part.amount_yen.0, part.unit_yen, part.quantity, part.words)
    }

    fn entry_said(&self, e: &Entry) -> String {
        let [from, to] = [Some(e.purse_id), e.to_purse_id].map(|id| self.purse_name(id));
        let [item, to_item] = [e.item_id, e.to_item_id].map(|id| self.item_name(id));
        let mut whose = [key(e.activity_id), key(e.committee_id), key(e.grant_id), key(e.voids_id)].join(" ");
        // Only where they are: years that were closed before an entry had them keep their mark.
        whose.extend(e.occasion_id.map(|id| format!(" {id}")));
        whose.extend(e.excuses_receipt.map(|excuses| format!(" {excuses}")));
        let words = [&e.description, &e.counterparty, &e.eligibility_reason, &e.void_reason, &e.reimbursed_to];
        let words = words.map(String::as_str).join("|");
        let of_slip = format!("{:?} {:?} {:?} {}", e.voucher_no, e.heads, e.eligibility, e.has_receipt);
        let (kind, on, yen) = (e.kind.word(), e.entered_on, e.amount_yen.0);
        format!(
            "entry {} {} {kind} {on} {from} {to} {item} {to_item} {yen} {whose} {of_slip} {words}",
            e.id, e.position
        )
    }
}

fn key(id: Option<impl ToString>) -> String {
    id.map_or_else(String::new, |id| id.to_string())
}
