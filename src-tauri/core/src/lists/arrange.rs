//! Which rows stand in which group and order. Pure.

use std::collections::{BTreeMap, BTreeSet};

use paper::Value;

use super::words::{ColumnWords, words};
use super::{ListChoice, Records, Row};
use crate::text::search_key;

/// The column that counts the rows of a group.
const NUMBER: &str = "number";

/// A list ready to be shown, printed or written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arranged {
    /// The columns, left to right.
    pub columns: Vec<ColumnWords>,
    /// The groups in order; one without a name when nothing is grouped.
    pub sections: Vec<Section>,
    /// How many records; somebody in two groups counts once.
    pub count: usize,
    /// 人, 団体
    pub unit: String,
}

/// One group of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Section {
    /// Its name, empty when nothing is grouped.
    pub label: String,
    /// Cells of each row, in the order of the columns.
    pub rows: Vec<Vec<Value>>,
    /// Keys of the records, row by row.
    pub ids: Vec<String>,
}

/// A row in a group.
type Placed<'a> = (i64, &'a Row, &'a [(&'static str, Value)]);

/// Chooses, orders and groups.
pub fn arrange(records: &Records, choice: &ListChoice) -> Arranged {
    let chosen = chosen(&records.rows, choice);
    let source = words().source(choice.source);
    let column = |key: &String| records.columns.iter().find(|column| column.key == *key).cloned();
    let columns: Vec<ColumnWords> = choice.columns.iter().filter_map(column).collect();
    let sections = sections(&chosen, choice).into_iter().map(|(label, rows)| section(label, rows, &columns, choice));
    Arranged {
        sections: sections.collect(),
        columns,
        count: chosen.iter().map(|row| &row.id).collect::<BTreeSet<_>>().len(),
        unit: source.map(|source| source.unit.clone()).unwrap_or_default(),
    }
}

/// The rows that a choice takes, in its order and ungrouped.
pub fn chosen<'a>(rows: &'a [Row], choice: &ListChoice) -> Vec<&'a Row> {
    let key = search_key(&choice.filter.words);
    let any = |wanted: &[String], held: &[String]| wanted.is_empty() || wanted.iter().any(|one| held.contains(one));
    let fits = |row: &&Row| {
        any(&choice.filter.bodies, &row.bodies)
            && any(&choice.filter.roles, &row.titles)
            && (key.is_empty() || row.says(&key))
    };
    let mut chosen: Vec<&Row> = rows.iter().filter(fits).collect();
    chosen.sort_by_key(|row| row.place(&choice.order));
    chosen
}

/// Rows by group; a row in several groups stands in each, one in none at the end.
fn sections<'a>(rows: &[&'a Row], choice: &ListChoice) -> Vec<(String, Vec<Placed<'a>>)> {
    let Some(kind) = &choice.group else {
        return vec![(String::new(), rows.iter().map(|row| (0, *row, [].as_slice())).collect())];
    };
    let wanted = |label: &str| choice.filter.bodies.is_empty() || choice.filter.bodies.iter().any(|body| body == label);
    let mut groups: BTreeMap<(i64, String), Vec<Placed>> = BTreeMap::new();
    for row in rows {
        let own = row.groups(kind).iter().filter(|group| wanted(&group.label));
        let mut is_alone = true;
        for group in own {
            is_alone = false;
            let place = (group.within, *row, group.cells.as_slice());
            groups.entry((group.rank, group.label.clone())).or_default().push(place);
        }
        if is_alone {
            groups.entry((i64::MAX, words().none.clone())).or_default().push((0, *row, &[]));
        }
    }
    groups.into_iter().map(|((_, label), rows)| (label, rows)).collect()
}

fn section(label: String, mut rows: Vec<Placed>, columns: &[ColumnWords], choice: &ListChoice) -> Section {
    if choice.order == "office" {
        rows.sort_by_key(|(within, ..)| *within);
    }
    let cells = |(nth, (_, row, own)): (usize, &Placed)| {
        columns.iter().map(|column| cell(&column.key, nth, row, own)).collect::<Vec<Value>>()
    };
    Section {
        label,
        rows: rows.iter().enumerate().map(cells).collect(),
        ids: rows.iter().map(|(_, row, _)| row.id.clone()).collect(),
    }
}

fn cell(key: &str, nth: usize, row: &Row, own: &[(&'static str, Value)]) -> Value {
    match own.iter().find(|(name, _)| *name == key) {
        Some((_, value)) => value.clone(),
        None if key == NUMBER => Value::Count(nth as i64 + 1),
        None => row.value(key),
    }
}
