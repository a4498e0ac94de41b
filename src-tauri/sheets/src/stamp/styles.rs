//! Which looks of a workbook show numbers as dates.

use std::collections::{BTreeMap, BTreeSet};

use crate::Error;
use crate::archive::Archive;
use crate::package::{Package, elements};
use crate::xml::attribute;

/// The looks, by the number that cells call them by, that show dates.
#[derive(Debug, Default)]
pub(crate) struct DateStyles(BTreeSet<String>);

impl DateStyles {
    pub fn read(archive: &mut Archive, package: &Package) -> Result<DateStyles, Error> {
        match &package.styles {
            Some(part) if archive.has(part) => DateStyles::parse(&archive.text(part)?),
            _ => Ok(DateStyles::default()),
        }
    }

    /// Whether a cell of this look shows a date.
    pub fn shows_dates(&self, style: Option<&str>) -> bool {
        style.is_some_and(|style| self.0.contains(style))
    }

    fn parse(text: &str) -> Result<DateStyles, Error> {
        let mut codes = BTreeMap::new();
        let mut formats = Vec::new();
        let mut in_cells = false;
        elements(text, |name, element| {
            match name {
                "numFmt" => {
                    let code = attribute(element, "formatCode")?.unwrap_or_default().into_owned();
                    codes.insert(attribute(element, "numFmtId")?.unwrap_or_default().into_owned(), code);
                }
                "cellXfs" | "cellStyleXfs" | "cellStyles" => in_cells = name == "cellXfs",
                "xf" if in_cells => formats.push(attribute(element, "numFmtId")?.unwrap_or_default().into_owned()),
                _ => {}
            }
            Ok(())
        })?;
        let is_date = |id: &String| codes.get(id).map_or_else(|| is_built_in_date(id), |code| is_date_code(code));
        let dates = formats.iter().enumerate().filter(|(_, id)| is_date(id)).map(|(style, _)| style.to_string());
        Ok(DateStyles(dates.collect()))
    }
}

/// Numbers of the formats that need no code, those of the Japanese version among them; times alone are no dates.
fn is_built_in_date(id: &str) -> bool {
    matches!(id.parse(), Ok(14..=17 | 22 | 27..=31 | 34..=36 | 50..=58_u32))
}

/// A format code with a year, an era, a day, or a month that is not minutes.
fn is_date_code(code: &str) -> bool {
    let shown = without_literals(code).to_lowercase();
    if shown == "general" || shown.contains(['0', '#', '@']) {
        return false;
    }
    shown.contains(['y', 'd', 'g', 'e']) || (shown.contains('m') && !shown.contains(['h', 's']))
}

/// The code without what it prints as it stands: quoted words, escaped characters, brackets.
fn without_literals(code: &str) -> String {
    let mut shown = String::new();
    let mut chars = code.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => drop(chars.by_ref().find(|c| *c == '"')),
            '[' => drop(chars.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(chars.next()),
            c => shown.push(c),
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn date_codes_are_told_from_numbers_and_times() {
        for code in
            ["yyyy/m/d", "[$-411]ggge\"年\"m\"月\"d\"日\"", "m\"月\"", "[$-ja-JP-x-gannen]ggge\"年\"m\"月\"d\"日\";@"]
        {
            let first = code.split(';').next().unwrap();
            assert!(is_date_code(first), "{code}");
        }
        for code in ["General", "#,##0", "0\"月\"", "h:mm", "[h]:mm:ss", "@", "#,##0;\"△\"#,##0", "0.00E+00", "\"yd\"0"]
        {
            assert!(!is_date_code(code), "{code}");
        }
    }

    #[test]
    fn looks_are_numbered_as_cells_call_them() {
        let styles = r#"<styleSheet><numFmts><numFmt numFmtId="176" formatCode="ggge&quot;年&quot;"/></numFmts>
            <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
            <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="176"/></cellXfs></styleSheet>"#;
        let dates = DateStyles::parse(styles).unwrap();
        let shows: Vec<bool> = ["0", "1", "2", "3"].map(|style| dates.shows_dates(Some(style))).to_vec();
        assert_eq!(shows, [false, true, true, false]);
        assert!(!dates.shows_dates(None));
    }
}
