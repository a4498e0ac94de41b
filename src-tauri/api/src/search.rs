//! さがす over everything of the office.

use std::collections::HashMap;
use std::sync::Arc;

use office::FiscalYear;
use office::file::View;
use office::roster::{CustomField, CustomFieldId, OrganisationKind, Person, PersonId, by_id, store};
use office::search::{Hit, HitKind, Index};
use office::text::{digits, initials};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::roster::homes::homes;
use crate::{Desk, Result};

/// Finds people, associations, occasions, meetings and entries while the words are typed.
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
    add_households(&mut index, view, year)?;
    add_bodies(&mut index, view, year)?;
    add_occasions(&mut index, view, year)?;
    add_meetings(&mut index, view)?;
    add_entries(&mut index, view, year)?;
    add_plan(&mut index, view, year)?;
    Ok(index)
}

fn hit(kind: HitKind, id: impl ToString, title: String, detail: String) -> Hit {
    Hit { kind, id: id.to_string(), title, detail, reason: None }
}

fn add_people(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    let (people, merged) = (store::people(view)?, store::merged_people(view)?);
    let further = further(view, &merged)?;
    for person in &people {
        let shown = Hit {
            reason: hidden(person, year),
            ..hit(HitKind::Person, person.id, person.name.full(), person.address.clone())
        };
        add_person(index, shown, person, further.get(&person.id).map_or(&[], Vec::as_slice));
    }
    let people = by_id(&people);
    // A record that was merged into another is still found by its own words; its page leads to that other.
    for (gone, into) in merged.iter().filter(|(gone, _)| !gone.name.is_blank()) {
        let Some(kept) = people.get(into) else { continue };
        let reason = Some(format!("{}の記録にまとめた", kept.name.full()));
        let shown = Hit { reason, ..hit(HitKind::Person, gone.id, gone.name.full(), gone.address.clone()) };
        add_person(index, shown, gone, &[]);
    }
    Ok(())
}

/// What else somebody is found by: the council's own fields, where they lived before, and all that was merged into them.
fn further(view: &View, merged: &[(Person, PersonId)]) -> Result<HashMap<PersonId, Vec<String>>> {
    let mut further: HashMap<PersonId, Vec<String>> = HashMap::new();
    let fields: HashMap<CustomFieldId, CustomField> =
        store::custom_fields(view)?.into_iter().map(|field| (field.id, field)).collect();
    for held in store::custom_values(view)? {
        let shown = fields.get(&held.field_id).map(|field| field.shown(&held.value));
        further.entry(held.person_id).or_default().extend([held.value].into_iter().chain(shown));
    }
    for former in store::former_addresses(view)? {
        further.entry(former.person_id).or_default().push(former.address);
    }
    for (gone, into) in merged {
        further.entry(*into).or_default().extend([&gone.address, &gone.phone, &gone.mobile].map(Clone::clone));
    }
    Ok(further)
}

fn add_person(index: &mut Index, shown: Hit, person: &Person, further: &[String]) {
    let name = &person.name;
    let (full, kana) = (name.full(), name.full_kana());
    let [phone, mobile] = [&person.phone, &person.mobile].map(|number| digits(number));
    let [initials, letters] = initials(&name.family_kana, &name.given_kana).unwrap_or_default();
    let own = [&full, &kana, &person.address, &person.phone, &person.mobile, &phone, &mobile, &initials, &letters];
    let words = own.into_iter().chain([&person.alternate_name]).chain(further);
    index.add(shown, &words.map(String::as_str).collect::<Vec<_>>());
}

/// Why the list of the year does not count somebody.
fn hidden(person: &Person, year: FiscalYear) -> Option<String> {
    let has_left = person.left_on.is_some_and(|left| left <= year.last_day());
    match (person.is_counted(year), has_left) {
        (true, _) => None,
        (false, _) if person.name.is_blank() => Some("個人情報を消した人".to_owned()),
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

fn add_bodies(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    for body in store::organisations(view)? {
        let kind = if body.kind == OrganisationKind::Association { HitKind::Association } else { HitKind::Body };
        let is_gone = body.dissolved_on.is_some_and(|dissolved| dissolved <= year.last_day());
        let is_later = body.founded_on.is_some_and(|founded| founded > year.last_day());
        let reason = is_gone.then_some("解散した団体").or(is_later.then_some("この年度より後にできた団体"));
        let shown = Hit { reason: reason.map(str::to_owned), ..hit(kind, body.id, body.name.clone(), String::new()) };
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

/// Meetings of every year, also by what they took up.
fn add_meetings(index: &mut Index, view: &View) -> Result<()> {
    for meeting in office::meetings::store::all_meetings(view)? {
        let known = office::meetings::Known::of(view, meeting)?;
        let detail = format!("{} {}", paper::wareki::short(known.meeting.held_on), known.meeting.shown_place());
        let shown = hit(HitKind::Meeting, known.meeting.id, known.title.clone(), detail);
        let items = known.items.iter().map(|item| item.title.as_str());
        let words: Vec<&str> = [known.title.as_str(), known.meeting.shown_place()].into_iter().chain(items).collect();
        index.add(shown, &words);
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

fn add_plan(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    let plan = office::plan::Plan::load(view)?;
    for heading in plan.outline() {
        let shown = hit(HitKind::Heading, heading.id, heading.name.clone(), heading.kind().to_owned());
        index.add(shown, &[&heading.name, &heading.detail]);
    }
    let in_force = plan.in_force(year);
    for action in &plan.actions {
        let is_done = in_force.iter().all(|one| one.id != action.id);
        let reason = is_done.then(|| "この年度には行わない取組".to_owned());
        let detail = plan.heading(action.heading_id).map_or(String::new(), |heading| heading.name.clone());
        let shown = Hit { reason, ..hit(HitKind::Action, action.id, action.name.clone(), detail) };
        index.add(shown, &[&action.name, &action.doing]);
    }
    Ok(())
}
