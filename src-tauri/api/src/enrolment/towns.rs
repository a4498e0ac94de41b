//! The map of towns: their households, which association covers which part, and what is suggested.

use office::FiscalYear;
use office::enrolment::town::{Claim, counts_of, shared_out, suggest, town_key};
use office::enrolment::{Known, Part, Town, TownCount, TownId, TownShare, acts, known, store};
use office::roster::OrganisationId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// The map of towns for a year.
#[derive(Debug, Deserialize, TS)]
pub struct Towns {
    pub year: FiscalYear,
}

/// The map of towns for a year.
#[derive(Debug, Serialize, TS)]
pub struct TownMap {
    /// Towns with shares, and those for which some are suggested.
    pub towns: Vec<TownShown>,
    /// How many towns there are in all.
    pub all: usize,
    /// Every town that no association of the records names.
    pub others: Vec<TownName>,
    pub associations: Vec<AssociationName>,
    /// True when no association covers a town yet.
    pub is_empty: bool,
}

/// A town with its shares.
#[derive(Debug, Serialize, TS)]
pub struct TownShown {
    #[ts(type = "string")]
    pub id: TownId,
    pub name: String,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    pub as_of: Option<String>,
    pub source: String,
    pub shares: Vec<ShareShown>,
    /// What the records suggest, where it is not what stands there.
    pub suggested: Vec<ShareShown>,
    pub is_confirmed: bool,
}

/// One share.
#[derive(Debug, Serialize, TS)]
pub struct ShareShown {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub name: String,
    /// 25.38 or 40世帯, as it may be typed.
    pub typed: String,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
}

/// A town to choose.
#[derive(Debug, Serialize, TS)]
pub struct TownName {
    #[ts(type = "string")]
    pub id: TownId,
    pub name: String,
}

/// An association to choose.
#[derive(Debug, Serialize, TS)]
pub struct AssociationName {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub name: String,
}

impl Command for Towns {
    const NAME: &'static str = "enrolment.towns";
    type Output = TownMap;
    fn run(self, desk: &Desk) -> Result<TownMap> {
        desk.office()?.view(|view| {
            let known = known(view)?;
            Ok(map(&known, &store::towns(view)?, self.year))
        })
    }
}

fn map(known: &Known, towns: &[Town], year: FiscalYear) -> TownMap {
    let suggested = suggest(towns, &claims(known, year));
    let counts = counts_of(&known.observed.town_counts, year);
    let of = |shares: &[TownShare], town: TownId| -> Vec<TownShare> {
        shares.iter().filter(|share| share.town_id == town).copied().collect()
    };
    let mut shown = Vec::new();
    let mut others = Vec::new();
    for town in towns {
        let (own, said) = (of(&known.observed.shares, town.id), of(&suggested, town.id));
        if own.is_empty() && said.is_empty() {
            others.push(TownName { id: town.id, name: town.name.clone() });
        } else {
            shown.push(town_shown(known, town, counts.get(&town.id).copied(), &own, &said));
        }
    }
    let names = known.associations.iter().map(|a| AssociationName { id: a.id, name: a.name.clone() });
    TownMap {
        towns: shown,
        all: towns.len(),
        others,
        associations: names.collect(),
        is_empty: known.observed.shares.is_empty(),
    }
}

/// What the records of the year say of areas, with the answered households.
pub(super) fn claims(known: &Known, year: FiscalYear) -> Vec<Claim> {
    let records = known.records_until(year);
    let answered = |id: OrganisationId| {
        let own = known.observed.answers.iter().filter(|o| o.association_id == id && o.fiscal_year <= year);
        own.max_by_key(|o| o.fiscal_year).and_then(|o| o.denominator)
    };
    let claim = |a: &office::roster::Organisation| {
        let town = records.get(&a.id).map(|record| record.town.clone()).filter(|town| !town_key(town).is_empty())?;
        Some(Claim { association_id: a.id, town, households: answered(a.id) })
    };
    known.associations.iter().filter_map(claim).collect()
}

fn town_shown(
    known: &Known,
    town: &Town,
    count: Option<&TownCount>,
    own: &[TownShare],
    said: &[TownShare],
) -> TownShown {
    let households = count.and_then(|c| c.households);
    let shown = |shares: &[TownShare]| -> Vec<ShareShown> {
        let parts = shared_out(households.unwrap_or_default(), shares);
        let share = |(share, (_, part)): (&TownShare, &(OrganisationId, i64))| ShareShown {
            association_id: share.association_id,
            name: known.associations.iter().find(|a| a.id == share.association_id).map_or("", |a| &a.name).to_owned(),
            typed: share_typed(share.part),
            households: households.map(|_| *part),
        };
        shares.iter().zip(&parts).map(share).collect()
    };
    TownShown {
        id: town.id,
        name: town.name.clone(),
        households,
        as_of: count.map(|c| paper::wareki::short(c.as_of_on)),
        source: count.map_or_else(String::new, |c| c.source.clone()),
        shares: shown(own),
        suggested: if own == said { vec![] } else { shown(said) },
        is_confirmed: !own.is_empty(),
    }
}

/// 25.38％ or 40世帯
fn share_typed(part: Part) -> String {
    match part {
        Part::Hundredths(n) if n % 100 == 0 => format!("{}％", n / 100),
        Part::Hundredths(n) => format!("{}.{:02}％", n / 100, n % 100),
        Part::Households(n) => format!("{n}世帯"),
    }
}

/// The shares of towns as typed, in one act: 25.38％, or 40世帯; empty ones are left out.
#[derive(Debug, Deserialize, TS)]
pub struct SaveShares {
    pub towns: Vec<TownTyped>,
}

/// The shares of one town.
#[derive(Debug, Deserialize, TS)]
pub struct TownTyped {
    #[ts(type = "string")]
    pub town: TownId,
    pub shares: Vec<ShareTyped>,
}

/// One share as typed.
#[derive(Debug, Deserialize, TS)]
pub struct ShareTyped {
    #[ts(type = "string")]
    pub association_id: OrganisationId,
    pub typed: String,
}

impl Command for SaveShares {
    const NAME: &'static str = "enrolment.save_shares";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let towns = self.towns.iter().map(|typed| Ok((typed.town, typed.read()?))).collect::<Result<Vec<_>>>()?;
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::set_shares(tx, &towns))?.into())
    }
}

impl TownTyped {
    fn read(&self) -> Result<Vec<TownShare>> {
        let typed = self.shares.iter().filter(|share| !share.typed.trim().is_empty());
        let share = |share: &ShareTyped| {
            Ok(TownShare { town_id: self.town, association_id: share.association_id, part: part(&share.typed)? })
        };
        typed.map(share).collect()
    }
}

fn part(words: &str) -> Result<Part> {
    let plain = office::text::half_width(words.trim());
    if plain.ends_with("世帯") {
        let count = typed::count(words, "share")?.0;
        let count = count
            .ok_or_else(|| Error::refused("typed.count_unreadable").with("field", "share").with("typed", words))?;
        return Ok(Part::Households(count));
    }
    let hundredths = typed::hundredths(words, "share")?;
    hundredths
        .map(Part::Hundredths)
        .ok_or_else(|| Error::refused("typed.percent_unreadable").with("field", "share").with("typed", words))
}
