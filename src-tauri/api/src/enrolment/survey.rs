//! The survey of a year: its questions, the answers of each association, and what they come to.

use std::collections::BTreeMap;

use office::FiscalYear;
use office::enrolment::survey::{Answer, Question, survey};
use office::enrolment::{acts, known, store};
use office::fact::FactRow;
use office::roster::OrganisationId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::stated;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, rows};

/// The survey of a year.
#[derive(Debug, Deserialize, TS)]
pub struct Survey {
    pub year: FiscalYear,
}

/// The survey of a year with its answers.
#[derive(Debug, Serialize, TS)]
pub struct SurveyPage {
    pub title: String,
    pub lead: String,
    pub source: String,
    pub is_verified: bool,
    pub questions: Vec<Question>,
    pub associations: Vec<SurveyedAssociation>,
    pub results: Vec<SurveyResult>,
    #[ts(type = "number")]
    pub answered: i64,
}

/// One association with its answers by question.
#[derive(Debug, Serialize, TS)]
pub struct SurveyedAssociation {
    pub id: String,
    pub name: String,
    pub answers: BTreeMap<String, String>,
}

/// What the answers to one question come to.
#[derive(Debug, Serialize, TS)]
pub struct SurveyResult {
    pub text: String,
    #[ts(type = "number")]
    pub answered: i64,
    #[ts(type = "number | null")]
    pub sum: Option<i64>,
    pub unit: String,
    pub options: Vec<OptionResult>,
    pub said: Vec<Said>,
}

/// How often an option was chosen.
#[derive(Debug, Serialize, TS)]
pub struct OptionResult {
    pub option: String,
    #[ts(type = "number")]
    pub count: i64,
    pub percent: Option<String>,
    #[ts(type = "number | null")]
    pub tenths: Option<i64>,
}

/// What somebody wrote.
#[derive(Debug, Serialize, TS)]
pub struct Said {
    pub association: String,
    pub answer: String,
}

impl Command for Survey {
    const NAME: &'static str = "enrolment.survey";
    type Output = SurveyPage;
    fn run(self, desk: &Desk) -> Result<SurveyPage> {
        let facts = stated(desk, self.year)?;
        let survey = survey();
        let associations = desk.office()?.view(|view| {
            let answers = store::survey_answers(view, self.year, &survey.id)?;
            let of = |id: OrganisationId| {
                let own = answers.iter().filter(|a: &&Answer| a.association_id == id);
                own.map(|a| (a.question.clone(), a.answer.clone())).collect()
            };
            let all = known::associations(view)?;
            Ok(all
                .into_iter()
                .map(|a| SurveyedAssociation { id: a.id.to_string(), answers: of(a.id), name: a.name })
                .collect())
        })?;
        Ok(SurveyPage {
            title: survey.title.clone(),
            lead: survey.lead.clone(),
            source: survey.source.clone(),
            is_verified: survey.is_verified,
            questions: survey.questions.clone(),
            associations,
            results: facts.list("survey.questions").iter().map(SurveyResult::of).collect(),
            answered: facts.number("survey.answered").unwrap_or_default(),
        })
    }
}

impl SurveyResult {
    fn of(row: &FactRow) -> SurveyResult {
        let option = |row: &FactRow| OptionResult {
            option: rows::text(row, "option"),
            count: rows::number(row, "count").unwrap_or_default(),
            percent: rows::shown(row, "percent"),
            tenths: rows::number(row, "percent"),
        };
        let said =
            |row: &FactRow| Said { association: rows::text(row, "association"), answer: rows::text(row, "answer") };
        SurveyResult {
            text: rows::text(row, "text"),
            answered: rows::number(row, "answered").unwrap_or_default(),
            sum: rows::number(row, "sum"),
            unit: rows::text(row, "unit"),
            options: rows::list(row, "results").iter().map(option).collect(),
            said: rows::list(row, "said").iter().map(said).collect(),
        }
    }
}

/// What an association answered, by question; several chosen options stand on lines of their own.
#[derive(Debug, Deserialize, TS)]
pub struct AnswerSurvey {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub answers: BTreeMap<String, String>,
}

impl Command for AnswerSurvey {
    const NAME: &'static str = "enrolment.answer_survey";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let answers: Vec<(String, String)> = self.answers.into_iter().collect();
        let answer = |tx: &office::file::Tx| acts::answer_survey(tx, self.year, self.association_id, &answers);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, answer)?.into())
    }
}
