//! The liaison payment of a year: the formulas to choose from, and what the chosen one gives.

use std::collections::BTreeMap;

use office::FiscalYear;
use office::enrolment::{PaymentChoice, PaymentGiven, acts, known, store};
use office::fact::FactRow;
use office::formula::{self, Formula, OpenReading, Quantity};
use office::roster::{Organisation, OrganisationId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stated;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, rows, typed};

/// The payment of a year.
#[derive(Debug, Deserialize, TS)]
pub struct Payment {
    pub year: FiscalYear,
}

/// The formulas and what the chosen one gives.
#[derive(Debug, Serialize, TS)]
pub struct PaymentPage {
    pub formulas: Vec<FormulaShown>,
    pub chosen: Option<String>,
    pub readings: BTreeMap<String, String>,
    /// 4月20日, as it was given.
    pub filed: String,
    pub counts: Vec<CountGiven>,
    /// The associations with the counts that were given for each.
    pub associations: Vec<OwnCounts>,
    pub lines: Vec<PaymentLine>,
    #[ts(type = "number | null")]
    pub total_yen: Option<i64>,
}

/// A formula to choose.
#[derive(Debug, Serialize, TS)]
pub struct FormulaShown {
    pub id: String,
    pub title: String,
    pub source: String,
    pub is_verified: bool,
    pub choices: Vec<OpenReading>,
    pub asks_day: bool,
    /// What it needs beside the associations' own counts.
    pub asks: Vec<Asked>,
}

/// A count that is the same for all associations.
#[derive(Debug, Serialize, TS)]
pub struct Asked {
    pub measure: Quantity,
    pub label: String,
    pub unit: String,
}

/// Such a count as it was given.
#[derive(Debug, Serialize, TS)]
pub struct CountGiven {
    pub measure: Quantity,
    #[ts(type = "number")]
    pub count: i64,
}

/// The counts that were given for one association alone.
#[derive(Debug, Serialize, TS)]
pub struct OwnCounts {
    pub id: String,
    pub name: String,
    pub counts: Vec<CountGiven>,
}

/// What one association gets.
#[derive(Debug, Serialize, TS)]
pub struct PaymentLine {
    pub association: String,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    #[ts(type = "number | null")]
    pub amount_yen: Option<i64>,
    pub lacking: String,
    pub steps: Vec<String>,
}

impl Command for Payment {
    const NAME: &'static str = "enrolment.payment";
    type Output = PaymentPage;
    fn run(self, desk: &Desk) -> Result<PaymentPage> {
        let facts = stated(desk, self.year)?;
        let (choice, associations) =
            desk.office()?.view(|view| Ok((store::payment(view, self.year)?, known::associations(view)?)))?;
        let given = choice.as_ref().map(|choice| choice.given.clone()).unwrap_or_default();
        let own = |a: Organisation| OwnCounts {
            counts: given.own.get(&a.id).map(counts_given).unwrap_or_default(),
            id: a.id.to_string(),
            name: a.name,
        };
        Ok(PaymentPage {
            associations: associations.into_iter().map(own).collect(),
            formulas: formula::all().iter().map(FormulaShown::of).collect(),
            chosen: choice.map(|choice| choice.formula),
            readings: given.readings,
            filed: given.filed.map(|day| shown_day(&day)).unwrap_or_default(),
            counts: counts_given(&given.counts),
            lines: facts.list("payment.lines").iter().map(PaymentLine::of).collect(),
            total_yen: facts.number("payment.total_yen"),
        })
    }
}

fn counts_given(counts: &BTreeMap<Quantity, i64>) -> Vec<CountGiven> {
    counts.iter().map(|(measure, count)| CountGiven { measure: *measure, count: *count }).collect()
}

/// 4/20 of 04-20.
fn shown_day(day: &str) -> String {
    let part = |part: &str| part.trim_start_matches('0').to_owned();
    day.split_once('-').map_or_else(String::new, |(month, day)| format!("{}/{}", part(month), part(day)))
}

impl FormulaShown {
    fn of(formula: &Formula) -> FormulaShown {
        FormulaShown::asking(formula, &[Quantity::Households, Quantity::Persons])
    }

    /// A formula that asks for all counts but those that are known.
    pub(crate) fn asking(formula: &Formula, own: &[Quantity]) -> FormulaShown {
        let asked = formula.measures().into_iter().filter(|measure| !own.contains(measure));
        let asked = asked.map(|measure| {
            let (label, unit) = measure.words();
            Asked { measure, label: label.to_owned(), unit: unit.to_owned() }
        });
        FormulaShown {
            id: formula.id.clone(),
            title: format!("{}　{}", formula.city, formula.title),
            source: formula.source.clone(),
            is_verified: formula.is_verified,
            choices: formula.choices.clone(),
            asks_day: formula.terms.iter().any(|term| term.filed.is_some()),
            asks: asked.collect(),
        }
    }
}

impl PaymentLine {
    fn of(row: &FactRow) -> PaymentLine {
        let step = |row: &FactRow| {
            format!("{}　{}　{}円", rows::text(row, "label"), rows::text(row, "how"), rows::text(row, "amount_yen"))
        };
        PaymentLine {
            association: rows::text(row, "association"),
            households: rows::number(row, "households"),
            amount_yen: rows::number(row, "amount_yen"),
            lacking: rows::text(row, "lacking"),
            steps: rows::list(row, "steps").iter().map(step).collect(),
        }
    }
}

/// Chooses the formula of a year, as typed.
#[derive(Debug, Deserialize, TS)]
pub struct ChoosePayment {
    pub year: FiscalYear,
    pub formula: String,
    pub readings: BTreeMap<String, String>,
    pub filed: String,
    pub counts: BTreeMap<Quantity, String>,
    /// Counts of single associations, as typed; an empty one takes that of all.
    #[ts(type = "Record<string, Partial<Record<Quantity, string>>>")]
    pub own: BTreeMap<OrganisationId, BTreeMap<Quantity, String>>,
}

impl Command for ChoosePayment {
    const NAME: &'static str = "enrolment.choose_payment";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let filed = typed::city_day(&self.filed, self.year, "filed")?;
        let mut own = BTreeMap::new();
        for (id, typed) in &self.own {
            let counts = typed::counts(typed, &id.to_string())?;
            if !counts.is_empty() {
                own.insert(*id, counts);
            }
        }
        let given = PaymentGiven {
            counts: typed::counts(&self.counts, "counts")?,
            readings: self.readings,
            filed: filed.map(|day| day.format("%m-%d").to_string()),
            own,
        };
        let choice = PaymentChoice { formula: self.formula, given };
        let choose = |tx: &office::file::Tx| acts::choose_payment(tx, self.year, &choice);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, choose)?.into())
    }
}
