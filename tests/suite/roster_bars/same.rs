//! 二重の記録: found however they are written, merged with nothing lost, parted again.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, household, list, newcomer, person, record, text};
use crate::PROGRAM;

/// Why a record and another are offered as one person; nothing when they are not.
fn reasons(desk: &TestDesk, one: &str, other: &str) -> Vec<String> {
    let pairs = desk.call("roster.duplicates", json!({}));
    let is_theirs = |pair: &&Value| {
        let ids = [text(&pair["one"]["id"]), text(&pair["other"]["id"])];
        ids.contains(&one) && ids.contains(&other)
    };
    let pair = list(&pairs).iter().find(is_theirs).cloned().unwrap_or_default();
    list(&pair["reasons"]).iter().map(|reason| text(reason).to_owned()).collect()
}

#[test]
fn r06_doubles_are_found_through_variants_kana_width_spaces_old_addresses_and_telephones() {
    let desk = TestDesk::sample(PROGRAM);
    let known = person(&desk, "髙橋 由美子");
    let shown = record(&desk, &known)["person"].take();
    let (address, phone) = (text(&shown["address"]).to_owned(), text(&shown["phone"]).to_owned());
    let birth = text(&shown["birth_on"]).to_owned();
    let home = household(&desk, &known, &[]);
    let moved = json!({ "id": home, "on": "R7.6.1", "postal": "760-0023", "address": "高松市寿町9-9" });
    desk.call("roster.move_household", moved);
    let wide: String = phone
        .chars()
        .map(|c| if c == '-' { '－' } else { char::from_u32(u32::from(c) + 0xFEE0).unwrap_or(c) })
        .collect();
    for (how, typed, expected) in [
        (
            "異体字",
            vec![("family", "高橋"), ("given", "由美子"), ("birth", birth.as_str())],
            vec!["name_variant", "same_birth"],
        ),
        (
            "kana and width",
            vec![
                ("family", "ﾀｶﾊｼ"),
                ("given", "ﾕﾐｺ"),
                ("family_kana", "たかはし"),
                ("given_kana", "ゆみこ"),
                ("birth", birth.as_str()),
            ],
            vec!["same_kana", "same_birth"],
        ),
        ("spaces", vec![("family", "髙 橋"), ("given", "由美子　"), ("birth", "")], vec!["name_variant"]),
        (
            "old address",
            vec![("family", "髙橋"), ("given", "由美子"), ("address", address.as_str())],
            vec!["same_name", "old_address"],
        ),
        (
            "shared telephone",
            vec![
                ("family", "高梁"),
                ("given", "祐美子"),
                ("family_kana", "タカハシ"),
                ("given_kana", "ユミコ"),
                ("phone", wide.as_str()),
            ],
            vec!["same_kana", "same_phone"],
        ),
    ] {
        let twin = newcomer(&desk, &typed);
        let reasons = reasons(&desk, &known, &twin);
        for reason in expected {
            assert!(reasons.iter().any(|given| given == reason), "{how}: {reason} in {reasons:?}");
        }
        desk.call("office.undo", json!({}));
    }
    let namesake =
        newcomer(&desk, &[("family", "髙橋"), ("given", "由美子"), ("birth", "S30.1.2"), ("address", "高松市番町1-1")]);
    assert_eq!(reasons(&desk, &known, &namesake), [""; 0], "another birthday, another house: a namesake");
}

#[test]
fn r07_a_merge_keeps_both_is_undone_and_two_who_are_two_are_not_offered_again() {
    let desk = TestDesk::sample(PROGRAM);
    let pairs = || desk.call("roster.duplicates", json!({}));
    let before = list(&pairs()).len();
    let keep = person(&desk, "髙橋 由美子");
    let mut twin = draft(&desk, &keep);
    for (field, value) in
        [("id", Value::Null), ("family", "高橋".into()), ("family_kana", "ﾀｶﾊｼ".into()), ("phone", "".into())]
    {
        twin[field] = value;
    }
    let twin = desk.call("roster.save_person", json!({ "person": twin }))["value"]["id"].clone();
    let state = desk.state_hash();
    desk.call("roster.merge_people", json!({ "keep": keep, "gone": twin }));
    assert_eq!(list(&pairs()).len(), before);
    assert_eq!(record(&desk, text(&twin))["merged_into"]["id"], keep.as_str());
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), state);
    desk.call("roster.keep_apart", json!({ "one": keep, "other": twin }));
    assert_eq!(list(&pairs()).len(), before, "two people who are two are not offered again");
}
