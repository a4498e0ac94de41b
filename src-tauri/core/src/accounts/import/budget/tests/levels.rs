//! 款項目節, in columns or by indentation.

use super::*;

#[test]
fn four_levels_in_columns_of_their_own_merged_or_given_once() {
    let office = "歳出の部
款|項|目|節|当初予算額|説明
総務費|||||
|事務費||||
||需用費|消耗品費|=3|紙
|||印刷製本費|=4|
||役務費|通信運搬費|=5|切手
|会議費|会議費|食糧費|=6|
予備費||||=2|
歳出合計||||=20|";
    let plan = plan_of(&book(office), &empty());
    let expected = [
        "支 総務費/事務費/需用費/消耗品費 3",
        "支 総務費/事務費/需用費/印刷製本費 4",
        "支 総務費/事務費/役務費/通信運搬費 5",
        "支 総務費/会議費/会議費/食糧費 6",
        "支 予備費/予備費 2",
    ];
    assert_eq!(shown_lines(&plan), expected);
    assert_eq!(codes(&plan), []);
    let drawn = "支出の部
款|項|目|節|本年度予算額|前年度予算額
総務費|事務費|需用費|消耗品費|=3|=2
|||印刷製本費|=4|=4
||役務費|通信運搬費|=5|=5
|会議費|会議費|食糧費|=6|=7
予備費|予備費|||=2|";
    let sheet = with_merges(sheet("予算", drawn), &["A3:A6", "B3:B5", "C3:C4"]);
    let plan = plan_of(&of_sheets(vec![sheet]), &empty());
    let merged: Vec<String> =
        shown_lines(&plan).iter().map(|line| line.split(" (").next().unwrap_or_default().to_owned()).collect();
    assert_eq!(merged, expected, "merged cells say the same");
    assert_eq!(codes(&plan), []);
}

#[test]
fn each_step_of_indentation_is_a_level() {
    let drawn = "支出の部
科目|予算額|摘要
総務費|=12|
　事務費|=12|
　　需用費|=7|
　　　消耗品費|=3|
　　　印刷製本費|=4|
　　役務費|=5|
予備費|=2|
支出合計|=14|";
    let plan = plan_of(&book(drawn), &empty());
    assert_eq!(
        shown_lines(&plan),
        [
            "支 総務費/事務費/需用費/消耗品費 3",
            "支 総務費/事務費/需用費/印刷製本費 4",
            "支 総務費/事務費/役務費 5",
            "支 予備費/予備費 2"
        ]
    );
    assert_eq!(codes(&plan), []);
}
