//! コミュニティプラン: 目標 → 施策 → 取組, 指標 and the review of a year, through the door.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::{pdf_text, put_out};

/// The specimen council before it had a plan.
pub fn unplanned() -> TestDesk {
    let desk = TestDesk::sample(PROGRAM);
    while !overview(&desk, 2025)["terms"].is_null() {
        desk.call("office.undo", json!({}));
    }
    desk
}

/// The plan of the tests: 令和5年度 to 令和9年度.
pub fn begin(desk: &TestDesk) {
    desk.call(
        "plan.save_terms",
        json!({ "version": 0, "name": "見本地区コミュニティプラン", "vision": "声をかけあう町", "first_year": "令和5年度",
            "last_year": "R9", "decided_on": "R5.5.20", "revised_on": "" }),
    );
}

/// Writes a 目標, or a 施策 below one, and gives its key.
pub fn heading(desk: &TestDesk, parent: Value, name: &str) -> Value {
    let typed = json!({ "id": null, "version": 0, "parent_id": parent, "name": name, "detail": "" });
    desk.call("plan.save_heading", typed)["value"]["id"].clone()
}

/// Writes an action below a heading, and gives its key.
pub fn action(desk: &TestDesk, heading: &Value, name: &str, activity: &str) -> Value {
    desk.call("plan.save_action", action_draft(heading, name, activity))["value"]["id"].clone()
}

pub fn action_draft(heading: &Value, name: &str, activity: &str) -> Value {
    json!({ "id": null, "version": 0, "heading_id": heading, "name": name, "activity": activity, "organisation": "防災部会と自治会",
        "planning": "年に一度の訓練を計画する", "doing": "避難所を開く", "reviewing": "訓練のあとに反省会を開く",
        "from_year": "令和5年度", "until_year": "" })
}

/// Writes what a year of an action brought.
pub fn wrote(desk: &TestDesk, action: &Value, year: i32, target: &str, review: Value) {
    let now = desk.call("plan.action", json!({ "id": action, "year": year }))["now"].clone();
    desk.call(
        "plan.save_action_year",
        json!({ "action_id": action, "year": year, "version": now["version"], "target": target, "result": "", "direction": "",
            "review": review }),
    );
}

pub fn overview(desk: &TestDesk, year: i32) -> Value {
    desk.call("plan.overview", json!({ "year": year }))
}

pub fn indicator(heading: &Value, base: &str, years: &[(i32, &str, &str)]) -> Value {
    let years: Vec<Value> = years
        .iter()
        .map(|(year, target, actual)| json!({ "year": year, "label": "", "target": target, "actual": actual, "note": "" }))
        .collect();
    json!({ "draft": { "id": null, "version": 0, "heading_id": heading, "name": "自治会加入率", "unit": "％", "wish": "more",
        "source": "加入状況の調べ", "base_year": "令和2年度", "base": base, "years": years } })
}

#[test]
fn the_rate_of_review_counts_what_was_reviewed_of_what_the_year_was_to_do() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let actions: Vec<Value> = ["訓練", "見回り", "便り", "花壇"].map(|name| action(&desk, &aim, name, "")).to_vec();
    let rate = |year: i32| overview(&desk, year)["review_rate"].clone();
    assert_eq!(rate(2025), "0.0");
    for one in &actions[..3] {
        wrote(&desk, one, 2025, "", json!("keep"));
    }
    assert_eq!(rate(2025), "75.0");
    wrote(&desk, &actions[3], 2025, "", json!("complete"));
    assert_eq!(rate(2025), "100.0");
    let facts = desk.facts(2025);
    assert_eq!((&facts["plan.actions_count"], &facts["plan.reviewed_count"]), (&json!(4), &json!(4)));
    let next = desk.facts(2026);
    assert_eq!(
        (&next["plan.actions_count"], &next["plan.review_rate_percent"]),
        (&json!(3), &json!(0.0)),
        "what was completed is not to do"
    );
    assert_eq!(desk.facts(2022)["plan.review_rate_percent"], Value::Null, "no rate where there was nothing to do");
}

