//! Labels, envelopes, slips and collecting forms from the same list.

use serde_json::{Value, json};
use suite::TestDesk;

use super::{YEAR, choice, labels, output, pages, paths};
use crate::PROGRAM;

#[test]
fn d11_labels_and_envelopes_come_from_the_same_list_and_name_who_is_left_out() {
    let desk = TestDesk::sample(PROGRAM);
    let choice = choice("総会の案内", &["name"], None);
    let preview = |labels: Value| {
        let what = json!({ "kind": "labels", "choice": choice, "labels": labels });
        desk.call("lists.preview", json!({ "year": YEAR, "what": what, "copies": null }))
    };
    let shown = preview(labels("label-12", false));
    let out = shown["left_out"].as_array().expect("a list");
    let faces = shown["pages"]["sheets"].to_string().matches("　様\"").count();
    assert_eq!(faces + out.len(), 180, "everybody is on a label or named");
    assert!(
        out.iter().all(|one| one["name"] != "" && (one["reason"] == "too_long" || one["address"] == "")),
        "{out:?}"
    );
    let codes = |shown: &Value| shown["pages"]["sheets"].to_string().matches("〒").count();
    let joined = preview(labels("label-12", true));
    assert!(codes(&joined) < codes(&shown), "{} and {}", codes(&joined), codes(&shown));
    assert_eq!(preview(labels("naga3-down", false))["pages"]["sheets"].as_array().map(Vec::len), Some(faces));

    let what = json!({ "kind": "labels", "choice": choice, "labels": labels("label-24", false) });
    let copies = json!({ "recipients": "見本印刷", "purpose": "宛名の印刷", "due": "" });
    let made = output(&desk, what, "pdf", copies);
    assert_eq!(made["value"]["copies"], json!([1]));
    let record = desk.call("lists.disclosures", json!({ "year": YEAR }));
    assert_eq!(record[0]["persons"].as_u64(), Some(180 - out.len() as u64), "those whose labels were made");
    assert_eq!(
        (record[0]["columns"].as_str(), record[0]["form"].as_str()),
        (Some("郵便番号・住所・氏名"), Some("labels"))
    );
}

#[test]
fn r11_what_a_test_print_showed_is_kept_for_each_printer_and_paper() {
    let desk = TestDesk::sample(PROGRAM);
    for (printer, shift) in [("会館のプリンター", [12, -5]), ("自宅", [0, 3]), ("会館のプリンター", [10, -4])]
    {
        desk.call("lists.keep_shift", json!({ "stationery": "label-12", "printer": printer, "shift": shift }));
    }
    let shifts = desk.call("lists.choices", json!({ "year": YEAR }))["shifts"].take();
    let kept: Vec<(&str, i64, i64)> = shifts
        .as_array()
        .expect("a list")
        .iter()
        .map(|s| {
            (s["printer"].as_str().expect("a name"), s["across"].as_i64().expect("mm"), s["down"].as_i64().expect("mm"))
        })
        .collect();
    assert_eq!(kept, [("会館のプリンター", 10, -4), ("自宅", 0, 3)]);
    let mut moved = labels("label-12", false);
    moved["shift"] = json!([10, -4]);
    let sheet = |labels: Value| {
        desk.call(
            "lists.preview",
            json!({ "year": YEAR, "what": { "kind": "test_print", "labels": labels }, "copies": null }),
        )
    };
    assert_ne!(sheet(moved), sheet(labels("label-12", false)));
}

#[test]
fn d12_a_slip_for_each_household_shows_what_is_recorded() {
    let desk = TestDesk::sample(PROGRAM);
    let choice = choice("", &["name", "kana", "address", "phone"], None);
    let slips =
        |is_joined: bool| json!({ "kind": "slips", "choice": choice, "is_joined": is_joined, "due": "R8.4.30" });
    let each = pages(&paths(&desk, &output(&desk, slips(false), "pdf", Value::Null)).remove(0));
    assert_eq!(each.len(), 180, "a page each");
    let shown = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }));
    for (page, row) in each.iter().zip(shown["sections"][0]["rows"].as_array().expect("rows")) {
        let phone = row["cells"][3].as_str().expect("a telephone");
        assert!(page.contains("正しい内容") && page.contains("令和8年4月30日までに") && page.contains(phone), "{page}");
    }
    let joined = pages(&paths(&desk, &output(&desk, slips(true), "pdf", Value::Null)).remove(0));
    assert!(joined.len() < each.len(), "one page for a household");
    for form in ["join", "survey"] {
        let paper = output(&desk, json!({ "kind": "collect", "form": form }), "pdf", Value::Null);
        let pages = pages(&paths(&desk, &paper).remove(0));
        assert!(
            pages.len() == 1 && pages[0].contains("次の目的だけに使います"),
            "{form} fits one page: {}",
            pages.len()
        );
    }
}

