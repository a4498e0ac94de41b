use chrono::NaiveDate;
use paper::Value;

use super::words::FILE;
use super::*;
use crate::FiscalYear;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn person(id: &str, name: &str, office: i64, bodies: &[(&str, i64, &str)]) -> Row {
    let group = |(label, rank, role): &(&str, i64, &str)| Group {
        rank: *rank,
        label: (*label).to_owned(),
        within: *rank,
        cells: vec![("roles", Value::text(*role))],
    };
    let mut row = Row::new(id)
        .words("name", name)
        .words("address", "高松市桜町一丁目2番3号")
        .rank("reading", id.parse().unwrap())
        .rank("office", office)
        .group("body", bodies.iter().map(group).collect());
    row.bodies = bodies.iter().map(|(label, ..)| (*label).to_owned()).collect();
    row.titles = bodies.iter().map(|(.., role)| (*role).to_owned()).collect();
    row
}

fn people() -> Records {
    let rows = vec![
        person("1", "見本　愛", 30, &[("福祉部会", 2, "部会員")]),
        person("2", "見本　一郎", 10, &[("協議会", 1, "会長"), ("福祉部会", 2, "部会長")]),
        person("3", "見本　梅", 90, &[]),
    ];
    Records { rows, columns: words().source(ListSource::People).unwrap().columns.clone() }
}

fn choice(group: Option<&str>, order: &str) -> ListChoice {
    ListChoice {
        columns: ["number", "name", "roles"].map(str::to_owned).to_vec(),
        order: order.to_owned(),
        group: group.map(str::to_owned),
        ..ListChoice::default()
    }
}

fn shown(list: &Arranged) -> Vec<String> {
    let line = |cells: &Vec<Value>| cells.iter().map(|c| c.shown(paper::Negative::White)).collect::<Vec<_>>().join(" ");
    list.sections
        .iter()
        .flat_map(|s| std::iter::once(format!("[{}]", s.label)).chain(s.rows.iter().map(line)))
        .collect()
}

#[test]
fn the_files_of_words_and_papers_are_read() {
    toml::from_str::<Words>(FILE).unwrap();
    toml::from_str::<toml::Table>(certificate::FILE).unwrap();
    assert!(!collect_forms().is_empty() && toml::from_str::<toml::Table>(collect::FILE).is_ok());
    assert!(toml::from_str::<toml::Table>(reply_card::FILE).is_ok() && !CardWords::default().text.is_empty());
    let sheets: usize = labels::FILES.iter().map(|f| f.matches("[[sheet]]").count()).sum();
    assert_eq!(stationery().len(), sheets, "a slip in one sheet would lose its whole file");
}

#[test]
fn presets_name_columns_orders_and_groups_that_there_are() {
    for preset in words().presets() {
        let source = words().source(preset.source).unwrap();
        let has = |pairs: &[(String, String)], key: &str| pairs.iter().any(|(known, _)| known == key);
        for key in &preset.columns {
            assert!(source.columns.iter().any(|column| column.key == *key), "{}: {key}", preset.title);
        }
        assert!(has(&source.orders, &preset.order), "{}: {}", preset.title, preset.order);
        assert!(preset.group.as_ref().is_none_or(|group| has(&source.groups, group)), "{}", preset.title);
    }
}

#[test]
fn every_face_lies_on_its_paper() {
    for paper in stationery() {
        let grid = &paper.grid;
        for face in 0..grid.faces() {
            let [left, top] = grid.corner(face);
            let (right, bottom) = (left + grid.width, top + grid.height);
            assert!(right <= paper.paper[0] && bottom <= paper.paper[1], "{}: face {face}", paper.id);
        }
        assert!(grid.step_across >= grid.width && grid.step_down >= grid.height, "{}: faces overlap", paper.id);
        assert!(2 * paper.inset[0] < grid.width && 2 * paper.inset[1] < grid.height, "{}", paper.id);
    }
}

#[test]
fn somebody_in_two_bodies_stands_in_both_with_the_role_held_there() {
    let list = arrange(&people(), &choice(Some("body"), "reading"));
    let expected = [
        "[協議会]",
        "1 見本　一郎 会長",
        "[福祉部会]",
        "1 見本　愛 部会員",
        "2 見本　一郎 部会長",
        "[（なし）]",
        "1 見本　梅 ",
    ];
    assert_eq!(shown(&list), expected);
    assert_eq!(list.count, 3, "and counts once");
}

