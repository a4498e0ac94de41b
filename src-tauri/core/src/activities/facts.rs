//! What the activities state.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::{Activity, ActivityId, Occasion, store};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::Certainty;
use crate::fact::{Fact, FactRow, Facts, row, words};

/// States `activities.*` for one year.
pub fn facts(conn: &Connection, year: FiscalYear) -> Result<Facts> {
    let activities = store::activities(conn)?;
    let occasions = store::occasions(conn, year)?;
    let names: HashMap<ActivityId, &str> = activities.iter().map(|a| (a.id, a.name.as_str())).collect();
    let mut facts = Facts::default();
    facts.state("activities.occasions", Value::Count(occasions.len() as i64));
    facts.state("activities.participants", Value::Count(occasions.iter().filter_map(|o| o.participants).sum()));
    facts.state("activities.helpers", Value::Count(occasions.iter().filter_map(|o| o.helpers).sum()));
    facts.state_list("activities.list", occasions.iter().map(|o| occasion_row(o, &names)).collect());
    facts.state_list("activities.by_activity", by_activity(&activities, &occasions, &names));
    Ok(facts)
}

fn occasion_row(o: &Occasion, names: &HashMap<ActivityId, &str>) -> FactRow {
    row([
        ("id", words(&o.id.to_string())),
        ("on", words(&o.on_label())),
        ("from_on", Value::Date(o.from_on).into()),
        ("to_on", Value::Date(o.to_on).into()),
        ("title", words(&o.title)),
        ("activity", words(o.activity_id.and_then(|id| names.get(&id).copied()).unwrap_or(""))),
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

/// One row per line of work that had an occasion, in the order in which they first happened.
fn by_activity(activities: &[Activity], occasions: &[Occasion], names: &HashMap<ActivityId, &str>) -> Vec<FactRow> {
    let mut order: Vec<Option<ActivityId>> = Vec::new();
    for occasion in occasions {
        if !order.contains(&occasion.activity_id) {
            order.push(occasion.activity_id);
        }
    }
    let of = |id: Option<ActivityId>| activities.iter().find(|a| Some(a.id) == id).map_or("", |a| a.name.as_str());
    order
        .into_iter()
        .map(|id| {
            let own: Vec<&Occasion> = occasions.iter().filter(|o| o.activity_id == id).collect();
            row([
                ("name", words(of(id))),
                ("times", Value::Count(own.len() as i64).into()),
                ("participants", Value::Count(own.iter().filter_map(|o| o.participants).sum()).into()),
                ("helpers", Value::Count(own.iter().filter_map(|o| o.helpers).sum()).into()),
                ("occasions", Fact::List(own.into_iter().map(|o| occasion_row(o, names)).collect())),
            ])
        })
        .collect()
}

impl Occasion {
    /// 令和7年6月13日～14日 as papers show it.
    pub fn on_label(&self) -> String {
        use chrono::Datelike;
        let from = paper::wareki::long(self.from_on);
        let (a, b) = (self.from_on, self.to_on);
        match (a == b, a.year() == b.year(), a.month() == b.month()) {
            (true, ..) => from,
            (_, true, true) => format!("{from}～{}日", b.day()),
            (_, true, false) => format!("{from}～{}月{}日", b.month(), b.day()),
            _ => format!("{from}～{}", paper::wareki::long(b)),
        }
    }

    /// 約314 when the number was written as rounded.
    pub fn participants_label(&self) -> String {
        let Some(n) = self.participants else { return String::new() };
        let about = if self.participants_certainty == Certainty::Rounded { "約" } else { "" };
        format!("{about}{}", Value::Count(n).shown(paper::Negative::White))
    }
}
