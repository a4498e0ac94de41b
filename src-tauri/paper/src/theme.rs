//! Millimetres, sizes and weights per role: one table for both writers, so that PDF and Excel look like siblings.

use crate::Role;

/// Look of the rows of one role. Shade is the lightness of the fill in percent: 100 is white.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RowLook {
    /// Set in bold gothic.
    pub bold: bool,
    /// Lightness of the fill in percent.
    pub shade: u8,
    /// Rule above, in hundredths of a point.
    pub rule_above: u16,
}

/// Page margins in millimetres.
pub const MARGIN_MM: u16 = 18;
/// Body text in tenths of a point.
pub const BODY: u16 = 105;
/// Table text in tenths of a point.
pub const TABLE: u16 = 95;
/// Running heads, page numbers and remarks in tenths of a point.
pub const SMALL: u16 = 85;
/// The smallest size a text may shrink to, in tenths of a point; below it the text is broken into lines. Readers are seventy.
pub const FLOOR: u16 = 80;
/// The title of a cover, titles and headings by level (0 to 3), in tenths of a point.
pub const HEADING: [u16; 4] = [260, 160, 125, 110];
/// Thin rule of tables in hundredths of a point.
pub const RULE: u16 = 50;

/// Outer rule of tables in hundredths of a point.
pub const FRAME: u16 = 90;

/// Look of a row by its role.
pub fn row_look(role: Role) -> RowLook {
    match role {
        Role::Head => RowLook { bold: true, shade: 93, rule_above: 80 },
        Role::Item | Role::Reference | Role::Note => RowLook { bold: false, shade: 100, rule_above: RULE },
        Role::Subtotal => RowLook { bold: true, shade: 97, rule_above: RULE },
        Role::Total => RowLook { bold: true, shade: 95, rule_above: 110 },
    }
}
