//! さがす over everything of the office.

use std::sync::Arc;

use office::FiscalYear;
use office::file::View;
use office::search::{Hit, HitKind, Index};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
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
    add_associations(&mut index, view)?;
    add_occasions(&mut index, view, year)?;
    add_entries(&mut index, view, year)?;
    Ok(index)
}

fn hit(kind: HitKind, id: impl ToString, title: String, detail: String) -> Hit {
    Hit { kind, id: id.to_string(), title, detail, reason: None }
}

fn add_people(index: &mut Index, view: &View, year: FiscalYear) -> Result<()> {
    for person in office::roster::store::people(view)? {
        let (name, kana) = (person.name.full(), person.name.full_kana());
        let digits = [&person.phone, &person.mobile].map(|number| office::text::digits(number));
        let reason = (!person.is_counted(year)).then(|| "退会した人".to_owned());
        let shown = Hit { reason, ..hit(HitKind::Person, person.id, name.clone(), person.address.clone()) };
        index.add(shown, &[&name, &kana, &person.address, &person.phone, &person.mobile, &digits[0], &digits[1]]);
    }
    Ok(())
}

fn add_associations(index: &mut Index, view: &View) -> Result<()> {
    for association in office::enrolment::facts::associations(view)? {
        let shown = hit(HitKind::Association, association.id, association.name.clone(), String::new());
        index.add(shown, &[&association.name]);
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
