//! What enrolment states.

use std::collections::{BTreeMap, HashMap};

use paper::Value;
use rusqlite::Connection;

use super::{AssociationYear, Certainty, Flag, Observation, YearRate, by_association, flags, rates_by_year, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::{self, Organisation, OrganisationId, OrganisationKind};

/// States `enrolment.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let observations = store::observations(conn)?;
    let rates = rates_by_year(&observations);
    let now = rates.get(&year).copied().unwrap_or_default();
    let before = rates.get(&year.previous()).copied().unwrap_or_default();
    let associations = associations(conn)?;
    let mut facts = Facts::default();
    facts.state("enrolment.associations", Value::Count(associations.len() as i64));
    facts.state("enrolment.associations_counted", Value::Count(now.associations_counted));
    facts.state("enrolment.households", Value::Count(now.households));
    facts.state("enrolment.enrolled", Value::Count(now.enrolled));
    facts.state("enrolment.rate_percent", percent(now.tenths()));
    facts.state(
        "enrolment.change",
        count(rates.contains_key(&year.previous()).then_some(now.enrolled - before.enrolled)),
    );
    facts.state("enrolment.points", points(now.tenths(), before.tenths()));
    facts.state_list("enrolment.years", year_rows(&rates));
    let lines = association_rows(conn, year, &associations, &observations)?;
    state_lines(&mut facts, lines);
    Ok(facts)
}

/// Associations that answered and those that did not, with the sums of the first.
fn state_lines(facts: &mut Facts, lines: Vec<FactRow>) {
    let number = |line: &FactRow, name: &str| match &line[name] {
        Fact::One(value) => value.number(),
        Fact::List(_) => None,
    };
    let certainty = |line: &&FactRow, word: &str| line["certainty"] == words(word);
    let (counted, uncounted): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| number(line, "enrolled").is_some());
    for (fact, column) in [("counted_previous", "previous"), ("counted_change", "change"), ("counted_blocks", "blocks")]
    {
        let sum = counted.iter().filter_map(|line| number(line, column)).sum();
        facts.state(&format!("enrolment.{fact}"), Value::Count(sum));
    }
    facts.state("enrolment.associations_uncounted", Value::Count(uncounted.len() as i64));
    facts.state("enrolment.rounded", Value::Count(counted.iter().filter(|l| certainty(l, "概数")).count() as i64));
    facts.state(
        "enrolment.carried_over",
        Value::Count(counted.iter().filter(|l| certainty(l, "前年値")).count() as i64),
    );
    facts.state_list("enrolment.counted", counted);
    facts.state_list("enrolment.uncounted", uncounted);
}

/// All associations in the order of papers.
pub fn associations(conn: &Connection) -> Result<Vec<Organisation>> {
    Ok(roster::store::organisations(conn)?.into_iter().filter(|b| b.kind == OrganisationKind::Association).collect())
}

fn percent(tenths: Option<i64>) -> Value {
    tenths.map_or(Value::Blank, Value::Percent)
}

fn points(now: Option<i64>, before: Option<i64>) -> Value {
    now.zip(before).map_or(Value::Blank, |(now, before)| Value::Points(now - before))
}

fn count(n: Option<i64>) -> Value {
    n.map_or(Value::Blank, Value::Count)
}

fn year_rows(rates: &BTreeMap<FiscalYear, YearRate>) -> Vec<FactRow> {
    let row_of = |(year, rate): (&FiscalYear, &YearRate)| {
        row([
            ("year", Value::Count(year.0.into()).into()),
            ("label", words(&year.label())),
            ("associations_counted", Value::Count(rate.associations_counted).into()),
            ("households", Value::Count(rate.households).into()),
            ("enrolled", Value::Count(rate.enrolled).into()),
            ("rate_percent", percent(rate.tenths()).into()),
            ("points", points(rate.tenths(), rates.get(&year.previous()).and_then(YearRate::tenths)).into()),
        ])
    };
    rates.iter().map(row_of).collect()
}

fn association_rows(
    conn: &Connection,
    year: FiscalYear,
    associations: &[Organisation],
    observations: &[Observation],
) -> Result<Vec<FactRow>> {
    let records: HashMap<OrganisationId, AssociationYear> = store::association_years(conn)?
        .into_iter()
        .filter(|y| y.fiscal_year <= year)
        .map(|y| (y.association_id, y))
        .collect();
    let observed = by_association(observations);
    let none = HashMap::new();
    let line = |a: &Organisation| association_row(a, year, records.get(&a.id), observed.get(&a.id).unwrap_or(&none));
    Ok(associations.iter().map(line).collect())
}

fn association_row(
    association: &Organisation,
    year: FiscalYear,
    record: Option<&AssociationYear>,
    observed: &HashMap<FiscalYear, &Observation>,
) -> FactRow {
    let now = observed.get(&year);
    let before = observed.get(&year.previous());
    let enrolled = now.and_then(|o| o.numerator);
    let previous = before.and_then(|o| o.numerator);
    let tenths = now.and_then(|o| o.tenths());
    row([
        ("id", words(&association.id.to_string())),
        ("association", words(&association.name)),
        ("chair", words(record.map_or("", |r| &r.chair_name))),
        ("town", words(record.map_or("", |r| &r.town))),
        ("blocks", count(record.and_then(|r| r.blocks)).into()),
        ("households", count(now.or(before).and_then(|o| o.denominator)).into()),
        ("enrolled", count(enrolled).into()),
        ("previous", count(previous).into()),
        ("change", enrolled.zip(previous).map_or(Value::Blank, |(a, b)| Value::Count(a - b)).into()),
        ("rate_percent", percent(tenths).into()),
        ("points", points(tenths, before.and_then(|o| o.tenths())).into()),
        ("as_of_on", now.map_or(Value::Blank, |o| Value::Date(o.as_of_on)).into()),
        ("certainty", words(now.filter(|_| enrolled.is_some()).map_or("", |o| o.numerator_certainty.label()))),
        ("flags", words(&flags(observed, year).into_iter().map(Flag::label).collect::<Vec<_>>().join("・"))),
        ("note", words(record.map_or("", |r| &r.note))),
        ("source", words(now.map_or("", |o| &o.source))),
    ])
}

impl Certainty {
    /// The word beside the number.
    pub fn label(self) -> &'static str {
        match self {
            Certainty::Counted => "実数",
            Certainty::Rounded => "概数",
            Certainty::CarriedOver => "前年値",
        }
    }
}

impl Flag {
    /// The word beside the number.
    pub fn label(self) -> &'static str {
        match self {
            Flag::NotReported => "未提出",
            Flag::OverWhole => "世帯数を超えています",
            Flag::Rounded => "概数",
            Flag::Unchanged => "3年同じ数",
        }
    }
}
