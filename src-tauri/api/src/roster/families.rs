//! 住所から世帯をまとめる

use std::collections::HashMap;

use office::file::View;
use office::roster::{OrganisationId, Person, PersonId, acts, places_of, store, suggest_households};
use office::{FiscalYear, enrolment};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::homes::homes;
use super::record::Resident;
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// People of one address and one family name who belong to no household yet.
#[derive(Debug, Deserialize, TS)]
pub struct SuggestHouseholds {
    pub year: FiscalYear,
}

/// What may be put together, and who cannot be.
#[derive(Debug, Serialize, TS)]
pub struct HouseholdSuggestions {
    pub families: Vec<HouseholdSuggestion>,
    /// People in the roster of the year.
    pub persons: usize,
    /// Those of them who live in no household and have no address.
    pub without_address: usize,
}

/// People who may be one household.
#[derive(Debug, Serialize, TS)]
pub struct HouseholdSuggestion {
    pub name: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub residents: Vec<Resident>,
    /// The associations and blocks in which they may live: one is clear, several must be asked about.
    #[ts(type = "string[]")]
    pub places: Vec<OrganisationId>,
}

impl Command for SuggestHouseholds {
    const NAME: &'static str = "roster.suggest_households";
    type Output = HouseholdSuggestions;
    fn run(self, desk: &Desk) -> Result<HouseholdSuggestions> {
        let city = desk.edition(self.year)?.municipality.city.clone();
        desk.office()?.view(|view| suggestions(view, self.year, &city))
    }
}

fn suggestions(view: &View, year: FiscalYear, city: &str) -> Result<HouseholdSuggestions> {
    let people = store::people(view)?;
    let homes = homes(view, year.last_day())?;
    let counted: Vec<&Person> = people.iter().filter(|p| p.is_counted(year)).collect();
    let free: Vec<&Person> = counted.iter().copied().filter(|p| homes.home_of(p.id).is_none()).collect();
    let (seats, tree) = (seats(view, year)?, store::tree(view)?);
    let suggestion = |family: Vec<&Person>| {
        let first = family.first()?;
        let residents = family.iter().map(|p| Resident {
            id: p.id,
            name: p.name.full(),
            relation: String::new(),
            is_head: p.id == first.id,
        });
        Some(HouseholdSuggestion {
            name: first.name.full(),
            postal: first.postal.clone(),
            address: first.address.clone(),
            phone: first.phone.clone(),
            residents: residents.collect(),
            places: places_of(&family, &seats, &tree, year.last_day()),
        })
    };
    Ok(HouseholdSuggestions {
        families: suggest_households(&free, city).into_iter().filter_map(suggestion).collect(),
        persons: counted.len(),
        without_address: free.iter().filter(|p| p.address.is_empty()).count(),
    })
}

/// Where everybody has a seat in the year: their roles, and the associations that they chair.
fn seats(view: &View, year: FiscalYear) -> Result<HashMap<PersonId, Vec<OrganisationId>>> {
    let roles = store::roles(view)?.into_iter().filter(|role| role.is_held_in(year));
    let roles = roles.map(|role| (role.person_id, role.organisation_id));
    let chaired = enrolment::store::association_years(view)?.into_iter().filter(|record| record.fiscal_year == year);
    let chaired = chaired.filter_map(|record| Some((record.chair_person_id?, record.association_id)));
    let mut seats: HashMap<PersonId, Vec<OrganisationId>> = HashMap::new();
    for (person, body) in roles.chain(chaired) {
        seats.entry(person).or_default().push(body);
    }
    Ok(seats)
}

/// Makes a household of each family, all in one change.
#[derive(Debug, Deserialize, TS)]
pub struct FoundHouseholds {
    pub families: Vec<FamilyDraft>,
}

/// People who live together; the first is the head and gives the address.
#[derive(Debug, Deserialize, TS)]
pub struct FamilyDraft {
    #[ts(type = "string[]")]
    pub residents: Vec<PersonId>,
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
}

impl Command for FoundHouseholds {
    const NAME: &'static str = "roster.found_households";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let family =
            |draft: FamilyDraft| acts::Family { residents: draft.residents, organisation_id: draft.organisation_id };
        let families: Vec<acts::Family> = self.families.into_iter().map(family).collect();
        let found = |tx: &office::file::Tx| acts::found_households(tx, &families);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, found)?.into())
    }
}
