use chrono::NaiveDate;

use super::*;
use crate::FiscalYear;
use crate::file::{OfficeFile, Tx};
use crate::intake::sketch::{by, office};
use crate::roster::{Appointment, CustomKind, OrganisationKind, PersonName, Role, movement};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn somebody(tx: &Tx, family: &str, given: &str, address: &str) -> Result<PersonId> {
    let name = PersonName { family: family.into(), given: given.into(), ..PersonName::default() };
    save_person(tx, &Person { address: address.into(), ..Person::named(name) }, true, &[])
}

fn role(person_id: PersonId, title: &str, from: &str, to: Option<&str>) -> NewRole {
    let (from_on, to_on) = (Some(day(from)), to.map(day));
    let (body, title) = ("見本地区コミュニティ協議会".to_owned(), title.to_owned());
    NewRole {
        id: None,
        person_id,
        body,
        title,
        from_on,
        to_on,
        appointment: None,
        elected_by: String::new(),
        seat: None,
    }
}

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "roster.save_person", act).unwrap().value
}

fn refusal<T: std::fmt::Debug>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> String {
    file.change(&by(), "roster.save_person", act).unwrap_err().code.to_owned()
}

/// The titles that somebody holds on a day.
fn held(file: &OfficeFile, who: PersonId, on: &str) -> Vec<String> {
    let roles = file.view(|v| store::roles(v)).unwrap();
    roles.into_iter().filter(|r| r.person_id == who && r.is_held_on(day(on))).map(|r| r.title).collect()
}

#[test]
fn next_years_officers_are_entered_before_april_without_touching_this_year() {
    let (_folder, file) = office();
    let [old, new] = ["一郎", "二郎"].map(|given| do_it(&file, |tx| somebody(tx, "山田", given, "")));
    let treasurer = do_it(&file, |tx| save_role(tx, &role(old, "会計", "2024-04-01", None)));
    let chair = do_it(&file, |tx| save_role(tx, &role(new, "会長", "2024-04-01", Some("2026-03-31"))));
    let to = Some(day("2028-03-31"));
    let next =
        [Succession { role_id: treasurer, successor: Some(new) }, Succession { role_id: chair, successor: Some(new) }];
    do_it(&file, |tx| change_officers(tx, &next, day("2026-04-01"), to));
    assert_eq!(held(&file, old, "2024-10-01"), ["会計"], "who was 会計 on 2024-10-01");
    assert_eq!((held(&file, old, "2026-03-31").len(), held(&file, old, "2026-04-01").len()), (1, 0));
    assert_eq!(held(&file, new, "2026-04-01"), ["会計", "会長"]);
    let roles = file.view(|v| store::roles(v)).unwrap();
    let later: Vec<_> = roles.iter().filter(|r| r.from_on == Some(day("2026-04-01"))).map(|r| r.appointment).collect();
    assert_eq!(later, [Some(Appointment::New), Some(Appointment::Again)]);
    let in_office = |year| roles.iter().filter(|r: &&Role| r.is_held_in(FiscalYear(year))).count();
    assert_eq!((in_office(2025), in_office(2026)), (2, 2));
    assert_eq!(refusal(&file, |tx| change_officers(tx, &next[..1], day("2024-04-01"), None)), "roster.begins_later");
}

