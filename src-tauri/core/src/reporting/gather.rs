//! All facts of a year: what each concept states, and what only the desk as a whole knows.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use crate::fact::{self, Fact, FactRow, Facts};
use crate::profile::Edition;
use crate::{FiscalYear, Result, accounts, activities, council, enrolment, equipment, grants, meetings, roster};

/// Every fact that a form of the edition may name, for one year.
pub fn gather(conn: &Connection, edition: &Edition, year: FiscalYear) -> Result<Facts> {
    gather_until(conn, edition, year, year.last_day())
}

/// The same with the books as they stood at the end of a day of the year; on its last day nothing is left out.
pub fn gather_until(conn: &Connection, edition: &Edition, year: FiscalYear, until: NaiveDate) -> Result<Facts> {
    let mut facts = work_until(conn, edition, year, until)?;
    state_year(&mut facts, year);
    state_council(&mut facts, conn)?;
    state_city(&mut facts, edition);
    facts.extend(roster::facts::facts(conn, year)?);
    join_budget(&mut facts);
    join_chairs(&mut facts);
    Ok(facts)
}

/// What is stated of the year's work, without the roster: a row for everybody is more than all the rest together.
pub fn work(conn: &Connection, edition: &Edition, year: FiscalYear) -> Result<Facts> {
    work_until(conn, edition, year, year.last_day())
}

fn work_until(conn: &Connection, edition: &Edition, year: FiscalYear, until: NaiveDate) -> Result<Facts> {
    let names = grants::store::grants(conn, year)?.into_iter().map(|grant| (grant.id, grant.name)).collect();
    let mut facts = enrolment::facts::facts(conn, year, &edition.municipality.enrolment_targets)?;
    facts.extend(activities::facts::facts(conn, year)?);
    facts.extend(accounts::facts::facts(conn, (year, until), &names)?);
    facts.extend(grants::facts::facts(conn, year, &|year| edition.grants_in(year))?);
    facts.extend(equipment::facts::facts(conn, year)?);
    facts.extend(meetings::facts::facts(conn, year)?);
    Ok(facts)
}

fn state_year(facts: &mut Facts, year: FiscalYear) {
    facts.state("year.label", Value::text(year.label()));
    facts.state("year.first_on", Value::Date(year.first_day()));
    facts.state("year.last_on", Value::Date(year.last_day()));
}

fn state_council(facts: &mut Facts, conn: &Connection) -> Result<()> {
    let council = council::read(conn)?;
    for (name, text) in
        [("name", council.name), ("postal", council.postal), ("address", council.address), ("phone", council.phone)]
    {
        facts.state(&format!("council.{name}"), Value::Text(text));
    }
    Ok(())
}

fn state_city(facts: &mut Facts, edition: &Edition) {
    let city = &edition.municipality;
    for (name, text) in [("name", &city.city), ("addressee", &city.addressee), ("department", &city.department)] {
        facts.state(&format!("city.{name}"), Value::Text(text.clone()));
    }
    facts.state("words.association", Value::Text(city.words.association.clone()));
}

/// An activity and the budget line of the same name are one thing on paper.
fn join_budget(facts: &mut Facts) {
    let lines: Vec<FactRow> = facts.list("settlement.expense").to_vec();
    for list in ["activities.list", "activities.plan"] {
        let Some(Fact::List(rows)) = facts.0.get_mut(list) else { continue };
        for row in rows {
            let line = lines.iter().find(|line| line["item"] == row["activity"]);
            for column in ["budget_yen", "settled_yen"] {
                let amount = line.map_or(Fact::One(Value::Blank), |line| line[column].clone());
                row.insert(column.to_owned(), amount);
            }
        }
    }
}

/// An association whose officers the roster does not know is headed by the chair that was told with its count.
fn join_chairs(facts: &mut Facts) {
    let told = ["enrolment.counted", "enrolment.uncounted"].into_iter().flat_map(|list| facts.list(list));
    let chairs: HashMap<String, Fact> = told.filter_map(|row| Some((text(row, "id")?, row["chair"].clone()))).collect();
    for list in ["roster.bodies", "roster.member_bodies"] {
        let Some(Fact::List(rows)) = facts.0.get_mut(list) else { continue };
        for row in rows.iter_mut().filter(|row| text(row, "head").is_none()) {
            let Some(chair) = text(row, "id").and_then(|id| chairs.get(&id)) else { continue };
            row.insert("head".to_owned(), chair.clone());
            row.insert("office".to_owned(), fact::words("会長"));
        }
    }
}

/// Words of a row; none when there are none.
fn text(row: &FactRow, name: &str) -> Option<String> {
    match row.get(name) {
        Some(Fact::One(Value::Text(words))) if !words.is_empty() => Some(words.clone()),
        _ => None,
    }
}
