use super::*;
use crate::intake::sketch::book;

fn empty() -> Stored {
    Stored { city: "高松市".into(), ..Stored::default() }
}

fn planned(drawn: &str, stored: &Stored) -> Plan<PersonDraft> {
    plan(&book(drawn), stored, &Hints::NONE, FiscalYear(2025)).unwrap()
}

fn issues(plan: &Plan<PersonDraft>) -> Vec<String> {
    plan.issues.iter().map(|issue| format!("{} {}", issue.place.cell, issue.code)).collect()
}

#[test]
fn the_day_of_joining_in_every_spelling_and_a_word_for_each_that_is_none() {
    let drawn = "氏名|住所|入会年月日|退会日
岡　一|桜町1|H10.4.1|
岡　二|桜町2|=36251|
岡　三|桜町3|昭和55年6月|
岡　四|桜町4|2月30日|
岡　五|桜町5|R7.5.1|R6.3.31";
    let plan = planned(drawn, &empty());
    let days: Vec<_> =
        plan.rows.iter().map(|r| r.draft.joined_on.map(|day| day.to_string()).unwrap_or_default()).collect();
    assert_eq!(days, ["1998-04-01", "1999-04-01", "1980-06-01", "", ""]);
    assert_eq!(
        issues(&plan),
        ["C4 roster.joined_day_assumed", "C5 intake.date_unreadable", "C6 roster.joined_after_left"]
    );
    let told = show(&plan.rows[0].draft).1;
    assert!(told.iter().any(|cell| cell.label == "入会日" && cell.shown == "平成10年4月1日"), "{told:?}");
}

#[test]
fn days_that_do_not_go_with_the_stored_stay_are_left_and_told() {
    let mut person = Person { address: "桜町1".into(), ..planned_person() };
    person.joined_on = "2020-04-01".parse().ok();
    let stored = Stored { people: vec![person], ..empty() };
    let plan = planned("氏名|住所|退会日\n岡　一|桜町1|R1.5.1", &stored);
    assert_eq!(issues(&plan), ["A2 roster.stay_disagrees"]);
    assert_eq!((plan.counts().same, plan.rows[0].draft.left_on), (1, None));
    let plan = planned("氏名|住所|入会日\n岡　一|桜町1|H31.4.1", &stored);
    assert_eq!(plan.rows[0].changes.iter().map(|c| c.after.as_str()).collect::<Vec<_>>(), ["平成31年4月1日"]);
}

fn planned_person() -> Person {
    let name = crate::roster::PersonName { family: "岡".into(), given: "一".into(), ..Default::default() };
    Person::named(name)
}

/// Name, address and whose family, one line each.
fn people(plan: &Plan<PersonDraft>) -> Vec<String> {
    plan.rows.iter().map(|r| &r.draft).map(|d| format!("{}|{}|{}", d.name.full(), d.address, d.family_of)).collect()
}

#[test]
fn the_family_of_a_cell_lives_with_its_head() {
    for heading in ["家族", "世帯員", "同居家族"] {
        let plan = planned(&format!("氏名|住所|{heading}\n岡　太郎|桜町1-2|花子、次郎\n林　一|桜町3-4|"), &empty());
        let told = [
            "岡　太郎|高松市桜町1-2|",
            "岡　花子|高松市桜町1-2|岡　太郎",
            "岡　次郎|高松市桜町1-2|岡　太郎",
            "林　一|高松市桜町3-4|",
        ];
        assert_eq!(people(&plan), told, "{heading}");
        assert!(
            plan.notes.iter().any(|note| note.contains("2人") && note.contains("取り込まない")),
            "{:?}",
            plan.notes
        );
    }
    let columns = planned("世帯主|家族1|家族2|住所\n岡　太郎|花子|林　三郎|桜町1-2", &empty());
    assert_eq!(
        people(&columns).iter().map(|p| p.split('|').next().unwrap()).collect::<Vec<_>>(),
        ["岡　太郎", "岡　花子", "林　三郎"]
    );
}

#[test]
fn families_that_cannot_be_told_apart_are_told_and_left() {
    let plan = planned("氏名|住所|家族\n岡　太郎|桜町1-2|花子　次郎\n林一|桜町3-4|花子\n森　一|桜町5|三郎", &empty());
    assert_eq!(issues(&plan), ["C2 roster.family_unclear", "C3 roster.family_unclear"]);
    assert_eq!(plan.rows.len(), 4);
    let counted = planned("氏名|住所|家族\n岡　太郎|桜町1-2|4人\n林　一|桜町3-4|=2", &empty());
    assert_eq!((issues(&counted), counted.rows.len()), (vec!["C2 roster.family_counted".to_owned()], 2));
}

#[test]
fn a_block_without_its_association_is_told_once_and_left() {
    let plan = planned("氏名|住所|班\n岡　太郎|桜町1-2|=1\n林　一|桜町3-4|=2", &empty());
    assert_eq!(issues(&plan), ["C2 roster.block_alone"]);
    assert!(plan.rows.iter().all(|row| row.draft.roles.is_empty()));
}
