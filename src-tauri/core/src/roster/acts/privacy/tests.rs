use super::*;
use crate::attachments::{self, Attachment, AttachmentId, Owner};
use crate::intake::sketch::{by, office};
use crate::roster::acts::{
    HouseholdDraft, NewRole, Resident, leave, merge_people, save_custom_field, save_household, save_person, save_role,
};
use crate::roster::privacy::{ConsentId, Scope};
use crate::roster::{CustomKind, HouseholdId, Person};

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
    assert_eq!(people.iter().filter(|p| p.is_counted_on(day("2018-04-01"))).count(), 2, "the counts of the past stay");
    assert_eq!(file.check().unwrap().problems.len(), 0);

    assert_eq!(file.undo(&by()).unwrap_err().code, "office.nothing_to_undo");
    assert_eq!(file.undo_one(&by(), 2).unwrap_err().code, "office.erased");
    file.undo_one(&by(), 7).unwrap();
    assert!(!holds(&file.view(|v| person(v, stays)).unwrap().note.into_bytes(), "足が悪い"), "others can be undone");
    assert_eq!(file.check().unwrap().problems.len(), 0);
    let erased_twice = erase_leavers(&file, &by(), &[gone], day("2026-04-01"));
    assert!(erased_twice.is_ok() && file.check().unwrap().problems.is_empty());
}

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "roster.save_person", act).unwrap().value
}

/// Lets somebody leave long ago and erases them; every byte of text that is left.
fn erased(file: &OfficeFile, who: PersonId) -> Vec<u8> {
    file.change(&by(), "roster.leave", |tx| leave(tx, who, day("2010-03-31"), "転出")).unwrap();
    erase_leavers(file, &by(), &[who], day("2026-04-01")).unwrap();
    assert_eq!(file.check().unwrap().problems.len(), 0);
    everything(file)
}

fn paper(file: &OfficeFile, owner: PersonId, name: &str) -> String {
    let content_id = file.keep_content(name.as_bytes()).unwrap();
    let attachment = Attachment {
        id: AttachmentId::new(),
        owner_kind: Owner::Person,
        owner_id: owner.to_string(),
        content_id: content_id.clone(),
        name: name.into(),
        media_type: "application/pdf".into(),
        bytes: 3,
        label: "同意書".into(),
        added_on: day("2009-04-01"),
        note: String::new(),
        quarters: 0,
    };
    file.change(&by(), "attachments.attach", |tx| attachments::attach(tx, &attachment)).unwrap();
    content_id
}

fn home(file: &OfficeFile, residents: &[PersonId], phone: &str) -> HouseholdId {
    let head = Some(residents[0]);
    let resident = |id: &PersonId| Resident { person_id: *id, relation: String::new(), from_on: None };
    let (address, phone) = (format!("離れ町{phone}"), phone.to_owned());
    let residents = residents.iter().map(resident).collect();
    let draft = HouseholdDraft { address, phone, head, residents, ..HouseholdDraft::default() };
    file.change(&by(), "roster.save_household", |tx| save_household(tx, &draft)).unwrap().value
}

#[test]
fn what_stayed_with_a_merged_record_goes_too() {
    let (_folder, file) = office();
    let [keep, gone] = ["時子", "登紀子"].map(|given| somebody(&file, given, ""));
    let field = do_it(&file, |tx| save_custom_field(tx, None, "ペット", CustomKind::Text, &[]));
    for (who, pet) in [(keep, "犬のポチ"), (gone, "猫のタマ")] {
        do_it(&file, |tx| {
            let known = person(tx, who)?;
            save_person(tx, &known, false, &[(field, pet.to_owned())])
        });
        let consent = Consent {
            id: ConsentId::new(),
            person_id: who,
            scope: Scope::City,
            given_on: day("2009-04-01"),
            withdrawn_on: None,
            how: format!("{pet}と来た"),
            note: String::new(),
        };
        do_it(&file, |tx| record_consent(tx, &consent));
    }
    do_it(&file, |tx| merge_people(tx, keep, gone));
    let left = erased(&file, keep);
    for word in ["ポチ", "タマ", "時子", "登紀子"] {
        assert!(!holds(&left, word), "{word} is still there");
    }
}

#[test]
fn who_was_taken_for_another_for_a_while_keeps_their_history() {
    let (_folder, file) = office();
    let [gone, stays] = ["時子", "残"].map(|given| somebody(&file, given, ""));
    do_it(&file, |tx| {
        let changed = Person { note: "足が悪い".into(), ..person(tx, stays)? };
        save_person(tx, &changed, false, &[])
    });
    do_it(&file, |tx| merge_people(tx, gone, stays));
    file.undo(&by()).unwrap();
    do_it(&file, |tx| {
        let changed = Person { note: String::new(), ..person(tx, stays)? };
        save_person(tx, &changed, false, &[])
    });
    assert!(holds(&erased(&file, gone), "足が悪い"), "it stands in the history of somebody who is here");
}

