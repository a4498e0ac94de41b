use super::*;
use crate::file::{OfficeFile, Tx};
use crate::intake::sketch::{by, office};
use crate::roster::PersonName;
use crate::roster::acts::{self, HouseholdDraft, Resident};

fn do_it<T>(file: &OfficeFile, act: impl FnOnce(&Tx) -> Result<T>) -> T {
    file.change(&by(), "roster.save_person", act).unwrap().value
}

fn home(file: &OfficeFile, body: OrganisationId, residents: &[PersonId]) {
    let (head, organisation_id) = (Some(residents[0]), Some(body));
    let resident = |id: &PersonId| Resident { person_id: *id, relation: String::new(), from_on: None };
    let residents = residents.iter().map(resident).collect();
    let draft = HouseholdDraft { organisation_id, head, residents, ..HouseholdDraft::default() };
    do_it(file, |tx| acts::save_household(tx, &draft));
}

#[test]
fn a_household_is_named_after_the_living_and_counted_while_somebody_lives_there() {
    let (_folder, file) = office();
    let [head, widow, alone] = ["太郎", "花子", "一人"].map(|given| {
        let name = PersonName { family: "岡".into(), given: given.into(), ..PersonName::default() };
        do_it(&file, |tx| acts::save_person(tx, &Person::named(name), true, &[]))
    });
    let body = do_it(&file, |tx| acts::body_named(tx, "桜町自治会"));
    home(&file, body, &[head, widow]);
    home(&file, body, &[alone]);
    for who in [head, alone] {
        do_it(&file, |tx| acts::leave(tx, who, "2025-05-01".parse().unwrap(), "死亡"));
    }
    let told = |year: i32| {
        let facts = file.view(|view| facts(view, FiscalYear(year), FiscalYear(year).last_day())).unwrap();
        let words = |row: &FactRow, name: &str| match &row[name] {
            Fact::One(value) => value.shown(paper::Negative::White),
            Fact::List(_) => String::new(),
        };
        let homes = facts.list("roster.people").iter().map(|row| words(row, "household")).collect::<Vec<_>>();
        let households = facts.list("roster.bodies").iter().find(|row| words(row, "name") == "桜町自治会");
        (homes, households.map(|row| words(row, "households")))
    };
    assert_eq!(told(2024), (vec!["岡　一人".into(), "岡　太郎".into(), "岡　太郎".into()], Some("2".into())));
    assert_eq!(told(2025), (vec!["岡　花子".into()], Some("1".into())), "as it was, and as it is");
}
