//! 部会・会計・事業・財源: the parts of a year and what they add up to (B02, B11).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn choices(desk: &TestDesk) -> Value {
    desk.call("accounts.entry_choices", json!({ "year": 2025 }))
}

fn named(all: &Value, name: &str) -> Value {
    list(all).iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} in {all}"))["id"].clone()
}

fn sum(rows: &Value, column: &str) -> i64 {
    list(rows).iter().map(|row| row[column].as_i64().expect(column)).sum()
}

/// The first committee of the specimen, with a passbook of its own.
fn committee_with_purse(desk: &TestDesk) -> Value {
    let committee = choices(desk)["committees"][0].clone();
    let purse = json!({ "year": 2025, "openings": [], "name": "部会の通帳", "opening": "5000", "fund_id": null, "committee_id": committee["id"] });
    desk.call("accounts.save_purses", purse);
    committee
}

/// An entry with these fields typed.
fn record(desk: &TestDesk, fields: Value) {
    let mut draft = json!({
        "kind": "transfer", "on": "8/3/2", "counterparty": "", "description": "", "item_id": null, "amount": "",
        "purse_id": null, "to_purse_id": null, "grant_id": null, "activity_id": null, "eligibility": null,
        "eligibility_reason": "", "has_receipt": false, "voucher_no": "", "to_item_id": null, "committee_id": null,
        "heads": "", "reimbursed_to": "",
    });
    for (field, typed) in fields.as_object().expect("fields") {
        draft[field] = typed.clone();
    }
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": draft, "receipt": null }));
}

#[test]
fn b11_money_that_a_committee_gets_and_brings_back_is_counted_once() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(2025);
    let committee = committee_with_purse(&desk);
    let (all, own) = (choices(&desk), named(&choices(&desk)["purses"], "部会の通帳"));
    let bank = named(&all["purses"], "普通預金");
    record(&desk, json!({ "purse_id": bank, "to_purse_id": own, "amount": "5万" }));
    let paid = json!({ "kind": "expense", "purse_id": own, "item_id": named(&all["items"], "消耗品費"), "amount": "12,000", "description": "マスク" });
    record(&desk, paid);
    record(&desk, json!({ "purse_id": own, "to_purse_id": bank, "amount": "40,000", "on": "8/3/13" }));

    let book = desk.call("accounts.committee", json!({ "year": 2025, "id": committee["id"] }));
    let row = &book["row"];
    let figures =
        ["opening_yen", "received_yen", "expense_yen", "given_yen", "closing_yen"].map(|name| row[name].as_i64());
    assert_eq!(figures, [Some(5_000), Some(50_000), Some(12_000), Some(40_000), Some(3_000)]);
    assert_eq!((list(&book["entries"]).len(), &book["purses"][0]["closing_yen"]), (3, &json!(3_000)));
    assert!(
        list(&book["lines"]).iter().any(|line| line["item"] == "消耗品費" && line["spent_yen"] == 12_000),
        "{book}"
    );
    let seen = desk.call("accounts.list_committees", json!({ "year": 2025 }));
    assert_eq!(json!(sum(&seen["committees"], "closing_yen")), seen["held_yen"]);
    let held = seen["held_yen"].as_i64().expect("yen") + seen["secretariat_yen"].as_i64().expect("yen");
    assert_eq!(held, seen["all_yen"].as_i64().expect("yen"), "the books of all lie in no other place");

    let facts = desk.facts(2025);
    let grown = |name: &str| facts[name].as_i64().expect(name) - before[name].as_i64().expect(name);
    assert_eq!((grown("books.income_yen"), grown("books.expense_yen")), (0, 12_000), "a transfer is neither");
    for area in ["by_committee", "by_activity", "by_source", "committee_books"] {
        for column in ["opening_yen", "income_yen", "expense_yen"] {
            let whole = &facts[&format!("books.{column}")];
            assert_eq!(json!(sum(&facts[&format!("{area}.parts")], column)), *whole, "{area} {column}");
            assert_eq!(facts[&format!("{area}.{column}")], *whole, "{area} {column}");
        }
    }
    assert_eq!(facts["committee_books.received_yen"], facts["committee_books.given_yen"]);
    assert_eq!(facts["committee_books.closing_yen"], facts["books.balance_yen"]);
}

