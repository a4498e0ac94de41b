//! M01: 総会資料 as one booklet, drawn from the records.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};
use suite::TestDesk;

use super::{draft, item, save, with};
use crate::PROGRAM;
use crate::papers::pdf_text;

/// The general meeting of the next year, which takes up all of the specimen's year.
fn general(desk: &TestDesk) -> Value {
    let held = json!({ "year": 2026, "held": "R8.4.26", "notice": "R8.4.12", "begins": "10:00", "ends": "" });
    let id = save(desk, &with(&draft("ordinary"), held));
    desk.call("meetings.add_usual_items", json!({ "id": id }));
    item(desk, &id, "members", json!({ "kind": "other", "title": "役員名簿" }));
    id
}

fn file(desk: &TestDesk, id: &Value, binds: &str) -> std::path::PathBuf {
    let made = desk.call("meetings.put_out_booklet", json!({ "id": id, "binds": binds, "folder": null }));
    desk.path(&made["file"]["token"])
}

/// The pages of a PDF as text without spaces.
pub(super) fn pages(path: &Path) -> Vec<String> {
    let text = pdf_text(path);
    text.trim_end_matches('\u{c}').split('\u{c}').map(|page| page.split_whitespace().collect()).collect()
}

/// Width and height of every page in millimetres.
fn sizes(path: &Path) -> Vec<(i64, i64)> {
    let said =
        Command::new("pdfinfo").args(["-f", "1", "-l", "999"]).arg(path).output().expect("pdfinfo of poppler-utils");
    let said = String::from_utf8(said.stdout).expect("UTF-8");
    let mm = |points: &str| (points.parse::<f64>().expect("a length") * 25.4 / 72.0).round() as i64;
    let size = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        (mm(words[3]), mm(words[5]))
    };
    said.lines().filter(|line| line.starts_with("Page ") && line.contains("size:")).map(size).collect()
}

/// Contents, running heads and page numbers of a booklet; how many items it has.
fn contents_are_right(shown: &Value, pages: &[String]) -> usize {
    let chapters = shown["chapters"].as_array().expect("chapters");
    let begins = |at: usize| chapters[at]["page"].as_u64().expect("a page") as usize;
    for (at, chapter) in chapters.iter().enumerate() {
        let word = |name: &str| chapter[name].as_str().expect("words").replace('　', "");
        let (label, title, first) = (word("label"), word("title"), begins(at));
        assert!(pages[1].contains(&format!("{label}{title}{first}")), "{label}{title}{first} in {}", pages[1]);
        let head = format!("令和8年度定期総会資料{label}");
        let opening = format!("{head}{label}{title}");
        assert!(pages[first - 1].starts_with(&opening), "{opening} begins {}", pages[first - 1]);
        let next = if at + 1 < chapters.len() { begins(at + 1) } else { pages.len() + 1 };
        for page in first..next {
            let said = &pages[page - 1];
            assert!(said.starts_with(&head), "{head} is the head of page {page}: {said}");
            assert!(said.ends_with(&page.to_string()), "numbered {page}: {said}");
        }
    }
    chapters.len()
}

#[test]
fn m01_the_booklet_draws_every_paper_and_its_contents_name_the_pages_where_items_begin() {
    let desk = TestDesk::sample(PROGRAM);
    let id = general(&desk);
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    assert_eq!(shown["title"], "令和8年度　定期総会　資料");
    let path = file(&desk, &id, "a4");
    let pages = pages(&path);
    assert_eq!(path.file_name().and_then(|name| name.to_str()), Some("令和8年度_定期総会_資料.pdf"));
    assert_eq!(pages.len(), shown["pages"]["sheets"].as_array().expect("sheets").len());
    assert!(pages.len() >= 20, "{} pages", pages.len());
    assert!(pages[0].starts_with("令和8年度定期総会資料日時令和8年4月26日午前10時"), "{}", pages[0]);
    assert!(pages[1].contains("資格（成立）の報告") && pages[1].contains("新役員のあいさつ"), "{}", pages[1]);
    assert_eq!(contents_are_right(&shown, &pages), 8);
    let all = pages.concat();
    for drawn in [
        "令和7年度見本地区コミュニティ協議会事業実績書",
        "収支決算書",
        "監査報告書",
        "収支予算書（案）",
        "事業計画書（案）",
        "財産目録",
        "備品台帳",
        "役員名簿",
        "構成団体一覧",
    ] {
        assert!(all.contains(drawn), "{drawn}");
    }
    assert!(!all.contains("収支決算書（案）"), "what was done is no draft");
    let facts = desk.facts(2026);
    let officers = facts["roster.officers"].as_array().expect("officers").iter();
    let phones: Vec<&str> = officers.filter_map(|one| one["phone"].as_str()).filter(|phone| phone.len() > 8).collect();
    assert!(!phones.is_empty(), "{}", facts["roster.officers"]);
    assert!(phones.iter().all(|phone| !all.contains(phone)), "nobody's telephone is handed to everybody");
    assert!(sizes(&path).iter().all(|size| *size == (210, 297)), "what lies is turned: {:?}", sizes(&path));
}