#[test]
fn one_moves_out_all_move_and_every_history_stays() {
    let (_folder, file) = office();
    let [head, son] = ["太郎", "次郎"].map(|given| do_it(&file, |tx| somebody(tx, "佐藤", given, "桜町1-1")));
    let residents = [(head, "世帯主"), (son, "次男")].map(|(person_id, relation)| Resident {
        person_id,
        relation: relation.into(),
        from_on: None,
    });
    let draft = HouseholdDraft {
        postal: "760-0074".into(),
        address: "桜町1-1".into(),
        head: Some(head),
        residents: residents.to_vec(),
        ..HouseholdDraft::default()
    };
    let home = do_it(&file, |tx| save_household(tx, &draft));
    do_it(&file, |tx| move_out(tx, home, son, day("2025-07-01"), Some(("760-0023", "寿町2-2"))));
    do_it(&file, |tx| move_household(tx, home, "761-0104", "高松町3-3", day("2025-10-01")));
    let address = |who| file.view(|v| store::find_person(v, who)).unwrap().unwrap().address;
    assert_eq!((address(head).as_str(), address(son).as_str()), ("高松町3-3", "寿町2-2"));
    let members = file.view(|v| store::household_members(v)).unwrap();
    let living = |on| members.iter().filter(|m| m.lives_here_on(day(on))).count();
    assert_eq!((living("2025-06-30"), living("2025-07-01")), (2, 1));
    let former = file.view(|v| store::former_addresses(v)).unwrap();
    assert_eq!(former.iter().map(|f| f.address.as_str()).collect::<Vec<_>>(), ["桜町1-1", "桜町1-1"]);
    let again = Resident { person_id: head, relation: String::new(), from_on: None };
    assert_eq!(refusal(&file, |tx| move_in(tx, home, &again)), "roster.lives_there_already");
    assert_eq!(refusal(&file, |tx| move_out(tx, home, son, day("2025-08-01"), None)), "roster.not_living_there");
}

#[test]
fn families_are_put_under_roofs_in_one_change_and_nobody_lives_in_two() {
    let (_folder, file) = office();
    let [head, wife, alone] =
        ["太郎", "花子", "三郎"].map(|given| do_it(&file, |tx| somebody(tx, "佐藤", given, "桜町1-1")));
    let family = |residents: &[PersonId], organisation_id| Family { residents: residents.to_vec(), organisation_id };
    let east = do_it(&file, |tx| store::insert_organisation(tx, OrganisationKind::Association, "桜町東自治会"));
    let families = [family(&[head, wife], Some(east)), family(&[alone], None)];
    do_it(&file, |tx| found_households(tx, &families));
    let homes = file.view(|v| store::households(v)).unwrap();
    assert_eq!(
        homes.iter().map(|h| (h.head_person_id, h.address.as_str(), h.organisation_id)).collect::<Vec<_>>(),
        [(Some(head), "桜町1-1", Some(east)), (Some(alone), "桜町1-1", None)]
    );
    assert_eq!(refusal(&file, |tx| found_households(tx, &[family(&[wife], None)])), "roster.lives_elsewhere_already");
    let resident = |from_on| Resident { person_id: wife, relation: "妻".into(), from_on };
    assert_eq!(refusal(&file, |tx| move_in(tx, homes[1].id, &resident(None))), "roster.since_when");
    do_it(&file, |tx| move_in(tx, homes[1].id, &resident(Some(day("2025-05-01")))));
    let stays = file.view(|v| store::household_members(v)).unwrap();
    let of_wife: Vec<_> = stays.iter().filter(|m| m.person_id == wife).map(|m| (m.household_id, m.to_on)).collect();
    assert_eq!(of_wife, [(homes[0].id, Some(day("2025-04-30"))), (homes[1].id, None)]);
    assert_eq!(
        refusal(&file, |tx| move_household(tx, homes[0].id, "", " ", day("2025-06-01"))),
        "roster.address_missing"
    );
    file.undo(&by()).unwrap();
    file.undo(&by()).unwrap();
    assert_eq!(file.view(|v| store::households(v)).unwrap().len(), 0, "one change, one step back");
}

