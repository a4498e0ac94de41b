//! What those who helped state.

use std::collections::BTreeMap;

use paper::Value;
use paper::wareki::long;
use rusqlite::Connection;

use crate::Result;
use crate::activities::{
    Occasion, OccasionId, Volunteer, VolunteerRate, Worth, helped, hours_label, store, volunteers as summed, worth,
};
use crate::calendar::FiscalYear;
use crate::fact::{FactRow, Facts, row, words};
use crate::money::Yen;
use crate::roster;

/// States `volunteers.*` for one year: who helped, how often and how long, at which occasions, and where the
/// council or the city has a rate what the time is worth.
pub fn volunteers(conn: &Connection, year: FiscalYear, of_city: &[VolunteerRate]) -> Result<Facts> {
    let (occasions, there) = (store::occasions(conn, year)?, store::attendance_in(conn, year)?);
    let all = summed(&occasions, &there);
    let mut rows = Vec::new();
    for ((person, name), sum) in &all {
        let person = person.map(|id| roster::store::find_person(conn, id)).transpose()?.flatten();
        let (name, kana) =
            person.map_or_else(|| (name.clone(), String::new()), |p| (p.name.full(), p.name.full_kana()));
        rows.push((kana, volunteer_row(&name, sum)));
    }
    rows.sort_by(|(one, _), (other, _)| (one.is_empty(), one).cmp(&(other.is_empty(), other)));
    let minutes: i64 = all.values().map(|sum| sum.minutes).sum();
    let mut facts = Facts::default();
    facts.state("volunteers.count", Value::Count(all.len() as i64));
    facts.state("volunteers.occasions", Value::Count(all.values().map(|sum| sum.times).sum()));
    facts.state("volunteers.hours", Value::text(hours_label(minutes)));
    facts.state_list("volunteers.list", rows.into_iter().map(|(_, row)| row).collect());
    let helped = helped(&occasions, &there);
    facts.state_list("volunteers.by_occasion", by_occasion(&occasions, &helped));
    let own: Vec<VolunteerRate> = store::own_rates(conn)?.into_iter().map(|own| own.rate).collect();
    state_worth(&mut facts, &worth(&occasions, &helped, (&own, of_city)));
    Ok(facts)
}

/// States the worth at each rate and in all; nothing where there is no rate.
fn state_worth(facts: &mut Facts, worth: &[Worth]) {
    let sum: Option<Yen> = worth.iter().filter_map(Worth::yen).reduce(|sum, yen| sum + yen);
    facts.state("volunteers.value_yen", sum.map_or(Value::Blank, Value::from));
    facts.state_list("volunteers.rates", worth.iter().filter(|_| sum.is_some()).map(worth_row).collect());
}

fn worth_row(one: &Worth) -> FactRow {
    row([
        ("from", words(&one.rate.map_or("それより前".to_owned(), |rate| format!("{}から", long(rate.from_on))))),
        ("rate_yen", one.rate.map_or(Value::Blank, |rate| Value::Yen(rate.yen_per_hour)).into()),
        ("hours", words(&hours_label(one.minutes))),
        ("value_yen", one.yen().map_or(Value::Blank, Value::from).into()),
        ("source", words(one.rate.map_or("1時間の額が決まっていないので、計に入れていません", |rate| &rate.source))),
    ])
}

fn volunteer_row(name: &str, sum: &Volunteer) -> FactRow {
    row([
        ("name", words(name)),
        ("occasions", Value::Count(sum.times).into()),
        ("hours", words(&hours_label(sum.minutes))),
        ("note", words(&note(sum.unknown, "回"))),
    ])
}

/// The occasions at which somebody is marked as a helper, in their order.
fn by_occasion(occasions: &[Occasion], helped: &BTreeMap<OccasionId, Volunteer>) -> Vec<FactRow> {
    let told = |o: &Occasion| {
        let sum = helped.get(&o.id)?;
        Some(row([
            ("when", words(&o.when())),
            ("title", words(&o.title)),
            ("helpers", Value::Count(sum.times).into()),
            ("hours", words(&hours_label(sum.minutes))),
            ("note", words(&note(sum.unknown, "人"))),
        ]))
    };
    occasions.iter().filter_map(told).collect()
}

/// うち1回は時間の記録なし
fn note(unknown: i64, unit: &str) -> String {
    if unknown == 0 { String::new() } else { format!("うち{unknown}{unit}は時間の記録なし") }
}
