//! 列の割り当て: which column means what, from its headings first and from its cells where they say nothing.

use paper::RawValue;

use super::band::Band;
use super::grid::Grid;
use super::{FoundColumn, Line};
use crate::intake::cells;
use crate::intake::columns::{FieldSet, Meaning};
use crate::intake::headings::without_brackets;
use crate::intake::looks::{Look, looks_like};
use crate::intake::mapping::{Hints, fingerprint};

/// A column before its meaning is settled.
pub(super) struct Candidate<'a> {
    pub col: u32,
    pub line: Line,
    pub heading: String,
    pub meaning: Option<Meaning>,
    pub samples: Vec<&'a RawValue>,
}

/// All columns under a band; two stacked headings (ふりがな over 氏名) make two.
pub(super) fn candidates<'a>(grid: &Grid<'a>, fields: &FieldSet, band: Band, body: &[usize]) -> Vec<Candidate<'a>> {
    let columns = used_columns(grid, band, body);
    let stacked: Vec<u32> = columns.iter().copied().filter(|col| stack(grid, fields, band, *col).is_some()).collect();
    let has_pairs = !stacked.is_empty() && is_in_pairs(grid, body, &columns, &stacked);
    let mut found = Vec::new();
    for col in columns {
        match stack(grid, fields, band, col).filter(|_| has_pairs) {
            Some((upper, lower)) => {
                found.push(candidate(grid, fields, col, Line::Row(0), vec![upper], body));
                found.push(candidate(grid, fields, col, Line::Row(1), vec![lower], body));
            }
            None => found.extend(single(grid, fields, col, path(grid, fields, band, col), body)),
        }
    }
    found
}

/// One column, or one for each line of a heading that names two fields (氏名 and ふりがな in one cell).
fn single<'a>(grid: &Grid<'a>, fields: &FieldSet, col: u32, path: Vec<String>, body: &[usize]) -> Vec<Candidate<'a>> {
    let is_one = fields.meaning(&path.iter().map(String::as_str).collect::<Vec<_>>()).is_some_and(|m| m.strength == 4);
    let lines: Vec<&str> =
        path.last().map(|h| h.lines().filter(|l| !l.trim().is_empty()).collect()).unwrap_or_default();
    let meanings: Vec<_> =
        lines.iter().filter_map(|line| fields.meaning(&[line])).filter(|m| m.strength >= 3).collect();
    if !is_one && lines.len() == 2 && meanings.len() == 2 && meanings[0].field != meanings[1].field {
        let of_line = |i: usize| candidate(grid, fields, col, Line::Part(i), vec![lines[i].to_owned()], body);
        return vec![of_line(0), of_line(1)];
    }
    vec![candidate(grid, fields, col, Line::Whole, path, body)]
}

fn candidate<'a>(
    grid: &Grid<'a>,
    fields: &FieldSet,
    col: u32,
    line: Line,
    path: Vec<String>,
    body: &[usize],
) -> Candidate<'a> {
    let parts: Vec<&str> = path.iter().map(String::as_str).collect();
    let down = if line == Line::Row(1) { 1 } else { 0 };
    let rows = body.iter().map(|i| grid.sheet.rows[*i].row + down);
    let samples = rows.filter_map(|row| grid.value(row, col)).take(60).collect();
    Candidate { col, line, heading: path.join(" "), meaning: fields.meaning(&parts), samples }
}

fn used_columns(grid: &Grid, band: Band, body: &[usize]) -> Vec<u32> {
    let rows = (band.first..=band.last).chain(body.iter().copied().take(60));
    let mut columns: Vec<u32> =
        rows.flat_map(|i| super::grid::shown(&grid.sheet.rows[i])).map(|(col, _)| col).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// The headings of a column from the widest down; a heading over several columns belongs to each. Usually it stands above
/// them; where the two rows were swapped, below.
fn path(grid: &Grid, fields: &FieldSet, band: Band, col: u32) -> Vec<String> {
    let mut path: Vec<(bool, String)> = Vec::new();
    for i in band.first..=band.last {
        let row = grid.sheet.rows[i].row;
        let continues = i > band.first && grid.merge(row, col).is_some_and(|m| m.top < row);
        if continues {
            continue;
        }
        let value =
            grid.value(row, col).or_else(|| if i < band.last { group(grid, fields, band, i, col) } else { None });
        let is_narrow = grid.merge(row, col).is_none_or(|m| m.left == m.right);
        path.extend(value.map(|v| (is_narrow, cells::text(v).into_owned())));
    }
    path.sort_by_key(|(is_narrow, _)| *is_narrow);
    path.into_iter().map(|(_, heading)| heading).collect()
}

/// A group heading that was not merged over its columns: the nearest to the left whose words go on in the heading below.
fn group<'a>(grid: &Grid<'a>, fields: &FieldSet, band: Band, i: usize, col: u32) -> Option<&'a RawValue> {
    let (row, last) = (&grid.sheet.rows[i], grid.sheet.rows[band.last].row);
    let below = grid.value(last, col)?;
    let (left, value) = super::grid::shown(row).take_while(|(c, _)| *c < col).last()?;
    let is_unmerged = grid.sheet.get(last, left).is_some() && grid.merge(row.row, left).is_none();
    let joined = format!("{}{}", cells::text(value), cells::text(below));
    (is_unmerged && fields.meaning(&[&joined]).is_some_and(|m| m.strength == 4)).then_some(value)
}

