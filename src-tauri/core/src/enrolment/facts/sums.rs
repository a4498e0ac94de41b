//! The lines of a year put together: those who answered, those who did not, their sums by 地区, and the ranking.

use paper::{Negative, Value};

use super::{count, percent, points, years};
use crate::calendar::FiscalYear;
use crate::enrolment::{AreaRate, Known, Targets, rates_by_area, rates_of_both};
use crate::fact::{Fact, FactRow, Facts, row, words};

/// Columns that are added up over the associations that answered.
const ADDED: [&str; 4] = ["blocks", "previous", "change", "flats"];

/// States the lists of associations with their sums.
pub(super) fn state(facts: &mut Facts, known: &Known, targets: &Targets, lines: Vec<FactRow>, year: FiscalYear) {
    let source = usual_source(&lines);
    let lines: Vec<FactRow> = lines.into_iter().map(|line| without_usual(line, &source)).collect();
    facts.state("enrolment.source", Value::text(source));
    facts.state_list("enrolment.all", lines.clone());
    facts.state_list("enrolment.compared", lines.iter().filter(|l| number(l, "recorded").is_some()).cloned().collect());
    let (counted, uncounted): (Vec<_>, Vec<_>) =
        by_area(lines).into_iter().partition(|line| number(line, "enrolled").is_some());
    for column in ADDED.into_iter().filter(|column| *column != "flats") {
        facts.state(format!("enrolment.counted_{column}"), Value::Count(sum(&counted, column).unwrap_or_default()));
    }
    state_flats(facts, &counted);
    let certain = |word: &str| counted.iter().filter(|line| line["certainty"] == words(word)).count() as i64;
    facts.state("enrolment.associations_uncounted", Value::Count(uncounted.len() as i64));
    facts.state("enrolment.rounded", Value::Count(certain("概数")));
    facts.state("enrolment.carried_over", Value::Count(certain("前年値")));
    let is_flagged = |line: &&FactRow| line["flags"] != words("");
    facts.state_list("enrolment.flagged", counted.iter().filter(is_flagged).cloned().collect());
    facts.state_list("enrolment.ranking", ranking(&counted));
    facts.state_list("enrolment.areas", areas(known, targets, &counted, year));
    facts.state_list("enrolment.counted", counted);
    facts.state_list("enrolment.uncounted", uncounted);
}

/// The sum of the households in flats, and of how many associations it is where not all of them said.
fn state_flats(facts: &mut Facts, counted: &[FactRow]) {
    let said = counted.iter().filter(|line| number(line, "flats").is_some()).count();
    let is_part = said > 0 && said < counted.len();
    facts.state("enrolment.counted_flats", count(sum(counted, "flats")));
    facts.state("enrolment.flats_of", count(is_part.then_some(said as i64)));
}

/// The source that most of the counts come from, said once below the list.
fn usual_source(lines: &[FactRow]) -> String {
    let mut found: Vec<(&Fact, usize)> = Vec::new();
    for line in lines.iter().filter(|line| number(line, "enrolled").is_some()) {
        match found.iter_mut().find(|(source, _)| **source == line["source"]) {
            Some((_, times)) => *times += 1,
            None => found.push((&line["source"], 1)),
        }
    }
    match found.into_iter().rev().max_by_key(|(_, times)| *times) {
        Some((Fact::One(source), _)) => source.shown(Negative::White),
        _ => String::new(),
    }
}

/// What a line says of its source and its note, where the source is not the usual one.
fn without_usual(mut line: FactRow, usual: &str) -> FactRow {
    let said = |name: &str| match &line[name] {
        Fact::One(value) => value.shown(Negative::White),
        Fact::List(_) => String::new(),
    };
    let source = Some(said("source")).filter(|source| source != usual);
    let told = [source.unwrap_or_default(), said("note")].into_iter().filter(|words| !words.is_empty());
    let told = told.collect::<Vec<_>>().join("\n");
    line.insert("source_and_note".into(), words(&told));
    line
}

