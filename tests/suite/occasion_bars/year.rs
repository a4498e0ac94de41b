//! V01: the plan of the year becomes the year's occasions, which are held or called off.

use super::*;
use crate::PROGRAM;

pub(super) fn plan(desk: &TestDesk, activity: &str, schedule: &str) {
    let plan = json!({ "id": null, "version": 0, "year": 2026, "activity": activity, "committee": "", "schedule": schedule,
        "aims": "", "content": "", "place": "校庭", "target": "住民", "participants": "", "notice": "回覧" });
    desk.call("activities.save_plan", json!({ "plan": plan }));
}

pub(super) fn proposals(desk: &TestDesk, year: i32) -> Vec<Value> {
    desk.call("activities.proposals", json!({ "year": year })).as_array().expect("proposals").clone()
}

fn confirmed(proposal: &Value) -> Value {
    json!({ "plan_id": proposal["plan_id"], "like_id": proposal["like_id"], "title": proposal["title"],
        "from": proposal["from"], "to": proposal["to"] })
}

#[test]
fn v01_the_plan_of_a_year_becomes_its_occasions_in_one_act() {
    let desk = TestDesk::sample(PROGRAM);
    plan(&desk, "古紙あつめ事業", "毎月第2土曜");
    plan(&desk, "花壇づくり事業", "年3回");
    let of = |title: &str| -> Vec<Value> {
        proposals(&desk, 2026).into_iter().filter(|one| one["title"] == title).collect()
    };
    let (collecting, flowers) = (of("古紙あつめ"), of("花壇づくり"));
    assert_eq!((collecting.len(), flowers.len()), (12, 3));
    assert_eq!((&collecting[0]["on_label"], &collecting[0]["source"]), (&json!("4月11日（土）"), &json!("plan")));
    assert_eq!((&flowers[0]["from"], &flowers[0]["source"]), (&json!(""), &json!("undated")));

    let before = desk.state_hash();
    let mut chosen: Vec<Value> = collecting.iter().map(confirmed).collect();
    let undated = [confirmed(&flowers[0])];
    let refused = desk.refused("activities.make_occasions", json!({ "year": 2026, "confirmed": undated }));
    assert_eq!((refused.code.as_str(), refused.params["name"].as_str()), ("activities.day_missing", "花壇づくり"));
    chosen.push(with(&confirmed(&flowers[0]), json!({ "from": "5/17" })));
    desk.call("activities.make_occasions", json!({ "year": 2026, "confirmed": chosen }));
    let made = occasions(&desk, 2026);
    assert_eq!((&made["totals"]["planned"], &made["totals"]["occasions"]), (&json!(13), &json!(0)));
    let flower =
        made["occasions"].as_array().expect("rows").iter().find(|row| row["title"] == "花壇づくり").expect("it");
    assert_eq!(
        (&flower["on_label"], &flower["place"], &flower["activity"]),
        (&json!("5月17日"), &json!("校庭"), &json!("花壇づくり事業"))
    );
    assert_eq!((of("古紙あつめ").len(), of("花壇づくり").len()), (0, 2), "what is there is not proposed again");
    undo(&desk);
    assert_eq!(desk.state_hash(), before);
    assert_eq!(
        desk.refused("activities.make_occasions", json!({ "year": 2026, "confirmed": [] })).code,
        "activities.none_chosen"
    );
}

#[test]
fn v01_last_years_occasion_comes_back_on_its_weekday_with_its_hours_and_tasks() {
    let desk = TestDesk::sample(PROGRAM);
    // 第2日曜 of October, two days long.
    let id = save(&desk, &with(&draft("夏祭り", "10/12"), json!({ "to": "10/13" })));
    let tent = add(&desk, &task(&id, "preparation", "テントを借りる", "婦人会", "10/1"));
    desk.call("activities.tick_task", json!({ "id": tent, "is_done": true }));
    add(&desk, &task(&id, "duty", "受付", "老人会のみなさん", ""));
    let proposal = proposals(&desk, 2026).into_iter().find(|one| one["title"] == "夏祭り").expect("it");
    assert_eq!((&proposal["on_label"], &proposal["words"]), (&json!("10月11日（日）"), &json!("10月12日～13日")));
    assert_eq!(proposal["to"], "令和8年10月12日", "as long as it was");
    desk.call("activities.make_occasions", json!({ "year": 2026, "confirmed": [confirmed(&proposal)] }));
    let row = occasions(&desk, 2026)["occasions"][0].clone();
    let again = occasion(&desk, &row["id"]);
    assert_eq!((&again["row"]["hours"], &again["row"]["state"]), (&json!("16:00～21:00"), &json!("planned")));
    assert_eq!((&again["record"]["place"], &again["row"]["activity"]), (&json!("中央公園"), &json!("夏祭り事業")));
    let preparation = &again["preparations"][0];
    assert_eq!(
        (&preparation["task"]["what"], &preparation["until_label"], &preparation["task"]["is_done"]),
        (&json!("テントを借りる"), &json!("9月30日（水）"), &json!(false)),
        "as many days before as the year before"
    );
    assert_eq!(again["duties"][0]["who"], "老人会のみなさん");
    let all = proposals(&desk, 2026);
    assert!(all.iter().all(|one| one["title"] != "夏祭り"), "what was made is not proposed again");
}