/// The words of the half of a page, left or right of its middle.
fn half(sheet: &Value, is_right: bool) -> String {
    let middle = sheet["width_mm"].as_f64().expect("a width") / 25.4 * 72.0 / 2.0;
    let items = sheet["items"].as_array().expect("items").iter().filter(|item| item["kind"] == "text");
    let own = items.filter(|item| (item["x"].as_f64().expect("a place") > middle) == is_right);
    own.filter_map(|item| item["text"].as_str()).collect()
}

#[test]
fn r11_a_reply_card_bears_the_answer_beside_the_address_and_the_message_behind_the_answer() {
    let desk = TestDesk::sample(PROGRAM);
    let council = "見本地区コミュニティ協議会";
    let labels_of = labels("reply-card-return", false);
    desk.call(
        "office.save_settings",
        json!({ "name": council, "postal": "", "address": "", "phone": "", "legal_form": "voluntary", "recognised": "" }),
    );
    let unaddressed = json!({ "kind": "labels", "choice": choice("案内", &["name"], None), "labels": labels_of });
    let left_out =
        desk.call("lists.preview", json!({ "year": YEAR, "what": unaddressed, "copies": null }))["left_out"].take();
    assert_eq!(left_out, json!([{ "name": council, "address": "", "reason": "no_council" }]), "said once");
    desk.call(
        "office.save_settings",
        json!({ "name": council, "postal": "760-0001", "address": "高松市見本町1番1号", "phone": "", "legal_form": "voluntary", "recognised": "" }),
    );
    let choice = choice("総会の案内", &["name"], None);
    let ask = |stationery: &str, text: &str| {
        let mut labels = labels(stationery, false);
        labels["card"] = json!({ "subject": "令和8年度 定期総会", "text": text });
        json!({ "kind": "labels", "choice": choice, "labels": labels })
    };
    let text = "日　時　令和8年4月25日（土）午後2時から\n会　場　コミュニティセンター";
    let shown = |stationery: &str, text: &str| {
        desk.call("lists.preview", json!({ "year": YEAR, "what": ask(stationery, text), "copies": null }))
    };
    let out = shown("reply-card-out", text);
    let first = &out["pages"]["sheets"][0];
    assert!(half(first, false).contains('様'), "the left half is addressed to a member");
    for word in ["ご出席　・　ご欠席", "お名前", "ご住所", "切り取り", "定期総会"] {
        assert!(half(first, true).contains(word), "{word}: {}", half(first, true));
    }
    let back = shown("reply-card-return", text);
    let second = &back["pages"]["sheets"][0];
    assert!(half(second, false).contains(&format!("{council}　行")), "it comes back to the council");
    for word in ["定期総会", "令和8年4月25日（土）午後2時", "コミュニティセンター", council] {
        assert!(half(second, true).contains(word), "{word}: {}", half(second, true));
    }
    let papers = |shown: &Value| shown["pages"]["sheets"].as_array().map(Vec::len);
    assert_eq!(papers(&out), papers(&back), "as many backs as fronts");

    let long = "あいさつ".repeat(600);
    assert_eq!(shown("reply-card-return", &long)["crowded"], json!(["text"]));
    let asked = json!({ "year": YEAR, "what": ask("reply-card-return", &long), "format": "pdf", "copies": null, "substitutes": [], "folder": null });
    assert_eq!(desk.refused("lists.output", asked).code, "lists.card_too_long");
}

#[test]
fn r11_the_sender_stands_on_mail_until_it_is_left_out() {
    let desk = TestDesk::sample(PROGRAM);
    let address = "香川県高松市見本町一丁目1番1号";
    desk.call(
        "office.save_settings",
        json!({ "name": "見本会", "postal": "760-0001", "address": address, "phone": "", "legal_form": "voluntary", "recognised": "" }),
    );
    let choice = choice("案内", &["name"], None);
    let words = |stationery: &str, with_sender: bool| {
        let mut labels = labels(stationery, false);
        labels["with_sender"] = json!(with_sender);
        let what = json!({ "kind": "labels", "choice": choice, "labels": labels });
        desk.call("lists.preview", json!({ "year": YEAR, "what": what, "copies": null }))["pages"].to_string()
    };
    for stationery in ["naga3-down", "naga3-across", "card-down", "reply-card-out"] {
        assert!(words(stationery, true).contains("見本会") && words(stationery, true).contains("〒760-0001"));
    }
    assert!(!words("naga3-down", false).contains("見本会"));
    assert!(!words("label-12", true).contains("見本会"), "labels are stuck on an envelope that has its own");
}

