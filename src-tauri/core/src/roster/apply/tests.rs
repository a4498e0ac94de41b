use super::*;
use crate::FiscalYear;
use crate::file::OfficeFile;
use crate::intake::mapping::{Hints, Remembered};
use crate::intake::sketch::{book, by, office};
use crate::roster::import::plan;

const FIRST: &str = "氏名|住所|電話|所属|役職|任期
𠮷田　和夫|桜町1-2|087-886-2763|福祉部会|部会長|
十河　勝|桜町3-4||桜町東自治会||
十河　勝|栗林町5-6|087-878-0619|||";

fn import(file: &OfficeFile, drawn: &str, decide: impl Fn(&Plan<PersonDraft>) -> Vec<RowDecision>) -> Counts {
    let stored = file.view(|v| stored(v, "高松市")).unwrap();
    let remembered = file.view(|v| mapping::remembered(v, Kind::Roster)).unwrap();
    let plan = plan(&book(drawn), &stored, &Hints { chosen: &[], remembered: &remembered }, FiscalYear(2025)).unwrap();
    let decisions = decide(&plan);
    file.change(&by(), "roster.import", |tx| apply_import(tx, &plan, &decisions, "高松市")).unwrap().value
}

#[test]
fn a_plan_is_written_as_it_stands() {
    let (_folder, file) = office();
    assert_eq!(import(&file, FIRST, |_| vec![]).new, 3);
    let again = import(&file, FIRST, |_| vec![]);
    assert_eq!((again.new, again.changed, again.same), (0, 0, 3));
    let term = import(&file, &FIRST.replace("部会長|", "部会長|R7.4.1～R9.3.31"), |_| vec![]);
    assert_eq!((term.new, term.changed), (0, 1), "the term was not known before");
    let stored = file.view(|v| stored(v, "高松市")).unwrap();
    let names: Vec<String> = stored.people.iter().map(|p| p.name.full()).collect();
    assert_eq!(names, ["𠮷田　和夫", "十河　勝", "十河　勝"]);
    assert_eq!(
        stored.roles.iter().map(|r| (r.title.as_str(), r.to_on.is_some())).collect::<Vec<_>>(),
        [("部会長", true), ("会員", false)]
    );
    assert_eq!(stored.people[0].address, "高松市桜町1-2");
    let layouts: Remembered = file.view(|v| mapping::remembered(v, Kind::Roster)).unwrap();
    assert_eq!(layouts.len(), 1, "the same headings are one layout");
}

#[test]
fn two_rows_that_are_said_to_be_one_person_both_count() {
    let (_folder, file) = office();
    import(&file, "氏名|住所|電話\n吉田　和夫|桜町1-2|087-886-2763", |_| vec![]);
    let id = file.view(|v| store::people(v)).unwrap()[0].id.to_string();
    let rows = "氏名|住所|電話|携帯|所属|役職
吉田　一男|||090-1111-2222|福祉部会|部会長
芳田　和夫||087-000-0000||福祉部会|部会長";
    import(&file, rows, |plan| {
        let same = |index| RowDecision { index, decision: Decision::Same, id: Some(id.clone()) };
        (0..plan.rows.len()).map(same).collect()
    });
    let people = file.view(|v| store::people(v)).unwrap();
    assert_eq!(people.len(), 1);
    assert_eq!((people[0].mobile.as_str(), people[0].phone.as_str()), ("090-1111-2222", "087-000-0000"));
    assert_eq!(file.view(|v| store::roles(v)).unwrap().len(), 1, "one role, once");
}

#[test]
fn the_family_of_a_row_lives_in_one_household() {
    let (_folder, file) = office();
    let rows = "氏名|住所|入会日|自治会|家族\n岡　太郎|桜町1-2|H10.4.1|桜町自治会|花子、次郎\n林　一|桜町3-4|||";
    let gone = "氏名|住所|退会日|家族\n辻　一|桜町5|R6.3.31|三郎";
    assert_eq!(import(&file, rows, |_| vec![]).new, 4);
    let names = |homes: &[super::super::HouseholdMember], people: &[Person]| -> Vec<String> {
        let name = |id| people.iter().find(|p| p.id == id).map(|p| p.name.full()).unwrap_or_default();
        homes.iter().map(|m| name(m.person_id)).collect()
    };
    let read = || file.view(|v| Ok((store::household_members(v)?, store::people(v)?, store::households(v)?))).unwrap();
    let (members, people, homes) = read();
    assert_eq!(names(&members, &people), ["岡　太郎", "岡　花子", "岡　次郎"]);
    assert_eq!((homes.len(), homes[0].address.as_str()), (1, "高松市桜町1-2"));
    let bodies = file.view(|v| store::organisations(v)).unwrap();
    assert!(bodies.iter().any(|b| b.name == "桜町自治会" && Some(b.id) == homes[0].organisation_id));
    assert_eq!(homes[0].head_person_id, people.iter().find(|p| p.name.given == "太郎").map(|p| p.id));
    assert_eq!(people.iter().filter_map(|p| p.joined_on).map(|d| d.to_string()).collect::<Vec<_>>(), ["1998-04-01"]);
    import(&file, rows, |_| vec![]);
    import(&file, &rows.replace("次郎", "次郎、三郎"), |_| vec![]);
    let (members, people, homes) = read();
    assert_eq!((members.len(), people.len(), homes.len()), (4, 5, 1), "the same file twice, then one child more");
    import(&file, gone, |_| vec![]);
    let (members, people, homes) = read();
    assert_eq!((members.len(), people.len(), homes.len()), (4, 7, 1), "who has left founds no household");
}

