//! What stands beside a paper.

use super::*;
use crate::words;

#[test]
fn what_is_missing_is_named_with_its_place() {
    let edition = takamatsu();
    let mut facts = facts();
    facts.state("grant.decision_no", paper::Value::Blank);
    let of = |form: &str| -> Vec<String> {
        missing(edition.form(form).unwrap(), &facts, &Texts::new()).iter().map(said).collect()
    };
    assert_eq!(
        of("performance-report"),
        [
            "「電話番号」がまだ入っていません。 → settings",
            "「交付決定番号」がまだ入っていません。 → grants?edit=1",
            "「事業の成果」がまだ書かれていません。 → results"
        ]
    );
    assert_eq!(of("activity-sheets"), ["「事業実施内容」が1か所でまだ入っていません。 → activities"]);
}

#[test]
fn a_paper_on_which_nothing_would_stand_is_not_ready() {
    let edition = takamatsu();
    let told = |form: &str| -> Vec<String> {
        missing(edition.form(form).unwrap(), &Facts::default(), &Texts::new()).iter().map(said).collect()
    };
    assert_eq!(told("member-list")[0], "「会員名簿」に、まだ一つも入っていません。 → roster");
    assert_eq!(told("enrolment-inquiry")[0], "「すべての自治会」に、まだ一つも入っていません。 → enrolment");
    assert_eq!(told("grant-disposal")[0], "処分を予定している備品がありません。 → accounts/equipment");
    let formula = "交付金を計算する算式が、まだ選ばれていません。 → enrolment/payment";
    assert!(told("liaison-payment").iter().any(|said| said == formula));
    let form = edition.form("member-list").unwrap();
    assert!(missing(form, &facts(), &Texts::new()).iter().all(|notice| notice.code != "reports.nothing_in_list"));
}

fn said(notice: &Notice) -> String {
    let place = notice.field.as_deref().or(notice.link).unwrap_or("");
    format!("{} → {place}", words::error(notice.code, &notice.params).title)
}

#[test]
fn the_books_are_compared_with_the_paper() {
    let edition = takamatsu();
    let form = edition.form("performance-report").unwrap();
    let codes = |facts: &Facts| -> Vec<(State, &str)> {
        checks(form, facts, &texts()).iter().map(|notice| (notice.state, notice.code)).collect()
    };
    let mut facts = facts();
    facts.state("council.phone", paper::Value::text("087-000-0000"));
    let good = [
        (State::Warning, "reports.receipts_missing"),
        (State::Ok, "reports.books_agree"),
        (State::Ok, "reports.purses_agree"),
        (State::Ok, "reports.refund"),
        (State::Ok, "reports.verdicts_given"),
    ];
    assert_eq!(codes(&facts), good);
    facts.state("settlement.expense_yen", paper::Value::Yen(470_001));
    let charge = |facts: &mut Facts, allocated, fixed, refund| {
        facts.state("grant.allocated_yen", paper::Value::Yen(allocated));
        facts.state("grant.fixed_yen", paper::Value::Yen(fixed));
        facts.state("grant.refund_yen", paper::Value::Yen(refund));
    };
    charge(&mut facts, 500_005, 500_000, 0);
    let bad = codes(&facts);
    assert!(bad.contains(&(State::Warning, "reports.books_differ")), "an expense outside every line: {bad:?}");
    assert!(bad.contains(&(State::Warning, "reports.grant_exceeded")), "{bad:?}");
    charge(&mut facts, 500_005, 250_000, 250_000);
    let half = codes(&facts);
    assert!(half.contains(&(State::Ok, "reports.refund_settled")), "half is paid by rule, no slip: {half:?}");
}

#[test]
fn a_text_longer_than_the_citys_frame_is_told() {
    let edition = takamatsu();
    let told = |words: &str| {
        let texts = Texts::from([("results".to_owned(), words.to_owned())]);
        let form = edition.form("city-performance-report").unwrap();
        checks(form, &facts(), &texts).iter().any(|notice| notice.code == "reports.text_too_long")
    };
    assert!(!told(&"字".repeat(64)), "two lines of 32 fit");
    assert!(told(&"字".repeat(65)));
    assert!(told("一行目\n二行目\n三行目"), "every line break takes a line");
}

#[test]
fn every_notice_has_its_sentence() {
    let edition = takamatsu();
    for facts in [facts(), Facts::default()] {
        for form in &edition.forms {
            for notice in checks(form, &facts, &Texts::new()) {
                let sentence = words::error(notice.code, &notice.params);
                assert!(sentence.title != notice.code && !sentence.title.contains('{'), "{}", sentence.title);
            }
        }
    }
}