/// Two headings of different meaning, one right above the other in one column.
fn stack(grid: &Grid, fields: &FieldSet, band: Band, col: u32) -> Option<(String, String)> {
    let (upper, lower) = (grid.sheet.rows[band.first].row, grid.sheet.rows[band.last].row);
    let own = |row| {
        grid.merge(row, col).is_none_or(|m| m.left == m.right && m.top == m.bottom).then(|| grid.sheet.get(row, col))?
    };
    let (above, below) = (cells::text(own(upper)?), cells::text(own(lower)?));
    let meaning = |text: &str| fields.meaning(&[text]).filter(|m| m.strength >= 3).map(|m| m.field);
    let differ = band.last == band.first + 1 && meaning(&above)? != meaning(&below)?;
    differ.then(|| (above.into_owned(), below.into_owned()))
}

/// True when each record takes two rows: in every second row only the stacked columns hold something.
fn is_in_pairs(grid: &Grid, body: &[usize], columns: &[u32], stacked: &[u32]) -> bool {
    let others: Vec<u32> = columns.iter().copied().filter(|col| !stacked.contains(col)).collect();
    let pairs: Vec<&[usize]> = body.chunks_exact(2).take(20).collect();
    let holds = |i: usize| others.iter().any(|col| grid.sheet.rows[i].get(*col).is_some_and(|v| !cells::is_blank(v)));
    let fitting = pairs.iter().filter(|pair| holds(pair[0]) && !holds(pair[1])).count();
    !others.is_empty() && !pairs.is_empty() && fitting * 5 >= pairs.len() * 4
}

/// Settles the meanings: what the user chose, what was remembered for this layout, the headings, then the cells.
pub(super) fn settle(
    sheet: &str,
    fields: &'static FieldSet,
    candidates: &[Candidate],
    hints: &Hints,
) -> Vec<FoundColumn> {
    let mut settled: Vec<Option<Meaning>> = vec![None; candidates.len()];
    let mut fixed = vec![false; candidates.len()];
    let remembered = hints.remembered.get(&fingerprint(candidates.iter().map(|c| c.heading.as_str())));
    for (i, candidate) in candidates.iter().enumerate() {
        let before = candidates[..i].iter().filter(|other| other.col == candidate.col).count();
        let of_column = || hints.chosen.iter().filter(|c| c.sheet == sheet && c.col == candidate.col);
        let chosen = of_column().nth(before).or_else(|| of_column().next()).map(|c| &c.field);
        if let Some(field) = chosen.or_else(|| remembered?.get(i).map(|(_, field)| field)) {
            let year = candidate.meaning.and_then(|m| m.year);
            settled[i] = field.as_deref().and_then(|name| fields.index(name)).map(|field| Meaning {
                field,
                year,
                strength: 5,
                rank: 0,
                is_numbered: false,
            });
            fixed[i] = true;
        }
    }
    by_heading(fields, candidates, &mut settled, &fixed);
    by_look(fields, candidates, &mut settled, &fixed);
    candidates.iter().zip(settled).map(|(c, meaning)| found(fields, c, meaning)).collect()
}

fn found(fields: &'static FieldSet, candidate: &Candidate, meaning: Option<Meaning>) -> FoundColumn {
    FoundColumn {
        col: candidate.col,
        line: candidate.line,
        heading: candidate.heading.clone(),
        field: meaning.map(|m| fields.fields[m.field].name.as_str()),
        year: meaning.and_then(|m| m.year),
        is_named: meaning.is_some_and(|m| m.strength >= 2),
        samples: candidate.samples.iter().take(3).map(|v| cells::text(v).into_owned()).collect(),
    }
}

fn is_free(fields: &FieldSet, settled: &[Option<Meaning>], wanted: Meaning) -> bool {
    let field = &fields.fields[wanted.field];
    let same = |m: &Meaning| m.field == wanted.field && (!field.is_yearly || m.year == wanted.year);
    let are_joined = |m: &Meaning| {
        (field.is_joined && wanted.strength >= 1 && m.strength >= 1) || (wanted.is_numbered && m.is_numbered)
    };
    !settled.iter().flatten().any(|m| same(m) && !are_joined(m))
}

