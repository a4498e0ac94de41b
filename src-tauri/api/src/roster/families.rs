//! 住所から世帯をまとめる

use office::FiscalYear;
use office::file::View;
use office::roster::{Person, PersonId, acts, store, suggest_households};
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

/// People who may be one household.
#[derive(Debug, Serialize, TS)]
pub struct HouseholdSuggestion {
    pub name: String,
    pub postal: String,
    pub address: String,
    pub phone: String,
    pub residents: Vec<Resident>,
}

impl Command for SuggestHouseholds {
    const NAME: &'static str = "roster.suggest_households";
    type Output = Vec<HouseholdSuggestion>;
    fn run(self, desk: &Desk) -> Result<Vec<HouseholdSuggestion>> {
        let city = desk.edition(self.year)?.municipality.city.clone();
        desk.office()?.view(|view| suggestions(view, self.year, &city))
    }
}

fn suggestions(view: &View, year: FiscalYear, city: &str) -> Result<Vec<HouseholdSuggestion>> {
    let people = store::people(view)?;
    let homes = homes(view, year.last_day())?;
    let free: Vec<&Person> = people.iter().filter(|p| p.is_counted(year) && homes.home_of(p.id).is_none()).collect();
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
        })
    };
    Ok(suggest_households(&free, city).into_iter().filter_map(suggestion).collect())
}

/// Makes a household of each family, all in one change.
#[derive(Debug, Deserialize, TS)]
pub struct FoundHouseholds {
    /// Who lives together; the first is the head and gives the address.
    #[ts(type = "string[][]")]
    pub families: Vec<Vec<PersonId>>,
}

impl Command for FoundHouseholds {
    const NAME: &'static str = "roster.found_households";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let found = |tx: &office::file::Tx| acts::found_households(tx, &self.families);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, found)?.into())
    }
}
