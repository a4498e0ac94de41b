//! 調査の答えを書く

use super::association;
use crate::calendar::FiscalYear;
use crate::enrolment::store;
use crate::enrolment::survey::{Answer, survey};
use crate::file::Tx;
use crate::roster::OrganisationId;
use crate::{Error, Result};

/// Keeps what an association answered: question id and answer as typed.
pub fn answer_survey(tx: &Tx, year: FiscalYear, id: OrganisationId, answers: &[(String, String)]) -> Result<()> {
    let survey = survey();
    let name = association(tx, id)?.name;
    for (question, typed) in answers {
        let asked = survey.questions.iter().find(|q| q.id == *question);
        let asked = asked.ok_or_else(|| Error::refused("enrolment.no_such_question"))?;
        let off = || Error::refused("enrolment.answer_unreadable").with("text", &asked.text).with("field", question);
        let answer = asked.kept(typed).ok_or_else(off)?;
        store::put_survey_answer(
            tx,
            year,
            &survey.id,
            &Answer { association_id: id, question: question.clone(), answer },
        )?;
    }
    tx.say("name", name);
    tx.say("year", year.label());
    tx.say("title", &survey.title);
    Ok(())
}
