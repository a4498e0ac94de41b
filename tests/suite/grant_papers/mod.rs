//! Papers of several grants at once: each says what is its grant's, and keeps its own texts and copies (`features` B06, B08, B12).

mod amounts;

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::grant_bars::{draft, grants, step as step_of_first};
use crate::papers::pdf_text;

const FIRST: &str = "地域まちづくり交付金";
const SECOND: &str = "関係人口受入事業補助金";

/// The sample with a second grant of 500,000 yen, of which 123,456 yen are spent.
fn two_grants() -> (TestDesk, [Value; 2]) {
    let desk = TestDesk::sample(PROGRAM);
    let second = json!({ "year": 2025, "name": SECOND, "amount": "500000", "on": "7/6/1", "number": "協第9号" });
    desk.call("grants.record_decision", second);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let [items, grants] = ["items", "grants"].map(|list| choices[list].as_array().expect("choices").clone());
    let item = items.iter().find(|one| one["side"] == "expense").expect("an item");
    let id = |name: &str| grants.iter().find(|one| one["name"] == name).expect("the grant")["id"].clone();
    let spent = json!({
        "kind": "expense", "on": "8/1/10", "counterparty": "", "description": "交流会の会場", "item_id": item["id"],
        "amount": "123456", "purse_id": choices["purses"][0]["id"], "to_purse_id": null, "grant_id": id(SECOND),
        "activity_id": null, "eligibility": "eligible", "eligibility_reason": "", "has_receipt": true, "voucher_no": "",
    });
    desk.call("accounts.record_entry", json!({ "year": 2025, "draft": spent }));
    let ids = [id(FIRST), id(SECOND)];
    (desk, ids)
}

fn asked(form: &str, grant: &Value) -> Value {
    json!({ "form": form, "year": 2025, "grant": grant, "format": "pdf", "folder": null })
}

fn text(desk: &TestDesk, form: &str, grant: &Value) -> String {
    pdf_text(&desk.path(&desk.call("reports.output", asked(form, grant))["files"][0]["token"]))
}

/// What is told of a paper before it goes out.
fn told(desk: &TestDesk, form: &str, grant: &Value) -> Vec<String> {
    let paper = desk.call("reports.prepare", json!({ "form": form, "year": 2025, "grant": grant }));
    let checks = paper["checks"].as_array().expect("checks").iter();
    checks.map(|one| one["title"].as_str().unwrap_or_default().to_owned()).collect()
}

#[test]
fn b08_a_claim_that_nobody_needs_says_so_instead_of_asking_for_its_amount() {
    let (desk, [first, second]) = two_grants();
    let about = |grant: &Value| -> Vec<String> {
        let all = told(&desk, "grant-claim", grant).into_iter();
        all.filter(|title| title.contains("請求額") || title.contains("受け取って")).collect()
    };
    let received = "「地域まちづくり交付金」は 5,022,000円をすべて受け取っています。請求する額はありません。";
    assert_eq!(about(&first), [received]);
    let other = about(&second);
    assert!(other.len() == 1 && !other[0].contains("受け取って"), "of the other nothing has come: {other:?}");
}

#[test]
fn f01_an_application_says_of_how_many_associations_its_households_are() {
    let (desk, [first, _]) = two_grants();
    let facts = desk.facts(2025);
    let count = |name: &str| facts[name].as_i64().expect("a count");
    let [counted, lacking] = ["enrolment.associations_counted", "enrolment.associations_uncounted"].map(count);
    assert!(lacking > 0, "the specimen waits for some");
    let words: String = text(&desk, "grant-application", &first).split_whitespace().collect();
    let said = format!("回答のあった{counted}自治会の計です。回答のない{lacking}自治会の分は入っていません");
    assert!(words.contains(&said), "{said}: {words}");
    let lacks = format!("回答のない自治会{lacking}の分が入っていません");
    assert!(
        told(&desk, "grant-application", &first).iter().any(|title| title.contains(&lacks)),
        "told before it goes out"
    );
}

