//! What filling in means for each sheet, decided before a byte is written: refusals first, then which formulas
//! lose a cached value that is no longer true.

use std::collections::{BTreeMap, BTreeSet};

use paper::{Merge, StampCell, StampValue};

use super::edit::edited;
use super::formula::Reads;
use super::map::SheetMap;
use super::recalculate::recalculated;
use super::styles::DateStyles;
use crate::Error;
use crate::archive::Archive;
use crate::package::Package;
use crate::xml::address;

/// Row and column, from 1.
pub(crate) type At = (u32, u32);

/// A cell by the name of its sheet.
type InSheet = (String, At);

/// What happens to one sheet.
pub(crate) struct SheetPlan<'a> {
    pub part: String,
    pub map: SheetMap,
    pub values: BTreeMap<At, &'a StampValue>,
    /// Formulas whose cached value is dropped.
    pub stale: BTreeSet<At>,
}

/// What happens to the workbook.
pub(crate) struct Plan<'a> {
    sheets: BTreeMap<String, SheetPlan<'a>>,
    dates: DateStyles,
    /// A formula stays whose value is not ours to know.
    must_recalculate: bool,
}

impl<'a> Plan<'a> {
    pub fn new(archive: &mut Archive, package: &Package, cells: &'a [StampCell]) -> Result<Plan<'a>, Error> {
        let mut sheets = BTreeMap::new();
        for cell in cells {
            if !sheets.contains_key(&cell.sheet) {
                sheets.insert(cell.sheet.clone(), SheetPlan::read(archive, package, &cell.sheet)?);
            }
            if let Some(sheet) = sheets.get_mut(&cell.sheet) {
                sheet.add(cell)?;
            }
        }
        let mut plan = Plan { sheets, dates: DateStyles::read(archive, package)?, must_recalculate: false };
        plan.find_stale(package.recalculates);
        plan.must_recalculate =
            plan.sheets.values().any(|sheet| !sheet.stale.is_empty()) || plan.is_read_elsewhere(archive, package)?;
        Ok(plan)
    }

    /// The parts that change, by name.
    pub fn parts(&self, archive: &mut Archive, package: &Package) -> Result<BTreeMap<String, String>, Error> {
        let mut parts = BTreeMap::new();
        for sheet in self.sheets.values() {
            parts.insert(sheet.part.clone(), edited(sheet, &self.dates, package.is_1904)?);
        }
        if self.must_recalculate && !package.recalculates {
            parts.insert(package.workbook.clone(), recalculated(&archive.text(&package.workbook)?)?);
        }
        Ok(parts)
    }

    /// Formulas that read what changes, and those that read them, until no more are found. In a workbook that does
    /// not trust its own values, as programs other than Excel write it, no old value is worth keeping.
    fn find_stale(&mut self, is_distrusted: bool) {
        let mut changed = self.written();
        let mut formulas = self.formulas();
        formulas.retain(|(cell, _)| !changed.contains(cell));
        loop {
            let is_stale = |(cell, reads): &(InSheet, Reads)| is_distrusted || reads_any(reads, &cell.0, &changed);
            let (found, left): (Vec<_>, Vec<_>) = formulas.into_iter().partition(is_stale);
            if found.is_empty() {
                break;
            }
            formulas = left;
            for ((name, at), _) in found {
                if let Some(sheet) = self.sheets.get_mut(&name) {
                    sheet.stale.insert(at);
                }
                changed.insert((name, at));
            }
        }
    }

    fn written(&self) -> BTreeSet<InSheet> {
        let of_sheet = |(name, sheet): (&String, &SheetPlan)| {
            sheet.values.keys().map(|at| (name.clone(), *at)).collect::<Vec<_>>()
        };
        self.sheets.iter().flat_map(of_sheet).collect()
    }

    fn formulas(&self) -> Vec<(InSheet, Reads)> {
        let mut formulas = Vec::new();
        for (name, sheet) in &self.sheets {
            let with_formula = sheet.map.cells().filter_map(|(at, cell)| Some((at, cell.formula.as_ref()?)));
            formulas.extend(with_formula.map(|(at, formula)| ((name.clone(), at), Reads::of(&formula.text))));
        }
        formulas
    }

    /// Whether a sheet that is not filled in has a formula that may read one that is.
    fn is_read_elsewhere(&self, archive: &mut Archive, package: &Package) -> Result<bool, Error> {
        for other in package.sheets.iter().filter(|sheet| !self.sheets.contains_key(&sheet.name)) {
            let map = SheetMap::read(archive.text(&other.part)?)?;
            let mut formulas = map.cells().filter_map(|(_, cell)| cell.formula.as_ref()).map(|f| Reads::of(&f.text));
            if formulas.any(|reads| reads.is_unsure || reads.ranges.iter().any(|(sheet, _)| sheet.is_some())) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether a formula of a sheet reads one of these cells.
fn reads_any(reads: &Reads, home: &str, cells: &BTreeSet<InSheet>) -> bool {
    let is_read = |(sheet, area): &(Option<String>, Merge)| {
        let name = sheet.as_deref().unwrap_or(home);
        let rows = (name.to_owned(), (area.top, 0))..=(name.to_owned(), (area.bottom, u32::MAX));
        cells.range(rows).any(|(_, (_, col))| (area.left..=area.right).contains(col))
    };
    reads.is_unsure || reads.ranges.iter().any(is_read)
}

impl<'a> SheetPlan<'a> {
    fn read(archive: &mut Archive, package: &Package, name: &str) -> Result<SheetPlan<'a>, Error> {
        let part = package.sheet(name)?.part.clone();
        let map = SheetMap::read(archive.text(&part)?)?;
        Ok(SheetPlan { part, map, values: BTreeMap::new(), stale: BTreeSet::new() })
    }

    fn add(&mut self, cell: &'a StampCell) -> Result<(), Error> {
        let at = address(&cell.cell).ok_or_else(|| Error::BadAddress { cell: cell.cell.clone() })?;
        let named = || (cell.sheet.clone(), cell.cell.clone());
        let is_inside =
            |area: &Merge| (area.top..=area.bottom).contains(&at.0) && (area.left..=area.right).contains(&at.1);
        let has_formula = self.map.cell(at).is_some_and(|cell| cell.formula.is_some());
        let is_cached = matches!(cell.value, StampValue::Cached(_));
        if is_cached && !has_formula {
            let (sheet, cell) = named();
            return Err(Error::NoFormula { sheet, cell });
        }
        if !is_cached && (has_formula || self.map.arrays.iter().any(is_inside)) {
            let (sheet, cell) = named();
            return Err(Error::FormulaCell { sheet, cell });
        }
        if self.map.merges.iter().any(|merge| is_inside(merge) && (merge.top, merge.left) != at) {
            let (sheet, cell) = named();
            return Err(Error::CoveredCell { sheet, cell });
        }
        match self.values.insert(at, &cell.value) {
            None => Ok(()),
            Some(_) => {
                let (sheet, cell) = named();
                Err(Error::TwiceFilled { sheet, cell })
            }
        }
    }
}
