//! 個人情報: consent, and erasing the words of those who left long ago.

use chrono::NaiveDate;
use rusqlite::Connection;

use super::person;
use crate::file::{By, Changed, Erasure, OfficeFile, Tx};
use crate::roster::privacy::{Consent, ConsentId, FieldPolicy, Leaver, leavers};
use crate::roster::{PersonId, store};
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

/// Erases the words of leavers whose time is over, from the records and from every act of the history. It cannot be
/// taken back. Somebody whose time is not over is refused by name.
pub fn erase_leavers(file: &OfficeFile, by: &By, ids: &[PersonId], today: NaiveDate) -> Result<Changed<()>> {
    let due = file.view(|view| ids.iter().map(|id| Due::find(view, *id, today)).collect::<Result<Vec<_>>>())?;
    if due.is_empty() {
        return Err(Error::refused("privacy.nobody"));
    }
    let erasures: Vec<Erasure> = due.iter().map(Due::erasure).collect();
    file.erase(by, "privacy.erase_leavers", &erasures, |tx| {
        tx.say("count", due.len());
        due.iter().try_for_each(|due| store::erase_person(tx, due.leaver.person_id, due.leaver.keeps_name))
    })
}

/// Somebody whose time is over, with every name under which they were written.
struct Due {
    leaver: Leaver,
    name: String,
    merged: Vec<String>,
}

impl Due {
    fn find(conn: &Connection, id: PersonId, today: NaiveDate) -> Result<Due> {
        let name = person(conn, id)?.name.full();
        let plan = leavers(&store::people(conn)?, &store::roles(conn)?, store::leavers_years(conn)?, today);
        let leaver = plan.into_iter().find(|leaver| leaver.person_id == id);
        let over = |leaver: &Leaver| leaver.due_on <= today;
        let due = leaver.as_ref().map_or_else(String::new, |leaver| paper::wareki::long(leaver.due_on));
        let leaver = leaver.filter(over);
        let leaver = leaver.ok_or_else(|| Error::refused("privacy.not_due").with("name", &name).with("due", due))?;
        let merged = store::merged_names(conn, id)?.iter().map(|name| name.full()).collect();
        Ok(Due { leaver, name, merged })
    }

    fn erasure(&self) -> Erasure {
        let keeps_name = self.leaver.keeps_name;
        let names = self.merged.iter().chain([&self.name]).filter(|name| !keeps_name || **name != self.name);
        Erasure {
            record: ("person", self.leaver.person_id.to_string()),
            keep: if keeps_name { KEPT_WITH_NAME } else { KEPT },
            with: &["person", "former_address", "custom_value", "consent", "household_member", "attachment"],
            names: names.cloned().collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sketch::{by, office};
    use crate::roster::acts::{leave, merge_people, save_person};
    use crate::roster::{Person, PersonName};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn somebody(file: &OfficeFile, given: &str, phone: &str) -> PersonId {
        let name = PersonName { family: "綾小路".into(), given: given.into(), ..PersonName::default() };
        let person = Person {
            phone: phone.into(),
            address: "桜町1-1".into(),
            birth_on: Some(day("1950-05-05")),
            ..Person::named(name)
        };
        file.change(&by(), "roster.save_person", |tx| save_person(tx, &person, true, &[])).unwrap().value
    }

    /// Every text of the file, rows and payloads and sentences, as one.
    fn everything(file: &OfficeFile) -> Vec<u8> {
        file.view(|view| {
            let mut all = Vec::new();
            let tables: Vec<String> = view
                .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")?
                .query_map([], |row| row.get(0))?
                .collect::<rusqlite::Result<_>>()?;
            for table in tables {
                let mut statement = view.prepare(&format!("SELECT * FROM {table}"))?;
                let columns = statement.column_count();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    for column in 0..columns {
                        match row.get_ref(column)? {
                            rusqlite::types::ValueRef::Text(bytes) | rusqlite::types::ValueRef::Blob(bytes) => {
                                all.extend(bytes)
                            }
                            _ => {}
                        }
                    }
                }
            }
            Ok(all)
        })
        .unwrap()
    }

    fn holds(everything: &[u8], words: &str) -> bool {
        everything.windows(words.len()).any(|window| window == words.as_bytes())
    }

    #[test]
    fn no_word_of_a_leaver_is_left_in_records_or_history_and_the_log_still_verifies() {
        let (_folder, file) = office();
        let gone = somebody(&file, "時子", "087-555-0001");
        let twin = somebody(&file, "登紀子", "087-555-0002");
        let stays = somebody(&file, "残", "087-555-0003");
        file.change(&by(), "roster.merge_people", |tx| merge_people(tx, gone, twin)).unwrap();
        file.change(&by(), "roster.leave", |tx| leave(tx, gone, day("2019-03-31"), "転出")).unwrap();
        file.change(&by(), "roster.save_person", |tx| {
            let changed = Person { note: "足が悪い".into(), ..person(tx, stays)? };
            save_person(tx, &changed, false, &[])
        })
        .unwrap();
        let early = erase_leavers(&file, &by(), &[gone], day("2023-01-01")).unwrap_err();
        assert_eq!(early.code, "privacy.not_due");

        let done = erase_leavers(&file, &by(), &[gone], day("2026-04-01")).unwrap();
        assert_eq!(done.sentence, "離れた人 1人の個人情報を消しました");
        let left = everything(&file);
        for word in ["時子", "登紀子", "087-555-0001", "087-555-0002"] {
            assert!(!holds(&left, word), "{word} is still there");
        }
        assert!(holds(&left, "087-555-0003") && holds(&left, "足が悪い"), "nobody else lost anything");
        let people = file.view(|v| store::people(v)).unwrap();
        assert_eq!(
            people.iter().filter(|p| p.is_counted_on(day("2018-04-01"))).count(),
            2,
            "the counts of the past stay"
        );
        assert_eq!(file.check().unwrap().problems.len(), 0);

        assert_eq!(file.undo(&by()).unwrap_err().code, "office.nothing_to_undo");
        assert_eq!(file.undo_one(&by(), 2).unwrap_err().code, "office.erased");
        file.undo_one(&by(), 7).unwrap();
        assert!(
            !holds(&file.view(|v| person(v, stays)).unwrap().note.into_bytes(), "足が悪い"),
            "others can be undone"
        );
        assert_eq!(file.check().unwrap().problems.len(), 0);
        let erased_twice = erase_leavers(&file, &by(), &[gone], day("2026-04-01"));
        assert!(erased_twice.is_ok() && file.check().unwrap().problems.is_empty());
    }
}
