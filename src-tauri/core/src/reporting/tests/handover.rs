//! What the small year hands over: a passbook that was compared, an advance and a tent that are out, one seal, and one handover.

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::tests::facts::{blank, count, day, put, yen};

pub fn handover(facts: &mut Facts) {
    let (meetings, bodies) = (facts.list("meetings.list").to_vec(), facts.list("roster.member_bodies").to_vec());
    put(
        facts,
        [
            ("handover.on", day("2026-04-18")),
            ("handover.meetings", Fact::List(meetings)),
            ("handover.bodies", Fact::List(bodies)),
            ("books.standing", Fact::List(vec![bank(), cash()])),
            ("books.standing_yen", yen(10_000)),
            ("handover.as_of", words("令和8年4月18日現在")),
            ("handover.advances", Fact::List(vec![advance(), settled()])),
            ("equipment.loans", Fact::List(vec![loan()])),
            ("grants.papers", Fact::List(vec![paper()])),
            ("calendar.coming", Fact::List(vec![task()])),
            ("handover.kinds", Fact::List(vec![kind("印鑑", vec![seal()]), kind("鍵", vec![])])),
            ("handover.items", count(1)),
            ("handover.checklists", Fact::List(vec![checklist()])),
            ("handover.records", Fact::List(vec![record()])),
        ],
    );
}

fn bank() -> FactRow {
    row([
        ("purse", words("普通預金")),
        ("balance_yen", yen(9_000)),
        ("stated_on", day("2026-03-31")),
        ("stated_yen", yen(9_000)),
        ("booked_yen", yen(9_000)),
    ])
}

fn cash() -> FactRow {
    row([
        ("purse", words("現金")),
        ("balance_yen", yen(1_000)),
        ("stated_on", blank()),
        ("stated_yen", blank()),
        ("booked_yen", blank()),
    ])
}

fn advance() -> FactRow {
    row([
        ("holder", words("髙﨑　守")),
        ("purpose", words("防災訓練の弁当")),
        ("given_on", day("2026-03-20")),
        ("due_on", blank()),
        ("given_yen", yen(5_000)),
        ("at_end_yen", yen(5_000)),
        ("left_yen", yen(5_000)),
        ("state", words("まだ精算していない")),
    ])
}

fn settled() -> FactRow {
    row([
        ("holder", words("森　花")),
        ("purpose", words("花の苗")),
        ("given_on", day("2026-03-25")),
        ("due_on", day("2026-04-05")),
        ("given_yen", yen(3_000)),
        ("at_end_yen", yen(3_000)),
        ("left_yen", yen(0)),
        ("state", words("R8.4.5 精算済み")),
    ])
}

fn loan() -> FactRow {
    row([
        ("name", words("テント　3m×3m")),
        ("quantity", count(1)),
        ("borrower", words("一丁目自治会")),
        ("contact", words("087-000-0002")),
        ("lent_on", day("2026-03-25")),
        ("due_on", day("2026-04-06")),
    ])
}

fn paper() -> FactRow {
    row([
        ("grant", words("地域まちづくり交付金")),
        ("title", words("実績報告書")),
        ("due_on", day("2026-04-10")),
        ("filed_on", blank()),
    ])
}

fn task() -> FactRow {
    row([
        ("due", words("4月中旬")),
        ("due_on", day("2026-04-15")),
        ("of_year", words("令和7年度")),
        ("title", words("監査を受ける")),
        ("detail", words("帳簿・領収書・通帳を監事に見ていただきます")),
    ])
}

fn kind(kind: &str, items: Vec<FactRow>) -> FactRow {
    row([("kind", words(kind)), ("items", Fact::List(items))])
}

fn seal() -> FactRow {
    row([
        ("name", words("会長印")),
        ("place", words("事務局の金庫")),
        ("holder", words("会長")),
        ("note", words("届出印とは別")),
    ])
}

fn checklist() -> FactRow {
    let check = |item: &str| row([("item", words(item))]);
    row([("office", words("会計")), ("checks", Fact::List(vec![check("現金を二人で数えた")]))])
}

fn record() -> FactRow {
    row([
        ("office", words("会計")),
        ("handed_on", day("2026-04-18")),
        ("from_name", words("髙﨑　守")),
        ("to_name", words("森　花")),
        ("witness", words("渡邊　凜")),
        ("mark", words("1a2b3c4d")),
        ("note", words("")),
    ])
}
