//! 異動: opening, in, out and closing of a year and of its months, and who came and who went.

use std::collections::HashMap;

use paper::Value;

use crate::calendar::{BookMonth, FiscalYear};
use crate::fact::{FactRow, Facts, row, words};
use crate::roster::movement::{self, Direction, Period};
use crate::roster::{Person, PersonId};

pub(super) fn state(facts: &mut Facts, people: &[Person], year: FiscalYear) {
    let all = movement::movements(people);
    let whole = movement::period(people, &all, year.first_day(), year.last_day());
    facts.state("roster.opening", Value::Count(whole.opening));
    facts.state("roster.joined", Value::Count(whole.joined));
    facts.state("roster.left", Value::Count(whole.left));
    facts.state("roster.closing", Value::Count(whole.closing()));
    facts.state("roster.movement_reasons", Value::text(reasons(&whole)));
    facts.state_list("roster.movement_months", movement::months(people, year).iter().map(month_row).collect());
    let by_id: HashMap<PersonId, &Person> = people.iter().map(|p| (p.id, p)).collect();
    let rows = all.iter().filter(|m| year.contains(m.on)).map(|m| {
        row([
            ("on", Value::Date(m.on).into()),
            ("direction", words(label(m.direction))),
            ("name", words(&by_id.get(&m.person_id).map_or(String::new(), |p| p.name.full()))),
            ("address", words(by_id.get(&m.person_id).map_or("", |p| &p.address))),
            ("reason", words(&m.reason)),
        ])
    });
    facts.state_list("roster.movements", rows.collect());
}

fn month_row(month: &Period) -> FactRow {
    row([
        ("month", words(&BookMonth::of(month.first).label())),
        ("opening", Value::Count(month.opening).into()),
        ("joined", Value::Count(month.joined).into()),
        ("left", Value::Count(month.left).into()),
        ("closing", Value::Count(month.closing()).into()),
        ("reasons", words(&reasons(month))),
    ])
}

fn label(direction: Direction) -> &'static str {
    match direction {
        Direction::In => "入",
        Direction::Out => "出",
    }
}

/// 入：転入2、出：死亡1
fn reasons(period: &Period) -> String {
    let reason = |((direction, reason), count): (&(Direction, String), &i64)| {
        let reason = if reason.is_empty() { "理由なし" } else { reason };
        format!("{}：{reason}{count}", label(*direction))
    };
    period.reasons.iter().map(reason).collect::<Vec<_>>().join("、")
}
