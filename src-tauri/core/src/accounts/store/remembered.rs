//! What the closing of a year kept, and what stands in its place while the year is open.

use rusqlite::{Connection, OptionalExtension};

use super::{account_items, fund_years, fundings, funds, purses, reserve_plans};
use crate::accounts::{Books, Charge, Fund, FundId, FundYear, Remembered, Reserves};
use crate::activities::Activity;
use crate::calendar::FiscalYear;
use crate::{Result, activities, roster};

impl Remembered {
    /// As the closing kept it; while the year is open, as it is now.
    pub fn of(conn: &Connection, year: FiscalYear) -> Result<Remembered> {
        kept(conn, year)?.map_or_else(|| Remembered::now(conn, year), Ok)
    }

    /// As it is now.
    pub fn now(conn: &Connection, year: FiscalYear) -> Result<Remembered> {
        let funds = funds(conn)?;
        Ok(Remembered {
            reserves: Some(Reserves::now(conn, &funds)?),
            funds,
            purses: purses(conn)?,
            items: account_items(conn)?,
            activities: activities::store::activities(conn)?,
            fundings: fundings(conn, year)?,
            bodies: roster::store::organisations(conn)?.into_iter().map(|body| (body.id, body.name)).collect(),
            past: Books::load(conn, year.previous())?.settled_of_items(),
        })
    }
}

impl Charge {
    /// As the closing of the year kept it; while the year is open, as it is now.
    pub fn load(conn: &Connection, books: &Books) -> Result<Charge> {
        let (activities, fundings) = match kept(conn, books.year)? {
            Some(kept) => (kept.activities, kept.fundings),
            None => (activities::store::activities(conn)?, fundings(conn, books.year)?),
        };
        Ok(Charge::of(books, &activities, &fundings))
    }
}

impl Reserves {
    /// As it is now.
    pub(in crate::accounts) fn now(conn: &Connection, funds: &[Fund]) -> Result<Reserves> {
        let of_fund = |fund: &Fund| -> Result<(FundId, Vec<FundYear>)> { Ok((fund.id, fund_years(conn, fund.id)?)) };
        let plans = if funds.is_empty() { vec![] } else { reserve_plans(conn)? };
        Ok(Reserves { plans, years: funds.iter().map(of_fund).collect::<Result<_>>()? })
    }

    /// What came into a 会計 and left it, year by year.
    pub fn years_of(&self, fund: FundId) -> &[FundYear] {
        self.years.iter().find(|(id, _)| *id == fund).map_or(&[], |(_, years)| years)
    }
}

/// 事業 as the papers of a year name them: as its closing kept them, and those that came since as they are.
pub fn activities_of(conn: &Connection, year: FiscalYear) -> Result<Vec<Activity>> {
    let kept = kept(conn, year)?.map_or_else(Vec::new, |kept| kept.activities);
    let now = activities::store::activities(conn)?.into_iter();
    let since: Vec<Activity> = now.filter(|one| kept.iter().all(|old| old.id != one.id)).collect();
    Ok([kept, since].concat())
}

/// What the closing of a year kept; none while it is open.
pub(super) fn kept(conn: &Connection, year: FiscalYear) -> Result<Option<Remembered>> {
    let sql = "SELECT remembered FROM closed_year WHERE fiscal_year = ? AND remembered <> ''";
    let text: Option<String> = conn.prepare_cached(sql)?.query_row([year], |row| row.get(0)).optional()?;
    let read = |text: String| {
        let damaged = |e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e));
        serde_json::from_str(&text).map_err(damaged)
    };
    Ok(text.map(read).transpose()?)
}
