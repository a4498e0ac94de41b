//! 財源: what lies with each grant when the year begins, what own funds bear of it, and what was given back of it.

use super::{CarryOver, Grant, GrantRules, GrantStep, Known, KnownGrant, RulesFrom};
use crate::accounts::{Bearing, Books, Borne, EntryId, GrantId};
use crate::money::Yen;

/// What is still there of a grant of an earlier year, and no later grant has taken over.
#[derive(Debug, Clone)]
pub struct Left {
    /// Which one.
    pub grant: Grant,
    /// When this year began; below zero what had still to come.
    pub amount_yen: Yen,
    /// How much of it goes back to the city, at the latest when this year ends.
    pub owed_yen: Yen,
    /// 返還 was told as 済み, and no book tells of it.
    pub is_unbooked: bool,
    /// What its rules do with it.
    pub carry_over: CarryOver,
    /// 残額の決まり, as papers name it.
    pub rule: String,
}

impl Left {
    /// 令和7年度 地域まちづくり交付金
    pub fn name(&self) -> String {
        format!("{}　{}", self.grant.fiscal_year.label(), self.grant.name)
    }
}

impl Known {
    /// What the grants bear beside what the entries say: what was there of them, what own funds bear, what went back.
    pub fn bearing(&self) -> Bearing {
        let excess = self.excess();
        let own = self.grants.iter().map(|one| Borne {
            grant_id: one.grant.id,
            opening_yen: one.figures.reserved_yen() + one.figures.deducted_yen(),
            excess_yen: excess.iter().filter(|(id, _)| *id == one.grant.id).map(|(_, over)| *over).sum(),
        });
        let left = self.left.iter().map(|left| Borne {
            grant_id: left.grant.id,
            opening_yen: left.amount_yen,
            excess_yen: Yen(0),
        });
        let grants: Vec<Borne> = own.chain(left).collect();
        // Of what went back of an older grant nobody knows any more with whom it lay.
        let is_known = |grant: GrantId| grants.iter().any(|one| one.grant_id == grant);
        let given_back = self.given_back.iter().copied().filter(|(_, grant)| is_known(*grant)).collect();
        Bearing { grants, given_back }
    }

    /// What went back of a grant from the books of this year.
    pub fn given_back_yen(&self, grant: GrantId) -> Yen {
        let is_it = |id| self.given_back.contains(&(id, grant));
        let paid = self.books.entries.iter().filter(|entry| is_it(entry.voids_id.unwrap_or(entry.id)));
        paid.map(|entry| entry.amount_yen).sum()
    }

    /// 返還額 that lies with the council at the end of the year, and is owed to the city: what was told as 済み and stands in no
    /// book has not left it.
    pub fn owed_yen(&self, one: &KnownGrant) -> Yen {
        let refund = one.figures.at_end().refund_yen();
        let is_gone = |step: &GrantStep| step.entry_id.is_some_and(|id| has(&self.books, id));
        (refund - gone_yen(one.grant.id, &one.steps, refund, is_gone)).max(Yen(0))
    }
}

impl KnownGrant {
    /// 残額の決まり, as papers name it.
    pub fn rest_rule(&self) -> String {
        rest_rule(self.rules.as_ref())
    }
}

/// What had gone back of a grant; a step without an amount says all of it.
pub(super) fn gone_yen(grant: GrantId, steps: &[GrantStep], rest: Yen, is_gone: impl Fn(&GrantStep) -> bool) -> Yen {
    let own = steps.iter().filter(|step| step.grant_id == grant && step.is_done_refund());
    own.filter(|step| is_gone(step)).map(|step| step.amount_yen.unwrap_or(rest)).sum()
}

fn has(books: &Books, id: EntryId) -> bool {
    books.entries.iter().any(|entry| entry.id == id)
}

/// Where it stands what becomes of money that is left.
pub(super) fn rest_rule(rules: Option<&GrantRules>) -> String {
    let Some(rules) = rules else { return String::new() };
    let speaks_of_it = |title: &str| ["残", "返還", "余剰"].iter().any(|word| title.contains(word));
    let written = || rules.notes.first().filter(|_| rules.from == RulesFrom::Written);
    let note = rules.notes.iter().find(|note| speaks_of_it(&note.title)).or_else(written);
    note.map_or_else(String::new, |note| note.source.clone())
}

#[cfg(test)]
mod tests;
