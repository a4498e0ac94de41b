//! B10, B12: the papers of a grant on their way, each with its day, its state and its copy.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_bars::{GRANT, draft, grants, step};

/// Every word of a PDF.
fn words(desk: &TestDesk, token: &Value) -> String {
    let out = std::process::Command::new("pdftotext").arg("-layout").arg(desk.path(token)).arg("-").output();
    String::from_utf8(out.expect("pdftotext").stdout).expect("UTF-8")
}

#[test]
fn b10_a_filed_paper_is_printed_again_as_it_was_when_the_figures_have_moved_on() {
    let desk = TestDesk::sample(PROGRAM);
    let paper = json!({ "form": "grant-settlement", "year": 2025, "format": "pdf", "folder": null });
    let copy = json!({ "form": "grant-settlement", "year": 2025, "folder": null });
    assert_eq!(desk.refused("reports.reprint", copy.clone()).code, "reports.never_issued");
    let filed = desk.call("reports.output", paper);
    let filed = words(&desk, &filed["files"][0]["token"]);
    desk.call(
        "accounts.record_entry",
        json!({ "year": 2025, "draft": draft(&desk, GRANT, "8/2/1", "のぼり旗", "5000") }),
    );
    let again = desk.call("reports.reprint", copy);
    assert_eq!(words(&desk, &again["token"]), filed, "not a figure and not a word has moved");
    assert_eq!(desk.facts(2025)["grant.refund_yen"], 194_549 - 5_000, "while the books have");
}

#[test]
fn b12_every_paper_of_a_grant_has_its_day_its_state_and_its_copy() {
    let desk = TestDesk::sample(PROGRAM);
    let report = |desk: &TestDesk| {
        let papers = grants(desk, "")[0]["papers"].as_array().expect("papers").clone();
        papers.into_iter().find(|p| p["id"] == "report").expect("the report")
    };
    assert_eq!(report(&desk)["due_label"], "令和8年3月31日");
    step(&desk, "completion", "done", "8/3/1", "");
    assert_eq!(
        report(&desk)["due_label"],
        "令和8年3月15日",
        "14 days after completion, earlier than the end of the year"
    );
    assert_eq!(report(&desk)["copy_label"], "");
    desk.call("reports.output", json!({ "form": "performance-report", "year": 2025, "format": "pdf", "folder": null }));
    assert_ne!(report(&desk)["copy_label"], "", "the copy that was kept");
    step(&desk, "report", "filed", "8/3/10", "");
    let filed = report(&desk);
    assert_eq!(
        (&filed["state"], &filed["filed_label"], &filed["is_late"]),
        (&json!("filed"), &json!("令和8年3月10日"), &json!(false))
    );
}

#[test]
fn b12_the_way_of_a_grant_shows_what_comes_next() {
    let desk = TestDesk::sample(PROGRAM);
    let next = |desk: &TestDesk| {
        let stages = grants(desk, "")[0]["stages"].as_array().expect("stages").clone();
        stages.into_iter().find(|one| one["is_next"] == true).map(|one| one["stage"].clone())
    };
    assert_eq!(next(&desk), Some(json!("completion")), "the books have received everything");
    step(&desk, "claim", "done", "7/5/10", "50万");
    step(&desk, "claim", "filed", "7/11/10", "50万");
    assert_eq!(next(&desk), Some(json!("claim")), "the second instalment has not come");
    let records = grants(&desk, "")[0]["records"].as_array().expect("records").clone();
    assert_eq!(records.len(), 2);
    let again = json!({
        "id": records[1]["id"], "grant_id": grants(&desk, "")[0]["id"], "year": 2025, "stage": "claim", "state": "done",
        "on": "7/11/20", "number": "", "amount": "50万", "note": "",
    });
    desk.call("grants.record_step", again);
    assert_eq!(next(&desk), Some(json!("completion")));
    desk.call("grants.remove_step", json!({ "id": records[0]["id"] }));
    assert_eq!(grants(&desk, "")[0]["records"].as_array().map(Vec::len), Some(1));
    let gone = desk.refused("grants.remove_step", json!({ "id": records[0]["id"] }));
    assert_eq!(gone.code, "grants.step_gone");
    step(&desk, "report", "filed", "4/10", "");
    step(&desk, "fixing", "done", "5/20", "");
    let days = grants(&desk, "")[0]["records"].to_string();
    assert!(
        days.contains("令和8年4月10日") && days.contains("令和8年5月20日"),
        "the letters of the spring after: {days}"
    );
    let late = json!({ "id": null, "grant_id": grants(&desk, "")[0]["id"], "year": 2025, "stage": "refund", "state": "done", "on": "", "number": "", "amount": "", "note": "" });
    assert_eq!(desk.refused("grants.record_step", late).code, "typed.day_missing");
}