#[test]
fn a_body_that_moves_keeps_its_past_place_and_never_stands_in_itself() {
    let (_folder, file) = office();
    let draft = |id, version, kind, name: &str, parent_id, moved: Option<&str>| BodyDraft {
        id,
        version,
        kind,
        name: name.into(),
        kana: String::new(),
        parent_id,
        moved_on: moved.map(day),
        founded_on: None,
        dissolved_on: None,
        note: String::new(),
    };
    let (area, association) = (OrganisationKind::Area, OrganisationKind::Association);
    let east = do_it(&file, |tx| save_body(tx, &draft(None, 0, area, "東地区", None, None)));
    let west = do_it(&file, |tx| save_body(tx, &draft(None, 0, area, "西地区", None, None)));
    let body = do_it(&file, |tx| save_body(tx, &draft(None, 0, association, "桜町自治会", Some(east), None)));
    let version = file.view(|v| store::find_organisation(v, body)).unwrap().unwrap().version;
    let moved = draft(Some(body), version, association, "桜町自治会", Some(west), Some("2025-04-01"));
    do_it(&file, |tx| save_body(tx, &moved));
    let tree = file.view(|v| store::tree(v)).unwrap();
    assert_eq!(tree.parent_on(body, day("2025-03-31")), Some(east));
    assert_eq!(tree.parent_on(body, day("2025-04-01")), Some(west));
    let west_version = tree.body(west).unwrap().version;
    let circle = draft(Some(west), west_version, area, "西地区", Some(body), None);
    assert_eq!(refusal(&file, |tx| save_body(tx, &circle)), "roster.body_in_itself");
    assert_eq!(refusal(&file, |tx| save_body(tx, &moved)), "roster.body_changed_elsewhere");
}

#[test]
fn who_leaves_and_comes_back_is_counted_by_the_day() {
    let (_folder, file) = office();
    let who = do_it(&file, |tx| somebody(tx, "岡", "三郎", ""));
    do_it(&file, |tx| leave(tx, who, day("2025-06-10"), "休会"));
    assert_eq!(refusal(&file, |tx| rejoin(tx, who, day("2025-06-01"), "復会")), "roster.back_before_left");
    do_it(&file, |tx| rejoin(tx, who, day("2025-09-01"), "復会"));
    assert_eq!(refusal(&file, |tx| rejoin(tx, who, day("2025-09-02"), "復会")), "roster.not_left");
    let people = file.view(|v| store::people(v)).unwrap();
    let months = movement::months(&people, FiscalYear(2025));
    assert_eq!(months.iter().map(|m| m.closing()).collect::<Vec<_>>(), [1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1]);
    let reasons: Vec<String> = movement::movements(&people).into_iter().map(|m| m.reason).collect();
    assert_eq!(reasons, ["休会", "復会"]);
}

#[test]
fn a_field_of_the_councils_own_holds_what_fits_it() {
    let (_folder, file) = office();
    let who = do_it(&file, |tx| somebody(tx, "岡", "三郎", ""));
    let field = do_it(&file, |tx| save_custom_field(tx, None, "車の台数", CustomKind::Number, &[]));
    let write = |tx: &Tx, value: &str| {
        let person = person(tx, who)?;
        save_person(tx, &person, false, &[(field, value.to_owned())])
    };
    do_it(&file, |tx| write(tx, "2"));
    assert_eq!(refusal(&file, |tx| write(tx, "二台くらい")), "roster.field_does_not_fit");
    let day = do_it(&file, |tx| save_custom_field(tx, None, "免許の期限", CustomKind::Day, &[]));
    let by_day = |tx: &Tx, value: &str| save_person(tx, &person(tx, who)?, false, &[(day, value.to_owned())]);
    assert_eq!(refusal(&file, |tx| by_day(tx, "来年の春")), "roster.field_does_not_fit");
    let held = |file: &OfficeFile| file.view(|v| store::custom_values(v)).unwrap();
    assert_eq!(held(&file)[0].value, "2");
    do_it(&file, |tx| retire_field(tx, field));
    assert_eq!(held(&file).len(), 1, "what it held is kept");
    assert_eq!(
        refusal(&file, |tx| save_custom_field(tx, None, "車の台数", CustomKind::Text, &[])),
        "roster.field_twice"
    );
}

