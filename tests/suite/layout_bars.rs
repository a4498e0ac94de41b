//! 収支予算書・決算書・補正予算書 in every layout that councils and cities ask for: the sign stands in the head, last year
//! beside this one, and each layout says the same sums.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

fn item(desk: &TestDesk, side: &str, levels: [&str; 4], fund: &Value) -> Value {
    let [kan, kou, moku, setsu] = levels;
    let item = json!({ "side": side, "kan": kan, "kou": kou, "moku": moku, "setsu": setsu, "fund_id": fund });
    desk.call("accounts.add_item", item)["value"]["id"].take()
}

fn put(desk: &TestDesk, year: i32, lines: &[(&Value, &str)]) {
    let lines: Vec<Value> =
        lines.iter().map(|(item, amount)| json!({ "item_id": item, "amount": amount, "note": "" })).collect();
    desk.call("accounts.put_lines", json!({ "year": year, "lines": lines }));
}

fn paper(desk: &TestDesk, form: &str, year: i32) -> String {
    let asked = json!({ "form": form, "year": year, "format": "pdf", "folder": null });
    let made = desk.call("reports.output", asked);
    pdf_text(&desk.path(&made["files"][0]["token"])).replace(['\n', '\u{c}'], " ")
}

/// True when all of these words stand there; a head may be broken over two lines.
fn says(text: &str, words: &[&str]) -> bool {
    words.iter().all(|word| text.contains(word))
}

/// 会費 100,000 against 会議費 30,000, 消耗品費 50,000 and 予備費 20,000, and 令和8年度 begun from it.
fn planned(desk: &TestDesk) -> [Value; 4] {
    let none = Value::Null;
    let all = [
        item(desk, "income", ["会費", "", "", ""], &none),
        item(desk, "expense", ["事務費", "会議費", "", ""], &none),
        item(desk, "expense", ["事務費", "需用費", "文具", "消耗品費"], &none),
        item(desk, "expense", ["予備費", "", "", ""], &none),
    ];
    put(desk, 2025, &[(&all[0], "10万"), (&all[1], "3万"), (&all[2], "5万"), (&all[3], "2万")]);
    all
}

#[test]
fn b01_every_layout_of_the_budget_has_its_columns_and_the_same_sums() {
    let desk = TestDesk::empty(PROGRAM);
    let [fee, food, ..] = planned(&desk);
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    put(&desk, 2026, &[(&fee, "110,000"), (&food, "40,000")]);
    let heads: [(&str, &[&str]); 4] = [
        ("budget-plain", &["科目", "金額", "内訳", "会費", "110,000", "支出合計", "110,000"]),
        (
            "budget-statement",
            &["本年度予算額", "(A)", "前年度予算額", "(B)", "増減(A−B)", "110,000", "100,000", "10,000"],
        ),
        ("budget-council", &["区分", "予算", "内訳", "小計", "90,000", "支出合計", "110,000"]),
        ("budget-office", &["款", "項", "目", "節", "(A)", "(B)", "増減(A−B)", "消耗品費"]),
    ];
    for (form, words) in heads {
        let text = paper(&desk, form, 2026);
        assert!(says(&text, words), "{form}: {text}");
    }
    assert!(!says(&paper(&desk, "budget-office", 2026), &["見積額"]), "a column without an amount is left out");
}

