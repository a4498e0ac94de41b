//! 交代: the successor's passphrase, the new paper key, and that nobody is ever locked out.

#![allow(clippy::unwrap_used)]

mod support;

use office::OfficeFile;
use office::file::Cost;
use support::{Desk, PASSPHRASE};

const NEW: &str = "つばめ つばめ つばめ";

fn opens(desk: &Desk, secret: &str) -> Result<(), &'static str> {
    OfficeFile::open(&desk.path(), secret).map(drop).map_err(|e| e.code)
}

fn april() -> chrono::NaiveDate {
    "2026-04-18".parse().unwrap()
}

#[test]
fn the_successors_words_open_the_office_and_the_predecessors_do_not_any_more() {
    let desk = Desk::new();
    let (office, _) = desk.create_with_key();
    office.add_passphrase(NEW, Cost::LIGHT, ("森　花", april())).unwrap();
    let holders = office.holders().unwrap();
    let named: Vec<_> = holders.iter().map(|one| (one.name.as_str(), one.since)).collect();
    assert_eq!(named, [("", None), ("森　花", Some(april()))]);
    let written = std::fs::read_to_string(desk.beside("keys")).unwrap();
    assert!(!written.contains('森') && !written.contains("2026-04"), "the file beside the office names nobody");
    drop(office);
    assert_eq!((opens(&desk, PASSPHRASE), opens(&desk, NEW)), (Ok(()), Ok(())), "both, while the change is half done");
    let office = OfficeFile::open(&desk.path(), NEW).unwrap();
    let (old, new) = (holders[0].id.clone(), holders[1].id.clone());
    let code = |id: &str, remaining: &str| office.remove_passphrase(id, remaining).unwrap_err().code;
    assert_eq!(code(&old, PASSPHRASE), "office.remaining_is_removed");
    assert_eq!(code(&old, "ちがう ちがう"), "office.remaining_wrong");
    assert_eq!(code("00", NEW), "office.no_such_passphrase");
    office.remove_passphrase(&old, "つばめ　つばめ　つばめ").unwrap();
    assert_eq!(code(&new, NEW), "office.last_passphrase");
    drop(office);
    assert_eq!((opens(&desk, PASSPHRASE), opens(&desk, NEW)), (Err("office.wrong_passphrase"), Ok(())));
}

#[test]
fn the_office_knows_whose_words_opened_it_and_calls_them_as_they_are_called_now() {
    let desk = Desk::new();
    let (office, paper) = desk.create_with_key();
    let first = office.opened_by();
    assert_eq!((first.name.as_str(), &first.id), ("", &office.holders().unwrap()[0].id));
    office.add_passphrase(NEW, Cost::LIGHT, ("森　花", april())).unwrap();
    let second = office.holders().unwrap()[1].clone();
    office.name_passphrase(&second.id, "林　花").unwrap();
    assert_eq!(office.opened_by(), first, "somebody else was named");
    office.name_passphrase(&first.id, "井上　太郎").unwrap();
    assert_eq!(office.opened_by().name, "井上　太郎");
    assert_eq!(office.name_passphrase("00", "だれか").unwrap_err().code, "office.no_such_passphrase");
    let held: Vec<_> = office.holders().unwrap().into_iter().map(|one| (one.name, one.since)).collect();
    assert_eq!(held, [("井上　太郎".to_owned(), None), ("林　花".to_owned(), Some(april()))], "since when stays");
    let written = std::fs::read_to_string(desk.beside("keys")).unwrap();
    assert!(!written.contains('井') && !written.contains('林'), "the file beside the office names nobody");
    drop(office);
    for (secret, name) in [(PASSPHRASE, "井上　太郎"), (NEW, "林　花"), (&paper.to_string(), "回復キー")] {
        assert_eq!(OfficeFile::open(&desk.path(), secret).unwrap().opened_by().name, name);
    }
}

#[test]
fn who_took_the_words_out_that_opened_the_office_sits_there_from_then_on() {
    let desk = Desk::new();
    let (office, _) = desk.create_with_key();
    office.add_passphrase(NEW, Cost::LIGHT, ("森　花", april())).unwrap();
    office.add_passphrase("もみじ もみじ もみじ", Cost::LIGHT, ("原　実", april())).unwrap();
    let [first, second, third] = office.holders().unwrap().try_into().unwrap();
    office.remove_passphrase(&third.id, NEW).unwrap();
    assert_eq!(office.opened_by().id, first.id, "the words of somebody else went");
    office.remove_passphrase(&first.id, NEW).unwrap();
    assert_eq!(office.opened_by(), second);
}

#[test]
fn the_same_words_are_not_given_twice_and_nothing_is_written_of_a_refusal() {
    let desk = Desk::new();
    let (office, _) = desk.create_with_key();
    let before = std::fs::read(desk.beside("keys")).unwrap();
    let code = |words: &str| office.add_passphrase(words, Cost::LIGHT, ("森　花", april())).unwrap_err().code;
    assert_eq!((code(PASSPHRASE), code("　")), ("office.passphrase_taken", "office.passphrase_empty"));
    assert_eq!(std::fs::read(desk.beside("keys")).unwrap(), before);
}

#[test]
fn a_new_paper_stands_beside_the_old_one_until_it_was_typed_back() {
    let desk = Desk::new();
    let (office, first) = desk.create_with_key();
    let first = first.to_string();
    office.confirm_recovery(&first).unwrap();
    let lost = office.renew_recovery().unwrap().to_string();
    let second = office.renew_recovery().unwrap().to_string();
    assert!(office.recovery_confirmed().unwrap() && office.recovery_renewed().unwrap());
    assert_eq!(office.confirm_recovery(&first).unwrap_err().code, "office.recovery_old");
    assert_eq!(office.confirm_recovery(&lost).unwrap_err().code, "office.wrong_recovery_key");
    drop(office);
    assert_eq!((opens(&desk, &first), opens(&desk, &second)), (Ok(()), Ok(())), "the power failed before it was typed");
    let office = OfficeFile::open(&desk.path(), &first).unwrap();
    office.confirm_recovery(&second).unwrap();
    assert!(office.recovery_confirmed().unwrap() && !office.recovery_renewed().unwrap());
    drop(office);
    assert_eq!((opens(&desk, &first), opens(&desk, &second)), (Err("office.wrong_recovery_key"), Ok(())));
}

#[test]
fn copies_made_before_still_open_by_the_words_of_their_day() {
    let desk = Desk::new();
    let (office, _) = desk.create_with_key();
    let copy = desk.path().with_file_name("before.office");
    office.copy_to(&copy).unwrap();
    office.add_passphrase(NEW, Cost::LIGHT, ("森　花", april())).unwrap();
    let old = office.holders().unwrap()[0].id.clone();
    office.remove_passphrase(&old, NEW).unwrap();
    assert!(OfficeFile::open(&copy, PASSPHRASE).is_ok(), "as the page says in plain words");
    assert_eq!(OfficeFile::open(&copy, NEW).err().unwrap().code, "office.wrong_passphrase");
}
