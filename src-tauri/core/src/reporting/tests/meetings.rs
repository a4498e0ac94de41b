//! The meeting of the small year: 20 households of 30 took part, one item was voted on and one was told.

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::tests::facts::{blank, count, day, put};

pub fn meetings(facts: &mut Facts) {
    put(facts, [("meetings.count", count(1)), ("meetings.list", Fact::List(vec![meeting()]))]);
}

fn meeting() -> FactRow {
    let signer = |name: &str| row([("name", words(name))]);
    row([
        ("id", words("a")),
        ("title", words("令和7年度　臨時総会")),
        ("kind", words("臨時総会")),
        ("held_on", day("2026-03-22")),
        ("begins", words("午後2時")),
        ("ends", words("午後3時30分")),
        ("place", words("緑町集会所")),
        ("notice_on", day("2026-03-08")),
        ("unit", words("世帯")),
        ("total", count(30)),
        ("present", count(11)),
        ("deputies", count(1)),
        ("attended", count(12)),
        ("proxies", count(6)),
        ("written", count(2)),
        ("electronic", count(0)),
        ("absent", count(10)),
        ("counted", count(20)),
        ("quorum", words("総数30世帯に対し、合わせて20世帯です。本臨時総会は成立しています。")),
        ("chair", words("髙﨑　守")),
        ("signers", Fact::List(vec![signer("渡邊　凜"), signer("邉見　純")])),
        ("items", Fact::List(vec![budget(), audit()])),
    ])
}

fn budget() -> FactRow {
    row([
        ("number", words("第1号議案")),
        ("matter", words("予算")),
        ("item_title", words("令和7年度　補正予算（案）")),
        ("explanation", words("防災倉庫の修理のため。")),
        ("discussion", words("問　工事はいつか。　答　4月である。")),
        ("slip", words("賛成　・　反対")),
        ("outcome", words("可決")),
        ("result", words("挙手により採決し、賛成15、反対3、棄権1で、可決されました。")),
        ("yes", count(15)),
        ("no", count(3)),
        ("abstain", count(1)),
        ("present_yes", count(8)),
        ("proxy_yes", count(6)),
        ("written_yes", count(1)),
        ("needed", count(10)),
    ])
}

fn audit() -> FactRow {
    let blanks = ["yes", "no", "abstain", "present_yes", "proxy_yes", "written_yes", "needed"];
    let mut told = row([
        ("number", words("報告第1号")),
        ("matter", words("監査報告")),
        ("item_title", words("令和6年度　監査報告")),
        ("explanation", words("")),
        ("discussion", words("")),
        ("slip", words("")),
        ("outcome", words("報告")),
        ("result", words("報告しました。")),
    ]);
    told.extend(blanks.map(|name| (name.to_owned(), blank())));
    told
}
