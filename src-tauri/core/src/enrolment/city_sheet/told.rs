//! 市に伝えること: what a filled workbook says, for the copy that is kept of it and for the record of what was given away.

use paper::Value;

use super::{Content, Places, Single};
use crate::fact::{Fact, Facts};

impl Places {
    /// The words of everything that is written.
    pub fn told(&self) -> Vec<String> {
        let cells = self.cells.iter().map(|place| place.content.fact().1);
        self.contents().map(|content| content.column().1).chain(cells).map(str::to_owned).collect()
    }

    /// Of all that is known only what is written: who reads the copy later learns no more than the city did.
    pub fn only_told(&self, facts: &Facts) -> Facts {
        let mut told = Facts::default();
        for place in &self.cells {
            let name = place.content.fact().0;
            told.state(name, facts.value(name));
        }
        let columns: Vec<&str> = self.contents().map(|content| content.column().0).collect();
        let rows = facts.list("enrolment.all").iter().map(|line| {
            let kept = line.iter().filter(|(column, _)| columns.contains(&column.as_ref()));
            kept.map(|(column, fact)| (column.clone(), fact.clone())).collect()
        });
        told.state_list("enrolment.all", rows.collect());
        told
    }

    /// How many people are named.
    pub fn persons(&self, told: &Facts) -> usize {
        let is_named = |value: &Value| *value != Value::Blank && *value != Value::text("");
        let chair = Content::Chair.column().0;
        let has_chair = |fact: Option<&Fact>| matches!(fact, Some(Fact::One(value)) if is_named(value));
        let chairs = told.list("enrolment.all").iter().filter(|line| has_chair(line.get(chair))).count();
        let has_cell = self.cells.iter().any(|place| place.content == Single::Representative);
        chairs + usize::from(has_cell && is_named(&told.value(Single::Representative.fact().0)))
    }

    fn contents(&self) -> impl Iterator<Item = Content> {
        self.columns.iter().filter_map(|column| column.content)
    }
}
