//! The bars of the grants by their names (`features` 4.3), through the door.

mod costs;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;

pub(crate) const GRANT: &str = "地域まちづくり交付金";

pub(crate) fn grants(desk: &TestDesk, until: &str) -> Value {
    desk.call("grants.list", json!({ "year": 2025, "until": until }))["grants"].clone()
}

fn choice(desk: &TestDesk, list: &str, named: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let all = choices[list].as_array().expect("choices").clone();
    let is_it =
        |one: &&Value| ["name", "label"].iter().any(|key| one[*key].as_str().is_some_and(|n| n.contains(named)));
    all.iter().find(is_it).unwrap_or_else(|| panic!("{named} in {list}: {all:?}"))["id"].clone()
}

/// An expense of a grant on a day.
pub(crate) fn draft(desk: &TestDesk, grant: &str, on: &str, description: &str, amount: &str) -> Value {
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let item = choices["items"].as_array().expect("items").iter().find(|i| i["side"] == "expense").expect("an item");
    json!({
        "kind": "expense", "on": on, "counterparty": "", "description": description, "item_id": item["id"],
        "amount": amount, "purse_id": choices["purses"][0]["id"], "to_purse_id": null,
        "grant_id": choice(desk, "grants", grant), "activity_id": null, "eligibility": "eligible",
        "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    })
}

pub(crate) fn step(desk: &TestDesk, stage: &str, state: &str, on: &str, amount: &str) {
    let id = grants(desk, "")[0]["id"].clone();
    let step = json!({
        "id": null, "grant_id": id, "year": 2025, "stage": stage, "state": state, "on": on,
        "number": "", "amount": amount, "note": "",
    });
    desk.call("grants.record_step", step);
}

fn yen(grant: &Value, names: [&str; 4]) -> [i64; 4] {
    names.map(|name| grant[name].as_i64().unwrap_or(-1))
}

#[test]
fn b06_what_is_left_of_a_grant_is_told_at_any_day() {
    let desk = TestDesk::sample(PROGRAM);
    let whole = grants(&desk, "")[0].clone();
    let names = ["decided_yen", "allocated_yen", "left_yen", "refund_yen"];
    assert_eq!(yen(&whole, names)[3], 194_549, "the figures of the sample stay what they are");

    let entries = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let all = entries.as_array().expect("entries");
    let charged_by = |day: &str| -> i64 {
        let paid = |e: &&Value| {
            e["kind"] == "expense" && e["eligibility"] == "eligible" && e["on"].as_str().is_some_and(|on| on <= day)
        };
        all.iter().filter(paid).filter(|e| e["funding"] == GRANT).map(|e| e["expense_yen"].as_i64().expect("yen")).sum()
    };
    for day in ["2025-04-20", "2025-06-30", "2025-09-30", "2025-12-31", "2026-03-31"] {
        let then = grants(&desk, day)[0].clone();
        assert_eq!(then["allocated_yen"].as_i64(), Some(charged_by(day)), "{day}");
        if let (Some(decided), Some(left)) = (then["decided_yen"].as_i64(), then["left_yen"].as_i64()) {
            assert_eq!(left, decided - charged_by(day), "{day}");
        }
    }
    assert_eq!(grants(&desk, "2025-04-01")[0]["decided_yen"], Value::Null, "not decided yet");
}

/// A grant of 500,000 yen in two instalments, spent in two: before the award, after each instalment and at the end, worked by hand.
#[test]
fn b06_what_came_and_what_goes_back_is_told_at_any_day_with_its_last_step() {
    let desk = TestDesk::empty(PROGRAM);
    for (side, name) in [("income", "交付金"), ("expense", "印刷費")] {
        let item = json!({ "side": side, "kan": name, "kou": "", "moku": "", "setsu": "", "fund_id": null });
        desk.call("accounts.add_item", item);
    }
    let purse = json!({ "year": 2025, "openings": [], "name": "普通預金", "opening": "0" });
    desk.call("accounts.save_purses", purse);
    let decision = json!({ "year": 2025, "name": GRANT, "amount": "50万", "on": "7/6/1", "number": "協第1号" });
    desk.call("grants.record_decision", decision);
    let items = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["items"].clone();
    let income = items.as_array().expect("items").iter().find(|item| item["side"] == "income").expect("an item");
    let entries = [("income", "7/7/20", "20万"), ("expense", "7/8/10", "15万")];
    for (kind, on, amount) in entries.into_iter().chain([("income", "7/11/10", "30万"), ("expense", "8/2/10", "28万")])
    {
        let mut entry = draft(&desk, GRANT, on, "会報", amount);
        if kind == "income" {
            entry["item_id"] = income["id"].clone();
            (entry["kind"], entry["eligibility"]) = (json!(kind), Value::Null);
        }
        desk.call("accounts.record_entry", json!({ "year": 2025, "draft": entry }));
    }
    let award = "E 返還額 A − C";
    for (day, decided, [received, charged, left, back], last) in [
        ("2025-05-31", Value::Null, [0, 0, -1, 0], award),
        ("2025-07-31", json!(500_000), [200_000, 0, 500_000, 200_000], "F 返還額 B − D"),
        ("2025-10-31", json!(500_000), [200_000, 150_000, 350_000, 50_000], "F 返還額 B − D"),
        ("2025-11-10", json!(500_000), [500_000, 150_000, 350_000, 350_000], award),
        ("2026-03-31", json!(500_000), [500_000, 430_000, 70_000, 70_000], award),
    ] {
        let then = grants(&desk, day)[0].clone();
        assert_eq!(then["decided_yen"], decided, "{day}");
        let names = ["received_yen", "allocated_yen", "left_yen", "to_refund_yen"];
        assert_eq!(yen(&then, names), [received, charged, left, back], "{day}");
        let step = then["steps"].as_array().expect("steps").last().expect("a step").clone();
        let said = ["mark", "label", "how"].map(|part| step[part].as_str().expect("words")).join(" ");
        assert_eq!((said.as_str(), &step["amount_yen"]), (last, &json!(back)), "{day}");
    }
}

#[test]
fn b06_several_grants_stand_beside_each_other() {
    let desk = TestDesk::sample(PROGRAM);
    let before = grants(&desk, "")[0].clone();
    let second =
        json!({ "year": 2025, "name": "関係人口受入事業補助金", "amount": "50万", "on": "7/6/1", "number": "協第9号" });
    desk.call("grants.record_decision", second);
    desk.call(
        "accounts.record_entry",
        json!({ "year": 2025, "draft": draft(&desk, "関係人口", "8/1/10", "交流会の会場", "123456") }),
    );
    let both = grants(&desk, "");
    assert_eq!(both[0]["steps"], before["steps"], "the first one is not touched by a yen");
    let names = ["decided_yen", "allocated_yen", "fixed_yen", "additional_yen"];
    assert_eq!(
        yen(&both[1], names),
        [500_000, 123_456, 123_000, 123_000],
        "floored to 1,000 yen, nothing received yet"
    );
    assert_eq!(both[1]["excess_yen"], 456, "own funds bear what the floor leaves");
}

/// 関係人口受入事業補助金 of 高松市: min(実支出 − 事業収入, 500,000), floored to 1,000 yen.
#[test]
fn b08_settlement_follows_the_formula_of_the_grant_with_every_step() {
    let desk = TestDesk::sample(PROGRAM);
    let second =
        json!({ "year": 2025, "name": "関係人口受入事業補助金", "amount": "500000", "on": "7/6/1", "number": "" });
    desk.call("grants.record_decision", second);
    desk.call(
        "accounts.record_entry",
        json!({ "year": 2025, "draft": draft(&desk, "関係人口", "8/1/10", "交流会", "620999") }),
    );
    let grant = grants(&desk, "")[1].clone();
    assert_eq!((&grant["fixed_yen"], &grant["additional_yen"]), (&json!(500_000), &json!(500_000)), "the cap");
    let told: Vec<String> = grant["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|s| format!("{} {}", s["mark"].as_str().expect("words"), s["label"].as_str().expect("words")))
        .collect();
    assert_eq!(
        told,
        [
            "A 交付決定額",
            "B 受領額",
            "C 対象経費",
            "D 事業収入",
            "E 確定（見込）額",
            "F 超過額（自主財源でまかなう額）",
            "G これから受け取る額（精算払の残り）"
        ]
    );
    let how = grant["steps"][4]["how"].as_str().expect("words");
    assert!(how.contains("上限 500,000円") && how.contains("1,000円未満切捨て"), "{how}");

    // What bears no 事業 is told on the grant's card and before the year is closed: no income can be taken off for it.
    let told = |desk: &TestDesk, code: &str| {
        let of = |found: &Value| {
            let all = found.as_array().expect("a list").iter().map(|one| one.get("told").unwrap_or(one).clone());
            all.filter(|one| one["code"] == code).map(|one| one["params"]["count"].clone()).collect::<Vec<_>>()
        };
        let closing = desk.call("accounts.year_state", json!({ "year": 2025 }))["findings"].clone();
        let both = [of(&grants(desk, "")[1]["warnings"]), of(&closing)];
        assert_eq!(both[0], both[1], "{code}: the card and the closing");
        both[0].clone()
    };
    assert_eq!(told(&desk, "grants.charged_without_activity"), [""; 0], "its 科目 bears the name of a 事業");
    let items = desk.call("accounts.entry_choices", json!({ "year": 2025 }))["items"].clone();
    let office = items.as_array().expect("items").iter().find(|item| item["name"] == "消耗品費").expect("事務費");
    let mut bare = draft(&desk, "関係人口", "8/1/11", "名札", "100");
    bare["item_id"] = office["id"].clone();
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": bare }));
    assert_eq!(told(&desk, "grants.charged_without_activity"), ["1"]);
    assert_eq!(told(&desk, "grants.income_without_activity").len(), 1);
    let of_grant = grants(&desk, "")[0]["warnings"].to_string();
    assert!(!of_grant.contains("without_activity"), "{of_grant}");
}

#[test]
fn b08_a_change_that_the_city_approved_becomes_the_decided_amount_from_that_day_on() {
    let desk = TestDesk::sample(PROGRAM);
    let decided = grants(&desk, "")[0]["decided_yen"].as_i64().expect("yen");
    step(&desk, "change", "filed", "7/10/1", "1000000");
    assert_eq!(grants(&desk, "")[0]["decided_yen"], decided, "asked for, not approved");
    step(&desk, "change", "done", "7/11/1", "1000000");
    assert_eq!(grants(&desk, "")[0]["decided_yen"], 1_000_000);
    assert_eq!(grants(&desk, "2025-10-31")[0]["decided_yen"], decided, "the day before it was not");
    let facts = desk.facts(2025);
    assert_eq!(facts["grant.decided_yen"], 1_000_000, "papers say the same as the page");
    assert_eq!([&facts["grant.refund_yen"], &facts["grant.over_received_yen"]], [4_022_000, 4_022_000]);
    desk.call("office.undo", json!({}));
    assert_eq!(desk.facts(2025)["grant.decided_yen"], decided);
}

/// The letter of a second grant typed over the first one by mistake would move every figure of it: it is refused, and what the
/// city changes later is a step of its own.
#[test]
fn b08_a_decision_that_is_there_is_written_over_only_where_it_was_typed_wrongly() {
    let desk = TestDesk::sample(PROGRAM);
    let decided = |desk: &TestDesk| grants(desk, "")[0]["decided_yen"].clone();
    let typed = |is_correction: bool| {
        json!({ "year": 2025, "name": GRANT, "amount": "500000", "on": "7/6/1", "number": "協第9号",
                "is_correction": is_correction })
    };
    let refused = desk.refused("grants.record_decision", typed(false));
    assert_eq!((refused.code.as_str(), refused.params["amount"].as_str()), ("grants.decided_already", "5,022,000"));
    assert_eq!(decided(&desk), 5_022_000);
    let changed = desk.call("grants.record_decision", typed(true));
    assert!(changed["sentence"].as_str().is_some_and(|said| said.contains("前は 5,022,000円")), "{changed}");
    assert_eq!(decided(&desk), 500_000);
    desk.call("office.undo", json!({}));
    assert_eq!(decided(&desk), 5_022_000);
}

/// Of the papers that are signed some say how much goes back: an act on a grant moves their mark, and the auditors read of it.
#[test]
fn k08_what_the_city_decides_moves_the_mark_and_stands_among_the_changes() {
    let desk = TestDesk::sample(PROGRAM);
    let mark = |desk: &TestDesk| desk.facts(2025)["audit.history_mark"].clone();
    let before = mark(&desk);
    step(&desk, "change", "done", "7/11/1", "1000000");
    assert_ne!(mark(&desk), before, "the refund on the paper moved");
    let changes = desk.facts(2025)["audit.changes"].clone();
    let last = changes.as_array().and_then(|all| all.last()).expect("an act")["sentence"].clone();
    assert!(last.as_str().is_some_and(|said| said.contains(GRANT)), "{last}");
}

/// What the city writes in its 確定通知 stands above what the books let expect, and the difference is shown.
#[test]
fn b08_what_the_city_fixed_stands_above_what_was_reckoned() {
    let desk = TestDesk::sample(PROGRAM);
    let before = grants(&desk, "")[0].clone();
    let [decided, fixed] = ["decided_yen", "fixed_yen"].map(|name| before[name].as_i64().expect("yen"));
    step(&desk, "fixing", "filed", "8/3/20", &(fixed - 1_500).to_string());
    assert_eq!(grants(&desk, "")[0]["refund_yen"], before["refund_yen"], "not told yet");
    step(&desk, "fixing", "done", "8/3/25", &(fixed - 1_500).to_string());
    let after = grants(&desk, "")[0].clone();
    assert_eq!(
        yen(&after, ["fixed_yen", "refund_yen", "excess_yen", "allocated_yen"]),
        [fixed - 1_500, decided - fixed + 1_500, 1_500, fixed],
        "own funds bear what the city did not take"
    );
    let steps: Vec<String> = after["steps"]
        .as_array()
        .expect("steps")
        .iter()
        .map(|s| ["mark", "label", "how"].map(|part| s[part].as_str().expect("words")).join(" "))
        .collect();
    assert_eq!(
        steps[2..],
        [
            "C 確定（見込）額 AとBの少ない方",
            "D 確定額 市の通知（見込みと △1,500円ちがいます）",
            "E 超過額（自主財源でまかなう額） B − D（0より小さいときは0）",
            "F 返還額 A − D",
        ]
    );
    assert_eq!(grants(&desk, "2026-03-24")[0]["fixed_yen"], fixed, "the day before");
    assert_eq!(desk.facts(2025)["grant.refund_yen"], decided - fixed + 1_500, "papers say the same");
    desk.call("office.undo", json!({}));
    assert_eq!(grants(&desk, "")[0]["refund_yen"], before["refund_yen"]);
}
