//! Papers on activities of many layouts.

use super::*;
use crate::activities::{Activity, ActivityId, OccasionState, SeriesId, days_told};
use crate::intake::mapping::Remembered;
use crate::intake::sketch::{book, merged, sheet};

const YEAR: FiscalYear = FiscalYear(2025);

fn plan_of(book: &RawBook, known: &KnownActivities) -> Plan<OccasionDraft> {
    let hints = Hints { chosen: &[], remembered: &Remembered::new() };
    OccasionPaper::read(book, YEAR, &hints).unwrap().plan(known)
}

/// 2025-06-13～2025-06-14 ふれあい祭り [事業] 場所 約193+33
fn shown_rows(plan: &Plan<OccasionDraft>) -> Vec<String> {
    let line = |draft: &OccasionDraft| {
        let to = if draft.to_on == draft.from_on { String::new() } else { format!("～{}", draft.to_on) };
        let label = draft.occasion().participants_label();
        let helpers = draft.helpers.unwrap_or(0);
        format!("{}{to} {} [{}] {} {label}+{helpers}", draft.from_on, draft.title, draft.activity, draft.place)
    };
    plan.rows.iter().map(|row| line(&row.draft)).collect()
}

fn codes(plan: &Plan<OccasionDraft>) -> Vec<(&str, &str)> {
    plan.issues.iter().map(|issue| (issue.place.cell.as_str(), issue.code)).collect()
}

#[test]
fn days_in_every_written_form() {
    let drawn = "令和６年度　事業実施状況

実施日|行事名|事業区分|場所|参加者数|スタッフ|内容
4/13(日)|見守り|子ども見守り事業|中央公園|約314名|=18|実施した。
令和7年1月23日|街頭キャンペーン|加入促進事業|体育館|=293|=40|
6/13～6/14|ふれあい祭り|祭り事業|センター|193人|=33|
12/30～1/2|夜警|防犯事業|校区内|80名程度||
2月上旬|広報紙編集|広報事業|センター|||
毎月第2土曜|資源回収|清掃事業|校区内|延べ120人|=5|古紙
5/10、6/14|花植え|環境事業|公園|=20||
未定|反省会||||";
    let plan = plan_of(&book(drawn), &KnownActivities::default());
    assert_eq!(
        shown_rows(&plan),
        [
            "2024-04-13 見守り [子ども見守り事業] 中央公園 約314+18",
            "2025-01-23 街頭キャンペーン [加入促進事業] 体育館 293+40",
            "2024-06-13～2024-06-14 ふれあい祭り [祭り事業] センター 193+33",
            "2024-12-30～2025-01-02 夜警 [防犯事業] 校区内 約80+0",
            "2025-02-01～2025-02-28 広報紙編集 [広報事業] センター +0",
            "2024-04-01～2025-03-31 資源回収 [清掃事業] 校区内 120+5",
            "2024-05-10～2024-06-14 花植え [環境事業] 公園 20+0"
        ]
    );
    assert_eq!(plan.rows[5].draft.content, "実施時期：毎月第2土曜　古紙");
    assert_eq!(plan.rows[6].draft.content, "実施時期：5/10、6/14");
    assert_eq!(codes(&plan), [("A11", "activities.no_date")]);
    assert_eq!(plan.counts().skipped, 1);
}

#[test]
fn a_month_merged_over_its_rows_and_other_headings() {
    let drawn = "月|日|行事|会場|対象者|参加人数|従事者数|反省点
４|=8|総会|センター|全住民|=45|=6|資料を早く配る
|=20|清掃|公園|〃|=30|=8|
=1|=18|どんど焼き|広場|||　|雨天";
    let sheet = merged(sheet("行事", drawn), &["A2:A3"]);
    let plan = plan_of(&RawBook { sheets: vec![sheet], ..RawBook::default() }, &KnownActivities::default());
    assert_eq!(
        shown_rows(&plan),
        ["2025-04-08 総会 [] センター 45+6", "2025-04-20 清掃 [] 公園 30+8", "2026-01-18 どんど焼き [] 広場 +0"]
    );
    assert_eq!([&plan.rows[0].draft.reflection, &plan.rows[1].draft.target], ["資料を早く配る", "全住民"]);
}

#[test]
fn a_year_table_with_months_and_names_of_activities_only() {
    let drawn = "実施時期|事業名|内容|参加人数\n4月|総会|議案審議|=45\n通年|防犯パトロール|青パト|\n7月～8月|ラジオ体操|公園|延べ300人";
    let plan = plan_of(&book(drawn), &KnownActivities::default());
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-01～2025-04-30 総会 [総会]  45+0",
            "2025-04-01～2026-03-31 防犯パトロール [防犯パトロール]  +0",
            "2025-07-01～2025-08-31 ラジオ体操 [ラジオ体操]  300+0"
        ]
    );
    assert_eq!(plan.rows[0].draft.content, "実施時期：4月　議案審議");
}

