//! Templates become words on a paper.

use paper::{Cell, Negative, Run, Source, Value, wareki};

use super::scope::Scope;
use crate::profile::catalogue::{self, Shape};
use crate::profile::{Form, Part, Slot, Template};

/// Fills templates of one form.
#[derive(Debug, Clone, Copy)]
pub struct Filler<'a> {
    /// The form, for its typed fields.
    pub form: &'a Form,
    /// Mark before negative amounts.
    pub negative: Negative,
}

impl Filler<'_> {
    /// The runs of a text; what is missing leaves room for handwriting.
    pub fn runs(&self, template: &Template, scope: Scope) -> Vec<Run> {
        template.0.iter().map(|part| self.run(part, scope)).collect()
    }

    /// The words alone.
    pub fn text(&self, template: &Template, scope: Scope) -> String {
        self.runs(template, scope).into_iter().map(|run| run.text).collect()
    }

    fn run(&self, part: &Part, scope: Scope) -> Run {
        match part {
            Part::Words(words) => Run::form(words),
            Part::RowNumber => Run::form(scope.number.to_string()),
            Part::Typed(field) => self.typed(field, scope),
            Part::Fact(slot) => match self.value(slot, scope) {
                value if value.is_blank() => {
                    Run { text: room(&slot.name).to_owned(), source: Source::Missing(slot.name.clone()) }
                }
                value => Run { text: value.shown(self.negative), source: Source::Fact(slot.name.clone()) },
            },
        }
    }

    fn typed(&self, field: &str, scope: Scope) -> Run {
        let words = scope.typed(field);
        let blank = self.form.field(field).map_or("", |field| field.blank.as_str());
        let text = if words.is_empty() { blank } else { words };
        Run { text: text.to_owned(), source: Source::Typed(field.to_owned()) }
    }

    /// A cell: a single place keeps its value, so that a number stays a number; anything else is words.
    pub fn cell(&self, template: &Template, scope: Scope) -> Cell {
        match template.0.as_slice() {
            [] => Cell::default(),
            [Part::Fact(slot)] => Cell::fact(self.value(slot, scope), &slot.name),
            [Part::RowNumber] => Cell { value: Value::Count(scope.number as i64), ..Cell::default() },
            _ => self.worded(template, scope),
        }
    }

    fn worded(&self, template: &Template, scope: Scope) -> Cell {
        let runs = self.runs(template, scope);
        let source = runs.iter().map(|run| &run.source).find(|source| **source != Source::Form);
        let source = source.cloned().unwrap_or_default();
        Cell { value: Value::text(runs.into_iter().map(|run| run.text).collect::<String>()), source, ..Cell::default() }
    }

    fn value(&self, slot: &Slot, scope: Scope) -> Value {
        match scope.value(&slot.name) {
            Value::Date(day) if slot.is_short => Value::Text(wareki::short(day)),
            value if slot.is_dashed && value.is_blank() => Value::text("–"),
            value => value,
        }
    }
}

/// Room for handwriting in the shape of a fact.
fn room(name: &str) -> &'static str {
    catalogue::find(name).map_or(Shape::Text, |named| named.shape).room()
}