#[test]
fn b01_every_layout_of_the_settlement_says_its_sign_and_last_year() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let shown = |name: &str| paper::Value::Yen(facts[name].as_i64().expect("a sum")).shown(paper::Negative::White);
    let found = [shown("settlement.income_settled_yen"), shown("settlement.expense_yen")];
    let heads: [(&str, &[&str]); 5] = [
        ("settlement-plain", &["対象経費", "計①", "対象外経費", "計②", "支出合計（①+②）"]),
        ("settlement-statement", &["予算額(A)", "決算額(B)", "増減(B−A)"]),
        ("settlement-meeting", &["科目", "予算", "決算", "備考", "繰越金の内訳", "助成金の内訳", "（自", "至"]),
        (
            "settlement-comparison",
            &["収入決算額", "うち前年度繰越金", "支出決算額", "令和7年度予算", "(A)", "(B)", "比較(B−A)", "摘要"],
        ),
        ("settlement-office", &["款", "項", "予算現額", "(A)", "(B)", "増減(B−A)"]),
    ];
    for (form, words) in heads {
        let text = paper(&desk, form, 2025);
        assert!(says(&text, words), "{form}: {text}");
        assert!(found.iter().all(|sum| text.contains(sum)), "{form}: {found:?} in {text}");
    }
    let halves = ["settlement.eligible_yen", "settlement.ineligible_yen"].map(|name| facts[name].as_i64().unwrap_or(0));
    assert_eq!(
        halves[0],
        facts["grant.eligible_yen"].as_i64().unwrap_or(-1),
        "whoever pays it: 実績報告書 says the same"
    );
    let plain = paper(&desk, "settlement-plain", 2025);
    let paid = shown("settlement.expense_granted_yen");
    assert!(says(&plain, &["うち交付金充当額"]) && plain.contains(&paid), "{paid} in {plain}");
    assert_eq!(halves.iter().sum::<i64>(), facts["settlement.expense_yen"].as_i64().unwrap_or(-1), "①+②");
    assert!(!paper(&desk, "settlement-comparison", 2025).contains("前年度決算"), "no books of the year before");
    desk.call("accounts.copy_budget", json!({ "from": 2025, "year": 2026 }));
    let next = desk.facts(2026);
    assert_eq!(next["settlement.has_previous"], "有");
    assert_eq!(next["settlement.expense_previous_settled_yen"], facts["settlement.expense_yen"]);
}

#[test]
fn b01_a_transfer_is_told_from_the_side_of_each_book_and_the_running_sums_reach_the_balance() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let purses = facts["books.purses"].as_array().expect("purses");
    let book = |name: &str| purses.iter().find(|one| one["purse"] == name).expect("the book").to_string();
    assert!(book("普通預金").contains("現金へ振替") && !book("普通預金").contains("から振替"));
    assert!(book("現金").contains("普通預金から振替") && !book("現金").contains("現金へ振替"));
    for one in purses {
        let of = |name: &str| one[name].as_i64().expect("yen");
        assert_eq!(of("opening_yen") + of("income_yen") - of("expense_yen"), of("closing_yen"));
    }
    let paper: String = paper(&desk, "cash-book", 2025).split_whitespace().collect();
    assert!(paper.contains("累計には、前年度からの繰越を入れていません"), "{paper}");
}

/// What is owed to the city is no money of the council: it stands on every settlement and beside 正味 on 財産目録.
#[test]
fn b01_what_goes_back_to_the_city_stands_on_every_settlement_and_on_the_list_of_property() {
    let desk = TestDesk::sample(PROGRAM);
    for form in
        ["settlement-statement", "settlement-meeting", "settlement-comparison", "settlement-plain", "settlement-office"]
    {
        let text: String = paper(&desk, form, 2025).split_whitespace().collect();
        assert!(
            text.contains("次年度繰越金のうち、地域まちづくり交付金の194,549円は、市へ返還する額です"),
            "{form}: {text}"
        );
        assert!(text.contains("返還する額を除いた繰越金は、593,240円です"), "{form}: 787,789 − 194,549: {text}");
    }
    let text: String = paper(&desk, "property-list", 2025).split_whitespace().collect();
    for words in ["未返還の交付金", "194,549", "正味の額(A−B)", "593,240"] {
        assert!(text.contains(words), "{words}: {text}");
    }
    let fund = json!({ "id": null, "name": "防災特別会計", "kind": "special", "purpose": "", "target": "", "until_year": null, "is_closed": false });
    desk.call("accounts.save_fund", fund);
    let text: String = paper(&desk, "settlement-statement", 2025).split_whitespace().collect();
    let within = "すべての会計の残高のうち、地域まちづくり交付金の194,549円は、市へ返還する額です";
    assert!(text.contains(within) && !text.contains("返還する額を除いた繰越金"), "beside another 会計: {text}");
}