/// The letters of a text; a smaller page breaks its lines elsewhere, and rows are read in another order.
fn letters(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

/// The words of the left and of the right half of every side, without spaces; the size of a side in millimetres.
fn halves(path: &Path, (width, height): (i64, i64)) -> [Vec<String>; 2] {
    let points = |mm: i64| (mm as f64 * 72.0 / 25.4).round() as i64;
    let half = points(width) / 2;
    [0, half].map(|from| {
        let area = ["-x", &from.to_string(), "-y", "0", "-W", &half.to_string(), "-H", &points(height).to_string()]
            .map(str::to_owned);
        let said =
            Command::new("pdftotext").args(area).arg(path).arg("-").output().expect("pdftotext of poppler-utils");
        let said = String::from_utf8(said.stdout).expect("UTF-8");
        said.trim_end_matches('\u{c}').split('\u{c}').map(|page| page.split_whitespace().collect()).collect()
    })
}

/// Every side of the folded booklet, against the pages one by one.
fn is_folded_right(desk: &TestDesk, id: &Value, single: &[String]) {
    for (binds, size) in [("folded_a3", (420, 297)), ("folded_b4", (364, 257))] {
        let path = file(desk, id, binds);
        let sides = pages(&path);
        let all = single.len().div_ceil(4) * 4;
        assert_eq!(sides.len(), all / 2);
        assert_eq!(sizes(&path), vec![size; all / 2]);
        // Each half is read by itself: the left page of a side is that one and no other, and so is the right one.
        let [left, right] = halves(&path, size);
        for at in 0..sides.len() {
            let pair = if at % 2 == 0 { [all - 1 - at, at] } else { [at, all - 1 - at] };
            let [a, b] = pair.map(|page| letters(single.get(page).map_or("", String::as_str)));
            assert_eq!((letters(&left[at]), letters(&right[at])), (a, b), "{binds}, side {}", at + 1);
        }
    }
}

#[test]
fn m01_the_folded_booklet_has_two_pages_on_each_side_in_the_order_of_the_folded_stack() {
    let desk = TestDesk::sample(PROGRAM);
    let id = general(&desk);
    let single = pages(&file(&desk, &id, "a4"));
    is_folded_right(&desk, &id, &single);
    let small = file(&desk, &id, "b5");
    assert_eq!(sizes(&small), vec![(182, 257); single.len()]);
}

#[test]
fn m01_forty_pages_have_their_contents_heads_and_numbers_and_every_sheet_is_folded_right() {
    let desk = TestDesk::sample(PROGRAM);
    let row = |n: usize| {
        format!("第{n}回のつどい,地域の取り組み{n},令和7年{}月{}日,見本コミュニティセンター\n", 5 + n % 7, 1 + n)
    };
    let table = desk.folder().join("地域の取り組み.csv");
    let rows: String = (0..24).map(row).collect();
    std::fs::write(&table, format!("行事名,事業名,実施日,場所\n{rows}")).expect("written");
    assert_eq!(desk.import("activities", &table, 2025)["value"]["new"], 24);
    let id = general(&desk);
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    let path = file(&desk, &id, "a4");
    let pages = pages(&path);
    assert!(pages.len() >= 40, "{} pages", pages.len());
    assert_eq!(contents_are_right(&shown, &pages), 8);
    assert_eq!(sizes(&path), vec![(210, 297); pages.len()]);
    let all = pages.concat();
    for n in 0..24 {
        assert!(all.contains(&format!("第{n}回のつどい")), "every one of them has its sheet: {n}");
    }
    assert_eq!(shown["folded_sheets"].as_u64(), Some(pages.len().div_ceil(4) as u64));
    is_folded_right(&desk, &id, &pages);
}

#[test]
fn m01_the_progress_of_the_community_plan_stands_among_the_papers_of_a_general_meeting() {
    let desk = TestDesk::sample(PROGRAM);
    let held = json!({ "year": 2026, "held": "R8.4.26", "notice": "R8.4.12", "begins": "10:00", "ends": "" });
    let id = save(&desk, &with(&draft("ordinary"), held));
    item(&desk, &id, "community_plan", json!({ "kind": "other" }));
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    let chapter = &shown["chapters"][0];
    assert_eq!(chapter["title"], "令和7年度　まちづくり計画の進捗状況", "that of the year which is told of");
    assert_eq!((&chapter["papers"][0]["form"], &chapter["papers"][0]["year"]), (&json!("plan-progress"), &json!(2025)));
    let all = pages(&file(&desk, &id, "a4")).concat();
    let facts = desk.facts(2025);
    let indicators = facts["plan.indicators"].as_array().expect("indicators");
    assert!(!indicators.is_empty() && all.contains("令和7年度計画進捗状況表"), "{all}");
    for indicator in indicators {
        let name = indicator["name"].as_str().expect("a name").replace(char::is_whitespace, "");
        assert!(all.contains(&name), "{name} in {all}");
    }
    assert!(!all.contains("進捗状況（案）"), "what was done is no draft");
}

#[test]
fn m01_a_chapter_that_would_say_nothing_is_told_before_it_is_bound() {
    let desk = TestDesk::sample(PROGRAM);
    let id = general(&desk);
    let bylaws = item(&desk, &id, "bylaws", json!({ "title": "規約の改正（案）" }));
    let free = item(&desk, &id, "free", json!({ "title": "除雪機を買う（案）" }));
    let lacks = |desk: &TestDesk| {
        let chapters = desk.call("meetings.booklet", json!({ "id": id }))["chapters"].take();
        let told = |chapter: &Value| Some(format!("{} {}", chapter["title"].as_str()?, chapter["lacks"].as_str()?));
        chapters.as_array().expect("chapters").iter().filter_map(told).collect::<Vec<_>>()
    };
    assert_eq!(
        lacks(&desk),
        ["役員の改選（案） candidates", "規約の改正（案） new_text", "除雪機を買う（案） explanation"]
    );
    let meeting = id.clone();
    let typed = |id: &Value, fields: Value| {
        let items = super::seen(&desk, &meeting)["items"].take();
        let shown = items.as_array().expect("items").iter().find(|one| one["item"]["id"] == *id).expect("it");
        let draft = json!({ "from": "", "to": "" });
        with(&with(&shown["item"], draft), fields)
    };
    desk.call("meetings.save_item", json!({ "item": typed(&bylaws, json!({ "new_text": "第1条　名称" })) }));
    desk.call("meetings.save_item", json!({ "item": typed(&free, json!({ "explanation": "雪が多いため。" })) }));
    item(&desk, &id, "free", json!({ "title": "その他", "kind": "other" }));
    assert_eq!(lacks(&desk), ["役員の改選（案） candidates"], "what decides nothing needs no explanation");
}

#[test]
fn m01_a_meeting_without_items_has_its_cover_and_nothing_is_refused() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("board"));
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    assert_eq!((&shown["chapters"], &shown["folded_sheets"]), (&json!([]), &json!(1)));
    assert!(pages(&file(&desk, &id, "folded_a3"))[1].contains("会長あいさつ"));
    let missing = json!({ "id": "01890000-0000-7000-8000-000000000000" });
    assert_eq!(desk.refused("meetings.booklet", missing).code, "meetings.no_such_meeting");
}