#[test]
fn v01_an_occasion_of_another_name_lends_neither_hours_nor_fee_nor_tasks() {
    let desk = TestDesk::sample(PROGRAM);
    let asked =
        |fee: &str| json!({ "announcement": announced::only(json!({ "fee": fee, "bring": "弁当" }))["announcement"] });
    let before = with(&with(&draft("第10回花見", "4/6"), json!({ "activity": "親睦事業" })), asked("500円"));
    let id = save(&desk, &before);
    add(&desk, &task(&id, "duty", "場所取り", "若い人", ""));
    plan(&desk, "親睦事業", "4月5日、8月10日、12月14日");
    let own = || -> Vec<Value> {
        proposals(&desk, 2026).into_iter().filter(|one| one["activity"] == "親睦事業").collect()
    };
    let chosen: Vec<Value> = own()
        .iter()
        .zip(["第11回花見", "夏祭り", "餅つき"])
        .map(|(one, title)| with(&confirmed(one), json!({ "title": title })))
        .collect();
    assert_eq!(chosen.len(), 3);
    desk.call("activities.make_occasions", json!({ "year": 2026, "confirmed": chosen }));
    let of = |title: &str| {
        let all = occasions(&desk, 2026)["occasions"].as_array().expect("rows").clone();
        occasion(&desk, &all.iter().find(|row| row["title"] == title).expect(title)["id"])
    };
    let told = |title: &str| {
        let shown = of(title);
        let announced = &shown["record"]["announcement"];
        (
            shown["row"]["hours"].clone(),
            announced["fee_yen"].clone(),
            announced["bring"].clone(),
            shown["duties"][0]["who"].clone(),
        )
    };
    let nothing = (json!(""), Value::Null, json!(""), Value::Null);
    assert_eq!((told("夏祭り"), told("餅つき")), (nothing.clone(), nothing));
    assert_eq!(
        told("第11回花見"),
        (json!("16:00～21:00"), json!(500), json!("弁当"), json!("若い人")),
        "the same one again"
    );
    assert_eq!(of("夏祭り")["record"]["place"], "校庭", "where the plan says");

    undo(&desk);
    save(&desk, &with(&draft("餅つき", "12/14"), json!({ "activity": "親睦事業" })));
    let titles: Vec<Value> = own().iter().map(|one| one["title"].clone()).collect();
    assert_eq!(
        titles,
        ["第10回花見", "親睦", "餅つき"],
        "of a month that the year before had nothing in, no name is guessed"
    );
}

#[test]
fn v01_a_plan_copied_from_the_year_before_loses_none_of_its_occasions() {
    let desk = TestDesk::sample(PROGRAM);
    for (day, to) in [("4/13", ""), ("7/20", ""), ("10/12", "10/13"), ("1/11", "")] {
        save(&desk, &with(&draft(&format!("見守り {day}"), day), json!({ "to": to })));
    }
    desk.call("activities.copy_plan", json!({ "year": 2026 }));
    let plan = desk.call("activities.plan", json!({ "year": 2026 }));
    let line =
        plan["lines"].as_array().expect("lines").iter().find(|line| line["activity"] == "夏祭り事業").expect("it");
    assert_eq!((&line["plan"]["schedule"], &line["days"]), (&json!("4月・7月・10月・1月"), &json!([])));
    let held = occasions(&desk, 2025)["occasions"].as_array().expect("rows").len();
    let coming = proposals(&desk, 2026);
    assert_eq!(coming.len(), held, "each of the year before is proposed again");
    let mut days: Vec<&str> = coming
        .iter()
        .filter(|one| said(&one["title"]).starts_with("見守り"))
        .map(|one| said(&one["on_label"]))
        .collect();
    days.sort_unstable();
    assert_eq!(days, ["10月11日（日）", "1月10日（日）", "4月12日（日）", "7月19日（日）"]);
}