#[test]
fn unsure_rows_go_where_the_user_says() {
    let (_folder, file) = office();
    import(&file, FIRST, |_| vec![]);
    let moved = "氏名|住所|電話\n吉田　和夫|塩屋町7-8|087-000-0000";
    let skipped = import(&file, moved, |plan| plan.decide_unsure(Decision::Skip));
    assert_eq!((skipped.unsure, file.view(|v| store::people(v)).unwrap().len()), (1, 3));
    let told = || file.history(1).unwrap()[0].sentence.clone();
    assert!(told().contains("新しく0人、変更0人"), "what was left out is not told as new: {}", told());
    import(&file, moved, |plan| plan.decide_unsure(Decision::Same));
    assert!(told().contains("新しく0人、変更1人"), "{}", told());
    let people = file.view(|v| store::people(v)).unwrap();
    assert_eq!(
        (people.len(), people[0].name.family.as_str(), people[0].address.as_str()),
        (3, "𠮷田", "高松市塩屋町7-8")
    );
    import(&file, "氏名|住所|電話\n吉田　和夫|築地町9|087-111-1111", |_| vec![]);
    assert_eq!(file.view(|v| store::people(v)).unwrap().len(), 4, "without a decision the row is a new person");
}

#[test]
fn a_block_stands_under_its_association() {
    let (_folder, file) = office();
    let rows = "氏名|住所|自治会|班|役職
岡　太郎|桜町1-2|桜町東自治会|=1|班長
林　一|桜町3-4|桜町東自治会|1班|
森　一|桜町5|桜町西自治会|１|会長";
    import(&file, rows, |_| vec![]);
    let told = |file: &OfficeFile| -> Vec<String> {
        let stored = file.view(|v| stored(v, "高松市")).unwrap();
        let name = |id| stored.bodies.iter().find(|b| Some(b.id) == id).map_or("", |b| b.name.as_str());
        let blocks = stored.bodies.iter().filter(|b| b.kind == OrganisationKind::Block);
        let blocks = blocks.map(|b| format!("{}/{}", name(b.parent_id), b.name));
        let seats = stored.roles.iter().map(|r| format!("{} {}", name(Some(r.organisation_id)), r.title));
        blocks.chain(seats).collect()
    };
    let first = told(&file);
    for line in [
        "桜町東自治会/桜町東自治会1班",
        "桜町西自治会/桜町西自治会1班",
        "桜町東自治会1班 班長",
        "桜町東自治会1班 班員",
        "桜町西自治会 会長",
    ] {
        assert!(first.iter().any(|one| one == line), "{line} in {first:?}");
    }
    let again = import(&file, rows, |_| vec![]);
    assert_eq!((again.same, told(&file)), (3, first));
}

#[test]
fn a_block_that_is_there_is_taken_by_its_short_name() {
    let (_folder, file) = office();
    import(&file, "氏名|住所|自治会\n岡　太郎|桜町1-2|桜町東自治会", |_| vec![]);
    file.change(&by(), "roster.import", |tx| {
        let above = store::organisations(tx)?.into_iter().find(|b| b.name == "桜町東自治会").unwrap();
        let id = store::insert_organisation(tx, OrganisationKind::Block, "2班")?;
        let block = store::find_organisation(tx, id)?.unwrap();
        store::put_organisation(tx, &Organisation { parent_id: Some(above.id), ..block })
    })
    .unwrap();
    let rows = "氏名|住所|自治会|班\n岡　太郎|桜町1-2|桜町東自治会|2";
    let bodies = || file.view(|v| store::organisations(v)).unwrap().len();
    let before = bodies();
    import(&file, rows, |_| vec![]);
    assert_eq!((bodies(), import(&file, rows, |_| vec![]).same), (before, 1), "no second block, no second seat");
}
