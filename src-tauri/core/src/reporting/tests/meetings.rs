//! The meeting of the small year: 20 households of 30 took part, one item was voted on and one was told.

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::meetings;
use crate::reporting::tests::facts::{blank, count, day, put};

pub fn meetings(facts: &mut Facts) {
    put(
        facts,
        [
            ("meetings.count", count(1)),
            ("meetings.general_on", blank()),
            ("meetings.next_general_on", blank()),
            ("meetings.chair_change", blank()),
            ("meetings.chair_changed_on", blank()),
            ("meetings.chair_change_why", blank()),
            ("meetings.list", Fact::List(vec![meeting()])),
            ("meetings.bylaws", Fact::List(vec![bylaws()])),
        ],
    );
}

fn on_notice(name: &str) -> Fact {
    words(&meetings::on_notice(name, &[]))
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
        ("president", words("渡邊　凜")),
        ("notice_president", words("渡邊　凜")),
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
        ("came_later", blank()),
        ("chair_apart", words(meetings::term("chair_apart"))),
        ("signers", Fact::List(vec![signer("渡邊　凜"), signer("邉見　純")])),
        ("guests", Fact::List(guests())),
        ("voters", Fact::List(voters())),
        ("seats", Fact::List(seats())),
        ("seats_across", count(2)),
        ("front_guests", words("緑町　町長　髙橋　一郎")),
        ("front_officers", words("会長　渡邊　凜\n会計　邉見　純")),
        ("front_auditors", words("監事　髙﨑　守")),
        ("front_secretariat", words("事務局長　𠮷田　花")),
        ("homes", Fact::List(homes())),
        ("order", Fact::List(order())),
        ("items", Fact::List(vec![budget(), audit()])),
        ("votes", Fact::List(vec![vote()])),
        ("few_items", words("議題")),
        ("many_items", blank()),
        ("items_aside", Fact::List(vec![aside("報告第1号　令和6年度　監査報告")])),
        ("votes_aside", Fact::List(vec![aside("")])),
        ("in_room", words("会場での会議")),
        ("in_writing", blank()),
        ("call", on_notice("both")),
        ("if_absent", on_notice("either")),
        ("by_proxy", on_notice("by_proxy")),
        ("by_writing", on_notice("by_writing")),
        ("slips_due", words("令和8年3月20日まで")),
        ("agreed", blank()),
    ])
}

/// The same matters decided in writing, without anybody in a room.
pub fn in_writing(facts: &mut Facts) {
    let mut meeting = meeting();
    let said = [
        ("in_writing", "書面による表決"),
        ("quorum", "総数30世帯に対し、書面表決書20通です。"),
        ("agreed", "令和8年3月1日に、全員の同意を得ています。"),
        ("place", "書面による"),
    ];
    let counts = [("present", 0), ("deputies", 0), ("attended", 0), ("proxies", 0), ("written", 20)];
    meeting.extend(row(
        ["in_room", "if_absent", "by_proxy", "begins", "ends", "chair", "chair_apart"].map(|name| (name, blank()))
    ));
    meeting.extend(row(said.map(|(name, said)| (name, words(said)))));
    meeting.extend(row(counts.map(|(name, number)| (name, count(number)))));
    meeting.extend(row([("call", on_notice("in_writing")), ("by_writing", on_notice("only_by_writing"))]));
    let mut item = budget();
    item.extend(row([("result", words("書面により採決し、賛成15、反対3、棄権1で、可決されました。"))]));
    meeting.insert("items".into(), Fact::List(vec![item, audit()]));
    meeting.insert("order".into(), Fact::List(order()[2..4].to_vec()));
    put(facts, [("meetings.list", Fact::List(vec![meeting]))]);
}

fn bylaws() -> FactRow {
    let article = |text: &str| row([("text", words(text))]);
    let decided = |from: &str, decided: &str| row([("from_on", day(from)), ("decided", words(decided))]);
    let articles = [
        "（名称）\n第1条　この会は、緑町地区コミュニティ協議会という。",
        "（役員）\n第2条　役員は、次のとおりとする。\n(1) 会長　1名\n(2) 会計　1名",
        "附則\nこの規約は、令和8年4月1日から施行する。",
    ];
    row([
        ("id", words("a")),
        ("name", words("緑町地区コミュニティ協議会　規約")),
        ("from_on", day("2026-04-01")),
        ("until_on", blank()),
        ("articles", Fact::List(articles.map(article).to_vec())),
        (
            "history",
            Fact::List(vec![
                decided("2008-04-01", "設立総会"),
                decided("2026-04-01", "令和7年度　臨時総会（令和8年3月22日）"),
            ]),
        ),
    ])
}

fn guests() -> Vec<FactRow> {
    let guest = |position: i64, body: &str, office: &str, name: &str, greeting: &str| {
        row([
            ("position", count(position)),
            ("body", words(body)),
            ("office", words(office)),
            ("name", words(name)),
            ("greeting", words(greeting)),
        ])
    };
    vec![guest(1, "緑町", "町長", "髙橋　一郎", "祝辞"), guest(2, "緑町小学校", "", "", "")]
}

fn seats() -> Vec<FactRow> {
    ["1\n緑町1番地\n渡邊　凜", "2\n緑町3番地\n𠮷田　花", "3"].map(|label| row([("label", words(label))])).to_vec()
}