#[test]
fn an_indicator_says_how_far_a_year_came_from_its_baseline_and_of_its_target() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "つながるまち");
    // 高松市 自治会加入率 54.4 % (令和2年度), target 62.4 % (令和5年度): 58.4 is half of the way and 93.6 % of the target.
    let values = [(2025, "６２．４％", "58.4"), (2026, "63", ""), (2027, "64.0", "")];
    desk.call("plan.save_indicator", indicator(&aim, "54.4", &values));
    let told = desk.facts(2025)["plan.indicators"][0].clone();
    assert_eq!([&told["base"], &told["target"], &told["actual"]], ["54.4", "62.4", "58.4"]);
    assert_eq!((&told["attained_percent"], &told["advanced_percent"]), (&json!(93.6), &json!(50.0)));
    assert_eq!(told["state"], "未達成");
    let years = told["years"].as_array().expect("years");
    let of = |label: &str| years.iter().find(|one| one["label"] == label).expect("the year")["target"].clone();
    assert_eq!(
        (of("令和8年度"), of("令和9年度"), of("令和5年度")),
        (json!("63.0"), json!("64.0"), json!("")),
        "side by side"
    );
    let row = overview(&desk, 2025)["aims"][0]["indicators"][0].clone();
    assert_eq!((&row["attained"], &row["is_reached"]), (&json!("93.6"), &json!(false)));

    let mut fewer = indicator(&aim, "20", &[(2025, "10", "8")]);
    (fewer["draft"]["wish"], fewer["draft"]["unit"]) = (json!("less"), json!("件"));
    desk.call("plan.save_indicator", fewer);
    let told = desk.facts(2025)["plan.indicators"][1].clone();
    assert_eq!(
        (&told["attained_percent"], &told["advanced_percent"]),
        (&json!(125.0), &json!(120.0)),
        "fewer is better"
    );
    assert_eq!(told["state"], "達成");
}

#[test]
fn an_action_draws_its_occasions_people_and_cost_from_the_records_and_proposes_what_was_done() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let measure = heading(&desk, aim, "災害に備える");
    let drill = action(&desk, &measure, "防災訓練をつづける", "防災訓練事業");
    action(&desk, &measure, "救命講習を開く", "防災訓練事業");
    action(&desk, &measure, "便りを出す", "");
    let all = desk.call("activities.list_occasions", json!({ "year": 2025 }));
    let line = all["activities"]
        .as_array()
        .expect("lines")
        .iter()
        .find(|one| one["name"] == "防災訓練事業")
        .expect("it")
        .clone();
    let facts = desk.facts(2025);
    let rows = facts["plan.actions"].as_array().expect("rows");
    assert_eq!((&rows[0]["cost_yen"], &rows[0]["occasions"]), (&line["spent_yen"], &line["occasions"]));
    assert_eq!(rows[1]["cost_yen"], rows[0]["cost_yen"]);
    assert_eq!(facts["plan.cost_yen"], rows[0]["cost_yen"], "one line of work under two actions is paid once");
    assert_eq!(rows[2]["cost_yen"], Value::Null);
    let proposal =
        desk.call("plan.action", json!({ "id": drill, "year": 2025 }))["proposal"].as_str().expect("words").to_owned();
    assert!(proposal.contains("防災訓練") && proposal.contains("参加のべ"), "{proposal}");
    assert_eq!(rows[0]["result"], json!(proposal), "nobody has written anything else");
    desk.call(
        "plan.save_action_year",
        json!({ "action_id": drill, "year": 2025, "version": 0, "target": "全自治会", "result": "雨のため体育館で行った。",
            "direction": "若い世帯に声をかける", "review": "improve" }),
    );
    assert_eq!(desk.facts(2025)["plan.actions"][0]["result"], "雨のため体育館で行った。");
    let found = |words: &str| desk.call("office.search", json!({ "query": words, "year": 2025 }))["hits"].clone();
    assert_eq!(
        (&found("災害に備える")[0]["kind"], &found("便りを出す")[0]["kind"]),
        (&json!("heading"), &json!("action"))
    );
}

#[test]
fn a_year_takes_over_what_goes_on_and_what_was_before_stays() {
    let desk = unplanned();
    begin(&desk);
    let aim = heading(&desk, Value::Null, "安全なまち");
    let [kept, dropped, late] = ["訓練", "夜警", "花壇"].map(|name| action(&desk, &aim, name, ""));
    wrote(&desk, &kept, 2025, "全自治会が参加する", json!("expand"));
    wrote(&desk, &dropped, 2025, "月に一度", json!("drop"));
    wrote(&desk, &late, 2026, "二か所", Value::Null);
    desk.call(
        "plan.save_year",
        json!({ "year": 2025, "version": 0, "mission": "安心", "policy": "声かけ", "summary": "よくできた" }),
    );
    assert_eq!(overview(&desk, 2026)["can_carry"], true);
    let before = desk.state_hash();
    desk.call("plan.carry_over", json!({ "year": 2026 }));
    let shown = overview(&desk, 2026);
    assert_eq!(
        (&shown["mission"], &shown["summary"], &shown["can_carry"]),
        (&json!("安心"), &json!(""), &json!(false))
    );
    let targets: Vec<&Value> =
        shown["aims"][0]["actions"].as_array().expect("rows").iter().map(|one| &one["target"]).collect();
    assert_eq!(targets, ["全自治会が参加する", "", "二か所"]);
    let told = desk.call("plan.action", json!({ "id": kept, "year": 2026 }));
    assert_eq!(
        (&told["others"][0]["year"]["review"], &told["now"]["review"]),
        (&json!("expand"), &Value::Null),
        "its history"
    );
    assert_eq!(desk.refused("plan.carry_over", json!({ "year": 2026 })).code, "plan.nothing_to_carry");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
    // The next period begins; nothing of the one before is lost.
    let version = overview(&desk, 2025)["terms"]["version"].clone();
    desk.call(
        "plan.save_terms",
        json!({ "version": version, "name": "第2期プラン", "vision": "", "first_year": "R10", "last_year": "R14", "decided_on": "",
            "revised_on": "R9.6.1" }),
    );
    assert_eq!(
        desk.call("plan.action", json!({ "id": kept, "year": 2028 }))["others"].as_array().map(Vec::len),
        Some(1)
    );
}

