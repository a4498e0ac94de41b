//! 規約: a row for each text that was in force on a day of the year.

use paper::Value;
use rusqlite::Connection;

use crate::Result;
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, row, words};
use crate::meetings::{Bylaws, articles, store, term, title_of, until};

/// The texts of a year, oldest first, each with those before it.
pub(super) fn rows(conn: &Connection, year: FiscalYear) -> Result<Vec<FactRow>> {
    let texts = store::bylaws(conn)?;
    let decided = texts.iter().map(|text| decided(conn, text)).collect::<Result<Vec<_>>>()?;
    let is_of_year = |at: &usize| {
        texts[*at].from_on <= year.last_day() && until(&texts, *at).is_none_or(|day| day >= year.first_day())
    };
    let shown = |at: usize| bylaws_row(&texts, at, history(&texts[..=at], &decided));
    Ok((0..texts.len()).filter(is_of_year).map(shown).collect())
}

fn bylaws_row(texts: &[Bylaws], at: usize, history: Vec<FactRow>) -> FactRow {
    let text = &texts[at];
    let (name, rest) = text.titled();
    let lines = articles(rest).into_iter().map(|article| row([("text", words(&article))])).collect();
    row([
        ("id", words(&text.id.to_string())),
        ("name", words(name.unwrap_or(term("bylaws")))),
        ("from_on", Value::Date(text.from_on).into()),
        ("until_on", until(texts, at).map_or(Value::Blank, Value::Date).into()),
        ("articles", Fact::List(lines)),
        ("history", Fact::List(history)),
    ])
}

fn history(texts: &[Bylaws], decided: &[String]) -> Vec<FactRow> {
    let told = |(text, decided): (&Bylaws, &String)| {
        row([("from_on", Value::Date(text.from_on).into()), ("decided", words(decided))])
    };
    texts.iter().zip(decided).map(told).collect()
}

/// 令和7年度　定期総会（令和7年4月20日）: the meeting that decided a text, or what was typed beside it.
pub fn decided(conn: &Connection, text: &Bylaws) -> Result<String> {
    let item = text.item_id.map(|id| store::find_item(conn, id)).transpose()?.flatten();
    let meeting = item.map(|item| store::find_meeting(conn, item.meeting_id)).transpose()?.flatten();
    let Some(meeting) = meeting else { return Ok(text.decided.clone()) };
    Ok(format!("{}（{}）", title_of(conn, &meeting)?, paper::wareki::long(meeting.held_on)))
}
