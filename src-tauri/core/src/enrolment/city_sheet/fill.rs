//! 様式に書く: the lines of a year into the cells of the city's list. What is unknown stays as the city made it, so that it
//! can be written by hand; a formula stays a formula.

use std::collections::HashMap;

use paper::{Negative, StampCell, StampValue, Value};

use super::{Content, PlacedColumn, Places, find::is_sum};
use crate::enrolment::import::name_key;
use crate::fact::{Fact, FactRow, Facts};

/// The cells to write, and what found no place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Filled {
    /// The cells.
    pub cells: Vec<StampCell>,
    /// Associations for which the city's list has no row.
    pub left_out: Vec<String>,
    /// Names in the city's list that no association bears.
    pub unknown: Vec<String>,
    /// How many associations were written.
    pub written: usize,
}

/// Writes a year: into the row that bears an association's name, the others into rows without a name, in the order of papers.
/// `is_formula` says which cells the city calculates itself.
pub fn fill(places: &Places, facts: &Facts, is_formula: impl Fn(&str) -> bool) -> Filled {
    let mut filled = Filled::default();
    for place in &places.cells {
        let value = stamped(&facts.value(place.content.fact().0));
        filled.put(places, place.cell.clone(), value, &is_formula);
    }
    let rows = rows(places, facts.list("enrolment.all"), &mut filled);
    for (row, line, is_named) in rows {
        let wanted = |column: &&PlacedColumn| column.content.is_some_and(|c| c != Content::Association || !is_named);
        for column in places.columns.iter().filter(wanted) {
            let value = column.content.and_then(|content| match line.get(content.column().0) {
                Some(Fact::One(value)) => stamped(value),
                _ => None,
            });
            filled.put(places, format!("{}{row}", column.letter), value, &is_formula);
        }
        filled.written += 1;
    }
    filled
}

/// Which association stands in which row, and whether the city has printed its name there.
fn rows<'a>(places: &Places, lines: &'a [FactRow], filled: &mut Filled) -> Vec<(u32, &'a FactRow, bool)> {
    let name = |line: &FactRow| match line.get("association") {
        Some(Fact::One(value)) => value.shown(Negative::White),
        _ => String::new(),
    };
    let by_key: HashMap<String, usize> =
        lines.iter().enumerate().map(|(at, line)| (name_key(&name(line)), at)).collect();
    let mut placed = vec![false; lines.len()];
    let mut rows = Vec::new();
    for named in places.names.iter().filter(|named| !is_sum(&named.name)) {
        match by_key.get(&name_key(&named.name)) {
            Some(at) if !placed[*at] => {
                placed[*at] = true;
                rows.push((named.row, &lines[*at], true));
            }
            _ => filled.unknown.push(named.name.clone()),
        }
    }
    let is_free = |row: &u32| places.names.iter().all(|named| named.row != *row);
    let mut free = (places.first_row..=places.last_row).filter(is_free);
    for (line, _) in lines.iter().zip(&placed).filter(|(_, is_placed)| !**is_placed) {
        match free.next() {
            Some(row) => rows.push((row, line, false)),
            None => filled.left_out.push(name(line)),
        }
    }
    rows
}

impl Filled {
    fn put(&mut self, places: &Places, cell: String, value: Option<StampValue>, is_formula: &impl Fn(&str) -> bool) {
        if let Some(value) = value.filter(|_| !is_formula(&cell)) {
            self.cells.push(StampCell { sheet: places.sheet.clone(), cell, value });
        }
    }
}

fn stamped(value: &Value) -> Option<StampValue> {
    match value {
        Value::Blank => None,
        Value::Yen(n) | Value::Count(n) => Some(StampValue::Number(*n)),
        Value::Date(day) => Some(StampValue::Date(*day)),
        shown => Some(StampValue::Text(shown.shown(Negative::White))).filter(|v| *v != StampValue::Text(String::new())),
    }
}
