//! Where a grant ends: what own funds bear, what is told before it is exceeded, and who may decide against its rules.

use api::WireError;
use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_bars::{GRANT, draft};

fn yen_of(value: &Value) -> i64 {
    value.as_i64().expect("yen")
}

/// 財源別決算書: what the floor of 1,000 yen leaves is 自主財源, and the papers still add up.
#[test]
fn b06_what_the_floor_of_a_grant_leaves_stands_under_own_funds() {
    let desk = TestDesk::sample(PROGRAM);
    let second =
        json!({ "year": 2025, "name": "関係人口受入事業補助金", "amount": "50万", "on": "7/6/1", "number": "協第9号" });
    desk.call("grants.record_decision", second);
    let paid = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        let parts = facts["by_source.parts"].as_array().expect("parts").clone();
        let of =
            |name: &str| parts.iter().find(|part| part["name"] == name).map_or(0, |part| yen_of(&part["expense_yen"]));
        [of("関係人口受入事業補助金"), of("自主財源"), yen_of(&facts["by_source.expense_yen"])]
    };
    let before = paid(&desk);
    desk.call(
        "accounts.record_entry",
        json!({ "year": 2025, "draft": draft(&desk, "関係人口", "8/1/10", "交流会の会場", "123456") }),
    );
    let after = paid(&desk);
    assert_eq!([0, 1, 2].map(|at| after[at] - before[at]), [123_000, 456, 123_456]);
    assert_eq!(after[2], yen_of(&desk.facts(2025)["books.expense_yen"]));
    let paper = desk.call("reports.prepare", json!({ "form": "source-settlement", "year": 2025 }));
    let agrees =
        |check: &Value| check["state"] == "ok" && check["title"].as_str().is_some_and(|t| t.contains("部分の合計"));
    assert!(paper["checks"].as_array().expect("checks").iter().any(agrees), "{}", paper["checks"]);
}

/// Warnings while an expense is typed name the paper, its row and the rule.
#[test]
fn b09_what_goes_over_a_budget_or_a_grant_names_paper_row_and_rule() {
    let desk = TestDesk::sample(PROGRAM);
    let over = draft(&desk, GRANT, "8/2/1", "のぼり旗", "9,999,999");
    let seen = desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": over }));
    let said = |code: &str| {
        let warnings = seen["warnings"].as_array().expect("warnings");
        let found = warnings.iter().find(|one| one["code"] == code).unwrap_or_else(|| panic!("{code}: {seen}"));
        ["message", "hint"].map(|part| found[part].as_str().expect("words")).join("")
    };
    let over_by = |measure: &str| paper::Value::Yen(-yen_of(&seen[measure]["left_yen"])).shown(paper::Negative::White);
    let budget = said("accounts.over_budget");
    let row = seen["budget"]["title"].as_str().and_then(|title| title.strip_suffix("の予算")).expect("an item");
    let rule = "予算の少ないほうの科目の20％";
    for part in ["収支予算書", &format!("「{row}」"), &format!("{}円", over_by("budget")), rule, "会計細則を確かめる"]
    {
        assert!(budget.contains(part), "{part}: {budget}");
    }
    let grant = said("accounts.over_grant");
    let amount = format!("{}円", over_by("grant"));
    for part in
        ["実績報告書（様式第８号）", "「交付決定額」", &amount, GRANT, "交付決定額と充当額の少ない方", "様式第8号の欄"]
    {
        assert!(grant.contains(part), "{part}: {grant}");
    }
    assert!(!budget.contains('{') && !grant.contains('{'), "no place is left open: {budget} {grant}");
}

/// 対象 against the word of the rules needs a reason, wherever it is said.
#[test]
fn b07_nobody_decides_against_the_rules_without_a_written_reason() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let party = draft(&desk, GRANT, "8/2/1", "役員の懇親会", "12000");
    let seen = desk.call("accounts.entry_effect", json!({ "year": 2025, "draft": party }));
    assert_eq!(seen["problems"][0]["params"]["field"], "eligibility_reason", "told while it is typed: {seen}");
    let refused = desk.refused("accounts.record_entry", json!({ "year": 2025, "draft": party }));
    assert_eq!(
        (refused.code.as_str(), refused.params["field"].as_str()),
        ("accounts.verdict_reason_missing", "eligibility_reason")
    );
    assert!(refused.message.contains("「対象外」") && refused.message.contains("「対象」"), "{}", refused.message);
    assert_eq!(desk.state_hash(), before);

    let mut kept = party;
    kept["eligibility_reason"] = json!("市の担当課に確かめた");
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": kept }))["value"]["id"].clone();
    let judge = |verdict: &str, reason: &str| judged(&desk, &id, verdict, reason);
    asks_why(judge("eligible", "　"));
    assert!(judge("unclear", "").is_ok(), "to leave it open needs no reason");
    assert!(judge("ineligible", "").is_ok(), "nor does what the rules say themselves");
    assert!(judge("eligible", "役員会で決めた").is_ok());
    let mut right = desk.call("accounts.entry", json!({ "id": id }))["draft"].clone();
    right["eligibility_reason"] = json!("");
    let asked = json!({ "id": id, "year": 2025, "draft": right, "reason": "見なおし" });
    assert_eq!(desk.refused("accounts.correct_entry", asked).code, "accounts.verdict_reason_missing");
}

/// The verdict card: an entry is judged, with a reason or without.
fn judged(desk: &TestDesk, id: &Value, verdict: &str, reason: &str) -> Result<Value, WireError> {
    desk.ask("accounts.set_eligibility", json!({ "id": id, "eligibility": verdict, "reason": reason }))
}

/// The refusal that wants a reason in its field.
fn asks_why(answer: Result<Value, WireError>) -> WireError {
    let refused = answer.expect_err("refused");
    let told = (refused.code.as_str(), refused.params["field"].as_str());
    assert_eq!(told, ("accounts.verdict_reason_missing", "reason"));
    refused
}

/// A rule says 「要確認」: once it was left open, 対象 needs what came of asking; 対象外 does not, nor what no rule speaks of.
#[test]
fn b07_what_was_left_open_becomes_eligible_with_a_written_reason() {
    let desk = TestDesk::sample(PROGRAM);
    let mut bento = draft(&desk, GRANT, "8/2/1", "参加者の弁当", "12000");
    bento["eligibility"] = json!("unclear");
    let id = desk.call("accounts.record_entry", json!({ "year": 2025, "draft": bento }))["value"]["id"].clone();
    let judge = |verdict: &str, reason: &str| judged(&desk, &id, verdict, reason);
    let refused = asks_why(judge("eligible", " "));
    assert!(refused.message.contains("「要確認」") && refused.message.contains("「対象」"), "{}", refused.message);
    assert!(judge("ineligible", "").is_ok());
    assert!(judge("unclear", "").is_ok());
    assert!(judge("eligible", "市の担当課に確かめた").is_ok());
}
