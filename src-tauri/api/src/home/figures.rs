//! 今年度の姿: rate, budget, grant, occasions.

use office::FiscalYear;
use office::fact::{FactRow, Facts};
use office::money::percent_tenths;
use paper::wareki;
use serde::Serialize;
use ts_rs::TS;

use crate::{labels, rows};

/// How the year stands.
#[derive(Debug, Serialize, TS)]
pub struct Figures {
    pub rate: RateFigure,
    pub budget: BudgetFigure,
    /// One for each grant of the year.
    pub grants: Vec<GrantFigure>,
    #[ts(type = "number")]
    pub occasions: i64,
    #[ts(type = "number")]
    pub persons: i64,
}

/// 加入率 with its trend and the city's target.
#[derive(Debug, Serialize, TS)]
pub struct RateFigure {
    pub percent: Option<String>,
    pub points: Option<String>,
    pub target: Option<String>,
    pub target_label: Option<String>,
    #[ts(type = "number | null")]
    pub target_tenths: Option<i64>,
    #[ts(type = "number | null")]
    pub households_needed: Option<i64>,
    pub years: Vec<RateYear>,
}

/// One point of the trend.
#[derive(Debug, Serialize, TS)]
pub struct RateYear {
    pub label: String,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
}

/// 予算の執行
#[derive(Debug, Serialize, TS)]
pub struct BudgetFigure {
    #[ts(type = "number")]
    pub spent_yen: i64,
    #[ts(type = "number")]
    pub budget_yen: i64,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
}

/// 交付金の残り
#[derive(Debug, Serialize, TS)]
pub struct GrantFigure {
    pub name: String,
    #[ts(type = "number | null")]
    pub decided_yen: Option<i64>,
    #[ts(type = "number | null")]
    pub left_yen: Option<i64>,
}

pub(super) fn figures(year: FiscalYear, facts: &Facts, persons: usize) -> Figures {
    let count = |name: &str| facts.number(name).unwrap_or_default();
    Figures {
        rate: rate(year, facts),
        budget: budget(count("settlement.expense_yen"), count("settlement.expense_budget_yen")),
        grants: facts.list("grant.all").iter().map(grant).collect(),
        occasions: count("activities.occasions"),
        persons: persons as i64,
    }
}

/// Years that the small trend shows.
const TREND_YEARS: usize = 5;

fn rate(year: FiscalYear, facts: &Facts) -> RateFigure {
    let short = |year: FiscalYear| {
        wareki::of(year.named_after()).map_or(year.to_string(), |(era, n)| format!("{}{n}", era.letter))
    };
    let shown = |name: &str| Some(facts.value(name).shown(paper::Negative::White)).filter(|shown| !shown.is_empty());
    let year_of = |row: &FactRow| rows::number(row, "year").and_then(|n| i32::try_from(n).ok()).map(FiscalYear);
    let until = facts.list("enrolment.years").iter().filter_map(|row| Some((year_of(row)?, row)));
    let mut years: Vec<RateYear> = until
        .filter(|(of, _)| *of <= year)
        .map(|(of, row)| RateYear {
            label: short(of),
            percent: rows::shown(row, "rate_percent"),
            tenths: rows::number(row, "rate_percent"),
        })
        .collect();
    years.drain(..years.len().saturating_sub(TREND_YEARS));
    RateFigure {
        percent: shown("enrolment.rate_percent"),
        points: shown("enrolment.points"),
        target: shown("enrolment.target_percent"),
        target_label: shown("enrolment.target_label"),
        target_tenths: facts.number("enrolment.target_percent"),
        households_needed: facts.number("enrolment.households_to_target"),
        years,
    }
}

fn budget(spent_yen: i64, budget_yen: i64) -> BudgetFigure {
    let tenths = percent_tenths(spent_yen, budget_yen);
    BudgetFigure { spent_yen, budget_yen, percent: labels::percent(tenths), tenths }
}

fn grant(row: &FactRow) -> GrantFigure {
    let number = |name| rows::number(row, name);
    GrantFigure {
        name: rows::shown(row, "name").unwrap_or_default(),
        decided_yen: number("decided_yen"),
        left_yen: number("left_yen"),
    }
}