/// The strongest heading takes the field; the next one to claim it goes on to its cells.
fn by_heading(fields: &FieldSet, candidates: &[Candidate], settled: &mut [Option<Meaning>], fixed: &[bool]) {
    let open = candidates.iter().enumerate().filter(|(i, _)| !fixed[*i]);
    let mut claims: Vec<(usize, Meaning)> = open.filter_map(|(i, c)| Some((i, claim(fields, c)?))).collect();
    claims.sort_by_key(|(i, meaning)| (std::cmp::Reverse(meaning.strength), meaning.rank, *i));
    for (i, meaning) in claims {
        if is_free(fields, settled, meaning) && !is_another(fields, &candidates[i], meaning) {
            settled[i] = Some(meaning);
        }
    }
}

/// What a heading claims. Cells that say 収入 or 支出 and nothing else say more than any heading (区分). Marks need cells that look like marks: 会長 may also stand over names, 福祉部会 over titles.
fn claim(fields: &FieldSet, candidate: &Candidate) -> Option<Meaning> {
    let are_all = |look| !candidate.samples.is_empty() && candidate.samples.iter().all(|v| looks_like(v, look));
    let side = fields.fields.iter().position(|f| f.looks == Some(Look::Side)).filter(|_| are_all(Look::Side));
    if let Some(field) = side {
        return Some(Meaning { field, year: None, strength: 4, rank: 0, is_numbered: false });
    }
    let are_several = || candidate.samples.iter().any(|value| cells::text(value).contains(['、', '・', '\n']));
    if let Some(field) = fields.listed(&candidate.heading).filter(|_| are_several()) {
        return Some(Meaning { field, year: None, strength: 4, rank: 0, is_numbered: false });
    }
    let are_marks = are_all(Look::Mark);
    let candidate_meaning = outside_brackets(fields, candidate).or(candidate.meaning);
    let marks = fields.fields.iter().position(|f| f.looks == Some(Look::Mark));
    let own = candidate_meaning.filter(|m| Some(m.field) != marks || are_marks);
    let ends =
        |field: usize| fields.fields[field].ends.iter().any(|end| candidate.heading.trim_end().ends_with(end.as_str()));
    let mark = marks.filter(|field| are_marks && ends(*field) && own.is_none_or(|m| m.strength < 4));
    mark.map(|field| Meaning { field, year: None, strength: 2, rank: 0, is_numbered: false }).or(own)
}

/// 氏名（フリガナ） over 山田（ヤマダ）: cells that are no kana are what stands before the brackets.
fn outside_brackets(fields: &FieldSet, candidate: &Candidate) -> Option<Meaning> {
    let meaning = candidate.meaning.filter(|m| fields.fields[m.field].looks == Some(Look::Kana))?;
    let are_none = !candidate.samples.iter().any(|value| looks_like(value, Look::Kana));
    let plain = without_brackets(&candidate.heading);
    (are_none && !candidate.samples.is_empty() && plain != candidate.heading)
        .then(|| fields.meaning(&[&plain]))
        .flatten()
        .filter(|other| other.field != meaning.field)
}

/// A weak claim whose cells clearly look like another field is none.
fn is_another(fields: &FieldSet, candidate: &Candidate, meaning: Meaning) -> bool {
    let own = fields.fields[meaning.field].looks;
    let others = fields
        .fields
        .iter()
        .filter_map(|f| f.looks)
        .filter(|look| Some(*look) != own && !matches!(look, Look::Mark | Look::Side));
    meaning.strength <= 2
        && own.is_none_or(|look| !all_look(candidate, look))
        && others.into_iter().any(|look| all_look(candidate, look))
}

fn by_look(fields: &FieldSet, candidates: &[Candidate], settled: &mut [Option<Meaning>], fixed: &[bool]) {
    const ORDER: [Look; 9] = [
        Look::Postal,
        Look::Mobile,
        Look::Phone,
        Look::Period,
        Look::Address,
        Look::Kana,
        Look::Name,
        Look::Birth,
        Look::Date,
    ];
    for look in ORDER {
        let Some(field) = fields.fields.iter().position(|f| f.looks == Some(look)) else { continue };
        let wanted = Meaning { field, year: None, strength: 0, rank: 0, is_numbered: false };
        let open = |i: &usize| settled[*i].is_none() && !fixed[*i] && all_look(&candidates[*i], look);
        let has_parts =
            settled.iter().flatten().any(|m| fields.fields[field].parts.contains(&fields.fields[m.field].name));
        let column = (0..candidates.len()).find(open).filter(|_| !has_parts);
        if let Some(i) = column.filter(|_| is_free(fields, settled, wanted)) {
            settled[i] = Some(wanted);
        }
    }
}

/// True when seven in ten of the cells look like that, and at least two do.
fn all_look(candidate: &Candidate, look: Look) -> bool {
    let fitting = candidate.samples.iter().filter(|value| looks_like(value, look)).count();
    fitting >= 2 && fitting * 10 >= candidate.samples.len() * 7
}
