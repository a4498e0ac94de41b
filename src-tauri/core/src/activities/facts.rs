//! What the activities state.

use std::collections::HashMap;

use chrono::Datelike;
use paper::Value;
use rusqlite::Connection;

use super::{Activity, ActivityId, ActivityPlan, Occasion, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::{self, OrganisationId};

/// Names of activities and of the committees behind them.
struct Names {
    activities: HashMap<ActivityId, Activity>,
    bodies: HashMap<OrganisationId, String>,
}

/// States `activities.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let names = Names::load(conn)?;
    let occasions = store::occasions(conn, year)?;
    let mut facts = Facts::default();
    facts.state("activities.occasions", Value::Count(occasions.len() as i64));
    facts.state("activities.participants", Value::Count(occasions.iter().filter_map(|o| o.participants).sum()));
    facts.state("activities.helpers", Value::Count(occasions.iter().filter_map(|o| o.helpers).sum()));
    facts.state_list("activities.occasions_list", occasions.iter().map(|o| occasion_row(o, &names)).collect());
    facts.state_list("activities.list", by_activity(&names, &occasions));
    let plans = store::plans(conn, year)?;
    facts.state("activities.planned", Value::Count(plans.len() as i64));
    facts.state_list("activities.plan", plans.iter().map(|plan| plan_row(plan, &names)).collect());
    Ok(facts)
}

fn plan_row(plan: &ActivityPlan, names: &Names) -> FactRow {
    let id = Some(plan.activity_id);
    row([
        ("activity", words(names.activity(id))),
        ("committee", words(names.committee(id))),
        ("schedule", words(&plan.schedule)),
        ("aims", words(&plan.aims)),
        ("content", words(&plan.content)),
        ("place", words(&plan.place)),
        ("target", words(&plan.target)),
        ("participants", plan.participants.map_or(Value::Blank, Value::Count).into()),
        ("notice", words(&plan.notice)),
    ])
}

fn occasion_row(o: &Occasion, names: &Names) -> FactRow {
    row([
        ("id", words(&o.id.to_string())),
        ("when", words(&o.when())),
        ("from_on", Value::Date(o.from_on).into()),
        ("to_on", Value::Date(o.to_on).into()),
        ("title", words(&o.title)),
        ("activity", words(names.activity(o.activity_id))),
        ("committee", words(names.committee(o.activity_id))),
        ("place", words(&o.place)),
        ("participants", o.participants.map_or(Value::Blank, Value::Count).into()),
        ("participants_label", words(&o.participants_label())),
        ("helpers", o.helpers.map_or(Value::Blank, Value::Count).into()),
        ("target", words(&o.target)),
        ("notice", words(&o.notice)),
        ("content", words(&o.content)),
        ("reflection", words(&o.reflection)),
        ("effect", words(&o.effect)),
        ("author", words(&o.author)),
    ])
}

/// One row per line of work that had an occasion, in the order in which they first happened; those without one last.
fn by_activity(names: &Names, occasions: &[Occasion]) -> Vec<FactRow> {
    let mut order: Vec<Option<ActivityId>> = Vec::new();
    for occasion in occasions {
        if !order.contains(&occasion.activity_id) {
            order.push(occasion.activity_id);
        }
    }
    order.sort_by_key(Option::is_none);
    order.into_iter().map(|id| activity_row(id, names, occasions)).collect()
}

fn activity_row(id: Option<ActivityId>, names: &Names, occasions: &[Occasion]) -> FactRow {
    let own: Vec<&Occasion> = occasions.iter().filter(|o| o.activity_id == id).collect();
    let joined = |of: fn(&Occasion) -> &str| {
        words(&distinct(&own, of).into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("、"))
    };
    row([
        ("activity", words(names.activity(id))),
        ("committee", words(names.committee(id))),
        ("occasions", Value::Count(own.len() as i64).into()),
        ("participants", Value::Count(own.iter().filter_map(|o| o.participants).sum()).into()),
        ("helpers", Value::Count(own.iter().filter_map(|o| o.helpers).sum()).into()),
        ("target", joined(|o| &o.target)),
        ("notice", joined(|o| &o.notice)),
        ("author", joined(|o| &o.author)),
        ("content", dated(&own, |o| &o.content)),
        ("reflection", dated(&own, |o| &o.reflection)),
        ("effect", dated(&own, |o| &o.effect)),
        ("occasions_list", Fact::List(own.iter().map(|o| occasion_row(o, names)).collect())),
    ])
}

/// The different texts of some occasions, each with the first occasion that says it.
fn distinct<'a>(own: &[&'a Occasion], of: fn(&Occasion) -> &str) -> Vec<(&'a Occasion, &'a str)> {
    let mut texts: Vec<(&Occasion, &str)> = Vec::new();
    for occasion in own {
        let text = of(occasion).trim();
        if !text.is_empty() && !texts.iter().any(|(_, seen)| *seen == text) {
            texts.push((occasion, text));
        }
    }
    texts
}

/// One text as it is; several with their day in front, a line each.
fn dated(own: &[&Occasion], of: fn(&Occasion) -> &str) -> Fact {
    match distinct(own, of).as_slice() {
        [(_, only)] => words(only),
        several => {
            words(&several.iter().map(|(o, text)| format!("{} {text}", o.when())).collect::<Vec<_>>().join("\n"))
        }
    }
}

impl Names {
    fn load(conn: &Connection) -> Result<Names> {
        let bodies = roster::store::organisations(conn)?.into_iter().map(|b| (b.id, b.name)).collect();
        Ok(Names { activities: store::activities(conn)?.into_iter().map(|a| (a.id, a)).collect(), bodies })
    }

    fn activity(&self, id: Option<ActivityId>) -> &str {
        id.and_then(|id| self.activities.get(&id)).map_or("", |a| &a.name)
    }

    fn committee(&self, id: Option<ActivityId>) -> &str {
        let committee = id.and_then(|id| self.activities.get(&id)).and_then(|a| a.committee_id);
        committee.and_then(|id| self.bodies.get(&id)).map_or("", String::as_str)
    }
}

impl Occasion {
    /// 4月13日, 6月13日～14日: the days without the year, as papers of one year show them.
    pub fn when(&self) -> String {
        let (a, b) = (self.from_on, self.to_on);
        let from = format!("{}月{}日", a.month(), a.day());
        match (a == b, (a.year(), a.month()) == (b.year(), b.month())) {
            (true, _) => from,
            (false, true) => format!("{from}～{}日", b.day()),
            (false, false) => format!("{from}～{}月{}日", b.month(), b.day()),
        }
    }

    /// 約314 when the number was written as rounded.
    pub fn participants_label(&self) -> String {
        let Some(n) = self.participants else { return String::new() };
        let about = if self.participants_certainty == Certainty::Rounded { "約" } else { "" };
        format!("{about}{}", Value::Count(n).shown(paper::Negative::White))
    }
}
