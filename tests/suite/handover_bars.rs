//! 引継ぎ: what the successor is given, and who stands to it by name (S17).

use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};

use crate::PROGRAM;
use crate::closing_bars::close;
use crate::meeting_bars::{self, effects::person};
use crate::papers::{pdf_text, put_out};

fn overview(desk: &TestDesk) -> Value {
    desk.call("handover.overview", json!({ "year": 2025 }))
}

fn items(desk: &TestDesk) -> Vec<String> {
    let list = desk.call("handover.items", json!({}));
    let all = list["items"].as_array().expect("items").iter();
    all.map(|one| one["name"].as_str().unwrap_or_default().to_owned()).collect()
}

fn keep(desk: &TestDesk, kind: &str, name: &str, place: &str) {
    let item = json!({ "id": null, "kind": kind, "name": name, "place": place, "holder": "見本 太郎", "note": "" });
    desk.call("handover.save_item", item);
}

pub(crate) fn handed(to: &str) -> Value {
    json!({ "year": 2025, "office": "事務局", "on": "R8.4.18", "from_name": "見本 太郎", "to_name": to, "witness": "見本 花子",
        "note": "", "both_confirm": true })
}

#[test]
fn s17_the_paper_for_the_successor_holds_what_the_office_knows_and_what_was_kept_by_hand() {
    let desk = TestDesk::sample(PROGRAM);
    keep(&desk, "seal", "会長の丸印", "事務局の金庫の上の段");
    keep(&desk, "password", "ファイルの合言葉", "会長の封筒");
    keep(&desk, "contract", "コピー機のリース", "書庫の赤いファイル");
    keep(&desk, "contact", "市の担当課", "087-000-0101");
    let lent = desk.call("equipment.list", json!({ "year": 2025 }))["items"][0]["id"].clone();
    desk.call(
        "equipment.lend",
        json!({ "year": 2025, "id": lent, "borrower": "城東の子ども会", "contact": "087-000-0009", "purpose": "祭り",
            "quantity": "1", "on": "R8.3.10", "due": "R8.4.5" }),
    );
    desk.call("handover.record", handed("次野 次子"));
    let text = pdf_text(&put_out(&desk, "handover", "pdf")).replace(char::is_whitespace, "");
    for words in [
        "令和7年度引継書",
        "監査を受ける",
        "自治会の加入世帯を集める",
        "普通預金",
        "会長の丸印",
        "事務局の金庫の上の段",
        "会長の封筒",
        "コピー機のリース書庫の赤いファイル見本太郎",
        "市の担当課087-000-0101見本太郎",
        "城東の子ども会",
        "現金を二人で数え、帳簿の残高と合わせた",
        "次野次子",
        "見本花子",
        "引き受けた人",
    ] {
        assert!(text.contains(words), "{words} is not on the paper: {text}");
    }
    let facts = desk.facts(2025);
    let officers = facts["roster.officers"].as_array().expect("officers").iter();
    let said = |one: &Value, name: &str| one[name].as_str().unwrap_or_default().replace(char::is_whitespace, "");
    // A mobile that is the only telephone stands there once.
    let mobile = |one: &Value| Some(said(one, "mobile")).filter(|mobile| *mobile != said(one, "phone"));
    let reached = |one: &Value| format!("{}{}", said(one, "phone"), mobile(one).unwrap_or_default());
    let phones = officers.map(|one| format!("{}{}", said(one, "name"), reached(one)));
    let phones: Vec<String> = phones.filter(|line| line.contains('-')).collect();
    assert!(phones.len() >= 5, "{phones:?}");
    for line in phones {
        assert!(text.contains(&line), "{line}: how each officer is reached");
    }
    assert!(
        !overview(&desk)["issued_label"].as_str().expect("text").is_empty(),
        "the step is done once it was put out"
    );
    let book = put_out(&desk, "handover", "xlsx");
    assert!(sheets::read(&book).is_ok(), "the same as a workbook");
}

