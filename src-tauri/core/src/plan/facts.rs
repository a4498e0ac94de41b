//! What the plan states of a year.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::{Action, ActionYear, Drawn, Heading, HeadingId, Indicator, IndicatorYear, Measured, Plan, Records, Review};
use crate::Result;
use crate::activities::{self, ActivityId};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};

/// A plan, the records of the year and the names of the lines of work.
struct Told {
    plan: Plan,
    records: Records,
    activities: HashMap<ActivityId, String>,
    year: FiscalYear,
}

/// States `plan.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let plan = Plan::load(conn)?;
    let records = Records::load(conn, &plan, year)?;
    let activities = activities::store::activities(conn)?.into_iter().map(|one| (one.id, one.name)).collect();
    let told = Told { plan, records, activities, year };
    let mut facts = Facts::default();
    told.state_terms(&mut facts);
    told.state_year(&mut facts);
    facts.state_list("plan.aims", told.aims());
    facts.state_list("plan.actions", told.actions());
    facts.state_list("plan.indicators", told.indicators());
    facts.state_list("plan.reviews", told.reviews());
    Ok(facts)
}

impl Told {
    fn state_terms(&self, facts: &mut Facts) {
        let terms = self.plan.terms.as_ref();
        facts.state("plan.name", Value::text(terms.map_or(String::new(), |one| one.name.clone())));
        facts.state("plan.period", Value::text(terms.map_or(String::new(), |one| one.period())));
        facts.state("plan.vision", Value::text(terms.map_or(String::new(), |one| one.vision.clone())));
        facts.state("plan.decided_on", day(terms.and_then(|one| one.decided_on)));
        let revised_on = terms.and_then(|one| one.revised_on);
        facts.state("plan.revised_on", day(revised_on));
        facts.state("plan.revised_label", Value::text(revised_on.map_or("まだ".to_owned(), paper::wareki::long)));
    }

    fn state_year(&self, facts: &mut Facts) {
        let year = self.plan.year(self.year);
        facts.state("plan.mission", Value::text(year.map_or(String::new(), |one| one.mission.clone())));
        facts.state("plan.policy", Value::text(year.map_or(String::new(), |one| one.policy.clone())));
        facts.state("plan.summary", Value::text(year.map_or(String::new(), |one| one.summary.clone())));
        let reviewed = self.plan.reviewed(self.year);
        facts.state("plan.actions_count", Value::Count(reviewed.actions));
        facts.state("plan.reviewed_count", Value::Count(reviewed.reviewed));
        facts.state("plan.review_rate_percent", reviewed.tenths().map_or(Value::Blank, Value::Percent));
        // Two actions may name one line of work: its records count once.
        let named: HashSet<ActivityId> =
            self.plan.in_force(self.year).iter().filter_map(|one| one.activity_id).collect();
        let all = self.records.together(&named);
        facts.state("plan.occasions", Value::Count(all.occasions));
        facts.state("plan.participants", Value::Count(all.participants));
        facts.state("plan.came", self.records.came(&named));
        facts.state("plan.helpers", Value::Count(all.helpers));
        facts.state("plan.cost_yen", all.cost_yen);
    }

    /// Each 目標 with its lines: an action each, and a line for a heading below which there is none.
    fn aims(&self) -> Vec<FactRow> {
        let in_force = self.plan.in_force(self.year);
        let aim_row = |aim: &Heading| {
            let headings = std::iter::once(aim).chain(self.plan.below(Some(aim.id)));
            let lines: Vec<FactRow> = headings.flat_map(|heading| self.lines(aim, heading, &in_force)).collect();
            row([("aim", words(&aim.name)), ("detail", words(&aim.detail)), ("lines", Fact::List(lines))])
        };
        self.plan.below(None).map(aim_row).collect()
    }

    fn lines(&self, aim: &Heading, heading: &Heading, in_force: &[&Action]) -> Vec<FactRow> {
        let measure = if heading.id == aim.id { "" } else { heading.name.as_str() };
        let own: Vec<FactRow> = in_force
            .iter()
            .filter(|action| action.heading_id == heading.id)
            .map(|action| self.outline_row(measure, Some(action)))
            .collect();
        if own.is_empty() && heading.id != aim.id { vec![self.outline_row(measure, None)] } else { own }
    }

    fn outline_row(&self, measure: &str, action: Option<&Action>) -> FactRow {
        let of = |read: fn(&Action) -> String| words(&action.map(read).unwrap_or_default());
        row([
            ("measure", words(measure)),
            ("name", of(|a| a.name.clone())),
            ("organisation", of(|a| a.organisation.clone())),
            ("planning", of(|a| a.planning.clone())),
            ("doing", of(|a| a.doing.clone())),
            ("reviewing", of(|a| a.reviewing.clone())),
            ("span", of(Action::span_label)),
            ("activity", words(action.map_or("", |a| self.activity(a)))),
        ])
    }

    fn actions(&self) -> Vec<FactRow> {
        (1..).zip(self.plan.in_force(self.year)).map(|(number, action)| self.action_row(number, action)).collect()
    }

