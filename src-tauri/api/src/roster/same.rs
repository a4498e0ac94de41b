//! 二重の記録

use std::sync::Arc;

use office::FiscalYear;
use office::file::View;
use office::roster::duplicates::{Pair, Reason, pairs};
use office::roster::{Person, PersonId, acts, by_id, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::home::RosterNotice;
use crate::office::Changed;
use crate::{Desk, Result, labels};

/// People who may stand in the roster twice.
#[derive(Debug, Deserialize, TS)]
pub struct Duplicates {}

/// Two records side by side, with what they have in common.
#[derive(Debug, Serialize, TS)]
pub struct DuplicatePair {
    pub one: DuplicateSide,
    pub other: DuplicateSide,
    pub reasons: Vec<Reason>,
}

/// One of two records.
#[derive(Debug, Serialize, TS)]
pub struct DuplicateSide {
    #[ts(type = "string")]
    pub id: PersonId,
    pub name: String,
    pub kana: String,
    pub address: String,
    pub phone: String,
    pub mobile: String,
    pub birth_label: String,
    pub roles: String,
}

impl Command for Duplicates {
    const NAME: &'static str = "roster.duplicates";
    type Output = Vec<DuplicatePair>;
    fn run(self, desk: &Desk) -> Result<Vec<DuplicatePair>> {
        let city = desk.edition(desk.year())?.municipality.city.clone();
        desk.office()?.view(|view| shown(view, &city))
    }
}

/// How many people there are.
#[derive(Debug)]
pub(crate) struct Counts {
    /// Pairs of records that may be one person.
    duplicates: usize,
    /// Everybody in the file.
    on_file: usize,
    /// Those whom a year counts.
    pub persons: usize,
}

impl Counts {
    /// What the home page says about the roster.
    pub fn notice(&self) -> RosterNotice {
        let Counts { duplicates, on_file, .. } = *self;
        RosterNotice { duplicates, on_file, is_large: super::list::is_large(on_file) }
    }
}

/// How many people there are; counted again only after a change.
pub(crate) fn counts(desk: &Desk, year: FiscalYear) -> Result<Arc<Counts>> {
    let city = desk.edition(desk.year())?.municipality.city.clone();
    let office = desk.office()?;
    let head = office.history(1)?.first().map(|act| act.hash.clone()).unwrap_or_default();
    desk.counts.get_or_build((year, head), || {
        office.view(|view| {
            let people = store::people(view)?;
            let persons = people.iter().filter(|person| person.is_counted(year)).count();
            Ok(Counts { duplicates: found(view, &people, &city)?.len(), on_file: people.len(), persons })
        })
    })
}

fn found(view: &View, people: &[Person], city: &str) -> Result<Vec<Pair>> {
    let old: Vec<_> = store::former_addresses(view)?.into_iter().map(|a| (a.person_id, a.address)).collect();
    Ok(pairs(people, &old, &store::not_same(view)?, city))
}

fn shown(view: &View, city: &str) -> Result<Vec<DuplicatePair>> {
    let (people, roles, tree) = (store::people(view)?, store::roles(view)?, store::tree(view)?);
    let found = found(view, &people, city)?;
    let people = by_id(&people);
    let side = |id: PersonId| {
        let p = *people.get(&id)?;
        let held = roles.iter().filter(|r| r.person_id == id && r.is_office());
        let roles: Vec<String> = held.map(|r| format!("{} {}", tree.name(r.organisation_id), r.title)).collect();
        Some(DuplicateSide {
            id,
            name: p.name.full(),
            kana: p.name.full_kana(),
            address: p.address.clone(),
            phone: p.phone.clone(),
            mobile: p.mobile.clone(),
            birth_label: labels::long_day(p.birth_on),
            roles: roles.join("、"),
        })
    };
    let shown = |pair: &Pair| {
        Some(DuplicatePair { one: side(pair.one)?, other: side(pair.other)?, reasons: pair.reasons.clone() })
    };
    Ok(found.iter().filter_map(shown).collect())
}

/// Makes one person of two.
#[derive(Debug, Deserialize, TS)]
pub struct MergePeople {
    #[ts(type = "string")]
    pub keep: PersonId,
    #[ts(type = "string")]
    pub gone: PersonId,
}

impl Command for MergePeople {
    const NAME: &'static str = "roster.merge_people";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let merge = |tx: &office::file::Tx| acts::merge_people(tx, self.keep, self.gone);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, merge)?.into())
    }
}

/// Remembers that two people are two.
#[derive(Debug, Deserialize, TS)]
pub struct KeepApart {
    #[ts(type = "string")]
    pub one: PersonId,
    #[ts(type = "string")]
    pub other: PersonId,
}

impl Command for KeepApart {
    const NAME: &'static str = "roster.keep_apart";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let apart = |tx: &office::file::Tx| acts::keep_apart(tx, self.one, self.other);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, apart)?.into())
    }
}