#[test]
fn a_name_of_before_is_told_no_more() {
    let (_folder, file) = office();
    let gone = somebody(&file, "時子", "");
    file.change(&by(), "roster.save_person", |tx| {
        let mut married = person(tx, gone)?;
        married.name.family = "白石".into();
        save_person(tx, &married, false, &[])
    })
    .unwrap();
    let left = erased(&file, gone);
    assert!(!holds(&left, "綾小路　時子") && !holds(&left, "白石　時子"));
}

#[test]
fn somebody_who_held_an_office_lately_keeps_the_name_and_no_other() {
    let (_folder, file) = office();
    let gone = somebody(&file, "時子", "087-555-0001");
    do_it(&file, |tx| {
        let mut married = person(tx, gone)?;
        married.name.family = "白石".into();
        save_person(tx, &married, false, &[])
    });
    let (title, body, elected_by) = ("会計".to_owned(), "見本協議会".to_owned(), String::new());
    let (from_on, to_on) = (Some(day("2019-04-01")), Some(day("2021-03-31")));
    let role =
        NewRole { id: None, person_id: gone, body, title, from_on, to_on, appointment: None, elected_by, seat: None };
    do_it(&file, |tx| save_role(tx, &role));
    let left = erased(&file, gone);
    assert!(holds(&left, "白石　時子"), "the accounts name their treasurer");
    assert!(!holds(&left, "綾小路　時子") && !holds(&left, "087-555-0001"));
}

#[test]
fn the_home_of_somebody_who_lived_alone_goes_with_them() {
    let (_folder, file) = office();
    let [alone, gone, stays] = ["時子", "登紀子", "残"].map(|given| somebody(&file, given, ""));
    home(&file, &[alone], "087-555-0008");
    home(&file, &[gone, stays], "087-555-0009");
    let left = erased(&file, alone);
    assert!(!holds(&left, "087-555-0008"), "nobody is left whose telephone it is");
    assert!(holds(&erased(&file, gone), "087-555-0009"), "others live there");
}

#[test]
fn papers_go_with_their_names_and_contents_at_once() {
    let (folder, file) = office();
    let [gone, stays] = ["時子", "残"].map(|given| somebody(&file, given, ""));
    let [consent, shared] = ["時子さんの同意書.pdf", "規約.pdf"].map(|name| paper(&file, gone, name));
    assert_eq!(paper(&file, stays, "規約.pdf"), shared, "the same bytes lie there once");
    let left = erased(&file, gone);
    assert!(!holds(&left, "同意書.pdf"), "not in a sentence of the history either");
    assert_eq!(file.content(&consent).unwrap_err().code, "office.content_missing");
    assert!(file.content(&shared).is_ok(), "somebody else's paper");
    let waiting = walk(folder.path()).into_iter().find(|path| path.to_string_lossy().ends_with("-wal"));
    assert!(waiting.is_none_or(|wal| wal.metadata().unwrap().len() == 0), "no page of before waits to be folded in");
}

fn walk(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}

#[test]
fn a_roster_as_it_was_put_out_goes_and_a_filed_report_stays() {
    let (_folder, file) = office();
    let gone = somebody(&file, "時子", "");
    let frozen = |list: &str| format!(r#"{{"facts":{{{list}}},"texts":{{}}}}"#);
    let roster = frozen(r#""roster.people":[{"name":{"Text":"綾小路　時子"},"phone":{"Text":"087-555-0007"}}]"#);
    let report = frozen(r#""council.representative_name":{"Text":"綾小路　時子"}"#);
    let papers =
        [("その年の名簿", 2009, &roster), ("その年の報告", 2009, &report), ("同じ名の人の名簿", 2011, &roster)];
    file.change(&by(), "reports.issue", |tx| {
        for (id, year, facts) in papers {
            let sql = "INSERT INTO issued_report VALUES (?1, ?2, 'member-list', 'base/2025', ?3, '', '2010-03-31T10:00:00+09:00', NULL, ?3)";
            tx.execute(sql, (id, year, facts))?;
        }
        Ok(())
    })
    .unwrap();
    erased(&file, gone);
    let left = file.view(|v| {
        let mut query = v.prepare("SELECT id FROM issued_report WHERE facts <> '' ORDER BY id")?;
        let ids = query.query_map([], |row| row.get::<_, String>(0))?;
        Ok(ids.collect::<rusqlite::Result<Vec<_>>>()?)
    });
    assert_eq!(left.unwrap(), ["その年の報告", "同じ名の人の名簿"]);
}