#[test]
fn certificates_for_guests_and_companies_stand_behind_those_of_the_roster_or_alone() {
    let desk = TestDesk::sample(PROGRAM);
    let mut choice = choice("", &["name"], None);
    choice["filter"]["roles"] = json!(["部会長"]);
    let offered = desk.call("lists.choices", json!({ "year": YEAR }))["certificate"].clone();
    let what = |fields: Value| {
        let mut labels = labels("certificate-a4", false);
        labels["honorific"] = json!("殿");
        labels["certificate"] = offered.clone();
        for (field, typed) in fields.as_object().expect("fields") {
            labels["certificate"][field] = typed.clone();
        }
        json!({ "kind": "labels", "choice": choice, "labels": labels })
    };
    let preview =
        |fields: Value| desk.call("lists.preview", json!({ "year": YEAR, "what": what(fields), "copies": null }));
    let others =
        json!([{ "body": "見本小学校", "office": "前校長", "name": "水神　太郎" }, {}, { "body": "株式会社見本商店" }]);
    let before = desk.state_hash();
    let members = preview(json!({}))["pages"]["sheets"].as_array().expect("sheets").len();
    let both = preview(json!({ "others": others }));
    let sheets = both["pages"]["sheets"].as_array().expect("sheets");
    assert_eq!((sheets.len(), &both["left_out"]), (members + 2, &json!([])));
    let last = [sheets[members].to_string(), sheets[members + 1].to_string()];
    assert!(
        last[0].contains("水神　太郎　殿") && last[0].contains("見本小学校") && last[0].contains("前校長"),
        "{}",
        last[0]
    );
    assert!(last[1].contains("株式会社見本商店　殿"), "{}", last[1]);
    let alone = json!({ "others": others, "only_others": true });
    assert_eq!(preview(alone.clone())["pages"]["sheets"].as_array().expect("sheets").len(), 2);
    let made = output(&desk, what(alone), "pdf", Value::Null);
    assert_eq!(pages(&paths(&desk, &made).remove(0)).len(), 2);
    assert_eq!(desk.state_hash(), before, "nobody is written down");
    let refused = |fields: Value| {
        let asked = json!({ "year": YEAR, "what": what(fields), "format": "pdf", "copies": null, "substitutes": [], "folder": null });
        desk.refused("lists.output", asked)
    };
    assert_eq!(refused(json!({ "others": [], "only_others": true })).code, "lists.nobody");
    let unnamed = refused(json!({ "others": [{ "office": "前校長" }] }));
    assert_eq!((unnamed.code.as_str(), unnamed.params["field"].as_str()), ("lists.other_unnamed", "others.0.name"));
}

#[test]
fn a_certificate_for_each_of_the_officers_is_written_from_top_to_bottom() {
    let desk = TestDesk::sample(PROGRAM);
    let mut choice = choice("", &["name"], None);
    choice["filter"]["roles"] = json!(["部会長"]);
    let offered = desk.call("lists.choices", json!({ "year": YEAR }));
    let mut certificate = offered["certificate"].clone();
    assert_eq!(certificate["office"], "会長", "the chair of the year gives it");
    certificate["day"] = json!("R8.3.14");
    let what = |certificate: &Value| {
        let mut labels = labels("certificate-a4", false);
        labels["honorific"] = json!("殿");
        labels["certificate"] = certificate.clone();
        json!({ "kind": "labels", "choice": choice, "labels": labels })
    };
    let shown = desk.call("lists.preview", json!({ "year": YEAR, "what": what(&certificate), "copies": null }));
    assert_eq!(shown["left_out"], json!([]));
    let made = output(&desk, what(&certificate), "pdf", Value::Null);
    assert!(made["value"]["files"][0]["name"].as_str().is_some_and(|name| name.contains("感謝状")), "{made}");
    let pages = pages(&paths(&desk, &made).remove(0));
    let chairs = desk.call("lists.rows", json!({ "year": YEAR, "choice": choice }));
    let names = chairs["sections"][0]["rows"].as_array().expect("rows");
    assert_eq!((pages.len(), names.is_empty()), (names.len(), false), "a paper each");
    let sheets = shown["pages"]["sheets"].as_array().expect("sheets");
    for (sheet, row) in sheets.iter().zip(names) {
        let words = sheet.to_string();
        let name = row["cells"][0].as_str().expect("a name");
        assert!(words.contains("令和八年三月十四日") && words.contains(&format!("{name}　殿")), "{name}: {words}");
    }

    certificate["text"] = json!("  ");
    let refused = desk.refused(
        "lists.output",
        json!({ "year": YEAR, "what": what(&certificate), "format": "pdf", "copies": null, "substitutes": [], "folder": null }),
    );
    assert_eq!(refused.code, "lists.certificate_empty");
}
