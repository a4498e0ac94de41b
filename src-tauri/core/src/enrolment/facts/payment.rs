//! The liaison payment of a year: its formula, and for each association the amount with its steps or what is missing.

use std::collections::HashMap;

use paper::Value;
use rusqlite::Connection;

use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::known::Known;
use crate::enrolment::{Observation, paid, store};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::formula::{self, Step, Worked};
use crate::money::Yen;
use crate::roster::OrganisationId;

/// States `payment.*`; all of it blank as long as no formula was chosen.
pub(super) fn state(facts: &mut Facts, conn: &Connection, known: &Known, year: FiscalYear) -> Result<()> {
    let choice = store::payment(conn, year)?;
    let chosen = choice.as_ref().and_then(|choice| Some((formula::find(&choice.formula)?, &choice.given)));
    let text = |words: Option<&str>| words.map_or(Value::Blank, Value::text);
    facts.state("payment.city", text(chosen.map(|(formula, _)| formula.city.as_str())));
    facts.state("payment.title", text(chosen.map(|(formula, _)| formula.title.as_str())));
    facts.state("payment.source", text(chosen.map(|(formula, _)| formula.source.as_str())));
    let counted: HashMap<OrganisationId, Observation> =
        known.observed.of_year(year).into_iter().map(|o| (o.association_id, o)).collect();
    let towns = known.from_towns(year);
    let mut total = Yen(0);
    let mut lines = Vec::new();
    for association in known.associations.iter().filter(|_| chosen.is_some()) {
        let Some((formula, given)) = chosen else { continue };
        let own = counted.get(&association.id);
        let worked = paid(formula, given, association.id, own, towns.get(&association.id));
        total += worked.as_ref().map_or(Yen(0), |worked| worked.amount);
        lines.push(line(&association.name, own.and_then(|o| o.numerator), worked));
    }
    let is_paid = |line: &&FactRow| line["lacking"] == words("");
    facts.state("payment.count", Value::Count(lines.iter().filter(is_paid).count() as i64));
    facts.state("payment.total_yen", chosen.map_or(Value::Blank, |_| Value::from(total)));
    facts.state_list("payment.lines", lines);
    Ok(())
}

fn line(name: &str, households: Option<i64>, worked: Result<Worked>) -> FactRow {
    let (amount, steps, lacking) = match worked {
        Ok(worked) => (Value::from(worked.amount), worked.steps, String::new()),
        Err(error) => (Value::Blank, vec![], crate::words::error(error.code, &error.params).title),
    };
    row([
        ("association", words(name)),
        ("households", households.map_or(Value::Blank, Value::Count).into()),
        ("amount_yen", amount.into()),
        ("lacking", words(&lacking)),
        ("steps", Fact::List(steps.iter().map(step).collect())),
    ])
}

fn step(step: &Step) -> FactRow {
    row([
        ("mark", words(&step.mark)),
        ("label", words(&step.label)),
        ("how", words(&step.how)),
        ("amount_yen", Value::from(step.amount_yen).into()),
    ])
}
