//! 項目の一覧: the closed catalogue of facts that a form may name, with what they mean in the field.

mod activities;
mod books;
mod budget;
mod equipment;
mod grants;
mod handover;
mod lists;
mod make;
mod meetings;
mod names;
mod plan;

/// A fact that a form may name, or a column of a list.
#[derive(Debug, Clone, Copy)]
pub struct Named {
    /// `grant.decided_yen`; columns have no area.
    pub name: &'static str,
    /// 交付決定額
    pub label: &'static str,
    /// What it holds.
    pub shape: Shape,
}

/// What a fact holds.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Words.
    Text,
    /// 円
    Yen,
    /// A count.
    Count,
    /// Percent with one decimal.
    Percent,
    /// Difference of percentages.
    Points,
    /// A day.
    Date,
    /// Rows of these columns.
    List(&'static [Named]),
}

impl Shape {
    /// Room for handwriting where nothing is known.
    pub fn room(self) -> &'static str {
        match self {
            Shape::Date => "令和　　年　　月　　日",
            Shape::Yen => "　　　　　　　",
            Shape::Count | Shape::Percent | Shape::Points => "　　　　",
            Shape::Text | Shape::List(_) => "　　　　　　　　　",
        }
    }
}

/// Every fact that a form may name.
fn all() -> impl Iterator<Item = &'static Named> {
    [names::NAMES, activities::FACTS, plan::FACTS].into_iter().flatten()
}

/// A fact by its name.
pub fn find(name: &str) -> Option<&'static Named> {
    all().find(|named| named.name == name)
}

/// The field of the council's own that a name asks for, `own:車の台数`. Which there are only the council knows; what it has
/// not stays blank.
pub fn own_field(name: &str) -> Option<&str> {
    name.strip_prefix("own:")
}

/// The columns of a list; `columns` are those of the row it may be nested in.
pub fn list(name: &str, columns: &[Named]) -> Option<&'static [Named]> {
    let named = columns.iter().find(|column| column.name == name).or_else(|| find(name))?;
    match named.shape {
        Shape::List(columns) => Some(columns),
        _ => None,
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use paper::Value;

    use super::*;
    use crate::fact::{Fact, FactRow, Facts};

    #[test]
    fn every_name_stands_once() {
        let mut names: Vec<&str> = all().map(|named| named.name).collect();
        names.sort_unstable();
        let count = names.len();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    /// What the facts state otherwise than the catalogue says: names it lacks, names they lack, other shapes.
    pub(crate) fn differences(facts: &Facts) -> Vec<String> {
        compare("", &facts.clone().into(), &all().copied().collect::<Vec<_>>())
    }

    fn compare(place: &str, facts: &FactRow, names: &[Named]) -> Vec<String> {
        let mut found: Vec<String> =
            facts.keys().filter(|k| !names.iter().any(|n| n.name == *k)).map(|k| format!("+ {place}{k}")).collect();
        for named in names {
            match facts.get(named.name) {
                None => found.push(format!("- {place}{}", named.name)),
                Some(fact) => found.extend(compare_fact(&format!("{place}{}", named.name), fact, named.shape)),
            }
        }
        found
    }

    fn compare_fact(place: &str, fact: &Fact, shape: Shape) -> Vec<String> {
        match (fact, shape) {
            (Fact::List(rows), Shape::List(columns)) => {
                let mut found: Vec<String> =
                    rows.iter().flat_map(|row| compare(&format!("{place}[]."), row, columns)).collect();
                found.sort();
                found.dedup();
                found
            }
            (Fact::One(value), shape) if fits(value, shape) => vec![],
            _ => vec![format!("≠ {place}: {shape:?} {fact:?}")],
        }
    }

    /// Blank fits everything, also as an empty text.
    fn fits(value: &Value, shape: Shape) -> bool {
        value.is_blank()
            || matches!(
                (value, shape),
                (Value::Text(_), Shape::Text)
                    | (Value::Yen(_), Shape::Yen)
                    | (Value::Count(_), Shape::Count)
                    | (Value::Percent(_), Shape::Percent)
                    | (Value::Points(_), Shape::Points)
                    | (Value::Date(_), Shape::Date)
            )
    }
}
