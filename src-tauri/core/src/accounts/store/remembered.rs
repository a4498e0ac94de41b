//! What the closing of a year kept, and what stands in its place while the year is open.

use std::collections::HashSet;

use rusqlite::{Connection, OptionalExtension};
use serde::de::DeserializeOwned;

use super::{account_items, fund_years, fundings, funds, item_uses, purses, reserve_plans};
use crate::accounts::{
    AccountItem, AccountItemId, Books, Charge, Fund, FundId, FundYear, ItemUse, Purse, Remembered, Reopened, Reserves,
};
use crate::activities::Activity;
use crate::calendar::FiscalYear;
use crate::{Result, activities, roster};

/// What stands behind the papers of a year beside its own rows.
enum Kept {
    /// Closed: as the closing kept it.
    Closed(Box<Remembered>),
    /// Opened again.
    Reopened(Box<Reopened>),
    /// As it is now.
    Open,
}

impl Remembered {
    /// As the closing kept it; while the year is open, as it is now.
    pub fn of(conn: &Connection, year: FiscalYear) -> Result<Remembered> {
        Ok(match kept(conn, year)? {
            Kept::Closed(kept) => *kept,
            Kept::Reopened(kept) => kept.all(Remembered::now(conn, year)?, &named(conn, year)?),
            Kept::Open => Remembered::now(conn, year)?,
        })
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

/// 会計, purses and 科目 of a year.
pub(super) fn places(conn: &Connection, year: FiscalYear) -> Result<(Vec<Fund>, Vec<Purse>, Vec<AccountItem>)> {
    let now = || -> Result<_> { Ok((funds(conn)?, purses(conn)?, account_items(conn)?)) };
    Ok(match kept(conn, year)? {
        Kept::Closed(kept) => (kept.funds, kept.purses, kept.items),
        Kept::Reopened(kept) => {
            let (funds, purses, items) = now()?;
            (kept.funds(funds), kept.purses(purses), kept.items(items, &named(conn, year)?))
        }
        Kept::Open => now()?,
    })
}

/// 科目 that the rows of a year name.
fn named(conn: &Connection, year: FiscalYear) -> Result<HashSet<AccountItemId>> {
    let is_of_year = |uses: &[ItemUse]| uses.iter().any(|one| one.year == year);
    Ok(item_uses(conn)?.into_iter().filter(|(_, uses)| is_of_year(uses)).map(|(id, _)| id).collect())
}

impl Charge {
    /// As the closing of the year kept it; while the year is open, as it is now.
    pub fn load(conn: &Connection, books: &Books) -> Result<Charge> {
        let now = || -> Result<_> { Ok((activities::store::activities(conn)?, fundings(conn, books.year)?)) };
        let (activities, fundings) = match kept(conn, books.year)? {
            Kept::Closed(kept) => (kept.activities, kept.fundings),
            Kept::Reopened(kept) => {
                let (activities, fundings) = now()?;
                (kept.activities(activities), kept.fundings(fundings))
            }
            Kept::Open => now()?,
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
    let now = activities::store::activities(conn)?;
    let kept = match kept(conn, year)? {
        Kept::Closed(kept) => kept.activities,
        Kept::Reopened(kept) => return Ok(kept.activities(now)),
        Kept::Open => return Ok(now),
    };
    let now = now.into_iter();
    let since: Vec<Activity> = now.filter(|one| kept.iter().all(|old| old.id != one.id)).collect();
    Ok([kept, since].concat())
}

/// What the closing of a year kept, or the last one that was taken back.
fn kept(conn: &Connection, year: FiscalYear) -> Result<Kept> {
    let text = |sql: &str| conn.prepare_cached(sql)?.query_row([year], |row| row.get::<_, String>(0)).optional();
    if let Some(kept) = text("SELECT remembered FROM closed_year WHERE fiscal_year = ?")? {
        return Ok(if kept.is_empty() { Kept::Open } else { Kept::Closed(Box::new(read(&kept)?)) });
    }
    let last = text("SELECT remembered FROM reopening WHERE fiscal_year = ? ORDER BY id DESC LIMIT 1")?;
    let last = last.filter(|text| !text.is_empty());
    Ok(last.map(|text| read(&text)).transpose()?.map_or(Kept::Open, |kept| Kept::Reopened(Box::new(kept))))
}

/// What a closing keeps of the papers of its year, when it is taken back: beside what stands in its place on that day.
pub fn reopened(conn: &Connection, year: FiscalYear) -> Result<Option<Reopened>> {
    match kept(conn, year)? {
        Kept::Closed(kept) => Ok(Some(Reopened { kept: *kept, then: Remembered::now(conn, year)? })),
        _ => Ok(None),
    }
}

fn read<T: DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    let damaged = |e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, Box::new(e));
    serde_json::from_str(text).map_err(damaged)
}
