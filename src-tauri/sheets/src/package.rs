//! The parts of an .xlsx and how they refer to each other.

use std::collections::BTreeMap;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::Error;
use crate::archive::Archive;
use crate::xml::{attribute, flag};

/// What the main part of an .xlsx says.
#[derive(Debug, Default)]
pub(crate) struct Package {
    /// Path of the main part, e.g. xl/workbook.xml.
    pub workbook: String,
    /// The worksheets in order; chart sheets and dialogs are left out.
    pub sheets: Vec<SheetPart>,
    /// Path of the part with number formats and looks.
    pub styles: Option<String>,
    /// Days are counted from 1904.
    pub is_1904: bool,
    /// Everything is calculated anew when the workbook is opened: its cached values are not to be trusted.
    pub recalculates: bool,
    /// Written in the strict variant of the format.
    pub is_strict: bool,
}

/// One worksheet.
#[derive(Debug)]
pub(crate) struct SheetPart {
    pub name: String,
    pub part: String,
    pub is_hidden: bool,
}

impl Package {
    pub fn read(archive: &mut Archive) -> Result<Package, Error> {
        let workbook = main_part(archive)?;
        let relations = Relations::of(archive, &workbook)?;
        let styles = relations.of_kind("/styles").next().cloned();
        let mut package = Package { workbook, styles, ..Package::default() };
        let text = archive.text(&package.workbook)?;
        elements(&text, |name, element| match name {
            "workbook" => {
                package.is_strict = element.attributes_raw().contains("purl.oclc.org/ooxml");
                Ok(())
            }
            "workbookPr" => {
                package.is_1904 |= flag(element, "date1904")?;
                Ok(())
            }
            "calcPr" => {
                package.recalculates |= flag(element, "fullCalcOnLoad")?;
                Ok(())
            }
            "sheet" => {
                package.sheets.extend(sheet(element, &relations)?);
                Ok(())
            }
            _ => Ok(()),
        })?;
        Ok(package)
    }

    /// A worksheet by its name.
    pub fn sheet(&self, name: &str) -> Result<&SheetPart, Error> {
        let found = self.sheets.iter().find(|sheet| sheet.name == name);
        found.ok_or_else(|| Error::NoSuchSheet { sheet: name.to_owned() })
    }
}

fn sheet(element: &BytesStart, relations: &Relations) -> Result<Option<SheetPart>, Error> {
    let id = attribute(element, "id")?.unwrap_or_default();
    let Some((kind, part)) = relations.0.get(id.as_ref()) else { return Ok(None) };
    if !kind.ends_with("/worksheet") {
        return Ok(None);
    }
    let state = attribute(element, "state")?.unwrap_or_default();
    Ok(Some(SheetPart {
        name: attribute(element, "name")?.unwrap_or_default().into_owned(),
        part: part.clone(),
        is_hidden: state.ends_with("idden"),
    }))
}

fn main_part(archive: &mut Archive) -> Result<String, Error> {
    let text = archive.text("_rels/.rels")?;
    let mut target = None;
    elements(&text, |_, element| {
        if attribute(element, "Type")?.is_some_and(|kind| kind.ends_with("/officeDocument")) {
            target = attribute(element, "Target")?.map(|path| resolve("", &path));
        }
        Ok(())
    })?;
    target.ok_or_else(|| Error::damaged("no main part"))
}

/// What the main part refers to, by the id it calls it by: kind and path.
struct Relations(BTreeMap<String, (String, String)>);

impl Relations {
    fn of(archive: &mut Archive, part: &str) -> Result<Relations, Error> {
        let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
        let text = archive.text(&resolve(folder, &format!("_rels/{file}.rels")))?;
        let mut relations = BTreeMap::new();
        elements(&text, |_, element| {
            let id = attribute(element, "Id")?.unwrap_or_default().into_owned();
            let kind = attribute(element, "Type")?.unwrap_or_default().into_owned();
            let target = attribute(element, "Target")?.unwrap_or_default();
            relations.insert(id, (kind, resolve(folder, &target)));
            Ok(())
        })?;
        Ok(Relations(relations))
    }

    fn of_kind(&self, ending: &str) -> impl Iterator<Item = &String> {
        self.0.values().filter(move |(kind, _)| kind.ends_with(ending)).map(|(_, part)| part)
    }
}

/// A target as written, from the folder of the part that names it; no step leads upwards in practice.
fn resolve(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(absolute) => absolute.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{target}"),
    }
}

/// Calls `visit` with every element that opens, by its local name.
pub(crate) fn elements(text: &str, mut visit: impl FnMut(&str, &BytesStart) -> Result<(), Error>) -> Result<(), Error> {
    let mut reader = Reader::from_str(text);
    loop {
        match reader.read_event()? {
            Event::Start(element) | Event::Empty(element) => visit(element.local_name().as_ref(), &element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}
