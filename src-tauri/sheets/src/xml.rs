//! Small helpers over the XML of workbooks.

use std::borrow::Cow;

use quick_xml::events::BytesStart;

use crate::Error;

/// The value of an attribute by its local name, entities resolved.
pub(crate) fn attribute<'a>(element: &'a BytesStart<'_>, local_name: &str) -> Result<Option<Cow<'a, str>>, Error> {
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(Error::damaged)?;
        if attribute.key.local_name().as_ref() == local_name {
            return Ok(Some(unescape(attribute.value)?));
        }
    }
    Ok(None)
}

/// Whether a flag such as `hidden="1"` is set.
pub(crate) fn flag(element: &BytesStart<'_>, local_name: &str) -> Result<bool, Error> {
    Ok(matches!(attribute(element, local_name)?.as_deref(), Some("1" | "true" | "on")))
}

fn unescape(raw: Cow<'_, str>) -> Result<Cow<'_, str>, Error> {
    Ok(match quick_xml::escape::unescape(&raw).map_err(Error::damaged)? {
        Cow::Owned(resolved) => Cow::Owned(resolved),
        Cow::Borrowed(_) => raw,
    })
}

/// Row and column of an address such as AB12 or $AB$12, both from 1.
pub(crate) fn address(text: &str) -> Option<(u32, u32)> {
    let text = text.strip_prefix('$').unwrap_or(text);
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = text.split_at(letters);
    let digits = digits.strip_prefix('$').unwrap_or(digits);
    if letters.is_empty() || letters.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let col = letters.bytes().fold(0, |col, b| col * 26 + u32::from(b.to_ascii_uppercase() - b'A') + 1);
    let row = digits.parse().ok()?;
    ((1..=1_048_576).contains(&row) && col <= 16_384).then_some((row, col))
}

/// A range such as A1:C3 (or a single cell) as a merge.
pub(crate) fn range(text: &str) -> Option<paper::Merge> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let ((top, left), (bottom, right)) = (address(first)?, address(last)?);
    Some(paper::Merge { top, bottom, left, right })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read_as_a_spreadsheet_names_them() {
        assert_eq!(address("A1"), Some((1, 1)));
        assert_eq!(address("$ab$12"), Some((12, 28)));
        assert_eq!(address("XFD1048576"), Some((1_048_576, 16_384)));
        for wrong in ["", "A", "1", "A0", "XFE1", "A1048577", "A1B", "あ1", "AAAA1"] {
            assert_eq!(address(wrong), None, "{wrong}");
        }
    }
}