/// The bar: merge two people, use the office for a week (fifty acts), take the merge back.
#[test]
fn a_merge_is_taken_back_after_a_week_of_work_and_nothing_else_changes() {
    let (_folder, file) = office();
    let keep = do_it(&file, |tx| somebody(tx, "髙橋", "一郎", ""));
    let gone = do_it(&file, |tx| somebody(tx, "高橋", "一郎", "桜町1-1"));
    let treasurer = do_it(&file, |tx| save_role(tx, &role(gone, "会計", "2024-04-01", None)));
    do_it(&file, |tx| save_role(tx, &role(keep, "理事", "2024-04-01", None)));
    do_it(&file, |tx| save_role(tx, &role(gone, "理事", "2024-04-01", None)));
    let before = file.view(|v| Ok((person(v, keep)?, person(v, gone)?))).unwrap();
    do_it(&file, |tx| merge_people(tx, keep, gone));
    let merge = file.history(1).unwrap()[0].seq;
    assert_eq!(file.view(|v| store::people(v)).unwrap().len(), 1);
    assert_eq!(held(&file, keep, "2025-01-01"), ["会計", "理事"], "an office held twice is held once");
    assert_eq!(file.view(|v| person(v, keep)).unwrap().address, "桜町1-1");
    assert_eq!(refusal(&file, |tx| merge_people(tx, keep, gone)), "roster.merged_already");

    for act in 0..50 {
        do_it(&file, |tx| match act % 5 {
            0 => somebody(tx, "新人", &act.to_string(), "").map(|_| ()),
            1 => {
                let changed = Person { mobile: format!("090-0000-{act:04}"), ..person(tx, keep)? };
                save_person(tx, &changed, false, &[]).map(|_| ())
            }
            2 => save_role(tx, &role(keep, &format!("委員{act}"), "2025-04-01", None)).map(|_| ()),
            3 => store::find_role(tx, treasurer)?
                .map_or(Ok(()), |role| store::put_role(tx, &Role { seat: Some(act), ..role })),
            _ => leave(tx, store::people(tx)?[1].id, day("2025-06-01"), "転出"),
        });
    }
    let worked = file.view(|v| Ok((store::people(v)?, store::roles(v)?))).unwrap();
    file.undo_one(&by(), merge).unwrap();

    let (kept, other) = file.view(|v| Ok((person(v, keep)?, person(v, gone)?))).unwrap();
    assert_eq!(kept.address, before.0.address, "what the merge filled in is gone again");
    assert_eq!(kept.mobile, "090-0000-0046", "what was written later stays");
    assert_eq!(other, before.1, "the other is back as they were");
    let gone_roles: Vec<String> = held(&file, gone, "2025-01-01");
    assert_eq!(gone_roles, ["会計", "理事"]);
    let people = file.view(|v| store::people(v)).unwrap();
    let others =
        |people: &[Person]| people.iter().filter(|p| p.id != keep && p.id != gone).cloned().collect::<Vec<_>>();
    assert_eq!(others(&people), others(&worked.0), "nobody else changed");
    let roles = file.view(|v| store::roles(v)).unwrap();
    assert_eq!(roles.len(), worked.1.len() + 1, "every role is there, the doubled one again");
}

#[test]
fn two_people_who_are_two_are_not_offered_again() {
    let (_folder, file) = office();
    let [one, other] = ["桜町1-1", "番町2-2"].map(|address| do_it(&file, |tx| somebody(tx, "十河", "勝", address)));
    let pairs = || {
        let (people, apart) = file.view(|v| Ok((store::people(v)?, store::not_same(v)?))).unwrap();
        crate::roster::duplicates::pairs(&people, &[], &apart, "高松市").len()
    };
    assert_eq!(pairs(), 1);
    do_it(&file, |tx| keep_apart(tx, other, one));
    assert_eq!(pairs(), 0);
    file.undo(&by()).unwrap();
    assert_eq!(pairs(), 1);
}
