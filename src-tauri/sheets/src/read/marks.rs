//! What the reading library does not tell about a worksheet: merged ranges, hidden rows and columns,
//! formulas without a value, errors newer than the library. One pass over the sheet, nothing kept of the rest.

use memchr::memmem;
use paper::{Merge, RawValue};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Error;
use crate::limits::{self, Limit};
use crate::xml::{address, attribute, flag, range};

/// Ranges beyond this many are not a table any more.
const MERGES: usize = 100_000;

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    pub merges: Vec<Merge>,
    /// A row or a column is hidden.
    pub hides: bool,
    /// Cells whose value stands here, from 0: formulas without one, and errors.
    pub cells: Vec<(u32, u32, RawValue)>,
    cell: Cell,
    row: u32,
}

/// The cell that is open.
#[derive(Debug, Default)]
struct Cell {
    row: u32,
    col: u32,
    is_error: bool,
    is_text: bool,
    has_formula: bool,
    in_value: bool,
    value: String,
}

impl Marks {
    /// Reads a worksheet part.
    pub fn read(part: &[u8]) -> Result<Marks, Error> {
        let mut marks = Marks::default();
        let (head, data, tail) = pieces(part);
        marks.walk(head)?;
        if !is_plain(data) {
            marks.walk(data)?;
        }
        marks.walk(tail)?;
        Ok(marks)
    }

    fn walk(&mut self, piece: &[u8]) -> Result<(), Error> {
        let mut reader = Reader::from_reader(piece);
        // A piece opens elements that it does not close, and the other way round.
        reader.config_mut().allow_unmatched_ends = true;
        reader.config_mut().check_end_names = false;
        loop {
            match reader.read_event()? {
                Event::Start(element) => self.open(&element)?,
                Event::Empty(element) => {
                    self.open(&element)?;
                    self.close(element.local_name().as_ref())?;
                }
                Event::Text(text) if self.cell.in_value => self.cell.value.push_str(&text),
                Event::End(element) => self.close(element.local_name().as_ref())?,
                Event::Eof => return Ok(()),
                _ => {}
            }
        }
    }

    fn open(&mut self, element: &BytesStart) -> Result<(), Error> {
        match element.local_name().as_ref() {
            "c" => self.open_cell(element)?,
            "f" => self.cell.has_formula = true,
            "v" => self.cell.in_value = true,
            "row" => {
                self.row = attribute(element, "r")?.and_then(|r| r.parse().ok()).unwrap_or(self.row + 1);
                self.cell = Cell::default();
                self.hides |= flag(element, "hidden")?;
            }
            "col" => self.hides |= flag(element, "hidden")?,
            "mergeCell" => self.merges.extend(attribute(element, "ref")?.and_then(|r| range(&r))),
            _ => {}
        }
        if self.merges.len() > MERGES { Err(Error::too_large(Limit::Cells)) } else { Ok(()) }
    }

    fn open_cell(&mut self, element: &BytesStart) -> Result<(), Error> {
        let next = Cell { row: self.row.saturating_sub(1), col: self.cell.col + 1, ..Cell::default() };
        self.cell = next;
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(Error::damaged)?;
            match (attribute.key.as_ref(), attribute.value.as_ref()) {
                ("r", place) => {
                    let (row, col) = address(place).ok_or_else(|| Error::damaged(place))?;
                    (self.cell.row, self.cell.col) = (row - 1, col);
                }
                ("t", "e") => self.cell.is_error = true,
                ("t", "str") => self.cell.is_text = true,
                _ => {}
            }
        }
        Ok(())
    }

    fn close(&mut self, name: &str) -> Result<(), Error> {
        match name {
            "v" => self.cell.in_value = false,
            "c" => self.close_cell()?,
            _ => {}
        }
        Ok(())
    }

    fn close_cell(&mut self) -> Result<(), Error> {
        let cell = &mut self.cell;
        let value = match () {
            () if cell.is_error => RawValue::Error(std::mem::take(&mut cell.value)),
            // An empty text is a value: the formula says so by its type.
            () if cell.has_formula && cell.value.is_empty() && !cell.is_text => RawValue::NoValue,
            () => return Ok(()),
        };
        if self.cells.len() == limits::CELLS {
            return Err(Error::too_large(Limit::Cells));
        }
        self.cells.push((cell.row, cell.col.saturating_sub(1), value));
        Ok(())
    }
}

/// What stands before the cells, the cells, and what stands after them.
fn pieces(part: &[u8]) -> (&[u8], &[u8], &[u8]) {
    const DATA: &[u8] = b"sheetData";
    let (Some(first), Some(last)) = (memmem::find(part, DATA), memmem::rfind(part, DATA)) else {
        return (part, &[], &[]);
    };
    let open = memchr::memrchr(b'<', &part[..first]).unwrap_or(first);
    let close = memchr::memchr(b'>', &part[last..]).map_or(part.len(), |end| last + end + 1);
    (&part[..open], &part[open..close], &part[close..])
}

/// Whether none of what is looked for can be among the cells: most large lists have none of it and are spared the walk.
fn is_plain(data: &[u8]) -> bool {
    let signs: [&[u8]; 5] = [b"hidden", b"<f", b":f", b"\"e\"", b"'e'"];
    signs.iter().all(|sign| memmem::find(data, sign).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_the_library_does_not_tell() {
        let sheet = r#"<x:worksheet xmlns:x="u"><x:cols><x:col min="1" max="2" hidden="1"/></x:cols><x:sheetData>
            <x:row r="2"><x:c r="B2"><x:f>A1*2</x:f></x:c><x:c><x:f>A1</x:f><x:v></x:v></x:c><x:c t="str"><x:f>""</x:f><x:v/></x:c>
            <x:c r="F2" t="e"><x:v>#SPILL!</x:v></x:c><x:c r="G2"><x:f>1</x:f><x:v>1</x:v></x:c></x:row>
            </x:sheetData><x:mergeCells><x:mergeCell ref="A1:C1"/></x:mergeCells></x:worksheet>"#;
        let marks = Marks::read(sheet.as_bytes()).unwrap();
        assert_eq!(marks.merges, [Merge { top: 1, bottom: 1, left: 1, right: 3 }]);
        assert!(marks.hides);
        let spill = RawValue::Error("#SPILL!".to_owned());
        assert_eq!(marks.cells, [(1, 1, RawValue::NoValue), (1, 2, RawValue::NoValue), (1, 5, spill)]);
    }

    #[test]
    fn what_stands_around_plain_cells_is_seen() {
        let sheet = r#"<worksheet><cols><col min="1" max="1" hidden="1"/></cols><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells></worksheet>"#;
        let marks = Marks::read(sheet.as_bytes()).unwrap();
        assert!(marks.hides);
        assert_eq!(marks.merges.len(), 1);
        let empty = sheet.replace(r#"<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>"#, "<sheetData/>");
        assert_eq!(Marks::read(empty.as_bytes()).unwrap().merges.len(), 1);
    }

    #[test]
    fn visible_rows_hide_nothing() {
        let sheet =
            r#"<worksheet><sheetData><row r="1" hidden="0"><c r="A1"><v>1</v></c></row></sheetData></worksheet>"#;
        assert!(!Marks::read(sheet.as_bytes()).unwrap().hides);
    }
}
