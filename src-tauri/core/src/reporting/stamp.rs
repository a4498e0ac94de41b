//! 市の様式への書き込み: form and facts become cells of the city's own workbook. What is missing is
//! left as the city made it, so that it can be written by hand.

use paper::{Negative, StampCell, StampValue, Value};

use super::scope::{Scope, Texts};
use super::words::Filler;
use crate::fact::Facts;
use crate::profile::{Form, Part, Stamp, StampList, StampPlace, Template};
use crate::{Error, Result};

/// The cells to write.
pub fn stamp(form: &Form, facts: &Facts, texts: &Texts) -> Result<Vec<StampCell>> {
    let stamp =
        form.stamp.as_ref().ok_or_else(|| Error::refused("reports.not_a_workbook").with("form", &form.title))?;
    let scope = Scope::new(facts, texts);
    let filler = Filler { form, negative: Negative::default() };
    let mut cells = singles(stamp, filler, scope);
    for list in &stamp.lists {
        cells.extend(rows(list, filler, scope)?);
    }
    Ok(cells)
}

fn singles(stamp: &Stamp, filler: Filler, scope: Scope) -> Vec<StampCell> {
    let write = |place: &StampPlace| {
        let value = value(&place.text, place.is_formula, filler, scope)?;
        Some(StampCell { sheet: place.sheet.clone(), cell: place.cell.clone(), value })
    };
    stamp.cells.iter().filter_map(write).collect()
}

fn rows(list: &StampList, filler: Filler, scope: Scope) -> Result<Vec<StampCell>> {
    let (lines, room) = (scope.list(&list.list).len(), (list.last_row - list.first_row + 1) as usize);
    if lines > room {
        let refused = Error::refused("reports.too_many_rows").with("sheet", &list.sheet);
        return Err(refused.with("lines", lines).with("room", room));
    }
    let mut cells = Vec::new();
    for (row, scope) in (list.first_row..).zip(scope.each(&list.list)) {
        for column in &list.columns {
            if let Some(value) = value(&column.text, column.is_formula, filler, scope) {
                let cell = format!("{}{row}", column.column);
                cells.push(StampCell { sheet: list.sheet.clone(), cell, value });
            }
        }
    }
    Ok(cells)
}

/// Nothing where every place of a template is blank.
fn value(template: &Template, is_formula: bool, filler: Filler, scope: Scope) -> Option<StampValue> {
    let has_places = template.0.iter().any(|part| !matches!(part, Part::Words(_)));
    if has_places && template.0.iter().all(|part| is_blank(part, scope)) {
        return None;
    }
    match filler.cell(template, scope).value {
        Value::Blank => None,
        Value::Yen(n) | Value::Count(n) if is_formula => Some(StampValue::Cached(n)),
        Value::Yen(n) | Value::Count(n) => Some(StampValue::Number(n)),
        shown => Some(StampValue::Text(shown.shown(filler.negative))),
    }
}

/// Words alone say nothing that the city's form does not say already.
fn is_blank(part: &Part, scope: Scope) -> bool {
    match part {
        Part::Words(_) => true,
        Part::RowNumber => false,
        Part::Fact(slot) => scope.value(&slot.name).is_blank(),
        Part::Typed(field) => scope.typed(field).is_empty(),
    }
}