#[test]
fn s17_the_money_adds_up_and_what_is_with_people_stands_beside_it() {
    let desk = TestDesk::sample(PROGRAM);
    let choices = desk.call("accounts.entry_choices", json!({ "year": 2025 }));
    let purses = choices["purses"].as_array().expect("purses");
    let named =
        |name: &str| purses.iter().find(|one| one["name"] == name).unwrap_or_else(|| panic!("no {name}"))["id"].clone();
    let before = desk.facts(2025)["books.standing_yen"].as_i64().expect("yen");
    desk.call(
        "accounts.give_advance",
        json!({ "year": 2025, "holder": "見本 花子", "purpose": "買い出し", "amount": "10,000", "on": "8/3/1", "due": "",
            "purse_id": named("普通預金"), "activity_id": null }),
    );
    let bank = json!([{ "purse_id": named("普通預金"), "amount": "1,234" }]);
    desk.call("accounts.state_balances", json!({ "year": 2025, "on": "R8.3.10", "balances": bank }));
    let facts = desk.facts(2025);
    let standing = facts["books.standing"].as_array().expect("rows");
    let sum: i64 = standing.iter().map(|row| row["balance_yen"].as_i64().expect("yen")).sum();
    assert_eq!((facts["books.standing_yen"].as_i64(), sum), (Some(before - 10_000), before - 10_000));
    let bank = standing.iter().find(|row| row["purse"] == "普通預金").expect("the passbook");
    assert_eq!((&bank["stated_on"], &bank["stated_yen"]), (&json!("2026-03-10"), &json!(1234)), "as last looked at");
    assert_eq!(facts["handover.advances"][0]["left_yen"], 10_000);
}

