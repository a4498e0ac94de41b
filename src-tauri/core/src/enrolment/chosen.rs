//! 率に使う数: of all that was observed, the count of each association and year that its rate is made of. A frozen year is
//! what it was; a year without a choice is what associations answered.

use std::collections::{BTreeMap, HashMap};

use super::town::{FromTowns, TownCount, TownShare, of_towns};
use super::{Basis, Certainty, CountKind, HouseholdObservation, Observation, ObservationId, Snapshot};
use crate::calendar::FiscalYear;
use crate::roster::OrganisationId;

/// Everything that is known about households, enrolled and all.
#[derive(Debug, Clone, Default)]
pub struct Observed {
    /// The yearly answers.
    pub answers: Vec<Observation>,
    /// Further counts, oldest first.
    pub further: Vec<HouseholdObservation>,
    /// What each year's rate is made of, where it was chosen.
    pub bases: BTreeMap<FiscalYear, Basis>,
    /// Households of towns.
    pub town_counts: Vec<TownCount>,
    /// Which association covers which part of a town.
    pub shares: Vec<TownShare>,
    /// Frozen years.
    pub snapshots: BTreeMap<FiscalYear, Snapshot>,
}

/// A count with what is known of it.
struct Counted {
    households: i64,
    certainty: Certainty,
    source: String,
}

impl Observed {
    /// What a year's rate is made of.
    pub fn basis(&self, year: FiscalYear) -> Basis {
        let frozen = self.snapshots.get(&year).map(|s| s.frozen.basis);
        frozen.or_else(|| self.bases.get(&year).copied()).unwrap_or_default()
    }

    /// The counts that rates are made of, oldest year first.
    pub fn chosen(&self) -> Vec<Observation> {
        self.years().into_iter().flat_map(|year| self.of_year(year)).collect()
    }

    /// The counts of one year.
    pub fn of_year(&self, year: FiscalYear) -> Vec<Observation> {
        match self.snapshots.get(&year) {
            Some(snapshot) => snapshot.frozen.observations.clone(),
            None => self.live(year),
        }
    }

    /// The counts of one year as the records say today, frozen or not.
    pub fn live(&self, year: FiscalYear) -> Vec<Observation> {
        let basis = self.bases.get(&year).copied().unwrap_or_default();
        let answers: Vec<&Observation> = self.answers.iter().filter(|o| o.fiscal_year == year).collect();
        if basis == Basis::default() && self.further.iter().all(|o| o.fiscal_year != year) {
            return answers.into_iter().cloned().collect();
        }
        let towns = if basis.denominator == CountKind::ResidentRegister {
            of_towns(&self.town_counts, &self.shares, year)
        } else {
            HashMap::new()
        };
        let mut ids: Vec<OrganisationId> = answers.iter().map(|o| o.association_id).collect();
        let others = self.further.iter().filter(|o| o.fiscal_year == year).map(|o| o.association_id);
        for id in others {
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        ids.into_iter().map(|id| self.choose(id, year, basis, towns.get(&id))).collect()
    }

    /// うち集合住宅: the newest count of a year.
    pub fn flats(&self, id: OrganisationId, year: FiscalYear) -> Option<&HouseholdObservation> {
        let own =
            |o: &&HouseholdObservation| o.association_id == id && o.fiscal_year == year && o.kind == CountKind::Flats;
        self.further.iter().rev().find(own)
    }

    fn choose(&self, id: OrganisationId, year: FiscalYear, basis: Basis, towns: Option<&FromTowns>) -> Observation {
        let answer = self.answers.iter().find(|o| o.association_id == id && o.fiscal_year == year);
        let newest = |kind: CountKind| {
            let own = |o: &&HouseholdObservation| o.association_id == id && o.fiscal_year == year && o.kind == kind;
            self.further.iter().rev().find(own)
        };
        let answered = |kind: CountKind| match kind {
            CountKind::Enrolled => answer.and_then(Observation::answered_enrolled),
            CountKind::OwnCount => answer.and_then(Observation::answered_households),
            _ => None,
        };
        let observed = |kind| newest(kind).map(Counted::from);
        let from_towns =
            || towns.and_then(Counted::from_towns).filter(|_| basis.denominator == CountKind::ResidentRegister);
        let numerator = answered(basis.numerator).or_else(|| observed(basis.numerator));
        let denominator = answered(basis.denominator).or_else(|| observed(basis.denominator)).or_else(from_towns);
        let as_of_on = match basis.numerator {
            CountKind::Enrolled if answer.is_some_and(|o| o.numerator.is_some()) => answer.map(|o| o.as_of_on),
            kind => newest(kind).map(|o| o.as_of_on),
        };
        let source = |counted: &Option<Counted>| counted.as_ref().map_or_else(String::new, |c| c.source.clone());
        let mut sources = vec![source(&numerator), source(&denominator)];
        sources.dedup();
        sources.retain(|source| !source.is_empty());
        Observation {
            id: answer.map_or_else(ObservationId::new, |o| o.id),
            association_id: id,
            fiscal_year: year,
            as_of_on: as_of_on.or(answer.map(|o| o.as_of_on)).unwrap_or_else(|| year.city_first_day()),
            numerator: numerator.as_ref().map(|c| c.households),
            numerator_certainty: numerator.as_ref().map_or(Certainty::Counted, |c| c.certainty),
            denominator: denominator.as_ref().map(|c| c.households),
            denominator_certainty: denominator.as_ref().map_or(Certainty::Counted, |c| c.certainty),
            source: sources.join("、"),
        }
    }

    fn years(&self) -> Vec<FiscalYear> {
        let all = self.answers.iter().map(|o| o.fiscal_year).chain(self.further.iter().map(|o| o.fiscal_year));
        let mut years: Vec<FiscalYear> = all.chain(self.snapshots.keys().copied()).collect();
        years.sort_unstable();
        years.dedup();
        years
    }
}

impl Observation {
    fn answered_enrolled(&self) -> Option<Counted> {
        let (certainty, source) = (self.numerator_certainty, self.source.clone());
        self.numerator.map(|households| Counted { households, certainty, source })
    }

    fn answered_households(&self) -> Option<Counted> {
        let (certainty, source) = (self.denominator_certainty, self.source.clone());
        self.denominator.map(|households| Counted { households, certainty, source })
    }
}

impl From<&HouseholdObservation> for Counted {
    fn from(o: &HouseholdObservation) -> Counted {
        Counted { households: o.households, certainty: o.certainty, source: o.source.clone() }
    }
}

impl Counted {
    fn from_towns(towns: &FromTowns) -> Option<Counted> {
        let source = towns.source.clone();
        towns.households.map(|households| Counted { households, certainty: Certainty::Counted, source })
    }
}
