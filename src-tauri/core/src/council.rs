//! 協議会: the council's own name and address, as papers show them.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::calendar::YearStart;
use crate::closed::closed_words;
use crate::file::Tx;
use crate::{Error, FiscalYear, Result};

/// 団体の種類
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum LegalForm {
    /// 任意団体
    Voluntary,
    /// 認可地縁団体: the mayor has recognised it (地方自治法260条の2).
    Recognised,
}
closed_words!(LegalForm { Voluntary = "voluntary", Recognised = "recognised" });

impl LegalForm {
    /// As papers call it.
    pub fn label(self) -> &'static str {
        match self {
            LegalForm::Voluntary => "任意団体",
            LegalForm::Recognised => "認可地縁団体",
        }
    }

    /// True for 認可地縁団体.
    pub fn is_recognised(self) -> bool {
        self == LegalForm::Recognised
    }
}

/// 地域コミュニティ協議会
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Council {
    /// 名称
    pub name: String,
    /// Folder of the city's profile, e.g. takamatsu.
    pub profile: String,
    /// 郵便番号
    pub postal: String,
    /// 所在地
    pub address: String,
    /// 電話番号
    pub phone: String,
    /// True for the specimen office.
    pub is_sample: bool,
    /// 団体の種類
    pub legal_form: LegalForm,
    /// 認可の告示の日, of a 認可地縁団体.
    pub recognised_on: Option<NaiveDate>,
    /// 年度のはじめの日
    pub year_start: YearStart,
}

impl Council {
    /// What kind of body it was on a day; where nobody wrote when it was recognised, it always was what it is.
    pub fn legal_form_on(&self, day: NaiveDate) -> LegalForm {
        if self.recognised_on.is_some_and(|from| day < from) { LegalForm::Voluntary } else { self.legal_form }
    }
}

/// The council of this office file.
pub fn read(conn: &Connection) -> Result<Council> {
    let sql = "SELECT name, profile, postal, address, phone, is_sample, legal_form, recognised_on, year_start_month, year_start_day
               FROM council";
    let council = |row: &Row| {
        Ok(Council {
            name: row.get(0)?,
            profile: row.get(1)?,
            postal: row.get(2)?,
            address: row.get(3)?,
            phone: row.get(4)?,
            is_sample: row.get(5)?,
            legal_form: row.get(6)?,
            recognised_on: row.get(7)?,
            year_start: YearStart { month: row.get(8)?, day: row.get(9)? },
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row([], council)?)
}

/// 年度のはじめの日 of this council.
pub fn year_start(conn: &Connection) -> Result<YearStart> {
    let sql = "SELECT year_start_month, year_start_day FROM council";
    let start = |row: &Row| Ok(YearStart { month: row.get(0)?, day: row.get(1)? });
    Ok(conn.prepare_cached(sql)?.query_row([], start)?)
}

/// Lets the year of the council begin on another day; refused once its books hold an entry, which would move into another year.
fn save_year_start(tx: &Tx, start: YearStart) -> Result<()> {
    let refused = |code| Error::refused(code).with("field", "year_start");
    if !start.is_possible() {
        return Err(refused("council.year_start_day"));
    }
    if start == year_start(tx)? {
        return Ok(());
    }
    let sql = "UPDATE council SET year_start_month = ?, year_start_day = ?";
    let saved = tx.prepare_cached(sql)?.execute([start.month, start.day]).map_err(Error::from);
    saved.map(|_| ()).map_err(|error| error.with("field", "year_start"))
}

/// Writes name, postal code, address, phone, what kind of body it is and when its year begins; only a 認可地縁団体 has a day of its recognition.
pub fn save_settings(tx: &Tx, council: &Council, today: NaiveDate) -> Result<()> {
    if council.name.trim().is_empty() {
        return Err(Error::refused("council.name_missing").with("field", "name"));
    }
    let recognised_on = council.recognised_on.filter(|_| council.legal_form.is_recognised());
    if recognised_on.is_some_and(|day| day > today) {
        return Err(Error::refused("council.recognised_ahead").with("field", "recognised"));
    }
    let sql = "UPDATE council SET name = ?, postal = ?, address = ?, phone = ?, legal_form = ?, recognised_on = ?";
    let Council { postal, address, phone, legal_form, .. } = council;
    tx.prepare_cached(sql)?.execute(params![council.name.trim(), postal, address, phone, legal_form, recognised_on])?;
    save_year_start(tx, council.year_start)
}

/// The years in which anything is written down.
pub fn years_kept(conn: &Connection) -> Result<Vec<FiscalYear>> {
    let sql =
        "SELECT fiscal_year FROM entry UNION SELECT fiscal_year FROM budget_line UNION SELECT fiscal_year FROM occasion
               UNION SELECT fiscal_year FROM observation UNION SELECT fiscal_year FROM grant_award ORDER BY 1";
    let years = conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(years)
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::calendar::BookMonth;
    use crate::intake::sketch::{by, office};

    /// What was done before something was entered is not taken back afterwards.
    #[test]
    fn the_first_day_is_held_in_undoing_too() {
        let (_folder, file) = office();
        let start = YearStart { month: 5, day: 1 };
        let put = |start| file.change(&by(), "council.settings", |tx| save_year_start(tx, start)).map(drop);
        put(start).unwrap();
        let seq = file.history(1).unwrap()[0].seq;
        let lock =
            |tx: &Tx| crate::accounts::store::lock_month(tx, "2025-05", NaiveDate::from_ymd_opt(2025, 6, 1).unwrap());
        file.change(&by(), "accounts.lock_month", lock).unwrap();
        assert_eq!(put(YearStart::CITY).unwrap_err().code, "council.year_start_held");
        assert_eq!(file.undo_one(&by(), seq).unwrap_err().code, "council.year_start_held");
        assert_eq!(file.view(|view| year_start(view)).unwrap(), start);
    }

    /// Triggers find the year and the month of a day as the program does.
    #[test]
    fn tables_know_the_year_and_the_month_of_every_day() {
        let (_folder, file) = office();
        for start in (1..=12).flat_map(|month| [1, 2, 15, 21, 28].map(|day| YearStart { month, day })) {
            file.change(&by(), "council.settings", |tx| save_year_start(tx, start)).unwrap();
            let sql = "SELECT strftime('%Y', ?1, back, 'start of month', to_year) + 0,
                       strftime('%Y-%m', ?1, back, 'start of month', to_month) FROM year_start";
            let told = |view: &crate::file::View| {
                let mut told = view.prepare_cached(sql)?;
                for ahead in 0..800 {
                    let day = NaiveDate::from_ymd_opt(2023, 12, 1).unwrap() + Days::new(ahead);
                    let by_table: (FiscalYear, String) = told.query_row([day], |row| Ok((row.get(0)?, row.get(1)?)))?;
                    let ours = start.during(|| (FiscalYear::of(day), BookMonth::of(day).key()));
                    assert_eq!(by_table, ours, "{start:?} {day}");
                }
                Ok(())
            };
            file.view(told).unwrap();
        }
    }
}
