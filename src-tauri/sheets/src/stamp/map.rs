//! Where in the XML of a worksheet everything stands that filling in can touch.

use std::collections::BTreeMap;
use std::ops::Range;

use paper::Merge;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::CellKind;
use crate::Error;
use crate::xml::{address, attribute, flag, range};

/// A worksheet and the places of its rows and cells in bytes.
#[derive(Debug, Default)]
pub(crate) struct SheetMap {
    pub xml: String,
    /// `x:` where the sheet writes its elements with a prefix.
    pub prefix: String,
    pub rows: BTreeMap<u32, RowAt>,
    pub merges: Vec<Merge>,
    /// The element that says which cells are used.
    pub dimension: Option<(Range<usize>, Merge)>,
    /// Where rows may be added: before the end of the data, or the whole element if it is empty.
    pub data: Place,
    /// Ranges that a formula of several cells fills.
    pub arrays: Vec<Merge>,
    /// Looks of whole columns: first, last, style.
    columns: Vec<(u32, u32, String)>,
}

/// The inside of an element.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Place {
    /// The element closes itself: its start tag.
    Closed(Range<usize>),
    /// Its end tag starts here.
    Before(usize),
}

impl Default for Place {
    fn default() -> Place {
        Place::Before(0)
    }
}

/// A row.
#[derive(Debug)]
pub(crate) struct RowAt {
    pub open: Range<usize>,
    pub inside: Place,
    pub cells: BTreeMap<u32, CellAt>,
    style: Option<String>,
}

/// A cell.
#[derive(Debug, Default)]
pub(crate) struct CellAt {
    pub whole: Range<usize>,
    pub open: Range<usize>,
    pub style: Option<String>,
    pub formula: Option<Formula>,
    pub value: Option<Range<usize>>,
}

/// A formula: where it stands and what it says.
#[derive(Debug, Default)]
pub(crate) struct Formula {
    pub whole: Range<usize>,
    pub text: String,
}

impl CellAt {
    pub fn kind(&self) -> CellKind {
        match (&self.formula, &self.value) {
            (Some(_), _) => CellKind::Formula,
            (None, Some(_)) => CellKind::Filled,
            (None, None) => CellKind::Empty,
        }
    }
}

impl SheetMap {
    pub fn read(xml: String) -> Result<SheetMap, Error> {
        let mut walk = Walk::default();
        let mut reader = Reader::from_str(&xml);
        loop {
            let start = reader.buffer_position() as usize;
            let event = reader.read_event()?;
            let at = start..reader.buffer_position() as usize;
            match event {
                Event::Start(element) => walk.open(&element, at)?,
                Event::Empty(element) => {
                    walk.open(&element, at.clone())?;
                    walk.close(element.local_name().as_ref(), at, true);
                }
                Event::Text(text) if walk.in_formula => walk.formula_text(&text),
                Event::GeneralRef(entity) if walk.in_formula => walk.formula_text(&format!("&{};", &*entity)),
                Event::End(element) => walk.close(element.local_name().as_ref(), at, false),
                Event::Eof => break,
                _ => {}
            }
        }
        Ok(SheetMap { xml, ..walk.map })
    }

    pub fn cell(&self, (row, col): (u32, u32)) -> Option<&CellAt> {
        self.rows.get(&row)?.cells.get(&col)
    }

    /// All cells in order.
    pub fn cells(&self) -> impl Iterator<Item = ((u32, u32), &CellAt)> {
        self.rows.iter().flat_map(|(row, at)| at.cells.iter().map(|(col, cell)| ((*row, *col), cell)))
    }

    /// The look of a cell: its own, or of a cell that is not there yet the row's or the column's.
    pub fn style(&self, (row, col): (u32, u32)) -> Option<&str> {
        if let Some(cell) = self.cell((row, col)) {
            return cell.style.as_deref();
        }
        let of_row = self.rows.get(&row).and_then(|row| row.style.as_deref());
        of_row.or_else(|| {
            let column = self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&col));
            column.map(|(_, _, style)| style.as_str())
        })
    }
}

/// The walk through a worksheet.
#[derive(Default)]
struct Walk {
    map: SheetMap,
    row: u32,
    col: u32,
    in_data: bool,
    in_formula: bool,
}

