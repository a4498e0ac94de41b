//! What enrolment states.

mod city;
mod lines;
mod payment;
mod sums;
mod survey;
mod years;

use paper::Value;
use rusqlite::Connection;

use super::known::{Known, known};
use super::{
    Certainty, Flag, Target, Targets, YearRate, by_association, households_needed, rates_by_year, rates_of_both,
    recorded, store,
};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::Facts;
use lines::Lines;

/// States `enrolment.*`, `payment.*` and `survey.*` for one year; `city` are the targets of the city's profile. A frozen year
/// states what was frozen.
pub fn facts(conn: &Connection, year: FiscalYear, city: &[Target]) -> Result<Facts> {
    let known = known(conn)?;
    let targets = Targets { city, own: store::targets(conn)? };
    let mut facts = Facts::default();
    let rates = rates_by_year(&known.chosen);
    state_rate(&mut facts, &known, year);
    state_target(&mut facts, rates.get(&year).copied().unwrap_or_default(), targets.of(year).as_ref());
    let recorded = recorded(conn, &known, year)?;
    let observed = by_association(&known.chosen);
    let lines = Lines { known: &known, observed: &observed, recorded: &recorded, year };
    sums::state(&mut facts, &known, &targets, lines.rows(), year);
    city::state(&mut facts, &known, year);
    years::state(&mut facts, &known, &targets, year);
    state_snapshot(&mut facts, &known, year);
    if let Some(snapshot) = known.observed.snapshots.get(&year) {
        facts.extend(snapshot.frozen.facts_now(&facts));
    }
    payment::state(&mut facts, conn, &known, year)?;
    survey::state(&mut facts, conn, &known, year)?;
    Ok(facts)
}

fn state_rate(facts: &mut Facts, known: &Known, year: FiscalYear) {
    let rates = rates_by_year(&known.chosen);
    let now = rates.get(&year).copied().unwrap_or_default();
    let before = rates.get(&year.previous()).copied().unwrap_or_default();
    facts.state("enrolment.associations", Value::Count(known.associations.len() as i64));
    facts.state("enrolment.associations_counted", Value::Count(now.associations_counted));
    facts.state("enrolment.households", Value::Count(now.households));
    facts.state("enrolment.enrolled", Value::Count(now.enrolled));
    facts.state("enrolment.rate_percent", percent(now.tenths()));
    facts.state(
        "enrolment.change",
        count(rates.contains_key(&year.previous()).then_some(now.enrolled - before.enrolled)),
    );
    facts.state("enrolment.points", points(now.tenths(), before.tenths()));
    state_same(facts, known, year, points(now.tenths(), before.tenths()));
    let basis = known.observed.basis(year);
    let is_other = rates.contains_key(&year.previous()) && known.observed.basis(year.previous()) != basis;
    facts.state("enrolment.basis", Value::text(basis.words()));
    let before = known.observed.basis(year.previous()).words();
    facts.state("enrolment.basis_before", if is_other { Value::text(before) } else { Value::Blank });
}

/// The difference over those that answered in both years, and the published one where it is another.
fn state_same(facts: &mut Facts, known: &Known, year: FiscalYear, published: Value) {
    let [now, before] = rates_of_both(&known.chosen, year, |_| true);
    let same = points(now.tenths(), before.tenths());
    facts.state("enrolment.same_associations", Value::Count(now.associations_counted));
    facts.state("enrolment.published_points", if published == same { Value::Blank } else { published });
    facts.state("enrolment.same_points", same);
}

/// The target beside the rate, and how far it is.
fn state_target(facts: &mut Facts, now: YearRate, target: Option<&Target>) {
    let counted = target.filter(|_| now.households > 0);
    let needed = counted.map(|target| households_needed(now.households, now.enrolled, target.tenths));
    facts.state("enrolment.target_percent", percent(target.map(|target| target.tenths)));
    facts.state("enrolment.target_label", target.map_or(Value::Blank, |target| Value::text(&target.label)));
    facts.state("enrolment.target_source", target.map_or(Value::Blank, |target| Value::text(&target.source)));
    facts.state("enrolment.households_to_target", count(needed));
    facts.state("enrolment.points_to_target", points(target.map(|target| target.tenths), now.tenths()));
}

/// The day of the frozen year and what the records say today.
fn state_snapshot(facts: &mut Facts, known: &Known, year: FiscalYear) {
    let snapshot = known.observed.snapshots.get(&year);
    let live = snapshot.map(|_| rates_by_year(&known.observed.live(year)).get(&year).copied().unwrap_or_default());
    facts.state("enrolment.snapshot_on", snapshot.map_or(Value::Blank, |s| Value::Date(s.as_of_on)));
    facts.state("enrolment.live_enrolled", count(live.map(|rate| rate.enrolled)));
    facts.state("enrolment.live_households", count(live.map(|rate| rate.households)));
    facts.state("enrolment.live_rate_percent", percent(live.and_then(|rate| rate.tenths())));
    let is_other = live.is_some_and(|live| rates_by_year(&known.chosen).get(&year) != Some(&live));
    facts.state("enrolment.live_differs", Value::Count(i64::from(is_other)));
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
            Flag::EndsInZero => "2年続けて10の倍数",
            Flag::UnlikeRoster => "名簿の世帯と違います",
        }
    }
}