#[test]
fn b03_first_budget_and_each_revision_stand_side_by_side() {
    let desk = TestDesk::empty(PROGRAM);
    let [_, food, store, rest] = planned(&desk);
    desk.call("accounts.decide_budget", json!({ "year": 2025, "on": "7/4/20", "by": "定期総会" }));
    let revise = |changes: &[(&Value, &str)], decided: Option<(&str, &str)>| {
        let changes: Vec<Value> =
            changes.iter().map(|(item, amount)| json!({ "item_id": item, "amount": amount, "note": "" })).collect();
        let asked = json!({ "year": 2025, "id": null, "reason": "値上がりのため", "changes": changes });
        let id = desk.call("accounts.save_revision", asked)["value"]["id"].take();
        if let Some((on, by)) = decided {
            desk.call("accounts.decide_revision", json!({ "year": 2025, "id": id, "on": on, "by": by }));
        }
    };
    revise(&[(&store, "7,000"), (&rest, "△7,000")], Some(("7/9/1", "役員会")));
    revise(&[(&food, "3,000"), (&rest, "△3,000")], Some(("7/12/1", "臨時総会")));
    let moved = json!({ "year": 2025, "on": "8/1/10", "from_item_id": food, "to_item_id": store, "amount": "1,500", "reason": "不足のため", "by": "会長" });
    desk.call("accounts.reallocate", moved);
    revise(&[(&food, "9,999"), (&rest, "△9,999")], None);

    let fund = &desk.facts(2025)["budget.funds"][0];
    let line = fund["all_expense"].as_array().expect("lines").iter().find(|row| row["item"] == "消耗品費").cloned();
    let line = line.expect("the line");
    let columns = ["initial_yen", "revision_1_yen", "revision_2_yen", "revision_3_yen", "moved_yen", "in_force_yen"];
    assert_eq!(
        columns.map(|of| line[of].as_i64()),
        [50_000, 7_000, 0, 0, 1_500, 58_500].map(Some),
        "a draft counts nowhere"
    );
    for column in ["initial", "revision_1", "revision_2", "moved", "in_force"] {
        let rows = fund["all_expense"].as_array().expect("lines");
        let sum: i64 = rows.iter().filter_map(|row| row[format!("{column}_yen")].as_i64()).sum();
        assert_eq!(Some(sum), fund[format!("expense_{column}_yen")].as_i64(), "{column}");
    }
    let text = paper(&desk, "budget-versions", 2025);
    let words =
        ["定期総会", "役員会", "臨時総会", "当初予算額", "第1次補正", "第2次補正", "流用・予備費充当", "予算現額"];
    assert!(says(&text, &words), "{text}");
    let later = ["第4次補正", "第5次からの補正"];
    assert!(later.iter().all(|head| !text.contains(head)), "no column without a revision");
    revise(&[(&store, "1,000"), (&rest, "△1,000")], Some(("8/2/1", "役員会")));
    let text = paper(&desk, "budget-versions", 2025);
    assert!(text.contains(later[0]) && !text.contains(later[1]), "the fourth has a column of its own: {text}");
    let fund = &desk.facts(2025)["budget.funds"][0];
    assert_eq!(fund["expense_revision_4_yen"], 0);
    let line = fund["all_expense"].as_array().expect("lines").iter().find(|row| row["item"] == "消耗品費");
    assert_eq!(line.map(|line| line["revision_4_yen"].clone()), Some(json!(1_000)));
    let settled = paper(&desk, "settlement-office", 2025);
    assert!(says(&settled, &["当初予算額", "補正・流用", "予算現額"]), "{settled}");
}

#[test]
fn b02_b05_every_fund_has_its_own_budget_and_what_grants_pay_stands_apart() {
    let desk = TestDesk::empty(PROGRAM);
    planned(&desk);
    let fund = json!({ "id": null, "name": "防災特別会計", "kind": "special", "purpose": "", "target": "", "until_year": null, "is_closed": false });
    let fund = desk.call("accounts.save_fund", fund)["value"]["id"].take();
    let tools = item(&desk, "expense", ["備品費", "", "", ""], &fund);
    put(&desk, 2025, &[(&tools, "7万")]);
    for form in ["budget-plain", "budget-council", "budget-versions"] {
        let text = paper(&desk, form, 2025);
        assert!(says(&text, &["一般会計", "100,000", "防災特別会計", "70,000"]), "{form}: {text}");
    }
    assert!(paper(&desk, "settlement-meeting", 2025).contains("防災特別会計"), "別途の会計");
    let whole = &desk.facts(2025)["budget.funds"][0];
    assert_eq!((&whole["is_whole"], &whole["granted_yen"]), (&json!("有"), &json!(0)), "no part names a grant");
    assert!(whole["expense"].as_array().expect("lines").iter().any(|line| line["item"] == "会議費"));
}