#[test]
fn v01_a_year_without_anything_says_so_in_each_table_and_nowhere_else() {
    let text = printed(&TestDesk::empty(PROGRAM), "activity-report");
    let rest = text.split("事業ごとのまとめ").nth(1).expect("the second table");
    assert_eq!((text.matches("該当はありません").count(), rest.matches("該当はありません").count()), (2, 1), "{text}");
}

#[test]
fn v01_what_was_called_off_keeps_its_record_and_is_not_counted() {
    let desk = TestDesk::sample(PROGRAM);
    let before = occasions(&desk, 2025)["totals"].clone();
    let id = save(&desk, &with(&draft("盆おどり", "8/15"), json!({ "state": "planned", "participants": "300" })));
    assert_eq!(occasions(&desk, 2025)["totals"]["overdue"], 1, "the day has passed");
    desk.call("activities.mark_occasion", json!({ "id": id, "state": "cancelled", "reason": "台風のため" }));
    let totals = occasions(&desk, 2025)["totals"].clone();
    assert_eq!(totals["occasions"], before["occasions"]);
    assert_eq!((&totals["participants_label"], &totals["cancelled"]), (&before["participants_label"], &json!(1)));
    let text = printed(&desk, "activity-report");
    assert!(text.contains("盆おどり（中止）") && text.contains("中止：台風のため"), "{text}");
    assert!(text.contains(&format!("{}回", before["occasions"])), "{text}");

    desk.call("activities.mark_occasion", json!({ "id": id, "state": "planned", "reason": "" }));
    assert_eq!(occasion(&desk, &id)["record"]["cancel_reason"], "");
    assert!(!printed(&desk, "activity-report").contains("盆おどり"), "what is to come is no result");
    let planned = desk.state_hash();
    desk.call("activities.mark_occasion", json!({ "id": id, "state": "held", "reason": "晴れのため" }));
    assert_eq!(occasions(&desk, 2025)["totals"]["occasions"].as_u64(), before["occasions"].as_u64().map(|n| n + 1));
    assert_eq!(occasion(&desk, &id)["record"]["cancel_reason"], "", "a reason stands only with what was called off");
    undo(&desk);
    assert_eq!(desk.state_hash(), planned);
}

#[test]
fn v01_who_does_what_is_put_in_order_ticked_and_taken_away() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &with(&draft("防災ひろば", "4/5"), json!({ "year": 2026 })));
    let person = desk.call("roster.list_people", json!({ "year": 2025 }))["people"][0].clone();
    let mc = with(&task(&id, "duty", "司会", "", ""), json!({ "person_id": person["id"] }));
    let ids: Vec<Value> = [mc, task(&id, "duty", "受付", "", ""), task(&id, "duty", "炊き出し", "女性会", "")]
        .iter()
        .map(|task| add(&desk, task))
        .collect();
    desk.call("activities.move_task", json!({ "id": ids[2], "to": 1 }));
    let duties = |desk: &TestDesk| -> Vec<String> {
        let shown = occasion(desk, &id)["duties"].clone();
        let line = |one: &Value| format!("{} {}", said(&one["task"]["what"]), said(&one["who"]));
        shown.as_array().expect("duties").iter().map(line).collect()
    };
    let name = person["name"].as_str().expect("a name");
    assert_eq!(duties(&desk), ["炊き出し 女性会".to_owned(), format!("司会 {name}"), "受付 ".to_owned()]);
    desk.call("activities.remove_task", json!({ "id": ids[0] }));
    assert_eq!(duties(&desk), ["炊き出し 女性会", "受付 "]);
    undo(&desk);
    assert_eq!(duties(&desk).len(), 3);
    let nameless = desk.refused("activities.save_task", json!({ "task": task(&id, "duty", " ", "", "") }));
    assert_eq!((nameless.code.as_str(), nameless.params["field"].as_str()), ("activities.task_missing", "what"));
    let stale = with(&task(&id, "duty", "受付係", "", ""), json!({ "id": ids[1] }));
    assert_eq!(desk.refused("activities.save_task", json!({ "task": stale })).code, "activities.changed_elsewhere");
    add(&desk, &task(&id, "preparation", "借りた机を返す", "", "4/8"));
    add(&desk, &task(&id, "preparation", "回覧を出す", "", "3/20"));
    let until: Vec<Value> =
        occasion(&desk, &id)["preparations"].as_array().expect("them").iter().map(|one| one["until"].clone()).collect();
    assert_eq!(
        until,
        ["令和8年4月8日", "令和8年3月20日"],
        "the day nearest to the occasion, over the turn of the year"
    );
}