#[test]
fn b08_every_paper_of_grants_is_there_for_each_grant_with_its_own_figures() {
    let (desk, [first, second]) = two_grants();
    let forms = desk.call("reports.list_forms", json!({ "year": 2025 }))["forms"].clone();
    let of = |name: &str| -> Vec<String> {
        let all = forms.as_array().expect("forms").iter().filter(|form| form["grant"] == name);
        all.map(|form| form["id"].as_str().expect("an id").to_owned()).collect()
    };
    for form in of(SECOND) {
        let paper = text(&desk, &form, &second);
        assert!(paper.contains(SECOND), "{form}: {paper}");
        assert!(!paper.contains(FIRST) && !paper.contains("4,827,451"), "{form}: nothing of the other grant: {paper}");
    }
    assert!(of(FIRST).contains(&"city-performance-report".to_owned()), "様式第8号 is of one grant");
    assert!(!of(SECOND).contains(&"city-performance-report".to_owned()));
    let settled = text(&desk, "grant-settlement", &second);
    assert!(settled.contains("協第9号") && settled.contains("123,000"), "floored to 1,000 yen: {settled}");
    let settled = text(&desk, "grant-settlement", &first);
    assert!(settled.contains("4,827,451") && settled.contains("194,549"), "{settled}");
    assert_eq!(text(&desk, "grant-settlement", &Value::Null), settled, "without a name it is the first one's");
    let city = text(&desk, "performance-report", &first);
    let general = text(&desk, "performance-report", &second);
    let said: String = general.split_whitespace().collect();
    assert!(said.contains("うち対象経費123,456円"), "what the other pays is none of it: {general}");
    for (grant, amount) in [(&first, 4_827_451), (&second, 123_456)] {
        let all = grants(&desk, "");
        let own = all.as_array().expect("grants").iter().find(|one| one["id"] == *grant).expect("the grant");
        assert_eq!(own["eligible_yen"], amount, "the page says the same");
    }
    assert!(
        city.contains("様式第８号") && !general.contains("様式第８号"),
        "the other grant has the form of all cities"
    );
    let refused = desk.refused("reports.prepare", asked("city-performance-report", &second));
    assert_eq!(refused.code, "reports.not_for_grant");
    let gone = json!("01900000-0000-7000-8000-000000000001");
    assert_eq!(desk.refused("reports.prepare", asked("grant-claim", &gone)).code, "grants.gone");
}

#[test]
fn b10_texts_and_copies_of_one_grant_are_not_those_of_another() {
    let (desk, [first, second]) = two_grants();
    let write = |grant: &Value, words: &str| {
        let text =
            json!({ "form": "performance-report", "year": 2025, "grant": grant, "field": "results", "words": words });
        desk.call("reports.write_text", text);
    };
    let typed = |grant: &Value| {
        let paper = desk.call("reports.prepare", asked("performance-report", grant));
        let texts = paper["texts"].as_array().expect("texts").clone();
        texts.into_iter().find(|one| one["field"] == "results").expect("the field")["words"].clone()
    };
    write(&second, "交流会をひらいた。");
    assert_eq!(typed(&second), "交流会をひらいた。");
    assert_ne!(typed(&first), "交流会をひらいた。", "a text of its own");
    write(&Value::Null, "訓練をした。");
    assert_eq!([typed(&first), typed(&second)], ["訓練をした。", "交流会をひらいた。"]);

    let copy = |grant: &Value| json!({ "form": "grant-settlement", "year": 2025, "grant": grant, "folder": null });
    let filed = text(&desk, "grant-settlement", &second);
    assert_eq!(desk.refused("reports.reprint", copy(&first)).code, "reports.never_issued");
    let again = desk.call("reports.reprint", copy(&second));
    assert_eq!(pdf_text(&desk.path(&again["token"])), filed);
    let copies: Vec<Value> = desk.call("grants.list", json!({ "year": 2025 }))["grants"]
        .as_array()
        .expect("grants")
        .iter()
        .map(|grant| {
            let papers = grant["papers"].as_array().expect("papers").clone();
            let its = |paper: &Value| paper["form"] == "grant-settlement";
            papers.into_iter().find(its).expect("the settlement")["copy_label"].clone()
        })
        .collect();
    assert!(copies[0] == "" && copies[1] != "", "{copies:?}");
}

fn due(desk: &TestDesk) -> Vec<Value> {
    desk.call("office.home", json!({ "year": 2025 }))["due"].as_array().expect("the list").clone()
}