#[test]
fn m02_the_list_at_the_door_names_everybody_who_votes_with_the_answers_that_came_before() {
    let desk = TestDesk::sample(PROGRAM);
    let id = save(&desk, &draft("extraordinary"));
    let asked = |format: &str| json!({ "id": id, "paper": "reception", "format": format, "folder": null });
    assert_eq!(desk.refused("meetings.put_out_named", asked("pdf")).code, "meetings.no_roll");
    desk.call("meetings.take_roll", json!({ "id": id, "on": "R8.3.1", "count": "" }));
    super::mark(&desk, &id, "2", "written");
    let roll = desk.call("meetings.roll", json!({ "id": id }));
    let voters = roll.as_array().expect("the roll");
    assert!(voters.len() > 10, "{roll:.300}");
    let made = desk.path(&desk.call("meetings.put_out_named", asked("pdf"))["file"]["token"]);
    let all = pages(&made).concat();
    for voter in voters {
        let name = voter["name"].as_str().expect("a name").split_whitespace().collect::<String>();
        assert!(all.contains(&name), "{name} in {all}");
    }
    assert_eq!(all.matches("書面").count(), 1, "the one answer that came: {all}");
    let book = desk.path(&desk.call("meetings.put_out_named", asked("xlsx"))["file"]["token"]);
    let book = format!("{:?}", sheets::read(&book).expect("a workbook"));
    assert!(book.contains(voters[0]["name"].as_str().expect("a name")));
}

