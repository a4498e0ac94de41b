//! 協議会: the council's own name and address, as papers show them.

use chrono::NaiveDate;
use rusqlite::{Connection, Row, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

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
}

impl Council {
    /// What kind of body it was on a day; where nobody wrote when it was recognised, it always was what it is.
    pub fn legal_form_on(&self, day: NaiveDate) -> LegalForm {
        if self.recognised_on.is_some_and(|from| day < from) { LegalForm::Voluntary } else { self.legal_form }
    }
}

/// The council of this office file.
pub fn read(conn: &Connection) -> Result<Council> {
    let sql = "SELECT name, profile, postal, address, phone, is_sample, legal_form, recognised_on FROM council";
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
        })
    };
    Ok(conn.prepare_cached(sql)?.query_row([], council)?)
}

/// Writes name, postal code, address, phone and what kind of body it is; only a 認可地縁団体 has a day of its recognition.
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
    Ok(())
}

/// The years in which anything is written down.
pub fn years_kept(conn: &Connection) -> Result<Vec<FiscalYear>> {
    let sql =
        "SELECT fiscal_year FROM entry UNION SELECT fiscal_year FROM budget_line UNION SELECT fiscal_year FROM occasion
               UNION SELECT fiscal_year FROM observation UNION SELECT fiscal_year FROM grant_award ORDER BY 1";
    let years = conn.prepare_cached(sql)?.query_map([], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
    Ok(years)
}
