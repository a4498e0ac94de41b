//! What the rules of the grants say of an expense that is recorded or judged.

use office::FiscalYear;
use office::accounts::acts::{Capped, NewEntry};
use office::accounts::{Books, Eligibility, Entry, EntryId, EntryKind, GrantId, Ruled, store};
use office::grants::{Cost, Grant, Judgement};
use office::profile::Edition;

use super::draft::EntryDraft;
use crate::{Desk, Result, WireError};

/// The books and the grants of a year with the rules that govern it.
pub(super) struct Rules {
    year: FiscalYear,
    books: Books,
    grants: Vec<Grant>,
    edition: std::sync::Arc<Edition>,
}

impl Rules {
    pub fn load(desk: &Desk, year: FiscalYear) -> Result<Rules> {
        let (books, grants) =
            desk.office()?.view(|view| Ok((Books::load(view, year)?, office::grants::store::grants(view, year)?)))?;
        Ok(Rules { year, books, grants, edition: desk.edition(year)? })
    }

    /// The word of the rules of its grant on an expense; none where no grant pays it or the profile knows no rules for it.
    pub fn judged(&self, new: &NewEntry) -> Option<Judgement<'_>> {
        let grant = self.grant(new.grant_id.filter(|_| new.kind == EntryKind::Expense))?;
        let cost = Cost {
            item: self.books.items.iter().find(|item| Some(item.id) == new.item_id).map_or("", |item| item.label()),
            description: &new.description,
            amount_yen: new.amount_yen,
            heads: new.heads,
            on: Some(new.entered_on),
            has_receipt: new.has_receipt,
        };
        judged(&self.edition, grant, &cost, self.year)
    }

    /// A month of what recurs: 対象 that the rules speak against on its day, and nobody gave a reason for, is left open until
    /// somebody judges it. Its receipt is asked for once it stands in the books.
    pub fn of_month(&self, new: NewEntry) -> NewEntry {
        let is_charged = new.eligibility == Some(Eligibility::Eligible) && new.eligibility_reason.trim().is_empty();
        let proven = NewEntry { has_receipt: true, ..new.clone() };
        let judged = self.judged(&proven).filter(|_| is_charged);
        let is_against = judged.is_some_and(|judged| judged.verdict == Eligibility::Ineligible);
        if is_against { NewEntry { eligibility: Some(Eligibility::Unclear), ..new } } else { new }
    }

    /// How much of an expense its grant is to pay: all of it, unless what is above a cap is put aside.
    pub fn capped(&self, new: NewEntry, is_split: bool) -> Capped {
        let is_charged = is_split && new.eligibility == Some(Eligibility::Eligible);
        let Some(judged) = self.judged(&new).filter(|_| is_charged) else { return Capped::whole(new) };
        let charged_yen = judged.charged_yen;
        let over = judged.remarks.into_iter().rfind(|remark| remark.code == "grants.over_cap");
        Capped { new, charged_yen, why: over.map_or(String::new(), |remark| WireError::from(remark).message) }
    }

    fn grant(&self, id: Option<GrantId>) -> Option<&Grant> {
        self.grants.iter().find(|grant| Some(grant.id) == id)
    }
}

/// The word of the rules of a grant; none where the city's profile has no rules for it.
pub(super) fn judged<'a>(edition: &'a Edition, grant: &Grant, cost: &Cost, year: FiscalYear) -> Option<Judgement<'a>> {
    edition.grant_rules(&grant.name).map(|rules| rules.judge(cost, Some(grant), year))
}

/// An entry with what the rules say of it, so that nobody decides otherwise without a reason.
pub(super) fn ruled(desk: &Desk, year: FiscalYear, new: NewEntry) -> Result<NewEntry> {
    if new.grant_id.is_none() || new.eligibility.is_none() {
        return Ok(new);
    }
    let ruled = Rules::load(desk, year)?.judged(&new).map(|judged| judged.ruled());
    Ok(NewEntry { ruled, ..new })
}

/// The same with what is above a cap put aside, where the draft says so.
pub(super) fn ruled_within_cap(desk: &Desk, year: FiscalYear, new: NewEntry, draft: &EntryDraft) -> Result<Capped> {
    let new = ruled(desk, year, new)?;
    if !draft.split_over_cap {
        return Ok(Capped::whole(new));
    }
    Ok(Rules::load(desk, year)?.capped(new, true))
}

/// What the rules say of an expense that is in the books; of one that no grant pays, those of the city's first grant.
pub(super) fn ruled_entry(desk: &Desk, id: EntryId) -> Result<Option<Ruled>> {
    let found = desk.office()?.view(|view| store::find_entry(view, id))?;
    let Some(entry) = found.filter(|entry| entry.kind == EntryKind::Expense) else { return Ok(None) };
    let rules = Rules::load(desk, entry.fiscal_year)?;
    if entry.grant_id.is_some() {
        return Ok(rules.judged(&NewEntry::again(&entry)).map(|judged| judged.ruled()));
    }
    let item = rules.books.items.iter().find(|item| Some(item.id) == entry.item_id).map_or("", |item| item.label());
    Ok(rules.edition.advice(None, item, &entry.description).map(|rule| Ruled {
        verdict: rule.verdict,
        lacks_receipt: false,
        is_spoken: true,
    }))
}

/// What makes an expense that is in the books 対象外 whatever it was spent on.
pub(super) fn against_entry(desk: &Desk, entry: &Entry) -> Result<Vec<WireError>> {
    if entry.grant_id.is_none() {
        return Ok(Vec::new());
    }
    let judged = Rules::load(desk, entry.fiscal_year)?.judged(&NewEntry::again(entry)).map(|judged| judged.against);
    Ok(judged.unwrap_or_default().into_iter().map(WireError::from).collect())
}