impl Walk {
    fn open(&mut self, element: &BytesStart, at: Range<usize>) -> Result<(), Error> {
        match element.local_name().as_ref() {
            "worksheet" => {
                self.map.prefix = element.name().prefix().map(|p| format!("{}:", p.as_ref())).unwrap_or_default();
            }
            "dimension" => {
                let used = attribute(element, "ref")?.and_then(|used| range(&used));
                self.map.dimension = used.map(|used| (at, used));
            }
            "col" => self.open_column(element)?,
            "sheetData" => self.in_data = true,
            "row" if self.in_data => self.open_row(element, at)?,
            "c" if self.in_data => self.open_cell(element, at)?,
            "f" if self.in_data => self.open_formula(element, at)?,
            "v" | "is" if self.in_data => self.in_cell(|cell| cell.value = Some(at)),
            "mergeCell" => self.map.merges.extend(attribute(element, "ref")?.and_then(|merge| range(&merge))),
            _ => {}
        }
        Ok(())
    }

    fn open_column(&mut self, element: &BytesStart) -> Result<(), Error> {
        if let Some(style) = attribute(element, "style")? {
            let bound = |name| Ok::<u32, Error>(attribute(element, name)?.and_then(|n| n.parse().ok()).unwrap_or(0));
            self.map.columns.push((bound("min")?, bound("max")?, style.into_owned()));
        }
        Ok(())
    }

    fn open_row(&mut self, element: &BytesStart, at: Range<usize>) -> Result<(), Error> {
        self.row = attribute(element, "r")?.and_then(|r| r.parse().ok()).unwrap_or(self.row + 1);
        self.col = 0;
        let style = if flag(element, "customFormat")? { attribute(element, "s")?.map(String::from) } else { None };
        let row = RowAt { inside: Place::Closed(at.clone()), open: at, cells: BTreeMap::new(), style };
        self.map.rows.insert(self.row, row);
        Ok(())
    }

    fn open_cell(&mut self, element: &BytesStart, at: Range<usize>) -> Result<(), Error> {
        let next = (self.row, self.col + 1);
        let place = attribute(element, "r")?.map_or(Some(next), |r| address(&r));
        (self.row, self.col) = place.ok_or_else(|| Error::damaged("a cell without a place"))?;
        let style = attribute(element, "s")?.map(String::from);
        let row = self.map.rows.get_mut(&self.row).ok_or_else(|| Error::damaged("a cell outside its row"))?;
        row.cells.insert(self.col, CellAt { whole: at.clone(), open: at, style, ..CellAt::default() });
        Ok(())
    }

    fn open_formula(&mut self, element: &BytesStart, at: Range<usize>) -> Result<(), Error> {
        let kind = attribute(element, "t")?;
        if matches!(kind.as_deref(), Some("array" | "dataTable")) {
            self.map.arrays.extend(attribute(element, "ref")?.and_then(|fills| range(&fills)));
        }
        self.in_cell(|cell| cell.formula = Some(Formula { whole: at, text: String::new() }));
        self.in_formula = true;
        Ok(())
    }

    fn formula_text(&mut self, text: &str) {
        self.in_cell(|cell| cell.formula.iter_mut().for_each(|formula| formula.text.push_str(text)));
    }

    fn close(&mut self, name: &str, at: Range<usize>, closes_itself: bool) {
        let place = if closes_itself { Place::Closed(at.clone()) } else { Place::Before(at.start) };
        match name {
            "f" => {
                self.in_formula = false;
                self.in_cell(|cell| cell.formula.iter_mut().for_each(|formula| formula.whole.end = at.end));
            }
            "v" | "is" => self.in_cell(|cell| cell.value.iter_mut().for_each(|value| value.end = at.end)),
            "c" => self.in_cell(|cell| cell.whole.end = at.end),
            "row" if self.in_data => {
                self.map.rows.get_mut(&self.row).into_iter().for_each(|row| row.inside = place.clone())
            }
            "sheetData" => {
                self.in_data = false;
                self.map.data = place;
            }
            _ => {}
        }
    }

    /// Changes the cell at hand; outside the data of the sheet other elements bear the same names.
    fn in_cell(&mut self, change: impl FnOnce(&mut CellAt)) {
        if self.in_data
            && let Some(row) = self.map.rows.get_mut(&self.row)
            && let Some(cell) = row.cells.get_mut(&self.col)
        {
            change(cell);
        }
    }
}
