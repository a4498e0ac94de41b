//! 交付金の決まり that the council has written down itself: a grant that no profile knows is settled, judged and due by them.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_years::{council, decide, draft, grant, yen};

const OWN: &str = "ふるさと応援補助金";

fn rules(desk: &TestDesk, year: i32) -> Value {
    desk.call("grants.rules", json!({ "id": grant(desk, year, OWN)["id"] }))
}

/// What is asked to write the rules of a year, with other words in some fields.
fn asked(desk: &TestDesk, year: i32, fields: Value) -> Value {
    let mut draft = rules(desk, year)["draft"].clone();
    draft.as_object_mut().expect("a draft").extend(fields.as_object().expect("fields").clone());
    json!({ "id": grant(desk, year, OWN)["id"], "year": year, "draft": draft })
}

/// A half of the cost, 100,000 yen at most, cut to 1,000 yen, against what was received.
fn half() -> Value {
    json!({
        "formula": "cost", "share": "２分の１", "at_most": "10万", "round": { "unit": 1000, "how": "down" },
        "refund_from": "received", "from": "5/1", "until": "2/28", "only_after_decision": true, "needs_receipt": true,
        "percent": "20％", "base": "whole", "payment": "estimate", "source": "見本市ふるさと応援補助金交付要綱",
        "costs": [{
            "items": "", "words": "弁当、お茶", "verdict": "eligible", "per": "1,000", "unit": "人", "at_most": "",
            "reason": "講師の弁当は一人1,000円までです。",
        }],
    })
}

/// A council of no city with one grant.
fn begun() -> TestDesk {
    let desk = council("base");
    decide(&desk, 2025, OWN, "300000");
    desk
}

fn report(desk: &TestDesk) -> Value {
    let papers = grant(desk, 2025, OWN)["papers"].as_array().expect("papers").clone();
    papers.into_iter().find(|paper| paper["id"] == "report").expect("the report")
}

fn effect(desk: &TestDesk, fields: Value) -> Value {
    let mut draft = draft(desk, OWN, "expense", "3600");
    draft.as_object_mut().expect("a draft").extend(fields.as_object().expect("fields").clone());
    desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft }))
}

fn record(desk: &TestDesk, kind: &str, amount: &str) {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft(desk, OWN, kind, amount) }));
}

#[test]
fn b12_a_grant_of_no_profile_goes_by_what_is_common_and_says_so() {
    let desk = begun();
    let seen = grant(&desk, 2025, OWN);
    let titles: Vec<&str> =
        seen["papers"].as_array().expect("papers").iter().filter_map(|p| p["title"].as_str()).collect();
    assert_eq!(titles.len(), 5, "nothing has come, so nothing goes back: {titles:?}");
    assert_eq!((&seen["rules_from"], &report(&desk)["due_label"]), (&json!("common"), &json!("令和8年3月31日")));
    assert!(seen["papers"].as_array().expect("papers").iter().all(|paper| paper["is_verified"] == false));
    let told =
        |description: &str| effect(&desk, json!({ "description": description }))["advice"]["eligibility"].clone();
    assert_eq!([told("役員の懇親会"), told("会場の使用料")], [json!("ineligible"), Value::Null]);
}

#[test]
fn b08_nothing_goes_back_of_a_grant_that_the_city_has_not_decided() {
    let desk = council("base");
    desk.call("grants.add", json!({ "year": 2025, "name": OWN }));
    record(&desk, "income", "100000");
    assert_eq!(yen(&grant(&desk, 2025, OWN), ["received_yen", "refund_yen"]), [100_000, 0]);
}