#[test]
fn every_act_of_the_plan_is_taken_back_whole() {
    let desk = unplanned();
    let mut states = vec![desk.state_hash()];
    begin(&desk);
    states.push(desk.state_hash());
    let aim = heading(&desk, Value::Null, "安全なまち");
    states.push(desk.state_hash());
    let second = heading(&desk, Value::Null, "つながるまち");
    states.push(desk.state_hash());
    desk.call("plan.order_headings", json!({ "parent_id": null, "order": [second, aim] }));
    assert_eq!(overview(&desk, 2025)["aims"][0]["heading"]["name"], "つながるまち");
    states.push(desk.state_hash());
    let drill = action(&desk, &aim, "訓練", "あたらしい事業");
    states.push(desk.state_hash());
    wrote(&desk, &drill, 2025, "一回", json!("keep"));
    states.push(desk.state_hash());
    let measured = desk.call("plan.save_indicator", indicator(&aim, "1", &[(2025, "2", "")]))["value"]["id"].clone();
    states.push(desk.state_hash());
    desk.call("plan.remove_indicator", json!({ "id": measured }));
    states.push(desk.state_hash());
    desk.call("plan.remove_heading", json!({ "id": second }));
    states.push(desk.state_hash());
    while states.len() > 1 {
        let now = states.pop();
        assert_eq!(now, Some(desk.state_hash()));
        desk.call("office.undo", json!({}));
    }
    assert_eq!(states, [desk.state_hash()]);
}

#[test]
fn the_papers_of_the_specimen_council_show_its_plan_and_their_sums_are_those_of_the_records() {
    let desk = TestDesk::sample(PROGRAM);
    for (form, words) in [
        (
            "plan-outline",
            &["見本地区コミュニティプラン", "令和5年度から令和9年度まで", "災害に備える", "防災部会、各自治会"][..],
        ),
        (
            "plan-progress",
            &["自治会加入率", "50.4", "46.9", "88.5", "取組の見直し率　50.0％（4件のうち2件）", "未達成"],
        ),
        (
            "yearly-objectives",
            &["安心して暮らし", "自治会と部会が力を合わせ", "若い世帯に声をかける", "防災訓練（参加", "改善"],
        ),
    ] {
        let text = pdf_text(&put_out(&desk, form, "pdf")).replace(char::is_whitespace, "");
        for word in words {
            assert!(text.contains(&word.replace(char::is_whitespace, "")), "{form}: {word} in {text}");
        }
        assert!(sheets::read(&put_out(&desk, form, "xlsx")).is_ok(), "{form} as a workbook");
    }
    let facts = desk.facts(2025);
    let sum = |column: &str| -> i64 {
        facts["plan.actions"].as_array().expect("rows").iter().filter_map(|row| row[column].as_i64()).sum()
    };
    for (column, total) in [
        ("occasions", "plan.occasions"),
        ("participants", "plan.participants"),
        ("helpers", "plan.helpers"),
        ("cost_yen", "plan.cost_yen"),
    ] {
        assert_eq!((sum(column), sum(column) > 0), (facts[total].as_i64().expect("a number"), true), "{column}");
    }
    let parts = facts["by_activity.parts"].as_array().expect("parts");
    let named = ["防災訓練事業", "子ども見守り事業", "防犯パトロール事業", "自治会加入促進事業"];
    let paid: i64 = parts
        .iter()
        .filter(|part| named.iter().any(|name| part["name"] == *name))
        .filter_map(|part| part["expense_yen"].as_i64())
        .sum();
    assert_eq!(facts["plan.cost_yen"], paid, "what 事業別の決算 says of the same lines of work");
}