#[test]
fn the_same_paper_again_changes_nothing() {
    let drawn = |count: &str| {
        format!(
            "実施日|行事名|事業区分|場所|参加者数\n5/13|敬老会|敬老会　事業|体育館|{count}\n5/13|敬老会|敬老会事業|別館|10人"
        )
    };
    let name = |id, name: &str| Activity { id, name: name.into(), committee_id: None };
    let item = KnownItem { name: "敬老会事業".into(), note: String::new() };
    let known = KnownActivities { items: vec![item], ..KnownActivities::default() };
    let first = plan_of(&book(&drawn("約50人")), &known);
    assert_eq!(first.rows[0].draft.activity, "敬老会事業", "the budget's spelling names the line of work");
    let id = ActivityId::new();
    let occasions = first.rows.iter().map(|row| Occasion { activity_id: Some(id), ..row.draft.occasion() }).collect();
    let known =
        KnownActivities { occasions, activities: vec![name(id, "敬老会事業")], ..KnownActivities::default() };
    let again = plan_of(&book(&drawn("約50人")), &known).counts();
    assert_eq!((again.new, again.same, again.changed), (0, 2, 0));
    let edited = plan_of(&book(&drawn("62人")), &known);
    assert_eq!(edited.rows.iter().map(|row| row.verdict).collect::<Vec<_>>(), [Verdict::Changed, Verdict::Same]);
    let stored = &known.occasions[0];
    let changed = edited.rows[0].draft.onto(stored, &edited.rows[0].changes);
    assert_eq!((changed.participants_label().as_str(), changed.place.as_str()), ("62", "体育館"));
}

#[test]
fn times_of_day_and_days_in_parts() {
    let book = book(
        "月|日|行事名|参加者（大人）|参加者（子ども）
4月|12日(土)|総会|=86|
5月|3～4日|キャンプ|=30|=11
|18日|清掃|=300|=12
7月|26日～27日|祭り|=800|=400
毎月|第2土曜|巡回|=96|
1月||新年会|=55|
2月|8日|訓練|中止|",
    );
    let plan = plan_of(&book, &KnownActivities::default());
    assert_eq!(
        shown_rows(&plan),
        [
            "2025-04-12 総会 []  86+0",
            "2025-05-03～2025-05-04 キャンプ []  41+0",
            "2025-05-18 清掃 []  312+0",
            "2025-07-26～2025-07-27 祭り []  1,200+0",
            "2025-04-01～2026-03-31 巡回 []  96+0",
            "2026-01-01～2026-01-31 新年会 []  55+0",
            "2026-02-08 訓練 []  +0",
        ]
    );
    assert!(codes(&plan).contains(&("C8", "activities.called_off")), "{:?}", codes(&plan));
}

#[test]
fn v01_what_a_paper_says_was_called_off_is_kept_as_such() {
    let drawn = "実施日|行事名|参加者数|内容|状況
7/20|夏祭り|=300|花火は中止|
8/15|盆おどり（雨天中止）|||
9/1|防災訓練|中止||
10/12|運動会||台風のため中止しました。|
11/3|文化祭|||延期
12/1|もちつき|=40||実施";
    let plan = plan_of(&book(drawn), &KnownActivities::default());
    let told = |occasion: &Occasion| {
        format!("{} {} {}", occasion.title, occasion.state.label(), occasion.cancel_reason).trim().to_owned()
    };
    let occasions: Vec<Occasion> = plan.rows.iter().map(|row| row.draft.occasion()).collect();
    assert_eq!(
        occasions.iter().map(told).collect::<Vec<_>>(),
        [
            "夏祭り 実施",
            "盆おどり 中止 雨天のため",
            "防災訓練 中止",
            "運動会 中止 台風のため",
            "文化祭 中止 延期のため",
            "もちつき 実施"
        ]
    );
    assert_eq!(plan.issues.iter().filter(|issue| issue.code == "activities.called_off").count(), 4);
    let known = KnownActivities { occasions, ..KnownActivities::default() };
    let again = plan_of(&book(drawn), &known).counts();
    assert_eq!((again.new, again.same, again.changed), (0, 6, 0), "the same paper again changes nothing");
    let before = plan_of(&book(&drawn.replace("（雨天中止）", "")), &KnownActivities::default());
    let held = before.rows.iter().map(|row| row.draft.occasion()).collect();
    let known = KnownActivities { occasions: held, ..KnownActivities::default() };
    let edited = plan_of(&book(drawn), &known);
    let row = &edited.rows[1];
    assert_eq!(row.changes.iter().map(|one| one.after.as_str()).collect::<Vec<_>>(), ["中止"]);
    let stored = &known.occasions[1];
    assert_eq!(told(&row.draft.onto(stored, &row.changes)), "盆おどり 中止 雨天のため");
}

