//! 自治会との照合: which association a row is, and what differs from what is stored.

use std::collections::HashMap;

use super::Stored;
use super::draft::{AssociationDraft, CountDraft};
use super::read::Row;
use crate::calendar::FiscalYear;
use crate::enrolment::{
    AssociationYear, Certainty, CountKind, HouseholdObservation, HouseholdObservationId, Observation,
};
use crate::intake::columns::Kind;
use crate::intake::plan::{Difference, Planned, Verdict};
use crate::intake::told::{self, Differences};
use crate::roster::{OrganisationId, PersonId};
use crate::text::{address_key, search_key};

/// One key for 桜町一丁目東自治会 and 桜町１丁目東.
pub(in crate::enrolment) fn name_key(name: &str) -> String {
    let key = address_key(name);
    let short = ["自治会", "町内会", "町会"].iter().find_map(|end| key.strip_suffix(end)).unwrap_or(&key);
    if short.is_empty() { key } else { short.to_owned() }
}

/// The stored associations under the keys by which they are found.
pub(in crate::enrolment) struct Index<'a> {
    names: HashMap<String, OrganisationId>,
    observations: HashMap<(OrganisationId, FiscalYear), &'a Observation>,
    flats: HashMap<(OrganisationId, FiscalYear), &'a HouseholdObservation>,
    years: HashMap<(OrganisationId, FiscalYear), &'a AssociationYear>,
    people: HashMap<String, Option<PersonId>>,
}

impl<'a> Index<'a> {
    pub(in crate::enrolment) fn new(stored: &'a Stored) -> Index<'a> {
        let mut people: HashMap<String, Option<PersonId>> = HashMap::new();
        for person in stored.people.iter().filter(|p| p.left_on.is_none()) {
            let entry = people.entry(search_key(&person.name.full()));
            entry.and_modify(|id| *id = None).or_insert(Some(person.id));
        }
        Index {
            names: stored.associations.iter().map(|a| (name_key(&a.name), a.id)).collect(),
            observations: stored.observations.iter().map(|o| ((o.association_id, o.fiscal_year), o)).collect(),
            // Oldest first: the newest of a year stays.
            flats: stored
                .further
                .iter()
                .filter(|o| o.kind == CountKind::Flats)
                .map(|o| ((o.association_id, o.fiscal_year), o))
                .collect(),
            years: stored.years.iter().map(|y| ((y.association_id, y.fiscal_year), y)).collect(),
            people,
        }
    }

    /// The one person who bears this name.
    pub(in crate::enrolment) fn chair(&self, name: &str) -> Option<PersonId> {
        self.people.get(&search_key(name)).copied().flatten()
    }

    /// The stored record of a year.
    pub(in crate::enrolment) fn year(&self, id: OrganisationId, year: FiscalYear) -> Option<&'a AssociationYear> {
        self.years.get(&(id, year)).copied()
    }

    /// What is stored about a year.
    pub(in crate::enrolment) fn observation(&self, id: OrganisationId, year: FiscalYear) -> Option<&'a Observation> {
        self.observations.get(&(id, year)).copied()
    }

    /// A row with what it would do.
    pub(super) fn planned(&self, row: Row) -> Planned<AssociationDraft> {
        let mut draft = row.draft;
        draft.known = self.names.get(&name_key(&draft.name)).copied();
        let changes = draft.known.map(|id| self.changes(id, &draft)).unwrap_or_default();
        let verdict = match draft.known {
            None => Verdict::New,
            Some(_) if changes.is_empty() => Verdict::Same,
            Some(_) => Verdict::Changed,
        };
        let (reason, candidates) = (None, vec![]);
        Planned { sheet: row.place.sheet, row: row.row, verdict, draft, changes, reason, candidates, is_counted: true }
    }

    /// What the file would change; an empty cell changes nothing.
    pub(in crate::enrolment) fn changes(&self, id: OrganisationId, draft: &AssociationDraft) -> Vec<Difference> {
        let counts = draft.counts.iter().filter(|count| self.is_other(id, count));
        let counts = counts.map(|count| Difference {
            field: "count".into(),
            label: count.year.label(),
            before: self.shown(id, count.year),
            after: count.words(),
        });
        counts.chain(self.record_changes(id, draft)).collect()
    }

    /// True when a year's count is not what is stored.
    pub(in crate::enrolment) fn is_other(&self, id: OrganisationId, count: &CountDraft) -> bool {
        let is_other = self.observation(id, count.year).is_none_or(|stored| {
            let households_differ = count.denominator.is_some() && count.denominator != stored.denominator;
            count.numerator != stored.numerator || households_differ
        });
        is_other || self.new_flats(id, count).is_some()
    }

    /// The households in flats that the file says, where they are not what is stored.
    pub(in crate::enrolment) fn new_flats(
        &self,
        id: OrganisationId,
        count: &CountDraft,
    ) -> Option<HouseholdObservation> {
        let (households, certainty) = count.flats?;
        let stored = self.flats.get(&(id, count.year));
        let new = HouseholdObservation {
            id: HouseholdObservationId::new(),
            association_id: id,
            fiscal_year: count.year,
            kind: CountKind::Flats,
            as_of_on: count.as_of_on,
            households,
            certainty,
            source: String::new(),
        };
        stored.is_none_or(|stored| stored.households != households).then_some(new)
    }

    fn shown(&self, id: OrganisationId, year: FiscalYear) -> String {
        let flats = self.flats.get(&(id, year)).map(|o| (o.households, o.certainty));
        self.observation(id, year).map(|stored| shown(stored, flats)).unwrap_or_default()
    }

    fn record_changes(&self, id: OrganisationId, draft: &AssociationDraft) -> Vec<Difference> {
        let stored = self.year(id, draft.year);
        let words = |text: fn(&AssociationYear) -> &String| stored.map_or("", |year| text(year));
        let mut found = Differences::new(Kind::Associations);
        found.words("town", words(|y| &y.town), &draft.town);
        found.words("chair", words(|y| &y.chair_name), &draft.chair_name);
        found.value("blocks", stored.and_then(|y| y.blocks.as_ref()), draft.blocks.as_ref(), i64::to_string);
        found.value("fee", stored.and_then(|y| y.fee_month_yen.as_ref()), draft.fee_month_yen.as_ref(), told::shown);
        found.words("note", words(|y| &y.note), &draft.note);
        found.done()
    }
}

fn shown(stored: &Observation, flats: Option<(i64, Certainty)>) -> String {
    let count = CountDraft {
        year: stored.fiscal_year,
        as_of_on: stored.as_of_on,
        numerator: stored.numerator,
        numerator_certainty: stored.numerator_certainty,
        denominator: stored.denominator,
        denominator_certainty: stored.denominator_certainty,
        flats,
    };
    count.words()
}
