//! What the shipped cities say of costs, days, receipts and 備品, each through its own profile (B07, B08; `domain` 3.5, 3.7, 13.5).

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

/// 東員町: no receipt, no grant.
#[test]
fn b07_toin_pays_nothing_without_a_receipt() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let with_receipt = |has: bool| effect(&desk, &expense(&desk, name, "5000", json!({ "has_receipt": has })));
    assert!(warns(&with_receipt(false), "grants.receipt_needed"));
    assert!(!warns(&with_receipt(true), "grants.receipt_needed"));
    let verdict = |has: bool| with_receipt(has)["verdict"].clone();
    assert_eq!([verdict(false), verdict(true)], [json!("ineligible"), json!("unclear")]);
    let bare = expense(&desk, name, "5000", json!({ "has_receipt": false }));
    let refused = desk.refused("accounts.record_entry", json!({ "year": 2025, "draft": bare }));
    assert_eq!(refused.code, "accounts.verdict_reason_missing");
}

/// 東員町: what was charged and is proven no longer is paid by own funds on every paper, and told before closing.
#[test]
fn b08_toin_leaves_out_what_lost_its_receipt_until_there_is_a_reason() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let draft = |amount: &str| expense(&desk, name, amount, json!({}));
    let [of_others] = yen(&desk.facts(2025), ["settlement.eligible_yen"]);
    record(&desk, &draft("30000"));
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft("5000") }))["value"]["id"].clone();
    let granted = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        let of_source = facts["by_source.parts"].as_array().expect("parts").iter().find(|part| part["name"] == name);
        let of_source = of_source.map_or(0, |part| part["expense_yen"].as_i64().expect("yen"));
        let [fixed, allocated] = yen(&grant(desk, 2025, name), ["fixed_yen", "allocated_yen"]);
        [fixed, allocated, yen(&facts, ["settlement.eligible_yen"])[0] - of_others, of_source]
    };
    let told = |desk: &TestDesk| {
        let findings = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
        let all = findings.as_array().expect("findings").clone();
        all.into_iter().find(|one| one["told"]["code"] == "grants.without_receipt")
    };
    assert_eq!((granted(&desk), told(&desk)), ([35_000; 4], None));
    desk.call("accounts.set_receipt", json!({ "id": id, "has_receipt": false }));
    assert_eq!(granted(&desk), [30_000; 4]);
    let found = told(&desk).expect("told before closing");
    let words = found["told"]["message"].as_str().expect("words");
    assert!(words.contains(name) && words.contains("1件5,000円"), "{words}");
    assert_eq!((&found["place"], &found["is_in_the_way"]), (&json!("accounts?missing=receipt"), &json!(false)));
    let entry = desk.call("accounts.entry", json!({ "id": id }));
    assert_eq!(entry["against"][0]["code"], "grants.receipt_needed");

    let judge = |reason: &str| json!({ "id": id, "eligibility": "eligible", "reason": reason });
    assert_eq!(desk.refused("accounts.set_eligibility", judge("")).code, "accounts.verdict_reason_missing");
    desk.call("accounts.set_eligibility", judge("自動販売機で、町の担当課に確かめた"));
    assert_eq!((granted(&desk), told(&desk)), ([35_000; 4], None), "somebody answers for it");
}

/// 東員町: what was written about something else is no reason for a receipt that is not there, and the books say so.
#[test]
fn b09_a_reason_answers_only_what_it_was_asked_for() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let sure = json!({ "eligibility_reason": "対象になると、町の担当課に確かめた" });
    let draft = expense(&desk, name, "5000", sure);
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft }))["value"]["id"].clone();
    let seen = |id: &Value| {
        let rows = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
        let row = rows.as_array().expect("rows").iter().find(|row| row["id"] == *id).expect("the row").clone();
        let record = desk.call("accounts.entry", json!({ "id": id }))["row"].clone();
        assert_eq!(record["is_unreceipted"], row["is_unreceipted"], "the book and the page of the entry");
        assert_eq!(row["eligibility"], "eligible", "as it was judged");
        (row["is_unreceipted"] == true, yen(&grant(&desk, 2025, name), ["allocated_yen"])[0])
    };
    assert_eq!(seen(&id), (false, 5_000));
    desk.call("accounts.set_receipt", json!({ "id": id, "has_receipt": false }));
    assert_eq!(seen(&id), (true, 0), "nobody has answered for the receipt");

    let mut right = desk.call("accounts.entry", json!({ "id": id }))["draft"].clone();
    right["amount"] = json!("6000");
    let corrected = json!({ "id": id, "year": 2025, "draft": right, "reason": "写しまちがい" });
    let id = desk.call("accounts.correct_entry", corrected)["value"]["id"].clone();
    assert_eq!(seen(&id), (true, 0), "the same words once more");
    let answer = json!({ "id": id, "eligibility": "eligible", "reason": "自動販売機で、町の担当課に確かめた" });
    desk.call("accounts.set_eligibility", answer);
    assert_eq!(seen(&id), (false, 6_000));
    desk.call("office.undo", json!({}));
    assert_eq!(seen(&id), (true, 0));
}

