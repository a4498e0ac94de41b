//! 積算内訳: what a line of the budget is made of, carried into the line until a meeting decides it.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

fn add(desk: &TestDesk, side: &str, name: &str) -> Value {
    let item = json!({ "side": side, "kan": name, "kou": "", "moku": "", "setsu": "", "fund_id": null });
    desk.call("accounts.add_item", item)["value"]["id"].take()
}

fn part(words: &str, [unit, quantity, times, amount]: [&str; 4]) -> Value {
    json!({
        "words": words, "unit": unit, "quantity": quantity, "times": times, "amount": amount,
        "activity_id": null, "committee_id": null, "grant_id": null,
    })
}

fn asked(item: &Value, parts: &[Value]) -> Value {
    json!({ "year": 2025, "item_id": item, "parts": parts })
}

fn planned(desk: &TestDesk, item: &Value) -> Value {
    desk.call("accounts.budget_parts", json!({ "year": 2025, "item_id": item }))
}

fn leaflets() -> [Value; 3] {
    [
        part("案内チラシの印刷", ["12", "５００", "2", ""]),
        part("講師の謝金", ["1万円", "2", "", ""]),
        part("会場の花", ["", "", "", "3,500"]),
    ]
}

#[test]
fn b02_parts_make_the_line_and_a_decided_line_stays() {
    let desk = TestDesk::empty(PROGRAM);
    let print = add(&desk, "expense", "広報費");
    let before = desk.state_hash();
    let effect = desk.call("accounts.parts_effect", json!({ "parts": leaflets() }));
    assert_eq!((&effect["amounts"], &effect["total_yen"]), (&json!([12_000, 20_000, 3_500]), &json!(35_500)));
    desk.call("accounts.save_parts", asked(&print, &[leaflets().as_slice(), &[part("", ["", "", "", ""])]].concat()));
    let shown = planned(&desk, &print);
    assert_eq!((&shown["amount_yen"], &shown["is_decided"]), (&json!(35_500), &json!(false)), "the sum is the line");
    assert_eq!(shown["parts"].as_array().map(Vec::len), Some(3), "a blank row is none");
    assert_eq!(shown["parts"][0]["times"], 2);

    desk.call("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    desk.call("accounts.save_parts", asked(&print, &leaflets()[..1]));
    assert_eq!(planned(&desk, &print)["amount_yen"], 35_500, "what the meeting decided stays");
    let other = add(&desk, "expense", "会議費");
    let late = desk.refused("accounts.save_parts", asked(&other, &leaflets()[..1]));
    assert_eq!(late.code, "accounts.budget_decided");
    for _ in 0..4 {
        desk.call("office.undo", json!({}));
    }
    assert_eq!(desk.state_hash(), before, "every step is taken back");
}

#[test]
fn b02_a_part_that_cannot_be_read_is_told_at_its_field() {
    let desk = TestDesk::empty(PROGRAM);
    let print = add(&desk, "expense", "広報費");
    for (typed, code, field) in [
        (part(" ", ["12", "", "", ""]), "accounts.part_unnamed", "words 1"),
        (part("チラシ", ["十二円くらい", "", "", ""]), "typed.yen_unreadable", "unit 1"),
        (part("チラシ", ["12", "たくさん", "", ""]), "typed.count_unreadable", "quantity 1"),
        (part("チラシ", ["99,999,999,999", "999999999", "9999", ""]), "accounts.amount_out_of_range", "unit 1"),
        (part("チラシ", ["", "3", "", ""]), "accounts.amount_out_of_range", "amount 1"),
        (part("チラシ", ["", "", "", "△5"]), "accounts.amount_out_of_range", "amount 1"),
    ] {
        let refused = desk.refused("accounts.save_parts", asked(&print, &[leaflets()[0].clone(), typed.clone()]));
        assert_eq!((refused.code.as_str(), refused.params["field"].as_str()), (code, field), "{typed}");
        let effect = desk.call("accounts.parts_effect", json!({ "parts": [typed] }));
        assert!(effect["total_yen"].is_i64(), "half-typed input is never an error while typing");
    }
}

#[test]
fn b01_b02_papers_say_how_each_line_comes_about() {
    let desk = TestDesk::empty(PROGRAM);
    let (print, food) = (add(&desk, "expense", "広報費"), add(&desk, "expense", "会議費"));
    desk.call("accounts.save_parts", asked(&print, &leaflets()));
    let line = json!({ "item_id": food, "amount": "4,000", "note": "お茶" });
    desk.call("accounts.put_lines", json!({ "year": 2025, "lines": [line] }));
    let fund = desk.facts(2025)["budget.funds"][0].clone();
    let said = "案内チラシの印刷 12円×500×2回＝12,000円、講師の謝金 10,000円×2＝20,000円、会場の花 3,500円";
    assert_eq!(fund["expense"][0]["note"], said);
    let estimates = [0, 1].map(|nth| fund["expense"][nth]["estimate_yen"].as_i64());
    assert_eq!((estimates, fund["expense_estimate_yen"].as_i64()), ([Some(35_500), None], Some(35_500)), "見積額");
    let sum = |list: &str| -> i64 {
        fund[list].as_array().expect("rows").iter().filter_map(|row| row["amount_yen"].as_i64()).sum()
    };
    assert_eq!((sum("expense_parts"), sum("expense_part_sums")), (39_500, 39_500), "parts, lines and total agree");
    for format in ["pdf", "xlsx"] {
        let made = desk.call(
            "reports.output",
            json!({ "form": "budget-breakdown", "year": 2025, "format": format, "folder": null }),
        );
        let path = desk.path(&made["files"][0]["token"]);
        if format == "pdf" {
            let text = pdf_text(&path);
            for words in ["案内チラシの印刷", "500", "12,000", "お茶", "39,500"] {
                assert!(text.contains(words), "{words} in {text}");
            }
        }
    }
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    assert_eq!(desk.facts(2026)["budget.funds"][0]["expense"][0]["note"], said, "the next year begins with them");
}

/// What 財源別決算書 says as long as no budget is planned for a grant.
const UNPLANNED: &str = "支出予算は、財源ごとには分けていません。";

/// What the parts name is the budget of that 財源, and the rest of it is of the council's own.
#[test]
fn b02_the_budget_by_source_adds_up_to_the_whole_and_a_grant_has_its_parts() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let first = |list: &str| choices[list][0].clone();
    let items = choices["items"].as_array().expect("items");
    let print = items.iter().find(|item| item["kou"] == "印刷製本費").expect("the item")["id"].clone();
    let (activity, committee, grant) = (first("activities"), first("committees"), first("grants"));
    let mut paid = part("会報の印刷", ["", "", "", "12万"]);
    for (of, chosen) in [("activity_id", &activity), ("committee_id", &committee), ("grant_id", &grant)] {
        paid[of] = chosen["id"].clone();
    }
    let text = |form: &str| -> String {
        let asked = json!({ "form": form, "year": 2025, "format": "pdf", "folder": null });
        let made = desk.call("reports.output", asked);
        pdf_text(&desk.path(&made["files"][0]["token"])).split_whitespace().collect()
    };
    let paper = text("source-settlement");
    assert!(paper.contains(UNPLANNED), "nobody has said which budget a grant is to pay: {paper}");
    assert!(!paper.contains("予算額") && !paper.contains("残り"), "no grant seems to be overdrawn: {paper}");
    desk.call("accounts.save_parts", asked(&print, &[paid, part("封筒の印刷", ["", "", "", "3万"])]));

    let facts = desk.facts(2025);
    let sources = facts["by_source.parts"].as_array().expect("sources");
    let budget = |of: &Value| of["budget_yen"].as_i64().expect("yen");
    let whole = facts["books.expense_budget_yen"].as_i64().expect("yen");
    assert!(whole > 1_000_000, "the whole budget of the year: {whole}");
    assert_eq!(sources.iter().map(budget).sum::<i64>(), whole);
    let own = |name: &str| sources.iter().find(|one| one["name"] == name).expect("a source");
    assert_eq!((budget(own("地域まちづくり交付金")), budget(own("自主財源"))), (120_000, whole - 120_000));
    let lines = own("地域まちづくり交付金")["expense"].as_array().expect("lines");
    let planned: Vec<&Value> = lines.iter().filter(|line| budget(line) != 0).collect();
    assert_eq!((planned.len(), &planned[0]["item"]), (1, &json!("印刷製本費")));

    let parts = facts["budget.funds"][0]["expense_parts"].as_array().expect("parts");
    let said = |words: &str| {
        let part = parts.iter().find(|one| one["words"] == words).expect("the part");
        ["activity", "committee", "source"].map(|of| part[of].as_str().expect("words").to_owned())
    };
    let name = |of: &Value| of["name"].as_str().or(of["label"].as_str()).expect("a name").to_owned();
    assert_eq!(said("会報の印刷"), [name(&activity), name(&committee), name(&grant)]);
    assert_eq!(said("封筒の印刷"), ["", "", "自主財源"]);
    let paper = text("source-settlement");
    assert!(paper.contains("支出予算額") && paper.contains("予算の残り") && paper.contains("(D−C)"), "{paper}");
    assert!(!paper.contains(UNPLANNED), "{paper}");
    let paper = text("budget-breakdown");
    for of in [&activity, &committee, &grant] {
        assert!(paper.contains(&name(of)), "{of}: {paper}");
    }
}