fn step(desk: &TestDesk, grant: &Value, stage: &str, state: &str, on: &str) {
    let step = json!({
        "id": null, "grant_id": grant, "year": 2025, "stage": stage, "state": state, "on": on, "number": "", "amount": "", "note": "",
    });
    desk.call("grants.record_step", step);
}

/// Each grant has its own day for its report; it stays on the list until it was filed, and then as filed.
#[test]
fn b12_papers_of_every_grant_are_on_the_list_of_what_is_due() {
    let (desk, [first, second]) = two_grants();
    let reports = |desk: &TestDesk| -> Vec<[String; 3]> {
        let is_report = |one: &&Value| one["title"].as_str().is_some_and(|title| title.starts_with("実績報告書"));
        let told =
            |one: &Value| ["due_on", "state", "detail"].map(|name| one[name].as_str().expect("words").to_owned());
        due(desk).iter().filter(is_report).map(told).collect()
    };
    let all = reports(&desk);
    assert_eq!(all.len(), 2, "{all:?}");
    assert!(all.iter().all(|[on, state, _]| on == "2026-03-31" && state == "soon"), "{all:?}");
    for (grant, [_, _, detail]) in [FIRST, SECOND].iter().zip(&all) {
        assert_eq!(*detail, format!("{grant}　まだ作っていません"));
    }

    step(&desk, &first, "completion", "done", "8/3/1");
    let all = reports(&desk);
    assert_eq!([&all[0][0], &all[1][0]], ["2026-03-15", "2026-03-31"], "the earlier of two days, of this grant only");

    desk.call("reports.output", asked("performance-report", &first));
    let all = due(&desk);
    let is_made =
        |one: &&Value| one["due_on"] == "2026-03-15" && one["to"].as_str().is_some_and(|to| to.starts_with("grants"));
    let made = all.iter().find(is_made).expect("still there: made is not filed");
    assert!(made["detail"].as_str().is_some_and(|words| words.contains("控え")), "{made}");
    let to = made["to"].as_str().expect("a page");
    assert!(to.starts_with("grants?step=new&stage=report") && to.ends_with(first.as_str().expect("an id")), "{to}");

    step(&desk, &first, "report", "filed", "8/3/14");
    let last = due(&desk).pop().expect("a line");
    assert_eq!((&last["state"], &last["chip"]), (&json!("done"), &json!("提出済み")), "at the end, as filed");
    let detail = last["detail"].as_str().expect("words");
    assert!(detail.contains("令和8年3月14日に提出") && detail.contains("控え"), "{detail}");
    assert_eq!(reports(&desk)[0][2], format!("{SECOND}　まだ作っていません"));
    let open =
        due(&desk).into_iter().find(|one| one["state"] != "done" && one["title"] == "実績報告書").expect("the other");
    assert_eq!(open["to"], format!("reports/performance-report?grant={}", second.as_str().expect("an id")));
}

#[test]
fn b06_home_tells_what_is_left_of_each_grant() {
    let (desk, _) = two_grants();
    let grants = desk.call("office.home", json!({ "year": 2025 }))["figures"]["grants"].clone();
    let told: Vec<(Value, Value)> =
        grants.as_array().expect("grants").iter().map(|one| (one["name"].clone(), one["left_yen"].clone())).collect();
    let second = 500_000 - 123_000;
    assert_eq!(told, [(json!(FIRST), json!(194_549)), (json!(SECOND), json!(second))], "the city pays whole thousands");
}