#[test]
fn s17_a_handover_after_closing_bears_the_mark_of_the_books() {
    let desk = TestDesk::sample(PROGRAM).on("2026-04-18");
    let paper = || pdf_text(&put_out(&desk, "handover", "pdf")).replace(char::is_whitespace, "");
    desk.call("handover.record", handed("春野 春子"));
    assert_eq!(overview(&desk)["records"][0]["mark"], "", "the books were still open");
    close(&desk);
    let state = overview(&desk);
    let mark = state["mark"].as_str().expect("a mark").to_owned();
    let closed = desk.call("accounts.year_state", json!({ "year": 2025 }))["closed"].clone();
    assert_eq!((&closed["mark"], &state["closed_on_label"]), (&json!(mark), &json!("令和8年4月18日")));
    assert_eq!(mark.len(), 8, "{mark}");
    desk.call("handover.record", handed("次野 次子"));
    let marks = |desk: &TestDesk| {
        let all = overview(desk)["records"].as_array().expect("records").clone();
        all.iter().map(|one| one["mark"].as_str().expect("a mark").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(marks(&desk), [String::new(), mark.clone()]);
    assert!(paper().contains(&format!("令和8年4月18日に締めました。帳簿の印{mark}")), "{}", paper());

    let two = json!({ "year": 2025, "chair": "見本 一郎", "auditor": "見本 花子", "reason": "利息の記帳もれ" });
    desk.call("accounts.reopen_year", two);
    let reopened = overview(&desk);
    assert_eq!((&reopened["mark"], &reopened["closed_on_label"]), (&json!(""), &json!("")), "the step is open again");
    assert_eq!(marks(&desk), [String::new(), mark.clone()], "what was handed over stays as it was written down");
    assert!(!paper().contains(&format!("帳簿の印{mark}")), "the paper says no more that the books are closed");
}

#[test]
fn s17_all_eight_kinds_that_were_written_down_stand_on_the_paper_and_an_empty_one_has_room() {
    let desk = TestDesk::sample(PROGRAM);
    let kinds = ["seal", "key", "passbook", "contract", "papers", "password", "contact", "caution"];
    for (n, kind) in kinds.into_iter().enumerate() {
        let item = json!({ "id": null, "kind": kind, "name": format!("名前{n}番"), "place": format!("置き場{n}番"),
            "holder": format!("持つ人{n}番"), "note": format!("備え書き{n}番") });
        desk.call("handover.save_item", item);
    }
    let paper = || pdf_text(&put_out(&desk, "handover", "pdf")).replace(char::is_whitespace, "");
    let text = paper();
    for (n, kind) in kinds.iter().enumerate() {
        for said in ["名前", "置き場", "持つ人", "備え書き"] {
            assert!(text.contains(&format!("{said}{n}番")), "{said} of the {kind}: {text}");
        }
    }
    // The paper that was put out, then the line.
    desk.call("office.undo", json!({}));
    desk.call("office.undo", json!({}));
    let text = paper();
    assert!(text.contains("申し送り") && !text.contains("名前7番"), "{text}");
}

#[test]
fn s17_what_the_year_still_owes_the_city_comes_first_and_every_day_has_its_year() {
    let desk = TestDesk::sample(PROGRAM);
    let facts = desk.facts(2025);
    let coming = facts["calendar.coming"].as_array().expect("rows");
    let papers = facts["grants.papers"].as_array().expect("rows");
    let unfiled = papers.iter().filter(|paper| paper["filed_on"].is_null());
    let due: Vec<Value> =
        unfiled.map(|paper| format!("{}を市に出す", paper["title"].as_str().expect("a title")).into()).collect();
    assert!(!due.is_empty(), "{papers:?}");
    let first: Vec<Value> = coming.iter().take(due.len()).map(|row| row["title"].clone()).collect();
    assert_eq!(first, due);
    for row in &coming[due.len()..] {
        let told = row["due"].as_str().expect("words");
        assert!(told.starts_with("令和8年") || told.starts_with("令和9年"), "{row}");
    }
}

#[test]
fn s17_words_that_open_the_office_are_never_written_down() {
    let desk = TestDesk::empty(PROGRAM);
    let key = desk.call("office.renew_recovery", json!({}));
    assert_eq!(key["has_sheet"], true);
    let ask = |field: &str, words: &str| {
        let mut item = json!({ "id": null, "kind": "password", "name": "記録の合言葉", "place": "会長の封筒", "holder": "見本 太郎", "note": "" });
        item[field] = words.into();
        desk.ask("handover.save_item", item)
    };
    let before = desk.state_hash();
    for (field, words) in [
        ("note", PASSPHRASE.to_owned()),
        ("place", format!("合言葉は「{PASSPHRASE}」")),
        ("name", format!("合言葉 {PASSPHRASE}")),
        ("holder", format!("開け方：{}", PASSPHRASE.replace(' ', "　"))),
    ] {
        let refused = ask(field, &words).expect_err("it opens the office");
        assert_eq!((refused.code.as_str(), &refused.params["field"]), ("handover.opens_office", &field.to_owned()));
        assert!(
            !refused.message.contains("さくら") && !refused.hint.contains("さくら"),
            "nor does the refusal say them"
        );
    }
    assert_eq!(desk.state_hash(), before);
    ask("note", "言葉は会長の封筒の中に、封をして入れてあります。").expect("where they are may be said");
}

#[test]
fn s17_what_was_kept_and_handed_over_is_taken_back_like_everything_else() {
    let desk = TestDesk::sample(PROGRAM);
    keep(&desk, "key", "集会所の鍵", "");
    keep(&desk, "seal", "会長印", "金庫");
    assert_eq!(items(&desk), ["会長印", "集会所の鍵"], "in the order of the paper");
    let refused = desk.refused("handover.record", handed("見本 太郎"));
    assert!(refused.message.contains("同じ名前"), "{}", refused.message);
    desk.call("handover.record", handed("次野 次子"));
    let records = |desk: &TestDesk| overview(desk)["records"].as_array().map_or(0, Vec::len);
    assert_eq!(overview(&desk)["records"][0]["on_label"], "令和8年4月18日");
    desk.call("office.undo", json!({}));
    assert_eq!(records(&desk), 0);
    desk.call("office.undo", json!({}));
    assert_eq!(items(&desk), ["集会所の鍵"]);
}

#[test]
fn s17_in_spring_the_year_that_has_just_ended_is_handed_over() {
    for (today, year) in [("2026-03-14", 2025), ("2026-04-20", 2025), ("2026-07-01", 2026)] {
        let desk = TestDesk::sample(PROGRAM).on(today);
        let this_year = desk.call("office.status", json!({}))["year"].clone();
        assert_eq!(desk.call("handover.overview", json!({ "year": this_year }))["year"], year, "{today}");
    }
}

#[test]
fn s17_the_successor_opens_the_office_with_new_words_and_a_new_paper_and_the_predecessor_does_not() {
    const NEW: &str = "つばめ つばめ つばめ";
    let desk = TestDesk::empty(PROGRAM).on("2026-04-18");
    desk.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    let add = |name: &str, again: &str| json!({ "name": name, "passphrase": NEW, "again": again });
    for (asked, field) in [(add(" ", NEW), "name"), (add("森 花", "つばめ"), "again")] {
        assert_eq!(desk.refused("office.add_passphrase", asked).params["field"], field);
    }
    desk.call("office.add_passphrase", add("森 花", NEW));
    let state = overview(&desk);
    assert_eq!((&state["old_holders"], &state["new_holders"]), (&json!([""]), &json!(["森 花"])), "both, for now");
    let old = desk.call("office.keys", json!({}))["holders"][0]["id"].clone();
    let refused = desk.refused("office.remove_passphrase", json!({ "id": old, "remaining": PASSPHRASE }));
    assert!(refused.hint.contains("残す方"), "{}", refused.hint);
    desk.call("office.remove_passphrase", json!({ "id": old, "remaining": NEW }));
    let paper = desk.call("office.renew_recovery", json!({}));
    assert_eq!((&paper["recovery_renewed"], &paper["has_sheet"]), (&json!(true), &json!(true)));
    let sheet = desk.call("office.print_recovery_sheet", json!({}));
    let text = pdf_text(&desk.path(&sheet["token"]));
    let line = text
        .lines()
        .find(|line| line.trim().len() == 55 && line.contains('-'))
        .unwrap_or_else(|| panic!("no key in {text}"));
    desk.call("office.confirm_recovery", json!({ "typed": line.trim() }));
    assert_eq!(desk.call("office.keys", json!({}))["recovery_confirmed"], true);
    desk.call("office.close", json!({}));
    assert_eq!(desk.refused("office.unlock", json!({ "passphrase": PASSPHRASE })).code, "office.wrong_passphrase");
    assert_eq!(desk.call("office.unlock", json!({ "passphrase": NEW }))["state"], "open");
}

/// A 総会 on a day after the year that is handed over, which decided on a budget.
fn general_meeting(desk: &TestDesk, held: &str) {
    let fields = json!({ "year": 2026, "held": held, "notice": "R8.4.12" });
    let id = meeting_bars::save(desk, &meeting_bars::with(&meeting_bars::draft("ordinary"), fields));
    desk.call("meetings.take_roll", json!({ "id": id, "on": "", "count": "3" }));
    desk.call("meetings.mark", meeting_bars::marking(&id, "1-3", "present"));
    let title = json!({ "title": format!("{held}の議案") });
    let item = meeting_bars::item(desk, &id, "free", title);
    desk.call("meetings.record_result", meeting_bars::result(&item, "hands"));
}

#[test]
fn s17_what_was_decided_and_whom_to_reach_is_told_as_of_the_day_of_handing_over() {
    let desk = TestDesk::sample(PROGRAM).on("2026-05-10");
    let body = desk.facts(2025)["roster.member_bodies"][0]["name"].clone();
    for (name, from, to) in [("穴吹和夫", "R7.4.1", "R8.3.31"), ("十河勝", "R8.4.1", "R9.3.31")] {
        let role = json!({ "id": null, "person_id": person(&desk, name), "body": body, "title": "会長", "from": from, "to": to,
            "appointment": null, "elected_by": "", "seat": null });
        desk.call("roster.save_role", role);
    }
    for held in ["R8.4.26", "R8.5.24"] {
        general_meeting(&desk, held);
    }
    let paper = || pdf_text(&put_out(&desk, "handover", "pdf")).replace(char::is_whitespace, "");
    let text = paper();
    for told in
        ["令和7年4月1日から令和8年5月10日までに決まったこと", "R8.4.26の議案可決", "構成団体（令和8年5月10日現在）"]
    {
        assert!(text.contains(told), "{told} in {text}");
    }
    assert!(!text.contains("R8.5.24の議案"), "that day has not come: {text}");
    let facts = desk.facts(2025);
    let head = |list: &str| {
        let own = facts[list].as_array().expect("bodies").iter().find(|row| row["name"] == body);
        own.expect("the 自治会")["head"].clone()
    };
    assert_eq!(head("handover.bodies"), "十河　勝", "who is to be reached now");
    assert_eq!(head("roster.member_bodies"), "穴吹　和夫", "the list of the year's end is as it was");

    desk.call("handover.record", handed("次野 次子"));
    assert!(!paper().contains("R8.4.26の議案"), "it was handed over on 18 April: {}", paper());
    assert!(paper().contains("構成団体（令和8年4月18日現在）"), "{}", paper());
}
