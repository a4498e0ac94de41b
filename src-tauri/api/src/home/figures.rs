//! 今年度の姿: rate, budget, grant, occasions.

use office::FiscalYear;
use office::enrolment::{households_needed, rates_by_year, store};
use office::fact::Facts;
use office::money::percent_tenths;
use office::profile::Target;
use paper::wareki;
use serde::Serialize;
use ts_rs::TS;

use crate::{Desk, Result, labels};

/// How the year stands.
#[derive(Debug, Serialize, TS)]
pub struct Figures {
    pub rate: RateFigure,
    pub budget: BudgetFigure,
    pub grant: Option<GrantFigure>,
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

pub(super) fn figures(desk: &Desk, year: FiscalYear, facts: &Facts) -> Result<Figures> {
    let count = |name: &str| facts.number(name).unwrap_or_default();
    Ok(Figures {
        rate: rate(desk, year, facts)?,
        budget: budget(count("settlement.expense_yen"), count("settlement.expense_budget_yen")),
        grant: grant(facts),
        occasions: count("activities.occasions"),
        persons: count("roster.persons"),
    })
}

/// Years that the small trend shows.
const TREND_YEARS: usize = 5;

fn rate(desk: &Desk, year: FiscalYear, facts: &Facts) -> Result<RateFigure> {
    let target = desk.edition(year)?.municipality.enrolment_target.clone();
    let target_tenths = target.as_ref().map(|t: &Target| t.tenths);
    let rates = desk.office()?.view(|view| Ok(rates_by_year(&store::observations(view)?)))?;
    let now = rates.get(&year).copied().unwrap_or_default();
    let short = |year: &FiscalYear| {
        wareki::of(year.first_day()).map_or(year.to_string(), |(era, n)| format!("{}{n}", era.letter))
    };
    let mut years: Vec<RateYear> = rates
        .range(..=year)
        .map(|(y, r)| RateYear { label: short(y), percent: labels::percent(r.tenths()), tenths: r.tenths() })
        .collect();
    years.drain(..years.len().saturating_sub(TREND_YEARS));
    Ok(RateFigure {
        percent: labels::percent(now.tenths()),
        points: labels::points(now.tenths(), rates.get(&year.previous()).and_then(|r| r.tenths())),
        target: labels::percent(target_tenths),
        target_label: target.map(|t| t.label),
        target_tenths,
        households_needed: target_tenths
            .filter(|_| facts.number("enrolment.households").is_some_and(|n| n > 0))
            .map(|t| households_needed(now.households, now.enrolled, t)),
        years,
    })
}

fn budget(spent_yen: i64, budget_yen: i64) -> BudgetFigure {
    let tenths = percent_tenths(spent_yen, budget_yen);
    BudgetFigure { spent_yen, budget_yen, percent: labels::percent(tenths), tenths }
}

fn grant(facts: &Facts) -> Option<GrantFigure> {
    let name = facts.value("grant.name").shown(paper::Negative::White);
    let decided_yen = facts.number("grant.decided_yen");
    let left_yen = decided_yen.zip(facts.number("grant.allocated_yen")).map(|(decided, used)| decided - used);
    (!name.is_empty()).then_some(GrantFigure { name, decided_yen, left_yen })
}
