//! The one flag outside the sheets: «calculate everything when the workbook is opened».

use quick_xml::Reader;
use quick_xml::events::Event;

use crate::Error;
use crate::xml::attribute;

const FLAG: &str = "fullCalcOnLoad";

/// What the calculation settings stand behind, in the order of the format.
const BEFORE: [&str; 4] = ["sheets", "functionGroups", "externalReferences", "definedNames"];

/// The main part, which does not have the flag yet, with it.
pub(crate) fn recalculated(workbook: &str) -> Result<String, Error> {
    let mut reader = Reader::from_str(workbook);
    let mut prefix = String::new();
    let mut insert_at = None;
    loop {
        let start = reader.buffer_position() as usize;
        let event = reader.read_event()?;
        let end = reader.buffer_position() as usize;
        match &event {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == "calcPr" => {
                let has_flag = attribute(element, FLAG)?.is_some();
                let tag = with_flag(&workbook[start..end], has_flag, element.name().as_ref());
                return Ok([&workbook[..start], &tag, &workbook[end..]].concat());
            }
            Event::Start(element) if element.local_name().as_ref() == "workbook" => {
                prefix = element.name().prefix().map(|p| format!("{}:", p.as_ref())).unwrap_or_default();
            }
            Event::Empty(element) if BEFORE.contains(&element.local_name().as_ref()) => insert_at = Some(end),
            Event::End(element) if BEFORE.contains(&element.local_name().as_ref()) => insert_at = Some(end),
            Event::Eof => break,
            _ => {}
        }
    }
    let at = insert_at.ok_or_else(|| Error::damaged("a workbook without sheets"))?;
    Ok(format!("{}<{prefix}calcPr {FLAG}=\"1\"/>{}", &workbook[..at], &workbook[at..]))
}

fn with_flag(tag: &str, has_flag: bool, name: &str) -> String {
    if has_flag {
        let off = ["=\"0\"", "=\"false\"", "='0'", "='false'"].map(|value| format!("{FLAG}{value}"));
        return off.iter().fold(tag.to_owned(), |tag, off| tag.replace(off, &format!("{FLAG}=\"1\"")));
    }
    tag.replacen(name, &format!("{name} {FLAG}=\"1\""), 1)
}

#[cfg(test)]
mod tests {
    use super::recalculated;

    fn flagged(workbook: &str) -> String {
        recalculated(workbook).unwrap()
    }

    #[test]
    fn the_flag_is_set() {
        let set = r#"<workbook><sheets/><calcPr fullCalcOnLoad="1" calcId="1"/></workbook>"#;
        assert_eq!(flagged(r#"<workbook><sheets/><calcPr fullCalcOnLoad="0" calcId="1"/></workbook>"#), set);
        assert_eq!(flagged(r#"<workbook><sheets/><calcPr calcId="1"/></workbook>"#), set);
    }

    #[test]
    fn missing_settings_come_where_the_format_wants_them() {
        let workbook =
            "<x:workbook><x:sheets><x:sheet/></x:sheets><x:definedNames></x:definedNames><x:extLst/></x:workbook>";
        let expected = "</x:definedNames><x:calcPr fullCalcOnLoad=\"1\"/><x:extLst/>";
        assert!(flagged(workbook).contains(expected));
    }
}