#[test]
fn the_committee_is_the_papers_else_the_budgets() {
    let item = |name: &str, note: &str| KnownItem { name: name.into(), note: note.into() };
    let committee = |name: &str| (crate::roster::OrganisationId::new(), name.to_owned());
    let known = KnownActivities {
        items: vec![item("防災訓練事業", "防災部会"), item("敬老会事業", "会場代 80,000円")],
        committees: [committee("防災部会"), committee("福祉部会")].into(),
        ..KnownActivities::default()
    };
    let committees = |drawn: &str| -> Vec<String> {
        plan_of(&book(drawn), &known)
            .rows
            .into_iter()
            .map(|row| format!("{} {}", row.draft.activity, row.draft.committee))
            .collect()
    };
    let without = "実施日|行事名|事業区分|場所\n5/13|訓練|防災訓練事業|校庭\n9/15|敬老会|敬老会事業|体育館";
    assert_eq!(committees(without), ["防災訓練事業 防災部会", "敬老会事業 "], "only a committee's name is one");
    let with =
        "実施日|行事名|事業区分|担当部会|場所\n5/13|訓練|防災訓練事業|総務部会|校庭\n9/15|敬老会||福祉部会|体育館";
    assert_eq!(committees(with), ["防災訓練事業 総務部会", "敬老会 福祉部会"]);
}

#[test]
fn v01_a_row_that_tells_all_days_of_a_record_adds_nobody_to_its_first_day() {
    let series_id = Some(SeriesId::new());
    let day = |on: &str, number| Occasion {
        series_id,
        participants: Some(number),
        helpers: Some(3),
        place: "水神川".into(),
        content: format!("{number}袋"),
        ..Occasion::new(YEAR, "清掃", on.parse().unwrap())
    };
    let mut occasions = vec![day("2025-05-12", 30), day("2025-06-09", 20), day("2025-06-23", 10)];
    let told = |occasions: &[Occasion]| days_told(&occasions.iter().collect::<Vec<_>>());
    let paper = |when: &str| {
        format!("実施日|行事名|場所|参加者数|従事者数|内容|反省点\n{when}|清掃|水神川|=60|=9|5月12日 30袋|早く始める")
    };
    let mut papers = vec![told(&occasions[..2]), told(&occasions)];
    occasions[1].state = OccasionState::Cancelled;
    papers.push(told(&occasions));
    let known = KnownActivities { occasions, ..KnownActivities::default() };
    for when in papers {
        let plan = plan_of(&book(&paper(&when)), &known);
        let row = &plan.rows[0];
        assert_eq!(row.draft.known, Some(known.occasions[0].id), "{when}");
        let changed = row.draft.onto(&known.occasions[0], &row.changes);
        let expected = Occasion { reflection: "早く始める".into(), ..known.occasions[0].clone() };
        assert_eq!(changed, expected, "what no day says is news: {when}");
    }
    let each = "実施日|行事名|参加者数\n5/12|清掃|=31\n6/23|清掃|=10";
    let verdicts: Vec<Verdict> = plan_of(&book(each), &known).rows.iter().map(|row| row.verdict).collect();
    assert_eq!(verdicts, [Verdict::Changed, Verdict::Same], "a paper with a row for each day");
}

#[test]
fn v01_a_row_of_one_day_of_a_record_changes_that_day() {
    let series_id = Some(SeriesId::new());
    let day = |on: &str, to: &str| Occasion {
        series_id,
        participants: Some(30),
        to_on: to.parse().unwrap(),
        ..Occasion::new(YEAR, "清掃", on.parse().unwrap())
    };
    let spans = [("2025-06-09", "2025-06-09"), ("2025-06-14", "2025-06-15"), ("2025-06-23", "2025-06-23")];
    let occasions: Vec<Occasion> = spans.map(|(on, to)| day(on, to)).to_vec();
    let whole = days_told(&occasions.iter().collect::<Vec<_>>());
    assert_eq!(whole, "6月9日、6月14日～15日、6月23日");
    let known = KnownActivities { occasions, ..KnownActivities::default() };
    let read = |when: &str, title: &str, count: &str| {
        let plan = plan_of(&book(&format!("実施日|行事名|参加者数|内容\n{when}|{title}|{count}|草刈り")), &known);
        let row = &plan.rows[0];
        let stored = known.occasions.iter().find(|o| Some(o.id) == row.draft.known).expect("a day of the record");
        row.draft.onto(stored, &row.changes)
    };
    let corrected =
        |stored: &Occasion, count| Occasion {
            participants: Some(count), content: "草刈り".into(), ..stored.clone()
        };
    assert_eq!(read("6/9", "清掃", "=31"), corrected(&known.occasions[0], 31), "its number is its own");
    assert_eq!(
        read("6/14～15", "清掃", "=52"),
        corrected(&known.occasions[1], 52),
        "two days that are one of the record"
    );
    assert_eq!(read("6/23", "清掃（雨天中止）", "").state, OccasionState::Cancelled, "called off by itself");
    for when in [whole.as_str(), "6/9～6/23"] {
        assert_eq!(read(when, "清掃", "=90"), known.occasions[0], "the sum of all adds nobody: {when}");
    }
}
