//! The survey of a year: its questions, and what the answers come to.

use std::collections::{HashMap, HashSet};

use paper::Value;
use rusqlite::Connection;

use super::percent;
use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::known::Known;
use crate::enrolment::store;
use crate::enrolment::survey::{Answer, Question, QuestionKind, survey};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::OrganisationId;

/// States `survey.*`.
pub(super) fn state(facts: &mut Facts, conn: &Connection, known: &Known, year: FiscalYear) -> Result<()> {
    let survey = survey();
    let answers = store::survey_answers(conn, year, &survey.id)?;
    let answered: HashSet<OrganisationId> =
        answers.iter().filter(|a| !a.answer.is_empty()).map(|a| a.association_id).collect();
    facts.state("survey.title", Value::text(&survey.title));
    facts.state("survey.lead", Value::text(&survey.lead));
    facts.state("survey.answered", Value::Count(answered.len() as i64));
    let names: HashMap<OrganisationId, &str> = known.associations.iter().map(|a| (a.id, a.name.as_str())).collect();
    let order: Vec<OrganisationId> = known.associations.iter().map(|a| a.id).collect();
    let questions = survey.questions.iter().zip(1..);
    facts.state_list("survey.questions", questions.map(|(q, n)| question(q, n, &answers, &order, &names)).collect());
    Ok(())
}

fn question(
    question: &Question,
    number: i64,
    answers: &[Answer],
    order: &[OrganisationId],
    names: &HashMap<OrganisationId, &str>,
) -> FactRow {
    let tally = question.tally(answers, order);
    let result = |(option, count): &(String, i64)| {
        row([
            ("option", words(option)),
            ("count", Value::Count(*count).into()),
            ("percent", percent(tally.tenths(*count)).into()),
        ])
    };
    let said = |(id, answer): &(OrganisationId, String)| {
        row([("association", words(names.get(id).copied().unwrap_or_default())), ("answer", words(answer))])
    };
    let is_number = question.kind == QuestionKind::Number;
    let choices: Vec<String> = question.options.iter().map(|option| format!("□ {option}")).collect();
    let room = match question.kind {
        QuestionKind::Number => format!("（　　　　　　）{}", question.unit),
        _ => choices.join("　"),
    };
    row([
        ("number", Value::Count(number).into()),
        ("text", words(&question.text)),
        ("room", words(&room)),
        ("answered", Value::Count(tally.answered).into()),
        ("sum", if is_number { Value::Count(tally.sum) } else { Value::Blank }.into()),
        ("unit", words(&question.unit)),
        ("results", Fact::List(tally.options.iter().filter(|_| tally.answered > 0).map(result).collect())),
        ("said", Fact::List(tally.words.iter().map(said).collect())),
    ])
}
