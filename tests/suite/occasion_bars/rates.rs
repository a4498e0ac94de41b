//! V03: what the hours of helpers are worth, at the rate of the day: the council's own from its day on, before that the city's.

use super::*;
use crate::PROGRAM;

/// Three hours of one helper.
fn helped(desk: &TestDesk, title: &str, day: &str) {
    let fields = json!({ "begins": "9:00", "ends": "12:00", "state": "held" });
    let id = save(desk, &with(&draft(title, day), fields));
    desk.call("activities.attend", json!({ "id": id, "person_id": null, "name": "見本　花子", "part": "helper" }));
}

fn rate(from: &str, yen: &str, source: &str) -> Value {
    json!({ "year": 2025, "id": null, "version": 0, "from": from, "yen_per_hour": yen, "source": source })
}

/// The rows of the paper, each without its spaces.
fn rows(desk: &TestDesk) -> String {
    printed(desk, "volunteer-hours").lines().map(|line| line.split_whitespace().collect::<String>() + "\n").collect()
}

#[test]
fn v03_the_council_writes_its_own_rate_from_a_day_on_and_the_paper_says_where_it_is_from() {
    let desk = TestDesk::sample(PROGRAM);
    helped(&desk, "草刈り", "6/1");
    helped(&desk, "落ち葉拾い", "11/2");
    let before = rows(&desk);
    for line in ["令和6年10月2日から9703時間2,910", "令和7年10月18日から1,0363時間3,108"] {
        assert!(before.contains(line), "{line}: {before}");
    }
    assert!(before.contains("6,018") && before.contains("香川県最低賃金"), "{before}");
    desk.call("activities.save_volunteer_rate", rate("R7.11.1", "1,100円", "助成金の手引き"));
    let own = rows(&desk);
    assert!(own.contains("令和7年11月1日から1,1003時間3,300助成金の手引き"), "{own}");
    assert!(own.contains("6,210") && !own.contains("1,036"), "the sum of both: {own}");
    let shown = desk.call("activities.volunteer_rates", json!({ "year": 2025 }));
    assert_eq!(
        (&shown["own"][0]["yen_per_hour"], &shown["of_city"][1]["yen_per_hour"]),
        (&json!(1_100), &json!(1_036))
    );
    desk.call("activities.remove_volunteer_rate", json!({ "id": shown["own"][0]["id"] }));
    assert_eq!(rows(&desk), before);
}

#[test]
fn v03_half_a_rate_is_refused_at_its_field() {
    let desk = TestDesk::sample(PROGRAM);
    desk.call("activities.save_volunteer_rate", rate("R7.11.1", "1100", "助成金の手引き"));
    let refused = |draft: Value| {
        let refused = desk.refused("activities.save_volunteer_rate", draft);
        (refused.code, refused.params["field"].clone())
    };
    for (draft, code, field) in [
        (rate("", "1,100", "手引き"), "activities.rate_incomplete", "from"),
        (rate("いつか", "1,100", "手引き"), "typed.day_unreadable", "from"),
        (rate("R7.4.1", "", "手引き"), "activities.rate_incomplete", "yen_per_hour"),
        (rate("R7.4.1", "0", "手引き"), "activities.rate_out_of_range", "yen_per_hour"),
        (rate("R7.4.1", "110万", "手引き"), "activities.rate_out_of_range", "yen_per_hour"),
        (rate("R7.4.1", "1,100", "　"), "activities.rate_source_missing", "source"),
        (rate("R7.11.1", "1,200", "手引き"), "activities.rate_day_taken", "from"),
    ] {
        assert_eq!(refused(draft), (code.to_owned(), field.to_owned()));
    }
}