#[test]
fn b07_a_grant_of_no_profile_is_settled_by_the_rules_that_were_written() {
    let desk = begun();
    record(&desk, "income", "100000");
    record(&desk, "expense", "151999");
    assert_eq!(
        yen(&grant(&desk, 2025, OWN), ["fixed_yen", "refund_yen"]),
        [151_999, 0],
        "less has come than was spent"
    );
    record(&desk, "income", "60000");
    assert_eq!(yen(&grant(&desk, 2025, OWN), ["fixed_yen", "refund_yen"]), [151_999, 8_001], "as is common");
    assert_eq!(grant(&desk, 2025, OWN)["papers"].as_array().expect("papers").len(), 6, "and the paper about it");
    desk.call("office.undo", json!({}));
    let before = desk.state_hash();
    let mut form = asked(&desk, 2025, half());
    let papers = form["draft"]["papers"].as_array_mut().expect("papers");
    let own = papers.iter_mut().find(|paper| paper["id"] == "report").expect("the report");
    (own["day"], own["days"]) = (json!("3/20"), json!("14日"));
    desk.call("grants.set_rules", form);

    let seen = grant(&desk, 2025, OWN);
    assert_eq!(yen(&seen, ["fixed_yen", "refund_yen"]), [75_000, 25_000], "75,999.5 is cut to 75,000");
    let how = seen["steps"].to_string();
    assert!(how.contains("対象経費 151,999円 × 1／2（1,000円未満切捨て）"), "{how}");
    assert_eq!(seen["rules_from"], "written");
    let notes = seen["rules"].to_string();
    for said in [
        "対象経費の2分の1、上限100,000円、1,000円未満切捨て（交付決定額まで）",
        "5月1日から2月28日まで",
        "20％をこえて",
    ] {
        assert!(notes.contains(said), "{said}: {notes}");
    }
    assert_eq!(report(&desk)["due_label"], "令和8年3月20日");
    let step = json!({
        "id": null, "grant_id": seen["id"], "year": 2025, "stage": "completion", "state": "done", "on": "8/1/10",
        "number": "", "amount": "", "note": "",
    });
    desk.call("grants.record_step", step);
    assert_eq!(report(&desk)["due_label"], "令和8年1月24日", "the earlier of the two");
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before, "one undo takes the rules back");
}

#[test]
fn b07_the_words_that_were_written_speak_before_those_of_the_profile() {
    let desk = begun();
    desk.call("grants.set_rules", asked(&desk, 2025, half()));
    let seen = effect(&desk, json!({ "description": "講師の弁当", "heads": "3" }));
    assert_eq!(seen["advice"]["eligibility"], "eligible", "{seen}");
    assert!(seen["warnings"].to_string().contains("1,000円 × 3人"), "{seen}");
    let codes = |fields: Value| effect(&desk, fields)["warnings"].to_string();
    assert!(codes(json!({ "on": "8/3/10" })).contains("grants.outside_period"));
    assert!(codes(json!({ "on": "7/4/20" })).contains("grants.outside_period"));
    assert!(codes(json!({ "has_receipt": false })).contains("grants.receipt_needed"));
    assert_eq!(
        effect(&desk, json!({ "description": "役員の懇親会" }))["advice"]["eligibility"],
        "ineligible",
        "still there"
    );
}

#[test]
fn b10_the_rules_of_2026_leave_2025_as_it_was() {
    let desk = begun();
    record(&desk, "income", "100000");
    record(&desk, "expense", "151999");
    desk.call("grants.set_rules", asked(&desk, 2025, half()));
    let old = grant(&desk, 2025, OWN);
    decide(&desk, 2026, OWN, "300000");
    assert_eq!(grant(&desk, 2026, OWN)["rules_from"], "common", "nobody has written anything for 2026");
    let shown = rules(&desk, 2026);
    assert_eq!([&shown["begun_from"], &shown["draft"]["share"]], [&json!("last_year"), &json!("1/2")]);
    let new =
        json!({ "formula": "cost", "share": "", "at_most": "", "round": { "unit": 100, "how": "down" }, "costs": [] });
    desk.call("grants.set_rules", asked(&desk, 2026, new));
    assert_eq!(grant(&desk, 2025, OWN), old, "figures, papers and sentences");
    let notes = grant(&desk, 2026, OWN)["rules"].to_string();
    assert!(notes.contains("対象経費、100円未満切捨て") && !notes.contains("2分の1"), "{notes}");
    assert_eq!(rules(&desk, 2025)["begun_from"], "written");
}

/// A cost that the grant does not pay.
fn cost(items: &str, words: &str, reason: &str) -> Value {
    json!({
        "items": items, "words": words, "verdict": "ineligible", "per": "", "unit": "人", "at_most": "", "reason": reason,
    })
}

/// The 科目 of this name.
fn item(desk: &TestDesk, name: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let items = choices["items"].as_array().expect("items");
    items.iter().find(|one| one.to_string().contains(name)).unwrap_or_else(|| panic!("{name}: {choices}"))["id"].clone()
}

