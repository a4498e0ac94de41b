//! さがす over everything of the office.

use std::collections::HashMap;
use std::sync::Arc;

use office::FiscalYear;
use office::file::View;
use office::roster::{OrganisationKind, Person, PersonId, by_id, store};
use office::search::{Hit, HitKind, Index};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::roster::homes::homes;
use crate::{Desk, Result};

/// Finds people, associations, occasions and entries while the words are typed.
#[derive(Debug, Deserialize, TS)]
pub struct Search {
    pub query: String,
    pub year: FiscalYear,
}

/// What was found, best first.
#[derive(Debug, Serialize, TS)]
pub struct Hits {
    pub hits: Vec<Hit>,
}

/// Hits that fit beside the search box.
const MOST_HITS: usize = 20;

impl Command for Search {
    const NAME: &'static str = "office.search";
    type Output = Hits;
    fn run(self, desk: &Desk) -> Result<Hits> {
        let index = index(desk, self.year)?;
        Ok(Hits { hits: index.find(&self.query, MOST_HITS).into_iter().cloned().collect() })
    }
}

/// The index of the records as they are now; built again only after a change.
fn index(desk: &Desk, year: FiscalYear) -> Result<Arc<Index>> {
    let office = desk.office()?;
    let head = office.history(1)?.first().map(|act| act.hash.clone()).unwrap_or_default();
    desk.index.get_or_build((year, head), || office.view(|view| build(view, year)))
}

fn build(view: &View, year: FiscalYear) -> Result<Index> {
    let mut index = Index::default();
    add_people(&mut index, view, year)?;
    add_merged(&mut index, view)?;
    add_households(&mut index, view, year)?;
    add_bodies(&mut index, view)?;
    add_occasions(&mut index, view, year)?;
    add_entries(&mut index, view, year)?;
    Ok(index)
}

fn hit(kind: HitKind, id: impl ToString, title: String, detail: String) -> Hit {
    Hit { kind, id: id.to_string(), title, detail, reason: None }
}

fn add_people(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    // What else somebody is found by: the council's own fields, and where they lived before.
    let mut further: HashMap<PersonId, Vec<String>> = HashMap::new();
    for held in store::custom_values(view)? {
        further.entry(held.person_id).or_default().push(held.value);
    }
    for former in store::former_addresses(view)? {
        further.entry(former.person_id).or_default().push(former.address);
    }
    for person in store::people(view)? {
        let name = &person.name;
        let (full, kana) = (name.full(), name.full_kana());
        let [phone, mobile] = [&person.phone, &person.mobile].map(|number| office::text::digits(number));
        let [initials, letters] = office::text::initials(&name.family_kana, &name.given_kana).unwrap_or_default();
        let shown = Hit {
            reason: hidden(&person, year),
            ..hit(HitKind::Person, person.id, full.clone(), person.address.clone())
        };
        let mut words =
            vec![&full, &kana, &person.address, &person.phone, &person.mobile, &phone, &mobile, &initials, &letters];
        words.push(&person.alternate_name);
        words.extend(further.get(&person.id).into_iter().flatten());
        index.add(shown, &words.iter().map(|word| word.as_str()).collect::<Vec<_>>());
    }
    Ok(())
}

/// A record that was merged into another is still found by its own words; its page leads to that other.
fn add_merged(index: &mut Index, view: &View) -> Result<()> {
    let people = store::people(view)?;
    let people = by_id(&people);
    for (merged, into) in store::merged_people(view)? {
        let Some(kept) = people.get(&into) else { continue };
        let (full, kana) = (merged.name.full(), merged.name.full_kana());
        if merged.name.is_blank() {
            continue;
        }
        let reason = Some(format!("{}の記録にまとめた", kept.name.full()));
        let shown = Hit { reason, ..hit(HitKind::Person, merged.id, full.clone(), merged.address.clone()) };
        let [phone, mobile] = [&merged.phone, &merged.mobile].map(|number| office::text::digits(number));
        index.add(shown, &[&full, &kana, &merged.address, &merged.phone, &merged.mobile, &phone, &mobile]);
    }
    Ok(())
}

/// Why the list of the year does not count somebody.
fn hidden(person: &Person, year: FiscalYear) -> Option<String> {
    match (person.is_counted(year), person.left_on.is_some_and(|left| left <= year.last_day())) {
        (true, _) => None,
        (false, true) if person.left_reason.is_empty() => Some("退会した人".to_owned()),
        (false, true) => Some(person.left_reason.clone()),
        (false, false) => Some("この年度より後に入った人".to_owned()),
    }
}

fn add_households(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    let (people, homes) = (store::people(view)?, homes(view, year.last_day())?);
    let people = by_id(&people);
    for home in &homes.households {
        let name = homes.label(home, &people);
        let reason = home.closed_on.filter(|closed| *closed <= year.last_day()).map(|_| "今はない世帯".to_owned());
        let shown = Hit { reason, ..hit(HitKind::Household, home.id, name.clone(), home.address.clone()) };
        index.add(shown, &[&name, &home.address, &home.phone]);
    }
    Ok(())
}

fn add_bodies(index: &mut Index, view: &View) -> Result<()> {
    for body in store::organisations(view)? {
        let kind = if body.kind == OrganisationKind::Association { HitKind::Association } else { HitKind::Body };
        let reason = body.dissolved_on.map(|_| "解散した団体".to_owned());
        let shown = Hit { reason, ..hit(kind, body.id, body.name.clone(), String::new()) };
        index.add(shown, &[&body.name, &body.kana]);
    }
    Ok(())
}

fn add_occasions(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    for occasion in office::activities::store::occasions(view, year)? {
        let detail = format!("{} {}", occasion.when(), occasion.place);
        let shown = hit(HitKind::Occasion, occasion.id, occasion.title.clone(), detail);
        index.add(shown, &[&occasion.title, &occasion.place, &occasion.content]);
    }
    Ok(())
}

fn add_entries(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    for entry in office::accounts::store::entries(view, year)? {
        let amount = paper::Value::Yen(entry.amount_yen.0).shown(paper::Negative::White);
        let detail = format!("{} {}　{amount}円", paper::wareki::short(entry.entered_on), entry.counterparty);
        let shown = hit(HitKind::Entry, entry.id, entry.description.clone(), detail);
        let plain = entry.amount_yen.0.to_string();
        index.add(shown, &[&entry.description, &entry.counterparty, &amount, &plain]);
    }
    Ok(())
}
