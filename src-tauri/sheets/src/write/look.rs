//! Looks of cells: a small value that says what matters, and the workbook's format made from it once.

use std::collections::HashMap;

use paper::{Align, Fit, Negative, Typeface, Value};
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The typefaces of the PDF; where they are not installed, family and character set lead to their like.
pub(crate) const GOTHIC: &str = "BIZ UDGothic";
const MINCHO: &str = "BIZ UDMincho";

/// Shift_JIS in the list of character sets: a machine without the typeface takes another Japanese one.
const JAPANESE: u8 = 128;

/// The library's number for letters that stand one below the other.
const STACKED: i16 = 270;

/// How numbers of a cell are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Shown {
    #[default]
    Words,
    Whole,
    Tenth,
    Date,
}

impl Shown {
    pub fn of(value: &Value) -> Shown {
        match value {
            Value::Blank | Value::Text(_) => Shown::Words,
            Value::Yen(_) | Value::Count(_) => Shown::Whole,
            Value::Percent(_) | Value::Points(_) => Shown::Tenth,
            Value::Date(_) => Shown::Date,
        }
    }

    fn code(self, negative: Negative) -> String {
        let mark = negative.mark();
        match self {
            Shown::Words => "General".to_owned(),
            Shown::Whole => format!("#,##0;\"{mark}\"#,##0"),
            Shown::Tenth => format!("0.0;\"{mark}\"0.0"),
            Shown::Date => "[$-411]ggge\"年\"m\"月\"d\"日\"".to_owned(),
        }
    }
}

/// Rules around a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Rules {
    #[default]
    None,
    /// Thin on all sides.
    Thin,
    /// Thin, and a stronger one above.
    StrongAbove,
    /// Thin on some sides: a line of a drawing.
    Sides(Sides),
}

/// Sides of a cell that are ruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Sides {
    pub top: bool,
    pub left: bool,
    pub bottom: bool,
}

/// Where words stand in the height of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) enum Height {
    #[default]
    Middle,
    Bottom,
    Top,
}

/// The look of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Look {
    pub typeface: Typeface,
    /// In tenths of a point.
    pub size: u16,
    pub bold: bool,
    pub align: Align,
    pub height: Height,
    pub fit: Fit,
    pub shown: Shown,
    pub rules: Rules,
    /// Lightness of the fill in percent.
    pub shade: u8,
    /// Letters that the words stand away from the left edge.
    pub indent: u8,
}

/// All looks of a workbook.
pub(crate) struct Looks {
    negative: Negative,
    made: HashMap<Look, Format>,
}

impl Looks {
    pub fn new(negative: Negative) -> Looks {
        Looks { negative, made: HashMap::new() }
    }

    pub fn format(&mut self, look: Look) -> &Format {
        let negative = self.negative;
        self.made.entry(look).or_insert_with(|| look.format(negative))
    }
}

impl Look {
    /// The look of a cell of words in a workbook without amounts.
    pub fn cell(self) -> Format {
        self.format(Negative::default())
    }

    fn format(self, negative: Negative) -> Format {
        let format = self
            .letters()
            .set_num_format(self.shown.code(negative))
            .set_align(self.across())
            .set_indent(self.indent)
            .set_align(self.down());
        let format = if self.fit == Fit::Shrink { format.set_shrink() } else { format.set_text_wrap() };
        let format = if self.align == Align::Vertical { format.set_rotation(STACKED) } else { format };
        self.ruled(self.filled(format))
    }

    /// Its letters alone, for a stretch of words within a cell.
    pub fn letters(self) -> Format {
        let (name, family) = self.font();
        let format = Format::new().set_font_name(name).set_font_family(family).set_font_charset(JAPANESE);
        let format = format.set_font_size(f64::from(self.size) / 10.0);
        if self.bold { format.set_bold() } else { format }
    }

    fn font(self) -> (&'static str, u8) {
        if self.typeface == Typeface::Mincho { (MINCHO, 1) } else { (GOTHIC, 3) }
    }

    fn across(self) -> FormatAlign {
        match self.align {
            Align::Auto if matches!(self.shown, Shown::Whole | Shown::Tenth) => FormatAlign::Right,
            Align::Auto | Align::Left => FormatAlign::Left,
            Align::Center | Align::Vertical => FormatAlign::Center,
            Align::Right => FormatAlign::Right,
            Align::Even => FormatAlign::Distributed,
        }
    }

    fn down(self) -> FormatAlign {
        match self.height {
            Height::Middle => FormatAlign::VerticalCenter,
            Height::Bottom => FormatAlign::Bottom,
            Height::Top => FormatAlign::Top,
        }
    }

    fn filled(self, format: Format) -> Format {
        if self.shade >= 100 {
            return format;
        }
        let level = u32::from(self.shade) * 255 / 100;
        format.set_background_color(Color::RGB(level << 16 | level << 8 | level))
    }

    fn ruled(self, format: Format) -> Format {
        match self.rules {
            Rules::None => format,
            Rules::Thin => format.set_border(FormatBorder::Thin),
            Rules::Sides(sides) => {
                let thin = |is_ruled| if is_ruled { FormatBorder::Thin } else { FormatBorder::None };
                let format = format.set_border_top(thin(sides.top)).set_border_left(thin(sides.left));
                format.set_border_bottom(thin(sides.bottom))
            }
            Rules::StrongAbove => format.set_border(FormatBorder::Thin).set_border_top(FormatBorder::Medium),
        }
    }
}