#[test]
fn b07_a_cost_is_told_by_its_item_alone_or_by_item_and_words_together() {
    let desk = begun();
    let costs = json!([
        cost("交際費", "", "交際費は、要綱の第4条で対象外です。"),
        cost("会議費", "お茶", "会議のお茶は対象外です。"),
    ]);
    desk.call("grants.set_rules", asked(&desk, 2025, json!({ "source": "見本市の要綱", "costs": costs })));
    let advice = |item_id: &Value, words: &str| {
        effect(&desk, json!({ "description": words, "item_id": item_id }))["advice"].clone()
    };
    let [gifts, meetings] = ["交際費", "会議費"].map(|name| item(&desk, name));
    let judged = advice(&gifts, "花輪");
    assert_eq!([&judged["eligibility"], &judged["reason"]], ["ineligible", "交際費は、要綱の第4条で対象外です。"]);
    assert_eq!(advice(&meetings, "花輪"), Value::Null, "another 科目");
    assert_eq!(advice(&meetings, "役員会のお茶")["reason"], "会議のお茶は対象外です。");
    assert_eq!(rules(&desk, 2025)["draft"]["costs"][0]["items"], "交際費");
}

#[test]
fn b07_what_is_put_in_with_a_paper_is_written_down_and_stands_on_the_paper() {
    let desk = begun();
    let write = |attachments: &str| {
        let mut form = asked(&desk, 2025, json!({ "source": "見本市の要綱" }));
        for paper in form["draft"]["papers"].as_array_mut().expect("papers") {
            if paper["id"] == "application" || paper["id"] == "report" {
                paper["attachments"] = json!(attachments);
            }
        }
        desk.call("grants.set_rules", form);
    };
    let shown = rules(&desk, 2025)["draft"]["papers"].clone();
    let before = shown.as_array().expect("papers").iter().find(|paper| paper["id"] == "report").expect("the report");
    assert_eq!(before["attachments"], "事業報告書\n収支決算書\n領収書の写し", "as is common");
    write("通帳（表紙、見開き）の写し\n役員会の議事録");
    assert_eq!(report(&desk)["attachments"], json!(["通帳（表紙、見開き）の写し", "役員会の議事録"]));
    let of = grant(&desk, 2025, OWN)["id"].clone();
    for (form, [first, second]) in [("grant-application", ["□", "□"]), ("performance-report", ["１", "２"])] {
        let made = json!({ "form": form, "year": 2025, "grant": of, "format": "pdf", "folder": null });
        let words = crate::papers::pdf_text(&desk.path(&desk.call("reports.output", made)["files"][0]["token"]));
        let words: String = words.split_whitespace().collect();
        let said = format!("{first}通帳（表紙、見開き）の写し{second}役員会の議事録");
        assert!(words.contains(&said), "{form}: {words}");
    }
    write("");
    assert_eq!(report(&desk)["attachments"], json!([]), "nothing is put in, and nothing of what is common comes back");
}

#[test]
fn b07_from_which_price_on_something_is_equipment_is_written_down() {
    let desk = begun();
    let bought_as =
        json!({ "side": "expense", "kan": "事務費", "kou": "備品購入費", "moku": "", "setsu": "", "fund_id": null });
    let item = desk.call("accounts.add_item", bought_as)["value"]["id"].take();
    let buy = |amount: &str| {
        let mut draft = draft(&desk, OWN, "expense", amount);
        (draft["item_id"], draft["description"]) = (item.clone(), json!(amount));
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
    };
    buy("49,999");
    buy("50,000");
    let waiting = || desk.call("equipment.list", json!({ "year": 2025 }))["candidates"].clone();
    assert_eq!(waiting().as_array().map(Vec::len), Some(2), "the council's own rule begins lower");
    let fields = json!({
        "source": "見本市の要綱", "equipment_yen": "5万", "equipment_for": "years", "equipment_years": "5年",
    });
    desk.call("grants.set_rules", asked(&desk, 2025, fields));
    let own = grant(&desk, 2025, OWN);
    assert_eq!(own["conditions"]["equipment_yen"], 50_000);
    assert!(own["rules"].to_string().contains("買ってから5年のあいだは"), "{own}");
    let open = waiting();
    assert_eq!((open.as_array().map(Vec::len), &open[0]["description"]), (Some(1), &json!("50,000")));
    let form = desk.call("equipment.form", json!({ "id": null, "entry_id": open[0]["entry_id"] }));
    let said = desk.call("equipment.effect", json!({ "year": 2025, "draft": form["draft"] }));
    assert_eq!([&form["draft"]["acquired"], &said["until"]], ["R8.1.10", "R13.1.10"], "five years");
    let shown = rules(&desk, 2025)["draft"].clone();
    let kept = ["equipment_yen", "equipment_for", "equipment_years"].map(|name| shown[name].clone());
    assert_eq!(kept, [json!("50000"), json!("years"), json!("5")]);
}

