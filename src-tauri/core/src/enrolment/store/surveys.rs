//! SQL of survey answers.

use rusqlite::{Connection, params};

use crate::Result;
use crate::calendar::FiscalYear;
use crate::enrolment::survey::Answer;
use crate::id::Id;

/// All answers to a survey of a year.
pub fn survey_answers(conn: &Connection, year: FiscalYear, survey: &str) -> Result<Vec<Answer>> {
    let sql =
        "SELECT association_id, question, answer FROM survey_answer WHERE fiscal_year = ? AND survey = ? ORDER BY id";
    let mut query = conn.prepare_cached(sql)?;
    let answer =
        |row: &rusqlite::Row| Ok(Answer { association_id: row.get(0)?, question: row.get(1)?, answer: row.get(2)? });
    let answers = query.query_map(params![year, survey], answer)?.collect::<rusqlite::Result<_>>()?;
    Ok(answers)
}

/// Keeps one answer.
pub fn put_survey_answer(conn: &Connection, year: FiscalYear, survey: &str, answer: &Answer) -> Result<()> {
    let sql = "INSERT INTO survey_answer (id, fiscal_year, survey, association_id, question, answer) VALUES (?1,?2,?3,?4,?5,?6)
               ON CONFLICT (fiscal_year, survey, association_id, question) DO UPDATE SET answer=?6";
    let id = Id::<Answer>::new();
    conn.prepare_cached(sql)?.execute(params![
        id,
        year,
        survey,
        answer.association_id,
        answer.question,
        answer.answer
    ])?;
    Ok(())
}
