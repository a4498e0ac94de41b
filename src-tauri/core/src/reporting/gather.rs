//! All facts of a year: what each concept states, and what only the desk as a whole knows.

use std::collections::HashMap;

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use crate::fact::{self, Fact, FactRow, Facts};
use crate::profile::{Edition, Task};
use crate::{
    FiscalYear, Result, accounts, activities, council, enrolment, equipment, grants, handover, meetings, plan, roster,
};

/// 1 for a 認可地縁団体, else 0.
const RECOGNISED: &str = "council.recognised";

/// Every fact that a form of the edition may name, for one year as it stands today.
pub fn gather(conn: &Connection, edition: &Edition, year: FiscalYear, today: NaiveDate) -> Result<Facts> {
    gather_until(conn, edition, (year, year.last_day()), today)
}

/// The same with the books as they stood at the end of a day of the year; on its last day nothing is left out.
pub fn gather_until(
    conn: &Connection,
    edition: &Edition,
    (year, until): (FiscalYear, NaiveDate),
    today: NaiveDate,
) -> Result<Facts> {
    let as_of = year.nearest(until.min(today));
    gathered(conn, edition, (year, until), (year, as_of), today)
}

/// The same with 名簿 as it was on a day, be it one of another year: what was laid before a meeting names who held an office then.
pub fn gather_on(conn: &Connection, edition: &Edition, year: FiscalYear, day: NaiveDate) -> Result<Facts> {
    gathered(conn, edition, (year, year.last_day()), (FiscalYear::of(day), day), day)
}

/// The facts of a year with the books until a day, and with 名簿 as of a day of the same or of another year.
fn gathered(
    conn: &Connection,
    edition: &Edition,
    (year, until): (FiscalYear, NaiveDate),
    (rostered, as_of): (FiscalYear, NaiveDate),
    today: NaiveDate,
) -> Result<Facts> {
    let mut facts = stated(conn, edition, year, until)?;
    state_year(&mut facts, year, as_of);
    facts.extend(handover::facts::facts(conn, year, today)?);
    state_city(&mut facts, edition);
    state_calendar(&mut facts, edition, year);
    facts.extend(roster::facts::facts(conn, rostered, as_of)?);
    facts.extend(activities::facts::volunteers(conn, year, &edition.municipality.volunteer_rates)?);
    join_budget(&mut facts);
    join_chairs(&mut facts);
    join_auditors(&mut facts);
    Ok(facts)
}

/// 監査報告書 is signed by those who are known to have audited, as long as nobody is by the 監事 of the roster. Where the roster
/// names none, the other papers are signed by those who audited.
fn join_auditors(facts: &mut Facts) {
    let rostered = facts.list("roster.auditors").to_vec();
    let Value::Text(audited) = facts.value("audit.auditors") else { return };
    let names = audited.split(['、', '，', ',', '\n']).map(str::trim).filter(|name| !name.is_empty());
    let signer = |name: &str| fact::row([("office", fact::words("監事")), ("name", fact::words(name))]);
    let known: Vec<FactRow> = names.map(signer).collect();
    let signers = if known.is_empty() { rostered.clone() } else { known };
    facts.state_list("roster.auditors", if rostered.is_empty() { signers.clone() } else { rostered });
    facts.state_list("audit.signers", signers);
}

/// How a year stands, without a row for every entry and everybody: what home shows, and no more than that is read.
pub fn work(conn: &Connection, edition: &Edition, year: FiscalYear) -> Result<Facts> {
    let known = grants::known(conn, year, &|year| edition.grants_in(year), None)?;
    let mut facts = enrolment::facts::facts(conn, year, &edition.municipality.enrolment_targets)?;
    facts.extend(activities::facts::facts(conn, year, accounts::store::activities_of(conn, year)?)?);
    facts.extend(accounts::facts::figures(&known.books));
    facts.extend(accounts::facts::collected(conn, &known.books)?);
    facts.extend(grants::facts::figures(&known));
    facts.state("audit.audited_on", accounts::facts::audited_on(conn, year)?);
    facts.state("meetings.general_on", meetings::facts::general_on(conn, year)?);
    state_council(&mut facts, conn, year)?;
    Ok(facts)
}