#[test]
fn m01_changed_rules_stand_beside_the_old_ones_and_once_approved_they_are_the_old_ones_of_the_next_change() {
    let desk = TestDesk::sample(PROGRAM);
    let id = super::numbered(&desk, "extraordinary", 3);
    super::mark(&desk, &id, "1-3", "present");
    let old = "第1条　この会は、見本会という。\n第2条　会員は、世帯とする。\n第3条　役員の任期は、1年とする。";
    let new = "第1条　この会は、見本会という。\n第2条　会員は、世帯とする。\n第3条　役員の任期は、2年とする。ただし、再任を妨げない。";
    let typed = json!({ "old_text": old, "new_text": new, "from": "R8.4.1", "title": "規約の改正（案）" });
    let rules = item(&desk, &id, "bylaws", typed);
    let shown = desk.call("meetings.booklet", json!({ "id": id }));
    let page = shown["pages"]["sheets"][2]["items"].clone();
    let all = pages(&file(&desk, &id, "a4"))[2].clone();
    assert!(all.contains("新旧対照表") && all.contains("2年とする。ただし、再任を妨げ"), "{all}");
    assert_eq!(all.matches("世帯とする").count(), 0, "what stays is not told on the page of the comparison: {all}");
    let words: Vec<&str> = page.as_array().expect("items").iter().filter_map(|one| one["text"].as_str()).collect();
    assert!(
        words.contains(&"2") && words.iter().any(|word| word.starts_with("ただし")),
        "changed words stand apart: {words:?}"
    );
    desk.call("meetings.record_result", super::result(&rules, "rising"));
    desk.call("meetings.take_effect", json!({ "id": id }));
    let next = super::numbered(&desk, "board", 3);
    let newer = new.replace("2年", "3年");
    item(&desk, &next, "bylaws", json!({ "new_text": newer, "title": "規約の改正（案）" }));
    let bylaws = super::seen(&desk, &next)["items"][0]["bylaws"].clone();
    assert_eq!(bylaws, Value::Null, "held before the new rules begin");
    let held = with(&draft("board"), json!({ "held": "R8.5.1", "year": 2026, "notice": "" }));
    let later = save(&desk, &held);
    item(&desk, &later, "bylaws", json!({ "new_text": newer, "title": "規約の改正（案）" }));
    assert_eq!(super::seen(&desk, &later)["items"][0]["bylaws"], new);
    let all = pages(&file(&desk, &later, "a4"))[2].clone();
    assert!(all.contains("任期は、3年") && all.contains("任期は、2年"), "{all}");
    super::undo(&desk, 7);
    assert_eq!(super::seen(&desk, &id)["is_in_effect"], false);
}
