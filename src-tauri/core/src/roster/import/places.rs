//! 連絡先: postal codes, addresses and telephones of one row.

use paper::RawValue;

use crate::intake::cells;
use crate::text::{digits, half_width};

/// NNN-NNNN; as typed when it is no postal code. Zeros that a spreadsheet dropped come back.
pub(super) fn postal(raw: &RawValue) -> String {
    let text = cells::text(raw);
    let mut number = digits(&text);
    if matches!(raw, RawValue::Number(_)) && number.len() < 7 {
        number = format!("{number:0>7}");
    }
    if number.len() == 7 { format!("{}-{}", &number[..3], &number[3..]) } else { half_width(&text).trim().to_owned() }
}

/// A postal code that stands before the address in one cell.
pub(super) fn split_postal(address: &str) -> (Option<String>, &str) {
    let Some(rest) = address.trim_start().strip_prefix('〒') else { return (None, address) };
    let is_code =
        |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c) || "-－ー‐−".contains(c) || c.is_whitespace();
    let end = rest.find(|c: char| !is_code(c)).unwrap_or(rest.len());
    let number = digits(&rest[..end]);
    if number.len() == 7 { (Some(format!("{}-{}", &number[..3], &number[3..])), &rest[end..]) } else { (None, address) }
}

/// Telephones of a cell, half-width as typed, with the code of what was put right.
pub(super) fn phones(raw: &RawValue) -> Vec<(String, Option<&'static str>)> {
    let text = half_width(&cells::text(raw)).replace(['ー', '‐', '−', '–'], "-");
    let parts = text.split(['/', '、', ',', '\n', '・', ';']).flat_map(apart);
    parts.map(plain_number).filter(|part| !part.is_empty()).map(with_zero).collect()
}

/// Two whole numbers with nothing but a space between.
fn apart(part: &str) -> Vec<&str> {
    let words: Vec<&str> = part.split_whitespace().collect();
    let are_whole = words.len() > 1 && words.iter().all(|word| (9..=11).contains(&digits(word).len()));
    if are_whole { words } else { vec![part] }
}

/// Without what stands around the number: TEL, 自宅, (携).
fn plain_number(part: &str) -> String {
    let first = part.find(|c: char| c.is_ascii_digit() || c == '(' || c == '+').unwrap_or(part.len());
    let from_digit = &part[first..];
    let last = from_digit.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
    let number = &from_digit[..last];
    let has_other_words = number.chars().any(|c| c.is_alphabetic());
    if has_other_words || number.is_empty() { part.trim().to_owned() } else { number.trim().to_owned() }
}

/// A spreadsheet that took the number for a number dropped its first zero.
fn with_zero(number: String) -> (String, Option<&'static str>) {
    let count = digits(&number).len();
    let is_land = count == 9 && !number.starts_with('0');
    let is_mobile = count == 10 && ["90", "80", "70"].iter().any(|start| number.starts_with(start));
    let lost = number.starts_with(|c: char| c.is_ascii_digit()) && (is_land || is_mobile);
    if lost { (format!("0{number}"), Some("roster.phone_zero")) } else { (number, None) }
}

/// 090, 080, 070, 060
pub(super) fn is_mobile(number: &str) -> bool {
    let digits = digits(number);
    digits.len() == 11 && ["090", "080", "070", "060"].iter().any(|start| digits.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> RawValue {
        RawValue::Text(words.into())
    }

    #[test]
    fn postal_codes_in_all_forms() {
        for raw in [
            text("７６０－００３３"),
            text("〒7600033"),
            text("760-0033"),
            text("〒760-0033"),
            RawValue::Number(7_600_033.0),
        ] {
            assert_eq!(postal(&raw), "760-0033", "{raw:?}");
        }
        assert_eq!(postal(&RawValue::Number(600_001.0)), "060-0001", "Sapporo's zero comes back");
        assert_eq!(split_postal("〒760-0033 高松市桜町1-2"), (Some("760-0033".into()), "高松市桜町1-2"));
        assert_eq!(split_postal("高松市桜町1-2"), (None, "高松市桜町1-2"));
    }

    #[test]
    fn telephones_as_typed() {
        let one = |raw| phones(&raw).into_iter().map(|(number, code)| (number, code.is_some())).collect::<Vec<_>>();
        assert_eq!(one(text("０８７－８７８－０６１９")), [("087-878-0619".into(), false)]);
        assert_eq!(one(text("０８７ー８７８ー０６１９")), [("087-878-0619".into(), false)]);
        assert_eq!(one(text("TEL 087(878)0619")), [("087(878)0619".into(), false)]);
        assert_eq!(
            one(text("087-878-0619 / 090-0000-3389")),
            [("087-878-0619".into(), false), ("090-0000-3389".into(), false)]
        );
        assert_eq!(one(text("087-878-0619　090-0000-3389")).len(), 2);
        assert_eq!(one(text("087 878 0619")), [("087 878 0619".into(), false)]);
        assert_eq!(one(RawValue::Number(878_780_619.0)), [("0878780619".into(), true)]);
        assert_eq!(one(RawValue::Number(9_000_003_389.0)), [("09000003389".into(), true)]);
        assert_eq!(one(text("なし")), [("なし".into(), false)]);
        assert!(is_mobile("090-0000-3389") && !is_mobile("087-878-0619"));
    }
}
