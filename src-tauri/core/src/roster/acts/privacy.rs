//! 個人情報: consent, and erasing the words of those who left long ago.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::Connection;

use super::person;
use crate::calendar::FiscalYear;
use crate::file::{By, Changed, Erasure, Kept, OfficeFile, Tx};
use crate::roster::privacy::{Consent, ConsentId, FieldPolicy, Leaver, leavers};
use crate::roster::{HouseholdId, PersonId, PersonName, store};
use crate::{Error, Result};

/// Writes for what a field is kept and who may see it.
pub fn save_policy(tx: &Tx, policy: &FieldPolicy, label: &str) -> Result<()> {
    tx.say("field", label);
    store::put_field_policy(tx, policy)
}

/// Writes down that somebody agreed.
pub fn record_consent(tx: &Tx, consent: &Consent) -> Result<()> {
    tx.say("name", person(tx, consent.person_id)?.name.full());
    store::put_consent(tx, consent)
}

/// Writes down that somebody took a consent back.
pub fn withdraw_consent(tx: &Tx, id: ConsentId, on: NaiveDate) -> Result<()> {
    let consent = store::find_consent(tx, id)?.ok_or_else(|| Error::refused("roster.no_such_person"))?;
    super::in_order(Some(consent.given_on), Some(on), "on")?;
    tx.say("name", person(tx, consent.person_id)?.name.full());
    store::put_consent(tx, &Consent { withdrawn_on: Some(on), ..consent })
}

/// Sets how many years the words of leavers are kept.
pub fn save_retention(tx: &Tx, years: u32) -> Result<()> {
    tx.say("years", years);
    store::put_leavers_years(tx, years)
}

/// What stays on a person whose words are erased: from when to when they were counted, and why.
const KEPT: &[&str] = &["joined_on", "joined_reason", "left_on", "left_reason"];
/// The same with the name.
const KEPT_WITH_NAME: &[&str] = &["joined_on", "joined_reason", "left_on", "left_reason", "family", "given"];

/// Tables whose rows say something of a person, and what of them stays.
const WITH: &[(&str, Kept)] = &[
    ("former_address", &[]),
    ("custom_value", &[]),
    ("consent", &[]),
    ("household_member", &[]),
    ("attachment", &[]),
    ("association_year", &["town", "note"]),
];
/// The same of somebody whose name stays: it stays on the association that they chaired, too.
const WITH_BUT_CHAIR: &[(&str, Kept)] = WITH.split_at(WITH.len() - 1).0;

/// Erases the words of leavers whose time is over, from the records and from every act of the history. It cannot be
/// taken back. Somebody whose time is not over is refused by name.
pub fn erase_leavers(file: &OfficeFile, by: &By, ids: &[PersonId], today: NaiveDate) -> Result<Changed<()>> {
    let gone = file.view(|view| Gone::find(view, ids, today))?;
    if gone.due.is_empty() {
        return Err(Error::refused("privacy.nobody"));
    }
    file.erase(by, "privacy.erase_leavers", &gone.erasures(), |tx| gone.erase(tx))
}

/// Leavers whose time is over, and what is theirs alone.
struct Gone {
    due: Vec<Due>,
    /// Households in which nobody else ever lived.
    homes: Vec<HouseholdId>,
    /// Frozen lists of the roster that name them.
    frozen: BTreeSet<String>,
}

/// Somebody whose time is over, with the records that were merged into theirs.
struct Due {
    leaver: Leaver,
    /// Their own name first.
    names: Vec<String>,
    merged: Vec<PersonId>,
}

impl Gone {
    fn find(conn: &Connection, ids: &[PersonId], today: NaiveDate) -> Result<Gone> {
        let held = store::with_belongings(conn)?;
        let plan = leavers(&store::people(conn)?, &store::roles(conn)?, &held, store::leavers_years(conn)?, today);
        let due: Vec<Due> = ids.iter().map(|id| Due::find(conn, &plan, *id, today)).collect::<Result<_>>()?;
        let records = due.iter().flat_map(|due| due.merged.iter().copied().chain([due.leaver.person_id])).collect();
        let mut frozen = BTreeSet::new();
        for due in &due {
            frozen.extend(store::frozen_rosters(conn, &due.names, FiscalYear::of(due.leaver.left_on))?);
        }
        Ok(Gone { homes: store::homes_of_only(conn, &records)?, due, frozen })
    }

    fn erasures(&self) -> Vec<Erasure> {
        let homes = self.homes.iter().map(|id| Erasure {
            record: ("household", id.to_string()),
            keep: &["closed_on"],
            with: &[("attachment", &[])],
            named_by: Some((&["name"], |parts| parts.concat())),
            keeps_name: None,
        });
        let frozen = self.frozen.iter().map(|id| Erasure {
            record: ("issued_report", id.clone()),
            keep: &["form", "edition", "document_hash", "issued_at", "grant_id"],
            ..Erasure::default()
        });
        self.due.iter().flat_map(Due::erasures).chain(homes).chain(frozen).collect()
    }

    fn erase(&self, tx: &Tx) -> Result<()> {
        tx.say("count", self.due.len());
        for due in &self.due {
            store::erase_person(tx, due.leaver.person_id, due.leaver.keeps_name)?;
            due.merged.iter().try_for_each(|id| store::erase_merged(tx, *id))?;
        }
        self.homes.iter().try_for_each(|id| store::erase_household(tx, *id))?;
        self.frozen.iter().try_for_each(|id| store::erase_frozen(tx, id))
    }
}

impl Due {
    fn find(conn: &Connection, plan: &[Leaver], id: PersonId, today: NaiveDate) -> Result<Due> {
        let name = person(conn, id)?.name;
        let leaver = plan.iter().find(|leaver| leaver.person_id == id);
        let due = leaver.map_or_else(String::new, |leaver| paper::wareki::long(leaver.due_on));
        let leaver = leaver.filter(|leaver| leaver.due_on <= today).cloned();
        let not_due = || Error::refused("privacy.not_due").with("name", name.full()).with("due", due);
        let leaver = leaver.ok_or_else(not_due)?;
        let merged = store::merged(conn, id)?;
        let mut names = vec![name];
        for id in &merged {
            names.push(person(conn, *id)?.name);
        }
        let names = names.iter().filter(|name| !name.is_blank()).map(PersonName::full).collect();
        Ok(Due { leaver, names, merged })
    }

    fn erasures(&self) -> impl Iterator<Item = Erasure> {
        let keeps_name = self.leaver.keeps_name;
        let erasure = |id: PersonId, keep| Erasure {
            record: ("person", id.to_string()),
            keep,
            with: if keeps_name { WITH_BUT_CHAIR } else { WITH },
            named_by: Some((&["family", "given"], full_name)),
            keeps_name: self.names.first().filter(|_| keeps_name).cloned(),
        };
        let own = erasure(self.leaver.person_id, if keeps_name { KEPT_WITH_NAME } else { KEPT });
        self.merged.iter().map(move |id| erasure(*id, &[])).chain([own]).collect::<Vec<_>>().into_iter()
    }
}

/// The name under which sentences tell somebody.
fn full_name(parts: &[String]) -> String {
    let [family, given] = [0, 1].map(|at| parts.get(at).cloned().unwrap_or_default());
    let name = PersonName { family, given, ..PersonName::default() };
    if name.is_blank() { String::new() } else { name.full() }
}

#[cfg(test)]
mod tests;
