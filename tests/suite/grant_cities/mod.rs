//! What the shipped cities say of costs, days, receipts and 備品, each through its own profile (B07, B08; `domain` 3.5, 3.7, 13.5).

mod receipts;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::grant_years::{council, decide, draft, grant, yen};

/// A council of the city with its grant decided on 21 April.
fn decided(profile: &str, name: &str, amount: &str) -> TestDesk {
    let desk = council(profile);
    decide(&desk, 2025, name, amount);
    desk
}

fn with(mut draft: Value, fields: Value) -> Value {
    draft.as_object_mut().expect("a draft").extend(fields.as_object().expect("fields").clone());
    draft
}

fn expense(desk: &TestDesk, name: &str, amount: &str, fields: Value) -> Value {
    with(draft(desk, name, "expense", amount), fields)
}

fn record(desk: &TestDesk, draft: &Value) {
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }));
}

fn effect(desk: &TestDesk, draft: &Value) -> Value {
    desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": draft }))
}

fn warns(effect: &Value, code: &str) -> bool {
    effect["warnings"].as_array().expect("warnings").iter().any(|one| one["code"] == code)
}

fn fixed(desk: &TestDesk, name: &str) -> i64 {
    yen(&grant(desk, 2025, name), ["fixed_yen"])[0]
}

/// Under 備品 with a price: the names of what waits for the register.
fn waits(desk: &TestDesk, name: &str, prices: [&str; 2]) -> Vec<String> {
    let names =
        json!({ "side": "expense", "kan": "事務費", "kou": "備品購入費", "moku": "", "setsu": "", "fund_id": null });
    let item = desk.call("accounts.add_item", names)["value"]["id"].clone();
    for price in prices {
        let what = json!({ "description": format!("机 {price}"), "item_id": item, "eligibility": null });
        record(desk, &expense(desk, name, price, what));
    }
    let register = desk.call("equipment.list", json!({ "year": 2025 }));
    let all = register["candidates"].as_array().expect("candidates");
    all.iter().map(|one| one.to_string()).collect()
}

/// 久留米市: a half, 100,000 yen at most, cut to 1,000 yen.
#[test]
fn b08_kurume_pays_a_half_up_to_its_cap_cut_to_a_thousand() {
    let name = "まちづくり推進事業費補助金";
    let desk = decided("kurume", name, "100000");
    record(&desk, &expense(&desk, name, "151999", json!({})));
    assert_eq!(fixed(&desk, name), 75_000, "75,999.5");
    assert_eq!(yen(&grant(&desk, 2025, name), ["left_yen"])[0], 25_000, "what the city would still pay");
    let half = effect(&desk, &expense(&desk, name, "20001", json!({})));
    assert_eq!(half["grant"]["left_yen"], 14_000, "86,000 of 172,000");
    assert!(!warns(&half, "accounts.over_grant"), "half of it is paid, nothing goes beyond the award");
    record(&desk, &expense(&desk, name, "100000", json!({})));
    assert_eq!(fixed(&desk, name), 100_000, "125,999 above the cap");
    assert_eq!(yen(&grant(&desk, 2025, name), ["left_yen"])[0], 0);
    let report = grant(&desk, 2025, name)["papers"].to_string();
    assert!(report.contains("備品台帳の写し（備品購入費があるとき）"), "{report}");
}

/// 横浜市: a third of everything that is eligible; a contribution to others is.
#[test]
fn b08_yokohama_pays_a_third_of_the_whole() {
    let name = "地域活動推進費補助金";
    let desk = decided("yokohama", name, "3000000");
    let eligible = yen(&grant(&desk, 2025, name), ["eligible_yen"])[0];
    record(&desk, &expense(&desk, name, "100000", json!({ "description": "連合会の分担金" })));
    assert_eq!(fixed(&desk, name), (eligible + 100_000) / 3);
    assert_eq!(
        effect(&desk, &expense(&desk, name, "1", json!({ "description": "分担金" })))["advice"]["eligibility"],
        "eligible"
    );
}

/// 刈谷市: nothing that was paid before the decision; 備品 above 30,000 yen.
#[test]
fn b07_kariya_pays_nothing_of_the_days_before_its_decision() {
    let name = "自治会業務効率化支援補助金";
    let desk = decided("kariya", name, "200000");
    let on = |day: &str| effect(&desk, &expense(&desk, name, "5000", json!({ "on": day })));
    assert!(warns(&on("7/4/20"), "grants.before_decision"));
    assert!(!warns(&on("7/4/21"), "grants.before_decision"), "the day itself");
    let waiting = waits(&desk, name, ["30000", "30001"]);
    assert!(waiting.len() == 1 && waiting[0].contains("机 30001"), "{waiting:?}");
    assert_eq!(grant(&desk, 2025, name)["conditions"]["equipment_yen"], 30_001);
}

/// 藤里町: 8,000 yen for each night; drinks against the heat are no tea of the members.
#[test]
fn b07_fujisato_pays_a_night_up_to_its_cap() {
    let name = "地域づくり補助金";
    let desk = decided("fujisato", name, "200000");
    let night = |amount: &str, nights: &str| {
        effect(&desk, &expense(&desk, name, amount, json!({ "description": "講師の宿泊", "heads": nights })))
    };
    assert_eq!((&night("9500", "1")["asks_heads"], &night("9500", "1")["own_yen"]), (&json!("泊"), &json!(1_500)));
    assert_eq!((&night("8000", "1")["own_yen"], &night("16000", "2")["own_yen"]), (&Value::Null, &Value::Null));
    let verdict = |what: &str| {
        let draft = expense(&desk, name, "3000", json!({ "description": what }));
        effect(&desk, &draft)["advice"]["eligibility"].clone()
    };
    assert_eq!([verdict("部会の茶菓"), verdict("熱中症を防ぐ飲み物")], [json!("ineligible"), json!("eligible")]);
    assert_eq!(verdict("講師の弁当"), "eligible");
}

