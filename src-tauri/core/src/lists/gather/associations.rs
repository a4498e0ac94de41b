//! 自治会: one row for each association, as enrolment states it.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use super::Extent;
use crate::fact::{Fact, FactRow};
use crate::lists::{Post, Row};
use crate::roster::{self, Organisation, OrganisationId, Person, PersonId};
use crate::{FiscalYear, Result, enrolment};

/// The associations as enrolment states them, with the address of the chair.
pub(super) fn rows(conn: &Connection, year: FiscalYear) -> Result<Vec<Row>> {
    // Targets stand on no line of an association.
    let facts = enrolment::facts::facts(conn, year, &[])?;
    let people: HashMap<PersonId, Person> = roster::store::people(conn)?.into_iter().map(|p| (p.id, p)).collect();
    let mut chairs: HashMap<OrganisationId, PersonId> = HashMap::new();
    for record in enrolment::store::association_years(conn)?.into_iter().filter(|record| record.fiscal_year <= year) {
        match record.chair_person_id {
            Some(chair) => chairs.insert(record.association_id, chair),
            None => chairs.remove(&record.association_id),
        };
    }
    let lines = ["enrolment.counted", "enrolment.uncounted"].into_iter().flat_map(|list| facts.list(list));
    let line_of: HashMap<String, &FactRow> = lines.map(|line| (text(line, "id"), line)).collect();
    let bodies = enrolment::known::associations(conn)?;
    let row = |(nth, body): (usize, &Organisation)| {
        let chair = chairs.get(&body.id).and_then(|id| people.get(id));
        Some(association(line_of.get(&body.id.to_string())?, nth as i64, chair))
    };
    Ok(bodies.iter().enumerate().filter_map(row).collect())
}

pub(super) fn extent(conn: &Connection) -> Result<Extent> {
    let all = enrolment::known::associations(conn)?;
    Ok(Extent { count: all.len(), bodies: all.into_iter().map(|body| body.name).collect(), ..Extent::default() })
}

fn association(line: &FactRow, nth: i64, chair: Option<&Person>) -> Row {
    let contact = |part: fn(&Person) -> &str| chair.map_or("", part).to_owned();
    let mut row = Row::new(text(line, "id"))
        .words("name", text(line, "association"))
        .words("chair", text(line, "chair"))
        .words("town", text(line, "town"))
        .words("postal", contact(|p| &p.postal))
        .words("address", contact(|p| &p.address))
        .words("phone", contact(|p| if p.phone.is_empty() { &p.mobile } else { &p.phone }))
        .cell("blocks", value(line, "blocks"))
        .cell("households", value(line, "households"))
        .cell("enrolled", value(line, "enrolled"))
        .cell("rate", value(line, "rate_percent"))
        .words("note", text(line, "note"))
        .rank("paper", nth);
    row.bodies = vec![text(line, "association")];
    row.post = if chair.is_some_and(Person::has_died) { Post::Died } else { Post::Named };
    row
}

fn value(line: &FactRow, name: &str) -> Value {
    match line.get(name) {
        Some(Fact::One(value)) => value.clone(),
        _ => Value::Blank,
    }
}

fn text(line: &FactRow, name: &str) -> String {
    value(line, name).shown(paper::Negative::default())
}