#[test]
fn v01_times_and_days_that_cannot_be_are_refused_in_a_sentence() {
    let desk = TestDesk::sample(PROGRAM);
    let refused = |fields: Value| {
        desk.refused("activities.save_occasion", json!({ "occasion": with(&draft("祭り", "7/20"), fields) }))
    };
    assert_eq!(refused(json!({ "begins": "21:00", "ends": "9:00" })).code, "activities.times_reversed");
    assert_eq!(refused(json!({ "begins": "夕方" })).params["field"], "begins");
    assert_eq!(refused(json!({ "to": "7/19" })).code, "activities.days_reversed");
    let night = with(&draft("夜警", "12/30"), json!({ "to": "12/31", "begins": "21:00", "ends": "5:00" }));
    assert_eq!(occasion(&desk, &save(&desk, &night))["row"]["hours"], "21:00～5:00", "over midnight");
}

#[test]
fn v01_the_year_is_printed_for_the_hand_and_for_the_wall() {
    let desk = TestDesk::sample(PROGRAM);
    save(&desk, &draft("盆おどり", "8/15"));
    let size = |form: &str| {
        let made = desk.call("reports.output", json!({ "form": form, "year": 2025, "format": "pdf", "folder": null }));
        let path = desk.path(&made["files"][0]["token"]);
        assert!(pdf_text(&path).contains("盆おどり"), "{form}");
        let said = std::process::Command::new("pdfinfo").arg(&path).output().expect("pdfinfo of poppler");
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        said.lines().find_map(|line| line.strip_prefix("Page size:")).expect("a size").trim().to_owned()
    };
    assert!(size("year-calendar").contains("A4") && size("year-calendar-wall").contains("A3"));
    desk.call("reports.reprint", json!({ "form": "year-calendar-wall", "year": 2025, "folder": null }));
}

#[test]
fn v05_ten_thousand_characters_of_reflection_are_kept_and_printed_to_the_last() {
    let desk = TestDesk::sample(PROGRAM);
    let lines: String = (1..=550).map(|nth| format!("{nth:03}番目の反省。次は早く始める。\n")).collect();
    assert!(lines.chars().count() == 9_900);
    let long = format!("{lines}{}", "あ".repeat(10_000 - lines.chars().count()));
    let id = save(&desk, &with(&draft("春まつり", "7/20"), json!({ "reflection": long })));
    assert_eq!(occasion(&desk, &id)["record"]["reflection"], Value::String(long.clone()));
    let bare = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let text = bare(&printed(&desk, "activity-sheets"));
    let lost: Vec<usize> =
        (1..=550).filter(|nth| !text.contains(&format!("{nth:03}番目の反省。次は早く始める。"))).collect();
    assert_eq!(lost, [0; 0], "nothing is cut off on the paper");
    let book = json!({ "form": "activity-sheets", "year": 2025, "format": "xlsx", "folder": null });
    desk.call("reports.output", book);
}

#[test]
fn v01_near_occasions_and_forgotten_ones_stand_on_the_first_page() {
    let desk = TestDesk::sample(PROGRAM);
    let near = save(&desk, &with(&draft("春まつり", "3/20"), json!({ "state": "planned" })));
    add(&desk, &task(&near, "preparation", "テントを借りる", "", "3/18"));
    save(&desk, &with(&draft("ひなまつり", "3/3"), json!({ "state": "planned" })));
    save(&desk, &with(&draft("お茶会", "3/1"), json!({ "state": "held" })));
    let due = desk.call("office.home", json!({ "year": 2025 }))["due"].clone();
    let told: Vec<String> = due
        .as_array()
        .expect("a list")
        .iter()
        .filter(|one| said(&one["title"]).starts_with("行事「"))
        .map(|one| format!("{} {} {}", said(&one["title"]), said(&one["chip"]), said(&one["act"])))
        .collect();
    assert_eq!(told, ["行事「ひなまつり」 11日過ぎています 結果を書く", "行事「春まつり」 あと6日 行事を見る"]);
    let festival = due.as_array().expect("a list").iter().find(|one| one["title"] == "行事「春まつり」").expect("it");
    assert_eq!(festival["detail"], "準備があと1つあります　中央公園");
}
