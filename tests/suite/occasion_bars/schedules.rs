//! V01: how often a line of the plan says that it happens, and what becomes of it.

use super::year::{plan, proposals};
use super::*;
use crate::PROGRAM;

#[test]
fn v01_what_the_plan_says_without_a_day_is_told_and_not_silently_left_out() {
    let desk = TestDesk::sample(PROGRAM);
    let lines = [
        ("見回り事業", "通年", 0),
        ("広報事業", "月2回", 0),
        ("会報事業", "隔月", 0),
        ("朝市事業", "毎週土曜", 52),
        ("体操事業", "隔週土曜", 26),
        ("清掃事業", "偶数月の第3日曜", 6),
        ("図書事業", "第2・4土曜日", 24),
        ("花植え事業", "年3回", 3),
        ("剪定事業", "6月・9月・12月", 3),
    ];
    for (activity, schedule, _) in lines {
        plan(&desk, activity, schedule);
    }
    let all = proposals(&desk, 2026);
    for (activity, schedule, count) in lines {
        let found = all.iter().filter(|one| one["activity"] == activity).count();
        assert_eq!(found, count, "{activity} {schedule}");
    }
    let told = |desk: &TestDesk| -> Vec<String> {
        let told = desk.call("activities.without_days", json!({ "year": 2026 }));
        let one = |line: &Value| format!("{}（{}）", line["title"], line["schedule"]).replace('"', "");
        told.as_array().expect("lines").iter().map(one).collect()
    };
    assert_eq!(told(&desk), ["見回り（通年）", "広報（月2回）", "会報（隔月）"]);
    let walk = with(&draft("見回り", "5/1"), json!({ "activity": "見回り事業", "year": 2026 }));
    save(&desk, &with(&walk, json!({ "from": "R8.5.1" })));
    assert_eq!(told(&desk), ["広報（月2回）", "会報（隔月）"], "what was added by hand is there");
}