/// What every concept but the roster states, and of the handover that it is prepared: all that the work of a year is known by.
pub fn stated(conn: &Connection, edition: &Edition, year: FiscalYear, until: NaiveDate) -> Result<Facts> {
    let names = grants::store::grants(conn, year)?.into_iter().map(|grant| (grant.id, grant.name)).collect();
    let mut facts = enrolment::facts::facts(conn, year, &edition.municipality.enrolment_targets)?;
    facts.extend(activities::facts::facts(conn, year, accounts::store::activities_of(conn, year)?)?);
    let strict = grants::strict(conn, year, &edition.grants_in(year)?)?;
    facts.extend(accounts::facts::facts(conn, (year, until), &names, &strict)?);
    facts.extend(grants::facts::facts(conn, year, &|year| edition.grants_in(year))?);
    facts.extend(equipment::facts::facts(conn, year)?);
    facts.extend(plan::facts::facts(conn, year)?);
    facts.extend(meetings::facts::facts(conn, year)?);
    facts.state("handover.items", handover::facts::kept(conn)?);
    state_council(&mut facts, conn, year)?;
    Ok(facts)
}

fn state_year(facts: &mut Facts, year: FiscalYear, as_of: NaiveDate) {
    facts.state("year.label", Value::text(year.label()));
    facts.state("year.first_on", Value::Date(year.first_day()));
    facts.state("year.city_first_on", Value::Date(year.city_first_day()));
    facts.state("year.last_on", Value::Date(year.last_day()));
    facts.state("year.as_of", Value::Date(as_of));
}

fn state_council(facts: &mut Facts, conn: &Connection, year: FiscalYear) -> Result<()> {
    let council = council::read(conn)?;
    let legal_form = council.legal_form_on(year.last_day());
    for (name, text) in
        [("name", council.name), ("postal", council.postal), ("address", council.address), ("phone", council.phone)]
    {
        facts.state(format!("council.{name}"), Value::Text(text));
    }
    facts.state("council.legal_form", Value::text(legal_form.label()));
    facts.state(RECOGNISED, Value::Count(i64::from(legal_form.is_recognised())));
    facts.state("council.recognised_on", council.recognised_on.map_or(Value::Blank, Value::Date));
    Ok(())
}

fn state_city(facts: &mut Facts, edition: &Edition) {
    let city = &edition.municipality;
    for (name, text) in [("name", &city.city), ("addressee", &city.addressee), ("department", &city.department)] {
        facts.state(format!("city.{name}"), Value::Text(text.clone()));
    }
    facts.state("words.association", Value::Text(city.words.association.clone()));
}

/// What falls due after the last day of the year: what the year itself leaves, and the year that follows.
fn state_calendar(facts: &mut Facts, edition: &Edition, year: FiscalYear) {
    let last = year.last_day();
    let tasks = [year, year.next()].into_iter().flat_map(|year| edition.tasks(year));
    let is_coming = |task: &Task| task.due_on > last && task.due_on <= year.next().last_day();
    let mut coming: Vec<Task> = tasks.filter(|task| is_coming(task) && task.is_of_council(facts)).collect();
    coming.sort_by_key(|task| task.due_on);
    let task_row = |task: &Task| {
        fact::row([
            ("due", fact::words(&in_year(task.due_on, &task.due_label))),
            ("due_on", Value::Date(task.due_on).into()),
            ("of_year", fact::words(&task.fiscal_year.label())),
            ("title", fact::words(&task.title)),
            ("detail", fact::words(&task.detail)),
        ])
    };
    let unfiled = facts.list("grants.papers").iter().filter(|paper| paper["filed_on"] == Fact::One(Value::Blank));
    let rows = unfiled.map(|paper| paper_row(paper, year)).chain(coming.iter().map(task_row)).collect();
    facts.state_list("calendar.coming", rows);
}

