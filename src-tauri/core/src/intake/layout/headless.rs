//! 見出しのない表: columns known by their cells alone, or by what the user says they are.

use std::rc::Rc;

use super::assign::{Candidate, settle};
use super::grid::{Grid, shown};
use super::{Line, Table, rows};
use crate::intake::cells;
use crate::intake::columns::FieldSet;
use crate::intake::looks::looks_like;
use crate::intake::mapping::{Hints, fingerprint};

/// How far down headings may stand that the user explained before.
const HEAD: usize = 20;

/// The whole sheet as one table; none when it holds nothing.
pub(super) fn table<'a>(grid: &Rc<Grid<'a>>, fields: &'static FieldSet, hints: &Hints) -> Option<Table<'a>> {
    let all: Vec<usize> = rows::likely(grid, 0..grid.sheet.rows.len()).collect();
    let columns = settle(&grid.sheet.name, fields, &candidates(grid, &all, None), hints);
    let fits = |i: &usize| {
        let known = columns.iter().filter_map(|c| Some((c.col, fields.fields[fields.index(c.field?)?].looks?)));
        known.clone().filter(|(col, look)| grid.sheet.rows[*i].get(*col).is_some_and(|v| looks_like(v, *look))).count()
            * 2
            >= known.count().max(1)
    };
    let chosen_before = all.iter().copied().take(HEAD).find(|i| is_remembered(grid, &all, *i, hints));
    let first = chosen_before.map(|i| i + 1).or_else(|| all.iter().copied().find(fits)).or(all.first().copied())?;
    let heading = first.checked_sub(1).filter(|i| shown(&grid.sheet.rows[*i]).count() >= 2);
    let columns = settle(&grid.sheet.name, fields, &candidates(grid, &all, heading), hints);
    let mut table = Table::empty(grid, fields, columns);
    table.titles = rows::words(grid, 0..heading.unwrap_or(first));
    table.sheet_titles = table.titles.clone();
    table.header_rows = heading.map(|i| grid.sheet.rows[i].row).into_iter().collect();
    table.take(first..grid.sheet.rows.len(), fields);
    Some(table)
}

/// True when the user said before what columns under these headings mean.
fn is_remembered(grid: &Grid, body: &[usize], heading: usize, hints: &Hints) -> bool {
    let candidates = candidates(grid, body, Some(heading));
    hints.remembered.contains_key(&fingerprint(candidates.iter().map(|candidate| candidate.heading.as_str())))
}

fn candidates<'a>(grid: &Grid<'a>, body: &[usize], heading: Option<usize>) -> Vec<Candidate<'a>> {
    let mut columns: Vec<u32> = body.iter().flat_map(|i| shown(&grid.sheet.rows[*i])).map(|(col, _)| col).collect();
    columns.sort_unstable();
    columns.dedup();
    let words = |col| heading.and_then(|i| grid.sheet.rows[i].get(col)).map(|v| cells::text(v).into_owned());
    let of_column = |col| Candidate {
        col,
        line: Line::Whole,
        heading: words(col).unwrap_or_default(),
        meaning: None,
        samples: body
            .iter()
            .filter_map(|i| grid.sheet.rows[*i].get(col))
            .filter(|v| !cells::is_blank(v))
            .take(60)
            .collect(),
    };
    columns.into_iter().map(of_column).collect()
}