/// 守谷市: 25 yen a kilometre; the slip asks for kilometres.
#[test]
fn b07_moriya_counts_kilometres() {
    let name = "市民活動助成金";
    let desk = decided("moriya", name, "200000");
    let car = |km: &str| {
        effect(&desk, &expense(&desk, name, "1200", json!({ "description": "自家用車の使用", "heads": km })))
    };
    assert_eq!((&car("40")["asks_heads"], &car("40")["own_yen"]), (&json!("km"), &json!(200)));
    assert_eq!(car("48")["own_yen"], Value::Null, "25 × 48");
    assert!(warns(&car(""), "grants.heads_missing"));
}

/// 香取市: what is done after 31 March is of no use to the grant, even where the year still takes it.
#[test]
fn b07_katori_pays_nothing_after_the_last_day() {
    let name = "地域振興事業補助金";
    let desk = decided("katori", name, "200000");
    let on = |day: &str, is_out: bool| {
        effect(&desk, &expense(&desk, name, "5000", json!({ "on": day, "is_out_of_year": is_out })))
    };
    assert!(!warns(&on("8/3/31", false), "grants.outside_period"));
    assert!(warns(&on("8/4/1", true), "grants.outside_period"));
}

/// いわき市: a fifth of the whole, and a yen more.
#[test]
fn b09_iwaki_asks_for_approval_beyond_a_fifth_of_the_whole() {
    let name = "自治会活性化応援モデル事業補助金";
    let desk = decided("iwaki", name, "100000");
    desk.import("budget", &crate::sample_file("収支予算書.xlsx"), 2025);
    let whole = desk.facts(2025)["settlement.expense_budget_yen"].as_i64().expect("yen");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let items = choices["items"].as_array().expect("items");
    let item = |kou: &str| items.iter().find(|i| i["kou"] == kou).expect("an item")["id"].clone();
    let moved = |amount: i64| {
        let asked = json!({
            "year": 2025, "on": "7/12/1", "from_item_id": item("人件費"), "to_item_id": item("消耗品費"),
            "amount": amount.to_string(), "reason": "広報に回す", "by": "役員会",
        });
        desk.call("accounts.reallocate", asked);
        grant(&desk, 2025, name)["warnings"].as_array().expect("warnings").clone()
    };
    assert_eq!(moved(whole / 5), [] as [Value; 0], "exactly a fifth");
    let told = moved(1);
    let said = told[0]["message"].as_str().expect("words").to_owned() + told[0]["hint"].as_str().expect("words");
    assert_eq!(told[0]["code"], "grants.change_needs_approval");
    assert!(said.contains("20％") && said.contains("いわき市"), "{said}");
}

/// F-01: what the parts of the budget name a grant for is 対象経費, the rest is not; the list of papers is ticked off.
#[test]
fn b07_an_application_parts_its_cost_and_lists_what_is_put_in_with_it() {
    let (desk, name) = (council("takamatsu"), "地域まちづくり交付金");
    desk.import("budget", &crate::sample_file("収支予算書.xlsx"), 2025);
    decide(&desk, 2025, name, "5022000");
    let id = grant(&desk, 2025, name)["id"].clone();
    let paper = |form: &str| {
        let made = json!({ "form": form, "year": 2025, "grant": id, "format": "pdf", "folder": null });
        crate::papers::pdf_text(&desk.path(&desk.call("reports.output", made)["files"][0]["token"]))
    };
    assert_eq!(desk.facts(2025)["grant.planned_yen"], Value::Null, "nobody has parted anything");
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let items = choices["items"].as_array().expect("items");
    let item = items.iter().find(|one| one["kou"] == "消耗品費").expect("an item")["id"].clone();
    let other = "関係人口受入事業補助金";
    decide(&desk, 2025, other, "500000");
    let part = |words: &str, amount: &str, of: &Value| {
        json!({
            "words": words, "unit": "", "quantity": "", "times": "", "amount": amount, "activity_id": null,
            "committee_id": null, "grant_id": of,
        })
    };
    let parts = [part("配布物の用紙", "123,000", &id), part("交流会の飾り", "4,000", &grant(&desk, 2025, other)["id"])];
    desk.call("accounts.save_parts", json!({ "year": 2025, "item_id": item, "parts": parts }));
    let facts = desk.facts(2025);
    let [granted, rest, whole] =
        yen(&facts, ["grant.planned_yen", "grant.unplanned_yen", "settlement.expense_budget_yen"]);
    assert_eq!((granted, granted + rest), (123_000, whole), "what another grant is to pay is no cost of this one");
    let text: String = paper("grant-application").split_whitespace().collect();
    for words in ["うち交付金を充てる経費①123,000円", "□事業計画書□収支予算書", "加入世帯数"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    let change = paper("grant-change");
    assert!(change.contains("収支予算の変更はありません"), "nothing was changed since the city agreed: {change}");
}