/// 口座 and 担当者 are typed once: they stand on every paper that asks for them, of every grant, until something else is typed.
#[test]
fn f05_what_stays_the_same_is_typed_once_for_all_papers_and_years() {
    let (desk, [first, second]) = two_grants();
    let write = |form: &str, year: u16, grant: &Value, field: &str, words: &str| {
        let text = json!({ "form": form, "year": year, "grant": grant, "field": field, "words": words });
        desk.call("reports.write_text", text);
    };
    let typed = |form: &str, year: u16, grant: &Value, field: &str| -> String {
        let asked = json!({ "form": form, "year": year, "grant": grant });
        let texts = desk.call("reports.prepare", asked)["texts"].as_array().expect("texts").clone();
        let own = texts.into_iter().find(|one| one["field"] == field).expect("the field");
        own["words"].as_str().expect("words").to_owned()
    };
    write("grant-claim", 2025, &first, "bank", "見本銀行　中央支店");
    write("grant-change", 2025, &first, "contact", "事務局　山田　03-0000-0001");
    write("grant-claim", 2025, &first, "reason", "祭りの前払いのため");
    assert_eq!(typed("grant-claim", 2025, &second, "bank"), "見本銀行　中央支店", "the other grant's claim");
    assert_eq!(typed("grant-claim", 2025, &second, "reason"), "", "what is of one paper stays there");
    assert_eq!(typed("grant-completion", 2025, &first, "contact"), "事務局　山田　03-0000-0001", "another paper");
    assert_eq!(typed("grant-claim", 2025, &first, "contact"), "", "the claim asks for 発行責任者 too");
    assert!(text(&desk, "grant-claim", &second).contains("見本銀行"), "and it is printed");
    write("grant-claim", 2025, &first, "bank", "見本信用組合　北支店");
    assert_eq!(typed("grant-claim", 2025, &second, "bank"), "見本銀行　中央支店", "what was put out stays as it was");
    write("grant-claim", 2025, &second, "account", "");

    let decided = json!({ "year": 2026, "name": FIRST, "amount": "5000000", "on": "8/5/1", "number": "協第2号" });
    desk.call("grants.record_decision", decided);
    let next = desk.call("grants.list", json!({ "year": 2026 }))["grants"][0]["id"].clone();
    assert_eq!(typed("grant-claim", 2026, &next, "bank"), "見本信用組合　北支店", "the next year, of the same grant");
    write("grant-claim", 2026, &next, "bank", "見本信用金庫　本店");
    assert_eq!(typed("grant-claim", 2026, &next, "bank"), "見本信用金庫　本店");
    assert_eq!(
        typed("grant-claim", 2025, &second, "bank"),
        "見本銀行　中央支店",
        "an earlier year knows nothing of it"
    );
    assert_eq!(typed("grant-rest", 2026, &next, "contact"), "事務局　山田　03-0000-0001");
    write("grant-completion", 2025, &first, "contact", "事務局　佐藤");
    write("grant-change", 2025, &first, "contact", "事務局　鈴木");
    assert_eq!(
        typed("grant-rest", 2026, &next, "contact"),
        "事務局　鈴木",
        "what was typed last, also where it was corrected"
    );
    desk.call("office.undo", json!({}));
    assert_eq!(typed("grant-change", 2025, &first, "contact"), "事務局　山田　03-0000-0001");
    assert_eq!(
        typed("grant-rest", 2026, &next, "contact"),
        "事務局　佐藤",
        "what was taken back is not the newest again"
    );
    write("grant-rest", 2026, &next, "contact", "");
    assert_eq!(typed("grant-rest", 2026, &next, "contact"), "", "what was taken out stays out");
}

/// F-10 of one grant: its entries one by one, and their sum is what was charged to it.
#[test]
fn b08_the_list_of_expenses_of_a_grant_is_what_was_charged_to_it() {
    let (desk, [first, second]) = two_grants();
    let small = text(&desk, "grant-expenses", &second);
    assert!(small.contains("交流会の会場") && small.matches("123,456").count() >= 3, "{small}");
    let large = text(&desk, "grant-expenses", &first);
    assert!(large.contains("4,827,451") && !large.contains("交流会の会場"), "{large}");
    let facts = desk.facts(2025);
    for grant in facts["grant.all"].as_array().expect("grants") {
        let items = grant["items"].as_array().expect("items");
        let sum = |rows: &[Value], name: &str| rows.iter().map(|row| row[name].as_i64().expect("yen")).sum::<i64>();
        assert_eq!(sum(items, "total_yen"), grant["allocated_yen"].as_i64().expect("yen"));
        for item in items {
            let entries = item["entries"].as_array().expect("entries");
            assert_eq!(item["total_yen"], sum(entries, "amount_yen"));
        }
    }
    let rest = text(&desk, "grant-rest", &first);
    assert!(rest.contains("返還額") && rest.contains("194,549"), "{rest}");
    let papers = |at: usize| desk.call("grants.list", json!({ "year": 2025 }))["grants"][at]["papers"].to_string();
    assert!(papers(0).contains("grant-rest"), "something is left");
    assert!(!papers(1).contains("grant-rest"), "nothing was received, so nothing is left");
}
