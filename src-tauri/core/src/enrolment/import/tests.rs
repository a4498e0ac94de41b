use super::*;
use crate::enrolment::Certainty;
use crate::intake::sketch::{book, merged, sheet};

fn planned(book: &RawBook) -> Plan<AssociationDraft> {
    plan(book, &Stored::default(), &Hints::NONE, FiscalYear(2025)).unwrap()
}

/// One line per association: its counts as year:enrolled/households, marked ~ for rounded and < for carried over.
fn told(plan: &Plan<AssociationDraft>) -> Vec<String> {
    let number = |n: Option<i64>, certainty| {
        let mark = match certainty {
            Certainty::Counted => "",
            Certainty::Rounded => "~",
            Certainty::CarriedOver => "<",
        };
        n.map_or("-".into(), |n| format!("{n}{mark}"))
    };
    let count = |c: &CountDraft| {
        format!(
            "{}:{}/{}",
            c.year,
            number(c.numerator, c.numerator_certainty),
            number(c.denominator, c.denominator_certainty)
        )
    };
    let line =
        |d: &AssociationDraft| format!("{} {}", d.name, d.counts.iter().map(count).collect::<Vec<_>>().join(" "));
    plan.rows.iter().map(|row| line(&row.draft)).collect()
}

#[test]
fn years_beside_each_other_with_households_given_once() {
    let drawn = "自治会加入状況一覧
基準日：令和７年４月１日

自治会名|会長名|区域（町丁）|班数|区域内世帯|R6加入|R7加入|加入率|会費(月額)
栗林町一丁目東自治会|大西　花子|栗林町１丁目|=2|=149|=51|=48||=350
栗林町二丁目東自治会|山﨑　凜|栗林町２丁目|=4|=132|=79|未提出||=300
桜町自治会|||3班|120世帯|約80|８１世帯|||
合　計||||=281|=130|=48||";
    let plan = planned(&book(drawn));
    assert_eq!(
        told(&plan),
        [
            "栗林町一丁目東自治会 2024:51/149< 2025:48/149",
            "栗林町二丁目東自治会 2024:79/132< 2025:-/132",
            "桜町自治会 2024:80~/120< 2025:81/120",
        ]
    );
    let first = &plan.rows[0].draft;
    assert_eq!(
        (first.chair_name.as_str(), first.blocks, first.fee_month_yen.map(|f| f.0)),
        ("大西　花子", Some(2), Some(350))
    );
    assert_eq!(first.counts[0].as_of_on.to_string(), "2024-04-01");
    assert_eq!((plan.rows[2].draft.blocks, plan.skipped.len(), plan.issues.len()), (Some(3), 1, 0));
}

#[test]
fn a_pair_of_columns_for_each_year() {
    let drawn = "|令和5年度||令和6年度|
町内会|世帯数|加入世帯数|世帯数|加入世帯数
桜町東|=100|=50|=101|=49
桜町西|=90|=40||=41";
    let book = RawBook { sheets: vec![merged(sheet("状況", drawn), &["B1:C1", "D1:E1"])], ..RawBook::default() };
    assert_eq!(told(&planned(&book)), ["桜町東 2023:50/100 2024:49/101", "桜町西 2023:40/90 2024:41/90<"]);
}

#[test]
fn years_alone_in_headings_of_any_form() {
    for headings in
        ["令和3年度|令和4年度", "R3|R4", "2021年|2022年", "2021 加入世帯数|2022 加入世帯数", "R3.4.1加入|R4.4.1加入"]
    {
        let drawn = format!("地区名|{headings}|全世帯\n桜町東|=54|=53|=149\n桜町西|=20|=21|=99");
        assert_eq!(told(&planned(&book(&drawn)))[0], "桜町東 2021:54/149< 2022:53/149", "{headings}");
    }
}

#[test]
fn one_year_with_the_year_before_beside_it() {
    let drawn =
        "令和7年度　自治会別加入世帯数\n自治会|前年度加入世帯数|本年度加入世帯数|増減|世帯数\n桜町東|=54|=53|=-1|=149";
    assert_eq!(told(&planned(&book(drawn))), ["桜町東 2024:54/149< 2025:53/149"]);
}

#[test]
fn a_row_or_a_sheet_for_each_year() {
    let rows = "年度|自治会名|加入世帯数|世帯数\nR5|桜町東|=54|=149\nR6|桜町東|=53|=150\nR6|桜町東|=50|=150\nR6|桜町西|=20|=99";
    let plan = planned(&book(rows));
    assert_eq!(told(&plan), ["桜町東 2023:54/149 2024:53/150", "桜町西 2024:20/99"]);
    assert_eq!(
        plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect::<Vec<_>>(),
        [("B4", "enrolment.repeated")]
    );
    let by_sheet = |name, enrolled: u32| {
        sheet(name, &format!("自治会名|会長|加入世帯|世帯数\n桜町一丁目東自治会|{name}会長|={enrolled}|=149"))
    };
    let sheets = vec![by_sheet("令和5年度", 54), by_sheet("令和6年度", 53)];
    let plan = planned(&RawBook { sheets, ..RawBook::default() });
    assert_eq!(told(&plan), ["桜町一丁目東自治会 2023:54/149 2024:53/149"]);
    assert_eq!(plan.rows[0].draft.chair_name, "令和6年度会長", "chair and blocks are those of the latest year");
}

#[test]
fn what_cannot_be_read_is_told_with_its_cell() {
    let plan = planned(&book("自治会名|加入世帯|世帯数|会費\n桜町東|多数|=149|三百円\n桜町西|=0.5|=99|"));
    let issues: Vec<_> = plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect();
    assert_eq!(
        issues,
        [("D2", "intake.amount_unreadable"), ("B2", "intake.count_unreadable"), ("B3", "intake.count_unreadable")]
    );
}

#[test]
fn sums_of_blocks_parts_of_counts_and_rates_alone() {
    let drawn = "ブロック|自治会名|区域内世帯数|加入世帯数|||
|||持家|借家|計
北|丸山|=200|=100|=30|=130
北ブロック計||=200|=100|=30|=130
||=9|||=8";
    let merges = ["A1:A2", "B1:B2", "C1:C2", "D1:F1"];
    let paper = RawBook { sheets: vec![merged(sheet("集計", drawn), &merges)], ..RawBook::default() };
    let plan = planned(&paper);
    assert_eq!(told(&plan), ["丸山 2025:130/200"]);
    assert_eq!(plan.skipped.len(), 1);
    let codes: Vec<&str> = plan.issues.iter().map(|issue| issue.code).collect();
    assert_eq!(codes.last(), Some(&"enrolment.row_without_name"));
    let plan = planned(&book("自治会名|世帯数|加入率\n浜一|=120|75%\n浜二|=80|50%"));
    assert_eq!(told(&plan), ["浜一 2025:-/120", "浜二 2025:-/80"]);
    assert_eq!(plan.issues[0].code, "enrolment.no_enrolled");
}

#[test]
fn a_row_for_each_metric() {
    let plan = planned(&book("自治会名|区分|R6|R7\n春日|世帯数|=91|=92\n春日|加入数|=59|=58\n春日|加入率|64.8%|63.0%"));
    assert_eq!(told(&plan), ["春日 2024:59/91 2025:58/92"]);
    assert!(plan.issues.is_empty(), "{:?}", plan.issues);
}
