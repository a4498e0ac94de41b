//! 観測の一覧: everything that was observed of one association, and which counts its rates are made of.

use chrono::NaiveDate;

use super::town::FromTowns;
use super::{Basis, Certainty, CountKind, HouseholdObservation, HouseholdObservationId, Observation, Observed};
use crate::calendar::FiscalYear;
use crate::roster::OrganisationId;

/// One count of one association, whoever gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Key of a further count; none for the yearly answer and for what the towns give.
    pub id: Option<HouseholdObservationId>,
    /// 年度
    pub year: FiscalYear,
    /// What was counted.
    pub kind: CountKind,
    /// 基準日
    pub as_of_on: NaiveDate,
    /// 世帯数
    pub households: i64,
    /// How sure.
    pub certainty: Certainty,
    /// 出典
    pub source: String,
    /// The year's rate is made of it.
    pub is_used: bool,
}

impl Observed {
    /// All counts of an association up to a year, newest year first.
    pub fn seen(&self, id: OrganisationId, until: FiscalYear) -> Vec<Seen> {
        let answers = self.answers.iter().filter(|o| o.association_id == id).flat_map(answered);
        let further = self.further.iter().filter(|o| o.association_id == id).map(Seen::from);
        let years = self.town_counts.iter().map(|count| FiscalYear::city_of(count.as_of_on));
        let mut years: Vec<FiscalYear> = years.collect();
        years.sort_unstable();
        years.dedup();
        let towns = years.into_iter().filter_map(|year| {
            let given = super::town::of_towns(&self.town_counts, &self.shares, year);
            given.get(&id).and_then(|towns| from_towns(towns, year))
        });
        let mut all: Vec<Seen> = answers.chain(further).chain(towns).filter(|seen| seen.year <= until).collect();
        all.sort_by_key(|seen| (std::cmp::Reverse(seen.year), seen.kind, seen.as_of_on));
        let bases: Vec<Basis> = all.iter().map(|seen| self.basis(seen.year)).collect();
        for (at, basis) in bases.into_iter().enumerate() {
            all[at].is_used = all[at].is_of(basis) && self.is_taken(id, &all[at]);
        }
        all
    }

    /// True where the year's rate has this very number.
    fn is_taken(&self, id: OrganisationId, seen: &Seen) -> bool {
        let chosen = self.of_year(seen.year).into_iter().find(|o| o.association_id == id);
        chosen.is_some_and(|o| {
            let number = if seen.kind.is_denominator() { o.denominator } else { o.numerator };
            number == Some(seen.households)
        })
    }
}

impl Seen {
    fn is_of(&self, basis: Basis) -> bool {
        self.kind == basis.numerator || self.kind == basis.denominator
    }
}

fn answered(o: &Observation) -> Vec<Seen> {
    let seen = |kind, households: Option<i64>, certainty| {
        households.map(|households| Seen {
            id: None,
            year: o.fiscal_year,
            kind,
            as_of_on: o.as_of_on,
            households,
            certainty,
            source: o.source.clone(),
            is_used: false,
        })
    };
    let both = [
        seen(CountKind::Enrolled, o.numerator, o.numerator_certainty),
        seen(CountKind::OwnCount, o.denominator, o.denominator_certainty),
    ];
    both.into_iter().flatten().collect()
}

fn from_towns(towns: &FromTowns, year: FiscalYear) -> Option<Seen> {
    Some(Seen {
        id: None,
        year,
        kind: CountKind::ResidentRegister,
        as_of_on: towns.as_of_on,
        households: towns.households?,
        certainty: Certainty::Counted,
        source: towns.source.clone(),
        is_used: false,
    })
}

impl From<&HouseholdObservation> for Seen {
    fn from(o: &HouseholdObservation) -> Seen {
        Seen {
            id: Some(o.id),
            year: o.fiscal_year,
            kind: o.kind,
            as_of_on: o.as_of_on,
            households: o.households,
            certainty: o.certainty,
            source: o.source.clone(),
            is_used: false,
        }
    }
}