#[test]
fn b11_every_consolidated_paper_shows_its_total_above_that_of_the_books() {
    let desk = TestDesk::sample(PROGRAM);
    committee_with_purse(&desk);
    let facts = desk.facts(2025);
    let shown = |name: &str| paper::Value::Yen(facts[name].as_i64().expect(name)).shown(paper::Negative::White);
    for (form, area) in [
        ("committee-settlement", "by_committee"),
        ("committee-settlement", "committee_books"),
        ("activity-settlement", "by_activity"),
        ("source-settlement", "by_source"),
    ] {
        let text = pdf_text(&put_out(&desk, form, "pdf"));
        let (income, expense) = (shown("books.income_yen"), shown("books.expense_yen"));
        let rows: Vec<&str> = text.lines().filter(|line| line.contains(&income) && line.contains(&expense)).collect();
        let has = |label: &str| rows.iter().any(|row| row.trim_start().starts_with(label));
        assert!(has("合計") && has("帳簿との照合"), "{form}: {text}");
        assert_eq!(shown(&format!("{area}.expense_yen")), expense, "{area}");
    }
    let text = pdf_text(&put_out(&desk, "expense-breakdown", "pdf"));
    let expense = shown("settlement.expense_yen");
    assert_eq!(shown("evidence.total_yen"), expense);
    assert!(text.matches(expense.as_str()).count() >= 2, "{text}");
}

/// The key of what a change wrote.
fn written(desk: &TestDesk, name: &str, asked: Value) -> Value {
    desk.call(name, asked)["value"]["id"].clone()
}

/// A reserve with a passbook of 300,000 yen, items and a plan; 50,000 yen are put in and 8,000 yen taken out.
fn reserve(desk: &TestDesk) -> Value {
    let fund = written(
        desk,
        "accounts.save_fund",
        json!({
            "id": null, "name": "五十周年積立金", "kind": "reserve", "purpose": "五十周年の記念事業", "target": "50万",
            "until_year": 2030, "is_closed": false,
        }),
    );
    let item = |side: &str, kan: &str, fund: &Value| {
        let names = json!({ "side": side, "kan": kan, "kou": "", "moku": "", "setsu": "", "fund_id": fund });
        written(desk, "accounts.add_item", names)
    };
    let purse = json!({ "year": 2025, "openings": [], "name": "積立の通帳", "opening": "30万", "fund_id": fund, "committee_id": null });
    desk.call("accounts.save_purses", purse);
    let (own, bank) =
        (named(&choices(desk)["purses"], "積立の通帳（五十周年積立金）"), named(&choices(desk)["purses"], "普通預金"));
    let (given, came) = (item("expense", "繰出金", &Value::Null), item("income", "一般会計繰入金", &fund));
    let works = item("expense", "記念事業費", &fund);
    record(
        desk,
        json!({ "purse_id": bank, "to_purse_id": own, "amount": "5万", "item_id": given, "to_item_id": came }),
    );
    record(
        desk,
        json!({ "kind": "expense", "purse_id": own, "item_id": works, "amount": "8,000", "description": "記念誌の見積り" }),
    );
    for year in [2025, 2026] {
        desk.call("accounts.plan_reserve", json!({ "id": fund, "year": year, "amount": "10万" }));
    }
    fund
}