fn save_recurring(desk: &TestDesk, id: &Value, draft: &Value) -> Value {
    desk.call("accounts.save_recurring", json!({ "year": 2025, "id": id, "draft": draft }))["value"]["id"].clone()
}

/// What comes on the 5th of every month, as it is typed.
fn monthly(entry: &Value) -> Value {
    json!({ "entry": entry, "months": "毎月", "day": "5", "until": "" })
}

fn record_month(desk: &TestDesk, id: &Value, month: &str) -> Value {
    desk.call("accounts.record_recurring", json!({ "id": id, "month": month }))["value"]["id"].clone()
}

/// 刈谷市: of what recurs a month that was paid before the decision is left open, the others are 対象 as was chosen.
#[test]
fn b07_kariya_judges_each_month_of_what_recurs_on_its_own_day() {
    let name = "自治会業務効率化支援補助金";
    let desk = council("kariya");
    desk.call("grants.add", json!({ "year": 2025, "name": name }));
    let cost = expense(&desk, name, "5000", json!({ "on": "7/4/1" }));
    let id = save_recurring(&desk, &Value::Null, &monthly(&cost));
    decide(&desk, 2025, name, "200000");
    let verdict = |month: &str| {
        let entry = desk.call("accounts.entry", json!({ "id": record_month(&desk, &id, month) }));
        entry["row"]["eligibility"].clone()
    };
    assert_eq!(["2025-04", "2025-05"].map(verdict), [json!("unclear"), json!("eligible")]);
}

/// 東員町: what recurs is written anew without a reason, and is charged once its receipt is there.
#[test]
fn b07_toin_asks_for_the_receipt_of_each_month_and_not_of_what_recurs() {
    let name = "地域づくり交付金";
    let desk = decided("toin", name, "200000");
    let cost = expense(&desk, name, "5000", json!({ "on": "7/5/1" }));
    let id = save_recurring(&desk, &Value::Null, &monthly(&cost));
    let mut draft = desk.call("accounts.list_recurring", json!({ "year": 2025 }))[0]["draft"].clone();
    draft["entry"]["amount"] = json!("6000");
    let effect = desk.call("accounts.recurring_effect", json!({ "year": 2025, "draft": draft }));
    assert!(!warns(&effect, "grants.receipt_needed"), "{effect}");
    save_recurring(&desk, &id, &draft);
    let entry = record_month(&desk, &id, "2025-05");
    let allocated = |desk: &TestDesk| yen(&grant(desk, 2025, name), ["allocated_yen"]);
    assert_eq!(allocated(&desk), [0]);
    desk.call("accounts.set_receipt", json!({ "id": entry, "has_receipt": true }));
    assert_eq!(allocated(&desk), [6_000]);
}

/// 刈谷市 and 香取市: the day on a receipt is one on which its grant pays; a bill of own funds may be paid until the end of May.
#[test]
fn k02_the_day_on_a_receipt_is_one_that_its_grant_takes() {
    let state = |desk: &TestDesk, cost: &Value, on: &str| {
        let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": cost }))["value"]["id"].clone();
        let part = json!([{ "entry_id": id, "amount": "" }]);
        let paper = crate::receipt_bars::draft(5_000, part);
        let id = crate::receipt_bars::saved(desk, &with(paper, json!({ "on": on })), None);
        let states = crate::receipt_bars::states(desk, &id);
        states.into_iter().find(|(check, _)| check == "period").expect("the check").1
    };
    let name = "自治会業務効率化支援補助金";
    let desk = decided("kariya", name, "200000");
    let cost = expense(&desk, name, "5000", json!({}));
    assert_eq!(["7/4/20", "7/4/21"].map(|on| state(&desk, &cost, on)), ["bad", "good"], "the day of 決定");
    let own = json!({ "grant_id": null, "eligibility": null });
    assert_eq!(state(&desk, &with(cost.clone(), own.clone()), "7/4/20"), "good", "own funds wait for no 決定");
    let out = json!({ "eligibility": "ineligible", "eligibility_reason": "交付決定の前に頼んだ" });
    assert_eq!(state(&desk, &with(cost.clone(), out), "7/4/20"), "good", "nor does what the grant does not pay");

    let late = json!({ "on": "8/5/10", "is_out_of_year": true });
    assert_eq!(state(&desk, &with(with(cost, own.clone()), late.clone()), "8/5/10"), "good", "未払 of the year");
    let name = "地域振興事業補助金";
    let desk = decided("katori", name, "200000");
    let explained = json!({ "eligibility_reason": "市に確かめた" });
    let cost = with(expense(&desk, name, "5000", explained), late);
    assert_eq!(state(&desk, &cost, "8/5/10"), "bad", "対象期間 has ended");
    assert_eq!(state(&desk, &with(cost, own), "8/5/10"), "good");
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
