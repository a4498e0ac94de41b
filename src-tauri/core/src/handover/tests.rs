use chrono::NaiveDate;

use super::acts::{NewHandover, record, remove_item, remove_record, save_item};
use super::{HandoverItem, HandoverItemId, HandoverKind, checklists, facts, store};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, words};
use crate::file::{OfficeFile, Tx};
use crate::intake::sketch::{by, office};
use crate::{Error, Result};

const YEAR: FiscalYear = FiscalYear(2025);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn line(kind: HandoverKind, name: &str) -> HandoverItem {
    let (place, holder, note) = Default::default();
    HandoverItem { id: HandoverItemId::new(), kind, name: name.into(), place, holder, note }
}

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "handover.save_item", act).unwrap().value
}

fn refusal<T: std::fmt::Debug>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> Error {
    file.change(&by(), "handover.save_item", act).unwrap_err()
}

fn from_to(from: &str, to: &str) -> NewHandover {
    NewHandover {
        office: "事務局".into(),
        from_name: from.into(),
        to_name: to.into(),
        both_confirm: true,
        ..NewHandover::default()
    }
}

#[test]
fn the_list_stands_by_kind_and_every_kind_has_its_place_on_the_paper() {
    let (_folder, file) = office();
    do_it(&file, |tx| save_item(tx, None, line(HandoverKind::Key, "集会所の鍵")));
    let seal = do_it(&file, |tx| save_item(tx, None, line(HandoverKind::Seal, " 会長印 ")));
    let changed =
        HandoverItem { place: "金庫".into(), holder: "会長".into(), ..line(HandoverKind::Seal, "会長印") };
    do_it(&file, |tx| save_item(tx, Some(seal), changed));
    let names = || file.view(|v| Ok(store::items(v)?.into_iter().map(|i| (i.name, i.place)).collect::<Vec<_>>()));
    assert_eq!(names().unwrap(), [("会長印".into(), "金庫".into()), ("集会所の鍵".into(), String::new())]);
    let facts = file.view(|v| facts::facts(v, YEAR, YEAR.last_day())).unwrap();
    let kinds: Vec<&Fact> = facts.list("handover.kinds").iter().map(|row| &row["kind"]).collect();
    assert_eq!(kinds.len(), HandoverKind::ALL.len());
    assert_eq!(kinds[0], &words("印鑑"));
    do_it(&file, |tx| remove_item(tx, seal));
    assert_eq!(names().unwrap().len(), 1);
    assert_eq!(refusal(&file, |tx| save_item(tx, None, line(HandoverKind::Seal, "　"))).code, "handover.name_missing");
    assert_eq!(refusal(&file, |tx| remove_item(tx, seal)).code, "handover.no_such_item");
}

#[test]
fn a_handover_needs_two_people_who_both_say_so() {
    let (_folder, file) = office();
    let on = day("2026-04-18");
    for (new, on, code) in [
        (NewHandover { office: " ".into(), ..from_to("髙﨑　守", "森　花") }, on, "handover.office_missing"),
        (from_to("", "森　花"), on, "handover.from_missing"),
        (from_to("髙﨑　守", " "), on, "handover.to_missing"),
        (from_to("森　花", "森　花 "), on, "handover.same_person"),
        (from_to("髙﨑　守", "森　花"), day("2025-03-31"), "handover.before_year"),
        (NewHandover { both_confirm: false, ..from_to("髙﨑　守", "森　花") }, on, "handover.not_confirmed"),
    ] {
        assert_eq!(refusal(&file, |tx| record(tx, YEAR, on, &new)).code, code);
    }
    let id = do_it(&file, |tx| record(tx, YEAR, on, &from_to("髙﨑　守", "森　花")));
    let records = |year| file.view(|v| store::records(v, year)).unwrap();
    assert_eq!((records(YEAR).len(), records(YEAR.next()).len()), (1, 0));
    assert_eq!(records(YEAR)[0].mark, "", "the year is still open");
    do_it(&file, |tx| remove_record(tx, id));
    assert!(records(YEAR).is_empty());
}

#[test]
fn every_office_has_its_checklist() {
    let offices: Vec<&str> = checklists().iter().map(|list| list.office.as_str()).collect();
    assert_eq!(offices[..3], ["会長", "会計", "事務局"]);
    assert!(checklists().iter().all(|list| list.items.len() >= 3));
}