#[test]
fn b05_a_reserve_has_a_settlement_of_its_own_and_stands_beside_its_plan() {
    let desk = TestDesk::sample(PROGRAM);
    let fund = reserve(&desk);
    let part = desk.facts(2025)["funds.parts"][0].clone();
    let of = |row: &Value, names: [&str; 4]| names.map(|name| row[name].as_i64());
    let figures = of(&part, ["opening_yen", "received_yen", "paid_yen", "closing_yen"]);
    assert_eq!(figures, [Some(300_000), Some(50_000), Some(8_000), Some(342_000)]);
    assert_eq!((sum(&part["income"], "settled_yen"), sum(&part["expense"], "settled_yen")), (50_000, 8_000), "{part}");
    let names = ["planned_yen", "due_yen", "closing_yen", "difference_yen"];
    assert_eq!(of(&part["years"][0], names), [Some(100_000), Some(400_000), Some(342_000), Some(-58_000)]);
    assert_eq!(of(&part["years"][1], names), [Some(100_000), Some(500_000), None, None], "not begun");
    let shown = desk.call("accounts.fund_status", json!({ "year": 2025 }));
    let row = list(&shown["funds"]).iter().find(|one| one["fund"]["id"] == fund).expect("the reserve");
    assert_eq!(
        of(row, ["received_yen", "expense_yen", "given_yen", "closing_yen"]),
        [Some(50_000), Some(8_000), Some(0), Some(342_000)]
    );
    assert_eq!(
        of(&row["plan"][0], ["planned_yen", "put_in_yen", "taken_out_yen", "held_yen"]),
        [Some(100_000), Some(50_000), Some(8_000), Some(342_000)]
    );
    assert!(list(&shown["years"]).iter().any(|year| year["year"] == 2030));
    let interim = json!({ "year": 2025, "until": "9/30", "format": "pdf", "folder": null });
    let made = desk.call("accounts.put_out_interim", interim);
    let interim: String = pdf_text(&desk.path(&made["token"])).split_whitespace().collect();
    assert!(interim.contains("別途の会計（上の収支に入っていないもの）"), "{interim}");
    let text = pdf_text(&put_out(&desk, "fund-settlement", "pdf"));
    for words in ["五十周年積立金（積立金）", "五十周年の記念事業", "500,000円", "342,000", "△58,000", "一般会計繰入金"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert!(put_out(&desk, "fund-settlement", "xlsx").is_file());
    let text = pdf_text(&put_out(&desk, "expense-breakdown", "pdf"));
    for words in ["特別会計・積立金", "記念事業費（五十周年積立金）", "記念誌の見積り", "8,000"]
    {
        assert!(text.contains(words), "{words}: {text}");
    }
    assert_eq!(desk.facts(2025)["evidence.others_yen"], 8_000);
}

/// 50,000 yen go into the reserve, 8,000 are paid out of it without a receipt: one receipt is lacking on every paper.
#[test]
fn k13_receipts_are_counted_in_all_funds_and_what_moves_between_them_lacks_none() {
    let desk = TestDesk::sample(PROGRAM);
    let of = |desk: &TestDesk| {
        let facts = desk.facts(2025);
        ["evidence.entries", "evidence.missing"].map(|name| facts[name].as_i64().expect(name))
    };
    let before = of(&desk);
    reserve(&desk);
    let all = desk.call("accounts.list_entries", json!({ "year": 2025 }))["entries"].clone();
    let paid = list(&all).iter().find(|one| one["description"] == "記念誌の見積り").expect("paid")["id"].clone();
    desk.call("accounts.set_receipt", json!({ "id": paid, "has_receipt": false }));
    assert_eq!(of(&desk), [before[0] + 1, before[1] + 1]);
    let text = pdf_text(&put_out(&desk, "audit-pack", "pdf"));
    for words in ["特別会計・積立金", "記念事業費（五十周年積立金）", "記念誌の見積り"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let said = format!("支出 {}件のうち、領収書のないもの {}件。", before[0] + 1, before[1] + 1);
    assert!(text.contains(&said) && text.contains("「振替」と書き"), "{said}: {text}");
}

#[test]
fn b11_what_goes_from_one_fund_to_another_is_counted_once() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.facts(2025);
    reserve(&desk);
    let facts = desk.facts(2025);
    let grown = |name: &str| facts[name].as_i64().expect(name) - before[name].as_i64().expect(name);
    assert_eq!(
        (grown("books.income_yen"), grown("books.expense_yen"), grown("books.opening_yen")),
        (0, 8_000, 300_000)
    );
    assert_eq!(grown("settlement.expense_yen"), 50_000, "繰出 is an expense of 一般会計 and of nobody else");
    for area in ["fund_books", "by_committee", "by_activity", "by_source", "committee_books"] {
        for column in ["opening_yen", "income_yen", "expense_yen"] {
            let whole = &facts[&format!("books.{column}")];
            assert_eq!(json!(sum(&facts[&format!("{area}.parts")], column)), *whole, "{area} {column}");
        }
    }
    let moved = [&facts["fund_books.received_yen"], &facts["fund_books.given_yen"]];
    assert_eq!(moved, [&json!(50_000), &json!(50_000)]);
    assert_eq!(facts["fund_books.closing_yen"], facts["books.balance_yen"]);
    let paper = desk.call("reports.prepare", json!({ "form": "fund-settlement", "year": 2025 }));
    assert!(!list(&paper["checks"]).iter().any(|check| check["state"] == "warning"), "{}", paper["checks"]);
    let shown = |name: &str| paper::Value::Yen(facts[name].as_i64().expect(name)).shown(paper::Negative::White);
    let text = pdf_text(&put_out(&desk, "fund-settlement", "pdf"));
    let (income, expense) = (shown("books.income_yen"), shown("books.expense_yen"));
    let rows = text.lines().filter(|line| line.contains(&income) && line.contains(&expense));
    let labels: Vec<&str> = rows.map(str::trim_start).collect();
    let has = |label: &str| labels.iter().any(|row| row.starts_with(label));
    assert!(has("合計") && has("帳簿との照合"), "{text}");
}

/// 事業 × 科目 × 財源: each of the three papers has the amount in the part it was typed for, and in no other part.
#[test]
fn b02_an_expense_stands_under_its_activity_its_item_and_its_source() {
    let desk = TestDesk::sample(PROGRAM);
    let of = |facts: &Value, area: &str, name: &str| {
        let parts = list(&facts[&format!("{area}.parts")]);
        let part = parts.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("{name} in {area}"));
        let line = list(&part["expense"]).iter().find(|line| line["item"] == "消耗品費");
        (part["expense_yen"].as_i64().expect("yen"), line.map_or(0, |line| line["settled_yen"].as_i64().expect("yen")))
    };
    let places = [("by_activity", "ふれあい祭り事業"), ("by_source", "地域まちづくり交付金")];
    let others = [("by_activity", "敬老会事業"), ("by_source", "自主財源")];
    let before = desk.facts(2025);
    let all = choices(&desk);
    let typed = json!({
        "kind": "expense", "purse_id": named(&all["purses"], "現金"), "item_id": named(&all["items"], "消耗品費"),
        "amount": "１万２千３百", "description": "提灯の電球", "activity_id": named(&all["activities"], places[0].1),
        "grant_id": named(&all["grants"], places[1].1), "eligibility": "eligible",
    });
    record(&desk, typed);
    let facts = desk.facts(2025);
    for (area, name) in places {
        let ((part, line), (part_before, line_before)) = (of(&facts, area, name), of(&before, area, name));
        assert_eq!((part - part_before, line - line_before), (12_300, 12_300), "{area} {name}");
    }
    for (area, name) in others {
        assert_eq!(of(&facts, area, name), of(&before, area, name), "{area} {name}");
    }
    for (form, (area, name)) in ["activity-settlement", "source-settlement"].into_iter().zip(places) {
        let text = pdf_text(&put_out(&desk, form, "pdf"));
        let shown = |yen: i64| paper::Value::Yen(yen).shown(paper::Negative::White);
        let (part, line) = of(&facts, area, name);
        let has = |words: &str, yen: i64| text.lines().any(|row| row.contains(words) && row.contains(&shown(yen)));
        assert!(has(name, part) && has("消耗品費", line), "{form}: {text}");
    }
}