    fn action_row(&self, number: i64, action: &Action) -> FactRow {
        let year = self.plan.action_year(action.id, self.year);
        let said = |read: fn(&ActionYear) -> &str| year.map_or("", read);
        let (aim, measure) = self.path(action.heading_id);
        // What nobody has written the records tell.
        let proposed = || action.activity_id.map(|id| self.records.proposal(id)).unwrap_or_default();
        let result = if said(|y| &y.result).is_empty() { proposed() } else { said(|y| &y.result).to_owned() };
        let drawn = action.activity_id.map(|id| self.records.of(id));
        let came = action.activity_id.map_or(Value::Blank, |id| self.records.came(&HashSet::from([id])));
        let count = |read: fn(Drawn) -> i64| drawn.map_or(Value::Blank, |d| Value::Count(read(d))).into();
        row([
            ("number", Value::Count(number).into()),
            ("aim", words(aim)),
            ("measure", words(measure)),
            ("name", words(&action.name)),
            ("activity", words(self.activity(action))),
            ("target", words(said(|y| &y.target))),
            ("result", words(&result)),
            ("direction", words(said(|y| &y.direction))),
            ("review", words(year.and_then(|y| y.review).map_or("", Review::label))),
            ("occasions", count(|d| d.occasions)),
            ("participants", count(|d| d.participants)),
            ("came", came.into()),
            ("helpers", count(|d| d.helpers)),
            ("cost_yen", drawn.map_or(Value::Blank, |d| d.cost_yen.into()).into()),
        ])
    }

    fn indicators(&self) -> Vec<FactRow> {
        let of = |heading: &Heading| {
            self.plan.indicators_of(heading.id).map(|one| self.indicator_row(one)).collect::<Vec<_>>()
        };
        self.plan.outline().into_iter().flat_map(of).collect()
    }

    fn indicator_row(&self, indicator: &Indicator) -> FactRow {
        let years = self.plan.indicator_years_of(indicator.id);
        let decimals = indicator.decimals(&years);
        let (aim, measure) = self.path(indicator.heading_id);
        let now = years.iter().find(|one| one.fiscal_year == self.year).copied();
        let mut told = year_row(indicator, now, decimals);
        told.extend(row([
            ("aim", words(aim)),
            ("measure", words(measure)),
            ("name", words(&indicator.name)),
            ("title", words(&indicator.title())),
            ("unit", words(&indicator.unit)),
            ("source", words(&indicator.source)),
            ("base_year", words(&indicator.base_year.label())),
            ("base", words(&indicator.base.shown(decimals))),
            ("note", words(now.map_or("", |one| one.note.as_str()))),
            ("years", Fact::List(self.years_of(indicator, &years, decimals))),
        ]));
        told
    }

    /// The years of the period, and the years before that something is written of.
    fn years_of(&self, indicator: &Indicator, years: &[&IndicatorYear], decimals: usize) -> Vec<FactRow> {
        let period = self.plan.terms.iter().flat_map(|terms| terms.years());
        let mut all: Vec<FiscalYear> = period.chain(years.iter().map(|one| one.fiscal_year)).collect();
        all.sort_unstable();
        all.dedup();
        let line = |year: FiscalYear| {
            let mut told = year_row(indicator, years.iter().find(|one| one.fiscal_year == year).copied(), decimals);
            told.insert("label".into(), words(&year.label()));
            told
        };
        all.into_iter().map(line).collect()
    }

    fn reviews(&self) -> Vec<FactRow> {
        let in_force = self.plan.in_force(self.year);
        let found = |action: &Action| self.plan.action_year(action.id, self.year).and_then(|one| one.review);
        let counted = |label: &str, review: Option<Review>| {
            let count = in_force.iter().filter(|action| found(action) == review).count();
            row([("label", words(label)), ("count", Value::Count(count as i64).into())])
        };
        let all = Review::ALL.into_iter().map(|review| counted(review.label(), Some(review)));
        all.chain([counted("まだ見直していない", None)]).collect()
    }

    fn activity(&self, action: &Action) -> &str {
        action.activity_id.and_then(|id| self.activities.get(&id)).map_or("", String::as_str)
    }

    fn path(&self, heading: HeadingId) -> (&str, &str) {
        let (aim, measure) = self.plan.path(heading);
        (aim.map_or("", |one| one.name.as_str()), measure.map_or("", |one| one.name.as_str()))
    }
}

/// Target, actual and how far they came in one year.
fn year_row(indicator: &Indicator, year: Option<&IndicatorYear>, decimals: usize) -> FactRow {
    let (target, actual) = (year.and_then(|one| one.target), year.and_then(|one| one.actual));
    let both = target.zip(actual);
    let shown = |value: Option<Measured>| words(&value.map(|one| one.shown(decimals)).unwrap_or_default());
    let percent = |tenths: Option<i64>| Fact::from(tenths.map_or(Value::Blank, Value::Percent));
    let state =
        both.map_or("", |(target, actual)| if indicator.is_reached(target, actual) { "達成" } else { "未達成" });
    row([
        ("target", shown(target)),
        ("actual", shown(actual)),
        ("attained_percent", percent(both.and_then(|(target, actual)| indicator.attained(target, actual)))),
        ("advanced_percent", percent(both.and_then(|(target, actual)| indicator.advanced(target, actual)))),
        ("state", words(state)),
    ])
}

fn day(day: Option<NaiveDate>) -> Value {
    day.map_or(Value::Blank, Value::Date)
}