/// The step that comes next of the grants of the year, in their order.
fn next_steps(desk: &TestDesk) -> Vec<String> {
    let next = |grant: &Value| {
        let stages = grant["stages"].as_array().expect("stages").clone();
        let next = stages.into_iter().find(|one| one["is_next"] == true);
        next.map_or_else(String::new, |one| one["label"].as_str().expect("words").to_owned())
    };
    grants(desk, "").as_array().expect("grants").iter().map(next).collect()
}

/// 地域まちづくり交付金 of 高松市 is 概算払, 関係人口受入事業補助金 精算払: the same steps, in two orders.
#[test]
fn b12_a_grant_paid_after_the_work_is_claimed_when_its_amount_is_fixed() {
    let desk = TestDesk::empty(PROGRAM);
    let mut ids = Vec::new();
    for (at, name) in [GRANT, "関係人口受入事業補助金"].into_iter().enumerate() {
        let decision =
            json!({ "year": 2025, "name": name, "amount": "50万", "on": "7/6/1", "number": format!("協第{at}号") });
        desk.call("grants.record_decision", decision);
        ids.push(grants(&desk, "")[at]["id"].clone());
    }
    let step = |at: usize, stage: &str, state: &str, on: &str, amount: &str| {
        let step = json!({
            "id": null, "grant_id": ids[at], "year": 2025, "stage": stage, "state": state, "on": on,
            "number": "", "amount": amount, "note": "",
        });
        desk.call("grants.record_step", step);
    };
    assert_eq!(next_steps(&desk), ["請求", "事業の完了"]);
    step(1, "completion", "done", "8/2/10", "");
    assert_eq!(grants(&desk, "")[1]["warnings"], json!([]), "nobody expects the money yet");
    assert_eq!(next_steps(&desk)[1], "実績報告");
    step(1, "report", "done", "8/3/1", "");
    assert_eq!(next_steps(&desk)[1], "額の確定");
    step(1, "fixing", "done", "8/3/20", "48万");
    let settled = grants(&desk, "")[1].clone();
    assert_eq!((&settled["unreceived_yen"], next_steps(&desk)[1].as_str()), (&json!(480_000), "請求"));
    step(1, "claim", "filed", "8/3/25", "48万1千");

    let asked =
        |at: usize| json!({ "form": "grant-claim", "year": 2025, "grant": ids[at], "format": "pdf", "folder": null });
    let paper = |at: usize| -> String {
        let out = desk.call("reports.output", asked(at));
        words(&desk, &out["files"][0]["token"]).split_whitespace().collect()
    };
    let told = desk.call("reports.prepare", asked(1))["checks"].to_string();
    assert!(told.contains("請求の合計が、確定額を 1,000円こえます"), "{told}");
    let claim = paper(1);
    assert!(claim.contains("交付請求書（精算払）") && claim.contains("額が確定しましたので"), "{claim}");
    assert!(claim.contains("確定額480,000円") && !claim.contains("必要とする理由"), "{claim}");
    let claim = paper(0);
    assert!(claim.contains("交付請求書（概算払）") && claim.contains("概算払を必要とする理由"), "{claim}");
    assert!(!claim.contains("確定額"), "{claim}");
}