/// 仮払 out of 一般会計 and out of a passbook of another 会計: each says whose money it is, so that its page offers that one's 科目.
#[test]
fn b10_an_advance_says_of_which_fund_it_is() {
    let desk = TestDesk::sample(PROGRAM);
    let fund = reserve(&desk);
    for purse in ["普通預金", "積立の通帳（五十周年積立金）"] {
        let given = json!({ "year": 2025, "holder": "佐藤　一郎", "purpose": purse, "amount": "1,000",
            "purse_id": named(&choices(&desk)["purses"], purse), "on": "8/3/20", "due": "", "activity_id": null });
        desk.call("accounts.give_advance", given);
    }
    let rows = desk.call("accounts.list_advances", json!({ "year": 2025 }));
    let funds: Vec<&Value> = rows.as_array().expect("advances").iter().map(|row| &row["fund_id"]).collect();
    assert!(funds.contains(&&fund) && funds.contains(&&Value::Null), "{rows}");
}

#[test]
fn b08_what_is_put_by_and_what_goes_back_to_the_city_is_no_cost_on_any_paper_of_a_grant() {
    let desk = TestDesk::sample(PROGRAM);
    let cost = desk.facts(2025)["settlement.expense_yen"].as_i64().expect("yen");
    reserve(&desk);
    let id = desk.call("grants.list", json!({ "year": 2025 }))["grants"][0]["id"].clone();
    let step = json!({
        "id": null, "grant_id": id, "year": 2025, "stage": "refund", "state": "done", "on": "2026-03-20", "number": "",
        "amount": "40,000", "note": "",
    });
    desk.call("grants.record_step", step);
    let grant = desk.call("grants.list", json!({ "year": 2025 }))["grants"][0].clone();
    let step = list(&grant["records"]).iter().find(|one| one["stage"] == "refund").expect("the step")["id"].clone();
    let item = named(&choices(&desk)["items"], "消耗品費");
    let purse = named(&choices(&desk)["purses"], "普通預金");
    desk.call("grants.book_refund", json!({ "id": step, "purse_id": purse, "item_id": item }));
    let facts = desk.facts(2025);
    assert_eq!(facts["settlement.expense_yen"], cost + 50_000 + 40_000, "the books have all of it");
    assert_eq!(facts["grant.settled_yen"], cost);
    let listed = facts["grant.lines"].as_array().expect("lines").iter().map(|line| line["settled_yen"].as_i64());
    assert_eq!(listed.sum::<Option<i64>>(), Some(cost));
    let shown = paper::Value::Yen(cost).shown(paper::Negative::White);
    for (form, said) in [("performance-report", "事業費総額"), ("grant-settlement", "合計")] {
        let text: String = pdf_text(&put_out(&desk, form, "pdf")).split_whitespace().collect();
        assert!(text.contains(&format!("{said}{shown}")), "{form}: {shown} in {text}");
    }
}
