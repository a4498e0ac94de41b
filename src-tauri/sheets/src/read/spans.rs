//! Merged ranges of an OpenDocument table, which the reading library does not tell.

use std::collections::HashMap;

use paper::Merge;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Error;
use crate::limits::Limit;
use crate::xml::attribute;

/// Ranges beyond this many are not a table any more.
const MERGES: usize = 100_000;

/// The merged ranges of each sheet by its name.
pub(crate) fn spans(content: &[u8]) -> Result<HashMap<String, Vec<Merge>>, Error> {
    let mut walk = Walk::default();
    let mut reader = Reader::from_reader(content);
    loop {
        match reader.read_event()? {
            Event::Start(element) => walk.open(&element)?,
            Event::Empty(element) => {
                walk.open(&element)?;
                walk.close(element.local_name().as_ref());
            }
            Event::End(element) => walk.close(element.local_name().as_ref()),
            Event::Eof => return Ok(walk.sheets),
            _ => {}
        }
    }
}

/// Where the walk through the tables stands; row and col are the next ones, from 1.
#[derive(Default)]
struct Walk {
    sheets: HashMap<String, Vec<Merge>>,
    sheet: String,
    found: usize,
    row: u32,
    col: u32,
    repeats: u32,
}

impl Walk {
    fn open(&mut self, element: &BytesStart) -> Result<(), Error> {
        match element.local_name().as_ref() {
            "table" => {
                self.sheet = attribute(element, "name")?.unwrap_or_default().into_owned();
                self.row = 1;
            }
            "table-row" => {
                self.col = 1;
                self.repeats = number(element, "number-rows-repeated")?;
            }
            "table-cell" | "covered-table-cell" => {
                let (down, right) =
                    (number(element, "number-rows-spanned")?, number(element, "number-columns-spanned")?);
                if down > 1 || right > 1 {
                    self.add(down, right)?;
                }
                self.col = self.col.saturating_add(number(element, "number-columns-repeated")?);
            }
            _ => {}
        }
        Ok(())
    }

    fn close(&mut self, name: &str) {
        if name == "table-row" {
            self.row = self.row.saturating_add(self.repeats);
        }
    }

    fn add(&mut self, down: u32, right: u32) -> Result<(), Error> {
        self.found += 1;
        if self.found > MERGES {
            return Err(Error::too_large(Limit::Cells));
        }
        let (bottom, right) = (self.row.saturating_add(down - 1), self.col.saturating_add(right - 1));
        let merge = Merge { top: self.row, bottom, left: self.col, right };
        self.sheets.entry(self.sheet.clone()).or_default().push(merge);
        Ok(())
    }
}

/// An attribute that counts; 1 where it is not there.
fn number(element: &BytesStart, name: &str) -> Result<u32, Error> {
    Ok(attribute(element, name)?.and_then(|n| n.parse().ok()).unwrap_or(1).max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_found_behind_repeated_rows_and_cells() {
        let content = r#"<office:spreadsheet xmlns:office="o" xmlns:table="t"><table:table table:name="名簿">
            <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="9"/></table:table-row>
            <table:table-row><table:table-cell table:number-columns-repeated="2"/><table:table-cell
                table:number-columns-spanned="2" table:number-rows-spanned="3"/><table:covered-table-cell/></table:table-row>
            </table:table><table:table table:name="空"/></office:spreadsheet>"#;
        let merge = Merge { top: 3, bottom: 5, left: 3, right: 4 };
        assert_eq!(spans(content.as_bytes()).unwrap(), HashMap::from([("名簿".to_owned(), vec![merge])]));
    }
}