fn number(line: &FactRow, name: &str) -> Option<i64> {
    match line.get(name) {
        Some(Fact::One(value)) => value.number(),
        _ => None,
    }
}

/// None where nobody has the number.
fn sum(lines: &[FactRow], column: &str) -> Option<i64> {
    let mut numbers = lines.iter().filter_map(|line| number(line, column)).peekable();
    numbers.peek().is_some().then(|| numbers.sum())
}

/// The associations of one 地区 beside each other, in the order in which the first of each comes.
fn by_area(mut lines: Vec<FactRow>) -> Vec<FactRow> {
    let mut order: Vec<Fact> = Vec::new();
    for line in &lines {
        if !order.contains(&line["area"]) {
            order.push(line["area"].clone());
        }
    }
    lines.sort_by_key(|line| order.iter().position(|area| *area == line["area"]));
    lines
}

/// The associations by the change of their rates, best first; equal ones share a place.
fn ranking(counted: &[FactRow]) -> Vec<FactRow> {
    let points = |line: &FactRow| match &line["points"] {
        Fact::One(Value::Points(tenths)) => Some(*tenths),
        _ => None,
    };
    let mut ranked: Vec<(i64, &FactRow)> = counted.iter().filter_map(|line| Some((points(line)?, line))).collect();
    ranked.sort_by_key(|(tenths, _)| std::cmp::Reverse(*tenths));
    let place = |tenths: i64| ranked.iter().filter(|(other, _)| *other > tenths).count() as i64 + 1;
    let of = |(tenths, line): &(i64, &FactRow)| {
        let mut line = (*line).clone();
        line.insert("place".into(), Value::Count(place(*tenths)).into());
        line
    };
    ranked.iter().map(of).collect()
}

/// 地区計: rates are Σ加入 ÷ Σ世帯; the other columns are the sums of the lines that stand above.
fn areas(known: &Known, targets: &Targets, counted: &[FactRow], year: FiscalYear) -> Vec<FactRow> {
    let records = known.records_until(year);
    let areas: Vec<_> =
        known.associations.iter().map(|a| (a.id, known.area(a.id, records.get(&a.id).copied()))).collect();
    let before = rates_by_area(&areas, &known.chosen, year.previous());
    let tenths = |year: FiscalYear, area: &str| {
        let rates = rates_by_area(&areas, &known.chosen, year);
        rates.iter().find(|one| one.area == area).and_then(|one| one.rate.tenths())
    };
    let same = |area: &str| {
        let is_own = |id| areas.iter().any(|(own, name)| *own == id && name == area);
        let [now, before] = rates_of_both(&known.chosen, year, is_own);
        points(now.tenths(), before.tenths())
    };
    let row_of = |(now, before): (AreaRate, AreaRate)| {
        let own = |line: &&FactRow| line["area"] == words(&now.area);
        let lines: Vec<FactRow> = counted.iter().filter(own).cloned().collect();
        let mut line = row([
            ("area", words(if now.area.is_empty() { "（地区なし）" } else { &now.area })),
            ("associations", Value::Count(now.associations).into()),
            ("associations_counted", Value::Count(now.rate.associations_counted).into()),
            ("households", Value::Count(now.rate.households).into()),
            ("enrolled", Value::Count(now.rate.enrolled).into()),
            ("rate_percent", percent(now.rate.tenths()).into()),
            ("points", points(now.rate.tenths(), before.rate.tenths()).into()),
            ("same_points", same(&now.area).into()),
            ("over_years", years::over_years(known, targets, year, |year| tenths(year, &now.area))),
        ]);
        line.extend(ADDED.map(|column| (column.into(), count(sum(&lines, column)).into())));
        line
    };
    rates_by_area(&areas, &known.chosen, year).into_iter().zip(before).map(row_of).collect()
}