#[test]
fn rows_stand_in_the_chosen_order_and_only_those_that_fit() {
    assert_eq!(shown(&arrange(&people(), &choice(None, "office")))[1], "1 見本　一郎 ");
    let filter = |bodies: &[&str], roles: &[&str], words: &str| {
        let own = |all: &[&str]| all.iter().map(|one| (*one).to_owned()).collect();
        let filter = Filter { bodies: own(bodies), roles: own(roles), words: words.to_owned() };
        arrange(&people(), &ListChoice { filter, ..choice(None, "reading") }).count
    };
    assert_eq!(filter(&["福祉部会"], &[], ""), 2);
    assert_eq!(filter(&["福祉部会"], &["部会長"], ""), 1);
    assert_eq!(filter(&[], &[], "ｳﾒ"), 0, "words are looked for in the cells");
    assert_eq!(filter(&[], &[], "見本梅"), 1, "in any spelling");
}

#[test]
fn those_at_one_address_share_a_face_with_their_own_names() {
    let people = people();
    let rows: Vec<&Row> = people.rows.iter().collect();
    let choice = LabelChoice { honorific: "様".into(), is_joined: true, ..LabelChoice::default() };
    let joined = join(&rows, ListSource::People, &choice, &Sender::default());
    assert_eq!(joined.len(), 1);
    assert_eq!(
        joined[0].addressee.names.iter().map(|n| n.name.as_str()).collect::<Vec<_>>(),
        ["見本　愛", "見本　一郎", "見本　梅"]
    );
    let apart = LabelChoice { is_joined: false, ..choice };
    assert_eq!(join(&rows, ListSource::People, &apart, &Sender::default()).len(), 3);
}

#[test]
fn mail_to_an_association_goes_to_its_chair_or_to_the_body() {
    let with = Row::new("1").words("name", "桜町自治会").words("chair", "見本　花子");
    let without = Row::new("2").words("name", "松町自治会");
    let choice = LabelChoice { honorific: "様".into(), ..LabelChoice::default() };
    let joined = join(&[&with, &without], ListSource::Associations, &choice, &Sender::default());
    let to = |nth: usize| {
        let a = &joined[nth].addressee;
        (a.body.as_str(), a.office.as_str(), a.names[0].name.as_str(), a.names[0].honorific.as_str())
    };
    assert_eq!(to(0), ("桜町自治会", "会長", "見本　花子", "様"));
    assert_eq!(to(1), ("", "", "松町自治会", "御中"));
}

#[test]
fn every_page_of_a_copy_says_whose_it_is() {
    let stamp = stamp(7, "桜町自治会", Some(day("2026-03-31")));
    assert_eq!(stamp, ["取扱注意", "No.7", "配布先 桜町自治会", "返却期限 令和8年3月31日"]);
    let sender = Sender { council: "見本協議会".into(), year: FiscalYear(2025).label(), ..Sender::default() };
    let choice = ListChoice { title: "連絡網".into(), ..choice(None, "reading") };
    let paper = compose(&arrange(&people(), &choice), &choice, &sender, day("2026-03-14"), stamp.clone());
    assert_eq!(paper.stamp, stamp);
    let text = paper::text::write(&paper);
    assert!(text.contains("令和8年3月14日現在　3人") && text.contains("見本　梅"), "{text}");
}

#[test]
fn a_slip_leaves_room_for_what_is_right() {
    let people = people();
    let sender = Sender { council: "見本協議会".into(), phone: "087-000-0000".into(), ..Sender::default() };
    let choice = choice(None, "reading");
    let breaks = |is_joined| {
        let paper = slips(&people, &choice, is_joined, &sender, Some(day("2026-04-30")));
        let text = paper::text::write(&paper);
        assert!(text.contains("令和8年4月30日までに") && text.contains("087-000-0000"), "{text}");
        assert!(!text.contains("NO"), "a running number is nobody's to correct");
        paper.blocks.iter().filter(|block| **block == paper::Block::PageBreak).count()
    };
    assert_eq!((breaks(false), breaks(true)), (2, 0), "one page each, or one for a household");
}

#[test]
fn what_is_asked_for_says_what_it_is_for() {
    let sender = Sender { council: "見本協議会".into(), phone: "087-000-0000".into(), ..Sender::default() };
    for form in collect_forms() {
        let text = paper::text::write(&collect(&form.id, &sender).unwrap());
        assert!(!form.purposes.is_empty() && form.purposes.iter().all(|purpose| text.contains(purpose)), "{text}");
        assert!(text.contains("見本協議会（087-000-0000）") && !text.contains('{'), "{text}");
    }
    assert_eq!(collect("tax", &sender).unwrap_err().code, "lists.no_such_form");
}
