//! The years: the rates so far, where they lead, and each association over the last five of them.

use std::collections::{BTreeMap, HashMap};

use paper::Value;

use super::{count, percent, points};
use crate::calendar::FiscalYear;
use crate::enrolment::known::Known;
use crate::enrolment::{Observation, Targets, Trend, YearRate, by_association, lacking, rates_by_year};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::Organisation;

/// Years that the tables of associations show.
const SHOWN: i32 = 5;
/// Years ahead.
const AHEAD: i32 = 3;

/// States the years.
pub(super) fn state(facts: &mut Facts, known: &Known, targets: &Targets, year: FiscalYear) {
    let rates = rates_by_year(&known.chosen);
    facts.state_list("enrolment.years", year_rows(known, &rates, targets));
    let shown = shown_until(year);
    for (at, year) in (1..).zip(&shown) {
        facts.state(format!("enrolment.year_{at}"), Value::text(year.label()));
    }
    let observed = by_association(&known.chosen);
    let none = HashMap::new();
    let over = Over { shown: &shown, rates: &rates, targets };
    let trend = |a: &Organisation| over.row(a, observed.get(&a.id).unwrap_or(&none));
    facts.state_list("enrolment.trends", known.associations.iter().map(trend).collect());
    state_projection(facts, known, &rates, year);
}

fn shown_until(year: FiscalYear) -> Vec<FiscalYear> {
    (year.0 - SHOWN + 1..=year.0).map(FiscalYear).collect()
}

/// A rate in tenths over the last years, beside that of all and the target.
pub(super) fn over_years(
    known: &Known,
    targets: &Targets,
    year: FiscalYear,
    own: impl Fn(FiscalYear) -> Option<i64>,
) -> Fact {
    let (rates, shown) = (rates_by_year(&known.chosen), shown_until(year));
    let over = Over { shown: &shown, rates: &rates, targets };
    Fact::List(shown.iter().map(|year| over.point(*year, own(*year))).collect())
}

fn year_rows(known: &Known, rates: &BTreeMap<FiscalYear, YearRate>, targets: &Targets) -> Vec<FactRow> {
    let row_of = |(year, rate): (&FiscalYear, &YearRate)| {
        row([
            ("year", Value::Count(year.0.into()).into()),
            ("label", words(&year.label())),
            ("associations_counted", Value::Count(rate.associations_counted).into()),
            ("households", Value::Count(rate.households).into()),
            ("enrolled", Value::Count(rate.enrolled).into()),
            ("rate_percent", percent(rate.tenths()).into()),
            ("target_percent", percent(targets.of(*year).map(|target| target.tenths)).into()),
            ("points", points(rate.tenths(), rates.get(&year.previous()).and_then(YearRate::tenths)).into()),
            ("basis", words(&known.observed.basis(*year).words())),
            ("answered", words(&answered(known, *year, rate))),
            ("marked", words(&marked(known, *year, rate))),
        ])
    };
    rates.iter().map(row_of).collect()
}

/// True where some that answered before have not answered in a year: its rate is of others than those of the years before.
fn is_part(known: &Known, year: FiscalYear) -> bool {
    lacking_in(known, year) > 0
}

fn lacking_in(known: &Known, year: FiscalYear) -> i64 {
    let there = known.associations.iter().filter(|a| a.dissolved_on.is_none_or(|on| on >= year.first_day()));
    lacking(there.map(|a| a.id), &known.chosen, year)
}

/// 令和7年度＊15／17, where some have not answered.
fn marked(known: &Known, year: FiscalYear, rate: &YearRate) -> String {
    let label = year.label();
    if is_part(known, year) { format!("{label}＊{}", answered(known, year, rate)) } else { label }
}

/// 17, or 15／17 where two have not answered.
fn answered(known: &Known, year: FiscalYear, rate: &YearRate) -> String {
    let counted = rate.associations_counted;
    match lacking_in(known, year) {
        0 => counted.to_string(),
        lacking => format!("{counted}／{}", counted + lacking),
    }
}

/// The last five years of an association beside those of all.
struct Over<'a> {
    shown: &'a [FiscalYear],
    rates: &'a BTreeMap<FiscalYear, YearRate>,
    targets: &'a Targets<'a>,
}

impl Over<'_> {
    fn row(&self, association: &Organisation, observed: &HashMap<FiscalYear, &Observation>) -> FactRow {
        let mut line = row([("association", words(&association.name))]);
        for (at, year) in (1..).zip(self.shown) {
            let own = observed.get(year);
            line.insert(format!("enrolled_{at}").into(), count(own.and_then(|o| o.numerator)).into());
            line.insert(format!("percent_{at}").into(), percent(own.and_then(|o| o.tenths())).into());
        }
        let tenths = |year: Option<&FiscalYear>| year.and_then(|y| observed.get(y)).and_then(|o| o.tenths());
        line.insert("points".into(), points(tenths(self.shown.last()), tenths(self.shown.first())).into());
        let over_years = self.shown.iter().map(|year| self.point(*year, observed.get(year).and_then(|o| o.tenths())));
        line.insert("over_years".into(), Fact::List(over_years.collect()));
        line
    }

    fn point(&self, year: FiscalYear, own: Option<i64>) -> FactRow {
        row([
            ("label", words(&year.label())),
            ("rate_percent", percent(own).into()),
            ("whole_percent", percent(self.rates.get(&year).and_then(YearRate::tenths)).into()),
            ("target_percent", percent(self.targets.of(year).map(|target| target.tenths)).into()),
        ])
    }
}

/// 見込み: from the rates up to the year, with the years that it was drawn from; years in which some have not answered are left
/// out of it.
fn state_projection(facts: &mut Facts, known: &Known, rates: &BTreeMap<FiscalYear, YearRate>, year: FiscalYear) {
    let (part, whole): (Vec<_>, Vec<_>) = rates.range(..=year).partition(|(year, _)| is_part(known, **year));
    let told = part.iter().map(|(year, rate)| format!("{}（{}）", year.label(), answered(known, **year, rate)));
    facts.state("enrolment.partial_years", Value::text(told.collect::<Vec<_>>().join("、")));
    let known: BTreeMap<FiscalYear, i64> =
        whole.into_iter().filter_map(|(year, rate)| Some((*year, rate.tenths()?))).collect();
    let trend = Trend::of(&known);
    let ahead = |trend: &Trend| {
        let row_of = |year: FiscalYear| {
            row([("label", words(&year.label())), ("rate_percent", Value::Percent(trend.tenths(year)).into())])
        };
        (1..=AHEAD).map(|n| row_of(FiscalYear(year.0 + n))).collect()
    };
    let label = |year: Option<&FiscalYear>| {
        year.filter(|_| trend.is_some()).map_or(Value::Blank, |year| Value::text(year.label()))
    };
    facts.state("enrolment.projected_from", label(known.keys().next()));
    facts.state("enrolment.projected_to", label(known.keys().next_back()));
    facts.state_list("enrolment.projection", trend.as_ref().map(ahead).unwrap_or_default());
}
