use super::*;
use crate::fonts::tests::shared;

fn lines(runs: &[Run], measure: f32) -> Vec<String> {
    let mut shaper = Shaper::new(shared());
    let lines = wrap(&mut shaper, Face::Mincho, &words(runs), Measure::of(measure));
    lines.iter().map(|line| line.pieces.iter().map(|p| p.text.as_str()).collect()).collect()
}

#[test]
fn lines_end_where_japanese_allows_it() {
    let text = Run::form("会員相互の親睦と福祉の増進を図り、「まち」をつくる。");
    assert_eq!(lines(&[text], 8.5), ["会員相互の親睦と", "福祉の増進を図り、", "「まち」をつくる。"]);
}

#[test]
fn a_closing_mark_may_hang_by_its_empty_half() {
    assert_eq!(lines(&[Run::form("親睦を図り、会を")], 5.5), ["親睦を図り、", "会を"]);
    assert_eq!(lines(&[Run::form("親睦を図り、会を")], 5.4), ["親睦を図", "り、会を"]);
}

#[test]
fn an_amount_goes_to_the_next_line_as_a_whole() {
    assert_eq!(lines(&[Run::form("残額は5,738,791円です")], 6.0), ["残額は", "5,738,791円", "です"]);
}

#[test]
fn a_word_longer_than_a_line_is_broken_anyway() {
    assert_eq!(lines(&[Run::form("aaaaaaaaaa")], 2.0), ["aaaa", "aaaa", "aa"]);
}

#[test]
fn blanks_at_the_end_of_a_broken_line_vanish_and_others_stay() {
    assert_eq!(lines(&[Run::form("甲乙丙　丁戊　")], 3.0), ["甲乙丙", "丁戊　"]);
}

#[test]
fn line_feeds_part_lines_even_when_empty() {
    assert_eq!(lines(&[Run::form("甲\n\n乙")], 9.0), ["甲", "", "乙"]);
}

#[test]
fn a_line_keeps_the_sources_of_its_words() {
    let fact = Run { text: "5,738,791".into(), source: Source::Fact("settlement.expense_yen".into()) };
    let mut shaper = Shaper::new(shared());
    let runs = [Run::form("金"), fact.clone(), Run::form("円")];
    let line = &wrap(&mut shaper, Face::Mincho, &words(&runs), Measure::of(20.0))[0];
    assert_eq!(line.pieces.iter().map(|p| &p.source).collect::<Vec<_>>(), [&Source::Form, &fact.source, &Source::Form]);
    assert!((line.width - 6.5).abs() < 1e-6 && line.letters() == 11);
}

#[test]
fn a_missing_fact_leaves_room() {
    let missing = |text: &str| Run { text: text.into(), source: Source::Missing("council.phone".into()) };
    let mut shaper = Shaper::new(shared());
    let runs = [missing(""), missing("　年　月　日")];
    let line = &wrap(&mut shaper, Face::Mincho, &words(&runs), Measure::of(40.0))[0];
    assert!(line.pieces[0].is_room() && line.pieces[0].width > 5.0);
    assert!(!line.pieces[1].is_room(), "the form's own blanks are words");
}

#[test]
fn a_heading_is_broken_between_phrases_while_they_fit() {
    let mut shaper = Shaper::new(shared());
    let mut broken = |measure| {
        let lines =
            wrap(&mut shaper, Face::Gothic, &[("前年差（ポイント）", &Source::Form)], Measure::by_phrase(measure));
        lines.iter().map(|line| line.pieces[0].text.clone()).collect::<Vec<String>>()
    };
    assert_eq!(broken(6.0), ["前年差", "（ポイント）"]);
    assert_eq!(broken(4.0), ["前年差", "（ポイン", "ト）"], "a phrase that is too long is broken like any text");
}
