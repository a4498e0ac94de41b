//! The roster of the small year: who came and went, and which bodies make up the council.

use crate::fact::{Fact, FactRow, Facts, row, words};

use super::facts::{blank, count, day, put};

/// What the council's own fields hold for nobody in particular.
pub fn further(roles: &str) -> FactRow {
    row([
        ("roles_text", words(roles)),
        ("roles", Fact::List(vec![])),
        ("household", words("")),
        ("association", words("一丁目自治会 二班")),
    ])
}

pub fn movements(facts: &mut Facts) {
    put(
        facts,
        [
            ("roster.opening", count(2)),
            ("roster.joined", count(2)),
            ("roster.left", count(1)),
            ("roster.closing", count(3)),
            ("roster.movement_reasons", words("入：転入2、出：死亡1")),
        ],
    );
    let months = [("4月", 2, 2, 0, "入：転入2"), ("5月", 4, 0, 1, "出：死亡1")];
    let month = |(month, opening, joined, left, reasons): (&str, i64, i64, i64, &str)| {
        row([
            ("month", words(month)),
            ("opening", count(opening)),
            ("joined", count(joined)),
            ("left", count(left)),
            ("closing", count(opening + joined - left)),
            ("reasons", words(reasons)),
        ])
    };
    facts.state_list("roster.movement_months", months.into_iter().map(month).collect());
    let moved = |on: &str, direction: &str, name: &str, reason: &str| {
        row([
            ("on", day(on)),
            ("direction", words(direction)),
            ("name", words(name)),
            ("address", words("高松市緑町二丁目3番4号")),
            ("reason", words(reason)),
        ])
    };
    let all = vec![
        moved("2025-04-02", "入", "𠮷田　花", "転入"),
        moved("2025-04-02", "入", "葛\u{E0100}城　健", "転入"),
        moved("2025-05-20", "出", "髙﨑　守", "死亡"),
    ];
    facts.state_list("roster.movements", all);
}

pub fn bodies(facts: &mut Facts) {
    let body = |kind: &str, name: &str, office: &str, head: &str| {
        row([
            ("id", words(name)),
            ("kind", words(kind)),
            ("name", words(name)),
            ("kana", words("")),
            ("within", words("")),
            ("office", words(office)),
            ("head", words(head)),
            ("head_kana", words("")),
            ("postal", words("760-0000")),
            ("address", words("高松市緑町二丁目3番4号")),
            ("phone", words("087-000-0000")),
            ("roles", count(1)),
            ("households", blank()),
            ("founded_on", blank()),
            ("note", words("")),
        ])
    };
    let members =
        || vec![body("自治会", "一丁目自治会", "会長", "齋藤　守"), body("構成団体", "女性会", "代表", "渡邊　凜")];
    let council = body("協議会", "緑町コミュニティ協議会", "会長", "渡邊　凜");
    facts.state_list("roster.bodies", [vec![council], members()].concat());
    chart(facts);
    put(facts, [("roster.member_bodies_count", count(2))]);
    facts.state_list("roster.member_bodies", members());
}

/// Who stands where in 組織図.
fn chart(facts: &mut Facts) {
    let seat = |office: &str, name: &str| row([("office", words(office)), ("name", words(name))]);
    facts.state_list("roster.board", vec![seat("会長", "渡邊　凜"), seat("会計", "髙﨑　守")]);
    facts.state_list("roster.board_auditors", vec![seat("監事", "齋藤　守")]);
    facts.state_list("roster.advisers", Vec::new());
    facts.state_list("roster.secretariat", vec![seat("事務局長", "𠮷田　みのる")]);
    let committee = |name: &str, seats: Vec<FactRow>, members: Fact| {
        row([("name", words(name)), ("seats", Fact::List(seats)), ("members", members)])
    };
    let committees = vec![
        committee("防災部会", vec![seat("部会長", "渡邊　凜"), seat("副部会長", "髙﨑　守")], words("12人")),
        committee("広報部会", Vec::new(), blank()),
    ];
    facts.state_list("roster.committees", committees);
}