/// 令和8年4月中旬: the paper is read in another year than the one that it is about.
fn in_year(day: NaiveDate, label: &str) -> String {
    let long = paper::wareki::long(day);
    format!("{}{label}", long.split_inclusive('年').next().unwrap_or_default())
}

/// What the year still owes the city comes before everything else.
fn paper_row(paper: &FactRow, year: FiscalYear) -> FactRow {
    let due = match paper["due_on"] {
        Fact::One(Value::Date(day)) => paper::wareki::long(day),
        _ => String::new(),
    };
    let title = format!("{}を市に出す", text(paper, "title").unwrap_or_default());
    let detail = format!("{}の書類で、まだ出した日が書かれていません", text(paper, "grant").unwrap_or_default());
    fact::row([
        ("due", fact::words(&due)),
        ("due_on", paper["due_on"].clone()),
        ("of_year", fact::words(&year.label())),
        ("title", fact::words(&title)),
        ("detail", fact::words(&detail)),
    ])
}

/// An activity and the budget line of the same name are one thing on paper.
fn join_budget(facts: &mut Facts) {
    let (parts, fundings) = (facts.list("by_activity.parts").to_vec(), facts.list("by_activity.fundings").to_vec());
    let none = || Fact::One(Value::Blank);
    for list in ["activities.list", "activities.plan"] {
        for row in facts.rows_mut(list) {
            let named = |all: &'_ [FactRow]| all.iter().find(|one| one["name"] == row["activity"]).cloned();
            let (part, funding) = (named(&parts), named(&fundings));
            let amount = |column: &str| part.as_ref().map_or_else(none, |part| part[column].clone());
            let words = |column: &str| funding.as_ref().map_or_else(|| fact::words(""), |one| one[column].clone());
            // What nobody planned has no budget, not one of 0 yen.
            let budget = Some(amount("budget_yen")).filter(|budget| *budget != Fact::One(Value::Yen(0)));
            let columns = [
                ("budget_yen", budget.unwrap_or_else(none)),
                ("settled_yen", amount("expense_yen")),
                ("item", words("item")),
                ("grant", words("grant")),
            ];
            row.extend(fact::row(columns));
        }
    }
    for column in ["budget_yen", "settled_yen"] {
        let amount = |row: &FactRow| if let Fact::One(value) = &row[column] { value.number() } else { None };
        let sum = facts.list("activities.list").iter().filter_map(amount).reduce(|sum, n| sum + n);
        facts.state(format!("activities.{column}"), sum.map_or(Value::Blank, Value::Yen));
    }
}

/// An association whose officers the roster does not know is headed by the chair that was told with its count.
fn join_chairs(facts: &mut Facts) {
    let told = ["enrolment.counted", "enrolment.uncounted"].into_iter().flat_map(|list| facts.list(list));
    let chairs: HashMap<String, Fact> = told.filter_map(|row| Some((text(row, "id")?, row["chair"].clone()))).collect();
    for list in ["roster.bodies", "roster.member_bodies", "handover.bodies"] {
        for row in facts.rows_mut(list).iter_mut().filter(|row| text(row, "head").is_none()) {
            let Some(chair) = text(row, "id").and_then(|id| chairs.get(&id)) else { continue };
            row.insert("head".into(), chair.clone());
            row.insert("office".into(), fact::words("会長"));
        }
    }
}

/// Words of a row; none when there are none.
fn text(row: &FactRow, name: &str) -> Option<String> {
    match row.get(name) {
        Some(Fact::One(Value::Text(words))) if !words.is_empty() => Some(words.clone()),
        _ => None,
    }
}
