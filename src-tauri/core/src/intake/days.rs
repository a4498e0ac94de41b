//! 日付: the day of a row, where the month is given once for many rows and a blank repeats the day above.

use chrono::{Datelike, NaiveDate};
use paper::RawValue;

use super::cells;
use crate::calendar::FiscalYear;
use crate::text::half_width;

/// What a row says about its day.
#[derive(Debug, Default, Clone, Copy)]
pub struct DayCells<'a> {
    /// 年月日 in one cell.
    pub date: Option<&'a RawValue>,
    /// 月
    pub month: Option<&'a RawValue>,
    /// 日
    pub day: Option<&'a RawValue>,
}

/// The day of a row, and the code of what is worth a look.
pub type DayReading = cells::Reading<NaiveDate>;

/// Follows the days down a book.
#[derive(Debug)]
pub struct Days {
    year: FiscalYear,
    month: Option<u32>,
    last: Option<NaiveDate>,
}

impl Days {
    /// At the head of a book; the sheet may name the month (４月).
    pub fn new(year: FiscalYear, sheet: &str) -> Days {
        Days { year, month: month_named(sheet), last: None }
    }

    /// The day of the next row; a row that says nothing has the day of the row before.
    pub fn read(&mut self, cells: DayCells) -> DayReading {
        self.month(cells.month);
        let said = [cells.date, cells.day].into_iter().flatten().find(|raw| !cells::is_blank(raw));
        let reading = said.map_or_else(|| self.repeated(), |raw| self.one(raw));
        let reading = self.within_year(reading, said);
        self.last = reading.value.or(self.last);
        self.month = reading.value.map(|day| day.month()).or(self.month);
        reading
    }

    /// The month that a row stands in, given there or above it.
    pub fn month(&mut self, cell: Option<&RawValue>) -> Option<u32> {
        self.month = cell.and_then(number).filter(|month| (1..=12).contains(month)).or(self.month);
        self.month
    }

    /// A row without a day has the day above, unless a new month has begun since.
    fn repeated(&self) -> DayReading {
        let value = self.last.filter(|last| self.month.is_none_or(|month| month == last.month()));
        DayReading { value, issue: (value.is_none() && self.last.is_some()).then_some("intake.date_unreadable") }
    }

    /// A lone number is a day of the month above it, never a serial number.
    fn one(&self, raw: &RawValue) -> DayReading {
        match number(raw).filter(|day| (1..=31).contains(day)).zip(self.month) {
            Some((day, month)) => match self.year.day(month, day) {
                Some(day) => DayReading::of(day),
                None => DayReading { value: None, issue: Some("intake.date_unreadable") },
            },
            None => cells::date(raw, Some(self.year), self.month),
        }
    }

    /// A spreadsheet completes 4/2 with the year in which it is typed: such a cell is taken for the book's year as
    /// long as it then follows the row before. Other days outside the year stay, and are told.
    fn within_year(&self, reading: DayReading, raw: Option<&RawValue>) -> DayReading {
        let Some(day) = reading.value.filter(|day| !self.year.contains(*day)) else { return reading };
        let meant = self
            .year
            .day(day.month(), day.day())
            .filter(|_| matches!(raw, Some(RawValue::Date(_) | RawValue::Number(_))));
        match meant.filter(|meant| self.last.is_none_or(|last| *meant >= last)) {
            Some(meant) => DayReading { value: Some(meant), issue: Some("intake.year_taken_from_paper") },
            None => DayReading { value: Some(day), issue: Some("intake.date_outside_paper") },
        }
    }
}

/// 4, ４月, 2日.
fn number(raw: &RawValue) -> Option<u32> {
    let words = half_width(&cells::text(raw));
    words.trim_end_matches(['月', '日', ' ']).trim().parse().ok()
}

/// ４月 or 4月分 as the name of a sheet.
fn month_named(sheet: &str) -> Option<u32> {
    let words = half_width(sheet.trim());
    let (month, rest) = words.split_once('月')?;
    let month = month.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()?;
    ((1..=12).contains(&month) && (rest.is_empty() || rest.starts_with('分') || rest.starts_with('度')))
        .then_some(month)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> RawValue {
        RawValue::Text(text.into())
    }

    fn date_cell(text: &str) -> RawValue {
        RawValue::Date(text.parse::<NaiveDate>().unwrap().into())
    }

    fn read(days: &mut Days, month: &str, day: &str) -> Option<String> {
        let (month, day) = (words(month), words(day));
        days.read(DayCells { month: Some(&month), day: Some(&day), date: None }).value.map(|day| day.to_string())
    }

    #[test]
    fn the_month_is_given_once_and_the_year_turns_in_january() {
        let mut days = Days::new(FiscalYear(2025), "現金");
        let rows = [("４", "1"), ("", "2"), ("", ""), ("　", ""), ("１２月", "28日"), ("1", "5"), ("", "9")];
        let expected =
            ["2025-04-01", "2025-04-02", "2025-04-02", "2025-04-02", "2025-12-28", "2026-01-05", "2026-01-09"];
        for ((month, day), expected) in rows.into_iter().zip(expected) {
            assert_eq!(read(&mut days, month, day).as_deref(), Some(expected));
        }
        assert_eq!(read(&mut days, "2", "30"), None, "there is no such day");
        assert_eq!(read(&mut days, "", "3").as_deref(), Some("2026-02-03"), "the month stays");
        assert_eq!(read(&mut days, "3", ""), None, "a new month has no day yet");
    }

    #[test]
    fn a_sheet_may_name_the_month() {
        let mut days = Days::new(FiscalYear(2025), "２月分");
        assert_eq!(read(&mut days, "", "3").as_deref(), Some("2026-02-03"));
        assert_eq!(month_named("月別"), None);
    }

    #[test]
    fn cells_that_a_spreadsheet_completed_with_the_wrong_year() {
        let mut days = Days::new(FiscalYear(2025), "現金");
        let mut read = |raw: RawValue| days.read(DayCells { date: Some(&raw), ..DayCells::default() });
        assert_eq!(
            read(date_cell("2026-04-02")),
            DayReading { value: "2025-04-02".parse().ok(), issue: Some("intake.year_taken_from_paper") }
        );
        assert_eq!(read(words("3/30")), DayReading::of("2026-03-30".parse().unwrap()));
        let late = DayReading { value: "2026-04-10".parse().ok(), issue: Some("intake.date_outside_paper") };
        assert_eq!(read(date_cell("2026-04-10")), late, "after March it is April of the next year");
    }
}