#[test]
fn b07_which_checks_a_receipt_needs_is_written_down() {
    let desk = begun();
    let titles = || grant(&desk, 2025, OWN)["conditions"]["receipts"].clone();
    let before = titles();
    let all = rules(&desk, 2025)["receipt_checks"].clone();
    assert_eq!(all.as_array().expect("checks").len(), before.as_array().expect("titles").len());
    let fields = json!({
        "source": "見本市の要綱", "receipts_not_asked": ["purpose", "legible"],
        "receipts_also": "写しに原本証明がある\n",
    });
    desk.call("grants.set_rules", asked(&desk, 2025, fields));
    let now = titles();
    let now = now.as_array().expect("titles");
    assert_eq!(now.len(), all.as_array().expect("checks").len() - 2 + 1, "{now:?}");
    assert_eq!(now.last(), Some(&json!("写しに原本証明がある")));
    assert!(!now.iter().any(|title| title.as_str().is_some_and(|title| title.contains("但し書き"))));
    let offered = rules(&desk, 2025);
    assert_eq!(offered["receipt_checks"], all, "what was left out can be asked again");
    assert_eq!(offered["draft"]["receipts_not_asked"], json!(["purpose", "legible"]));
    desk.call("grants.set_rules", asked(&desk, 2025, json!({ "receipts_not_asked": [], "receipts_also": "" })));
    assert_eq!(titles(), before);
}

#[test]
fn b07_what_cannot_be_a_rule_is_told_at_its_field() {
    let desk = begun();
    let refused = |fields: Value| {
        let refused = desk.refused("grants.set_rules", asked(&desk, 2025, fields));
        (refused.code, refused.params["field"].clone())
    };
    let with = |name: &str, value: Value| {
        let mut fields = half();
        fields[name] = value;
        refused(fields)
    };
    let of = |code: &str, field: &str| (code.to_owned(), field.to_owned());
    assert_eq!(with("source", json!("　")), of("grants.rule_source_missing", "source"));
    assert_eq!(with("share", json!("半分くらい")), of("grants.rule_share", "share"));
    assert_eq!(with("share", json!("3/2")), of("grants.rule_share", "share"));
    assert_eq!(with("at_most", json!("0")), of("grants.rule_cap", "at_most"));
    assert_eq!(with("until", json!("4/10")), of("grants.rule_period", "until"));
    assert_eq!(with("percent", json!("120")), of("grants.rule_percent", "percent"));
    let paper = json!([{ "id": "", "title": "", "stage": "report", "day": "", "is_after_year": false, "days": "",
        "since": "completion", "only_with_rest": false, "attachments": "" }]);
    assert_eq!(with("papers", paper), of("grants.rule_paper_unnamed", "papers.0.title"));
    assert_eq!(with("costs", json!([cost("", "、", "")])), of("grants.rule_cost_unnamed", "costs.0.words"));
    let with_years = |years: &str| {
        let mut fields = half();
        (fields["equipment_for"], fields["equipment_years"]) = (json!("years"), json!(years));
        refused(fields)
    };
    for years in ["", "百年", "0", "51"] {
        assert_eq!(with_years(years), of("grants.rule_years", "equipment_years"), "{years}");
    }
    assert_eq!(with("equipment_yen", json!("0")), of("grants.rule_cap", "equipment_yen"));
}

/// What a closed year was settled by stays.
#[test]
fn k06_the_rules_of_a_closed_year_are_not_written_anew() {
    let desk = TestDesk::sample(PROGRAM);
    let id = desk.call("grants.list", json!({ "year": 2025 }))["grants"][0]["id"].clone();
    let draft = desk.call("grants.rules", json!({ "id": id }))["draft"].clone();
    let mut form = json!({ "id": id, "year": 2025, "draft": draft });
    form["draft"]["source"] = json!("見本市の要綱");
    crate::closing_bars::close(&desk);
    let before = desk.state_hash();
    assert_eq!(desk.refused("grants.set_rules", form).code, "accounts.year_closed");
    assert_eq!(desk.state_hash(), before);
}
