//! The new XML of a worksheet: pieces of the old one exchanged, everything between them kept byte for byte.

use std::ops::Range;

use paper::{Merge, StampValue, column_letters};

use super::cell::{Content, number};
use super::map::{Place, RowAt, SheetMap};
use super::plan::{At, SheetPlan};
use super::styles::DateStyles;
use crate::Error;

/// A piece of the old XML and what takes its place.
type Splice = (Range<usize>, String);

/// The worksheet with its values written.
pub(crate) fn edited(sheet: &SheetPlan, dates: &DateStyles, is_1904: bool) -> Result<String, Error> {
    let mut edit = Edit { map: &sheet.map, splices: Vec::new() };
    for at in &sheet.stale {
        edit.formula(*at, None);
    }
    let mut new: Vec<(At, String)> = Vec::new();
    for (at, value) in &sheet.values {
        if let StampValue::Cached(n) = value {
            edit.formula(*at, Some(*n));
            continue;
        }
        let style = sheet.map.style(*at);
        let xml = Content::of(value, dates.shows_dates(style), is_1904).cell(&sheet.map.prefix, *at, style)?;
        match sheet.map.cell(*at) {
            Some(cell) => edit.splices.push((cell.whole.clone(), xml)),
            None => new.push((*at, xml)),
        }
    }
    edit.dimension(&new);
    for row in new.chunk_by(|(a, _), (b, _)| a.0 == b.0) {
        edit.new_cells(row);
    }
    edit.apply()
}

struct Edit<'a> {
    map: &'a SheetMap,
    splices: Vec<Splice>,
}

impl Edit<'_> {
    /// A formula stays to the byte; its cached value is ours or gone, and with it the type of the old one.
    fn formula(&mut self, at: At, value: Option<i64>) {
        let Some(cell) = self.map.cell(at) else { return };
        let Some(formula) = &cell.formula else { return };
        let open = without_attribute(&self.map.xml[cell.open.clone()], "t");
        let cached = value.map(|n| number(&self.map.prefix, n)).unwrap_or_default();
        let old = cell.value.clone().unwrap_or(formula.whole.end..formula.whole.end);
        self.splices.extend([(cell.open.clone(), open), (old, cached)]);
    }

    /// Cells of one row that are not there yet.
    fn new_cells(&mut self, cells: &[(At, String)]) {
        let Some(((number, _), _)) = cells.first() else { return };
        match self.map.rows.get(number) {
            Some(row) => self.fill_row(row, cells),
            None => self.new_row(*number, cells),
        }
    }

    fn fill_row(&mut self, row: &RowAt, cells: &[(At, String)]) {
        // The hint about the columns in use may be wrong now; it is only a hint.
        let open = without_attribute(&self.map.xml[row.open.clone()], "spans");
        match &row.inside {
            Place::Closed(at) => self.splices.push((at.clone(), self.filled("row", &open, cells))),
            Place::Before(end) => {
                self.splices.push((row.open.clone(), open));
                for ((_, col), xml) in cells {
                    let next = row.cells.range(col..).next().map_or(*end, |(_, cell)| cell.whole.start);
                    self.splices.push((next..next, xml.clone()));
                }
            }
        }
    }

    fn new_row(&mut self, number: u32, cells: &[(At, String)]) {
        let row = self.filled("row", &format!("<{}row r=\"{number}\"/>", self.map.prefix), cells);
        let next = self.map.rows.range(number..).next().map(|(_, row)| row.open.start);
        match (next, &self.map.data) {
            (Some(next), _) => self.splices.push((next..next, row)),
            (None, Place::Before(end)) => self.splices.push((*end..*end, row)),
            (None, Place::Closed(at)) => self.fill_empty_data(at.clone(), row),
        }
    }

    /// The first row of a sheet without any; further ones follow it.
    fn fill_empty_data(&mut self, at: Range<usize>, row: String) {
        let end = format!("</{}sheetData>", self.map.prefix);
        match self.splices.iter_mut().find(|(range, _)| *range == at) {
            Some((_, data)) => data.insert_str(data.len() - end.len(), &row),
            None => self.splices.push((at.clone(), format!("{}{row}{end}", opened(&self.map.xml[at])))),
        }
    }

    fn filled(&self, name: &str, closed: &str, cells: &[(At, String)]) -> String {
        let inside: String = cells.iter().map(|(_, xml)| xml.as_str()).collect();
        format!("{}{inside}</{}{name}>", opened(closed), self.map.prefix)
    }

    /// The used range grows with cells outside it.
    fn dimension(&mut self, new: &[(At, String)]) {
        let Some((at, used)) = &self.map.dimension else { return };
        let grown = new.iter().fold(*used, |used, ((row, col), _)| Merge {
            top: used.top.min(*row),
            bottom: used.bottom.max(*row),
            left: used.left.min(*col),
            right: used.right.max(*col),
        });
        if grown != *used {
            let named = |row: u32, col: u32| format!("{}{row}", column_letters(col));
            let area = format!("{}:{}", named(grown.top, grown.left), named(grown.bottom, grown.right));
            self.splices.push((at.clone(), format!("<{}dimension ref=\"{area}\"/>", self.map.prefix)));
        }
    }

    fn apply(mut self) -> Result<String, Error> {
        self.splices.sort_by_key(|(range, _)| (range.start, range.end));
        let mut edited = String::with_capacity(self.map.xml.len() + 64 * self.splices.len());
        let mut copied = 0;
        for (range, xml) in self.splices {
            let kept =
                self.map.xml.get(copied..range.start).ok_or_else(|| Error::damaged("cells inside each other"))?;
            edited.push_str(kept);
            edited.push_str(&xml);
            copied = range.end;
        }
        edited.push_str(&self.map.xml[copied..]);
        Ok(edited)
    }
}

/// `<row r="2"/>` as `<row r="2">`.
fn opened(tag: &str) -> String {
    format!("{}>", tag.trim_end_matches('>').trim_end_matches('/').trim_end())
}

/// A start tag without one of its attributes.
fn without_attribute(tag: &str, name: &str) -> String {
    let named = format!(" {name}=");
    let rest = tag.split_once(&named).and_then(|(before, value)| {
        let quote = value.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        let (_, after) = value[1..].split_once(quote)?;
        Some(format!("{before}{after}"))
    });
    rest.unwrap_or_else(|| tag.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{opened, without_attribute};

    #[test]
    fn tags_are_trimmed_with_care() {
        assert_eq!(without_attribute(r#"<c r="A1" s="2" t="str">"#, "t"), r#"<c r="A1" s="2">"#);
        assert_eq!(without_attribute("<row spans='1:3' r='2'>", "spans"), "<row r='2'>");
        assert_eq!(without_attribute(r#"<c r="A1">"#, "t"), r#"<c r="A1">"#);
        assert_eq!(opened(r#"<row r="2" />"#), r#"<row r="2">"#);
    }
}