fn voters() -> Vec<FactRow> {
    let voter = |number: i64, name: &str, detail: &str, standing: &str, deputy: &str| {
        row([
            ("number", count(number)),
            ("name", words(name)),
            ("detail", words(detail)),
            ("address", words(detail)),
            ("addressee", words(name)),
            ("standing", words(standing)),
            ("deputy", words(deputy)),
        ])
    };
    vec![
        voter(1, "渡邊　凜", "緑町1番地", "代理", "渡邊　葵"),
        voter(2, "髙﨑　守", "緑町2番地", "委任", ""),
        voter(3, "𠮷田　花", "緑町3番地", "", ""),
    ]
}

fn homes() -> Vec<FactRow> {
    let member = |number: i64, name: &str| {
        row([
            ("number", count(number)),
            ("name", words(name)),
            ("ways", words("□ 出席\n□ 委任")),
            ("marks", words("第1号　賛・否")),
        ])
    };
    let home = |addressee: &str, address: &str, members: Vec<FactRow>| {
        let first = members[0]["number"].clone();
        row([
            ("addressee", words(addressee)),
            ("address", words(address)),
            ("first", first),
            ("members", Fact::List(members)),
        ])
    };
    vec![
        home("渡邊　凜", "緑町1番地", vec![member(1, "渡邊　凜"), member(2, "渡邊　葵")]),
        home("髙﨑　守", "緑町2番地", vec![member(3, "髙﨑　守")]),
    ]
}

fn order() -> Vec<FactRow> {
    let step = |place: Fact, step: &str, opens: Fact, page: Fact| {
        row([("place", place), ("step", words(step)), ("opens", opens), ("page", page)])
    };
    vec![
        step(count(1), "開会", blank(), blank()),
        step(count(2), "議事", blank(), blank()),
        step(blank(), "　第1号議案　令和7年度　補正予算（案）", count(1), count(3)),
        step(blank(), "　報告第1号　令和6年度　監査報告", count(2), count(5)),
        step(count(3), "閉会", blank(), blank()),
    ]
}

fn comparison() -> Fact {
    let pair = |old: &str, new: &str| row([("old", words(old)), ("new", words(new))]);
    Fact::List(vec![
        pair("第5条　役員の任期は、1年とする。", "第5条　役員の任期は、2年とする。"),
        pair("（新設）", "第6条　役員は、再任を妨げない。"),
    ])
}

fn candidates() -> Fact {
    let one = |office: &str, name: &str, appointment: &str| {
        row([
            ("body", words("緑町協議会")),
            ("office", words(office)),
            ("name", words(name)),
            ("appointment", words(appointment)),
        ])
    };
    Fact::List(vec![one("会計", "渡邊　凜", "再任"), one("書記", "（欠員）", "")])
}

fn vote() -> FactRow {
    row([
        ("number", words("第1号議案")),
        ("item_title", words("令和7年度　補正予算（案）")),
        ("slip", words("賛成　・　反対")),
    ])
}

fn aside(right: &str) -> FactRow {
    row([
        ("left", words("第1号議案　令和7年度　補正予算（案）")),
        ("left_slip", words("賛成・反対")),
        ("right", words(right)),
        ("right_slip", words("")),
    ])
}

fn budget() -> FactRow {
    row([
        ("number", words("第1号議案")),
        ("numbered", words("第1号議案　令和7年度　補正予算（案）")),
        ("matter", words("予算")),
        ("item_title", words("令和7年度　補正予算（案）")),
        ("proposal", words("令和7年度　補正予算（案）")),
        ("candidates", candidates()),
        ("open_seats", Fact::List(vec![])),
        ("elected", candidates()),
        ("from_on", day("2026-04-01")),
        ("to_on", day("2028-03-31")),
        ("new_text", words("第1条　この会は、緑町協議会という。")),
        ("comparison", comparison()),
        ("amends", words("規約改正")),
        ("explanation", words("防災倉庫の修理のため。")),
        ("discussion", words("問　工事はいつか。　答　4月である。")),
        ("concludes", words("予算")),
        ("outcome", words("可決")),
        ("result", words("挙手により採決し、賛成15、反対3、棄権1で、可決されました。")),
        ("yes", count(15)),
        ("no", count(3)),
        ("abstain", count(1)),
        ("present_yes", count(8)),
        ("proxy_yes", count(6)),
        ("written_yes", count(1)),
        ("electronic_yes", count(0)),
        ("needed", count(10)),
    ])
}

fn audit() -> FactRow {
    let blanks = ["yes", "no", "abstain", "present_yes", "proxy_yes", "written_yes", "electronic_yes", "needed"];
    let mut told = row([
        ("number", words("報告第1号")),
        ("numbered", words("報告第1号　令和6年度　監査報告")),
        ("matter", words("監査報告")),
        ("item_title", words("令和6年度　監査報告")),
        ("proposal", words("令和6年度　監査報告")),
        ("candidates", Fact::List(vec![])),
        ("open_seats", Fact::List(vec![])),
        ("elected", Fact::List(vec![])),
        ("from_on", blank()),
        ("to_on", blank()),
        ("new_text", words("")),
        ("comparison", Fact::List(vec![])),
        ("amends", words("")),
        ("explanation", words("")),
        ("discussion", words("")),
        ("concludes", words("監査報告")),
        ("outcome", words("報告")),
        ("result", words("報告しました。")),
    ]);
    told.extend(blanks.map(|name| (name.into(), blank())));
    told
}
