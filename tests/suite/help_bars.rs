//! 使い方 on paper and the first week of a successor (S16, S17).

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::papers::pdf_text;

/// Stands at the head of every page but the cover.
const HEAD: &str = "まちの事務局使い方";

/// The pages of a PDF as they are printed, in words.
fn pages(desk: &TestDesk, binds: &str) -> Vec<String> {
    let token = desk.call("help.print", json!({ "binds": binds }));
    let text = pdf_text(&desk.path(&token["token"]));
    text.trim_end_matches('\u{c}').split('\u{c}').map(|page| page.split_whitespace().collect()).collect()
}

fn help(desk: &TestDesk, what: &str) -> Vec<Value> {
    desk.call("help.pages", json!({}))[what].as_array().expect("a list").clone()
}

fn told<'a>(one: &'a Value, name: &str) -> &'a str {
    one[name].as_str().expect("words")
}

#[test]
fn s16_all_help_is_one_booklet_whose_contents_say_the_right_pages() {
    let desk = TestDesk::sample(PROGRAM);
    let booklet = pages(&desk, "large");
    let contents: String = booklet.iter().filter(|page| page.starts_with(&format!("{HEAD}目次"))).cloned().collect();
    for page in help(&desk, "pages") {
        let title: String = told(&page, "title").split_whitespace().collect();
        let at = booklet
            .iter()
            .position(|page| page.starts_with(&format!("{HEAD}{title}")))
            .unwrap_or_else(|| panic!("no page of {title}"));
        assert!(contents.contains(&format!("{title}{}", at + 1)), "{title} begins on {}: {contents}", at + 1);
    }
}

#[test]
fn s16_the_folded_booklet_holds_the_same_pages_four_to_a_sheet() {
    let desk = TestDesk::sample(PROGRAM);
    let (large, folded) = (pages(&desk, "large").len(), pages(&desk, "folded").len());
    assert_eq!(folded, 2 * large.div_ceil(4));
}

#[test]
fn s17_the_first_week_leads_to_seven_places_and_to_the_help_of_each() {
    let desk = TestDesk::sample(PROGRAM);
    let pages = help(&desk, "pages");
    let week = help(&desk, "tour");
    let days: Vec<&str> = week.iter().map(|step| told(step, "day")).collect();
    assert_eq!(days, ["1日目", "2日目", "3日目", "4日目", "5日目", "6日目", "7日目"]);
    for step in &week {
        let page = pages.iter().find(|page| page["id"] == step["help"]).unwrap_or_else(|| panic!("{step}"));
        let at = page["at"].as_array().expect("places");
        assert!(at.contains(&step["page"]), "the help of another page: {step}, {at:?}");
        assert!(told(step, "text").chars().count() >= 30, "says what to look at: {step}");
    }
}
