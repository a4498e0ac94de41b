//! Which folder speaks for which year and for which grant.

use sha2::{Digest, Sha256};

use super::*;
use crate::accounts::{Books, Entry, EntryKind, GrantId, PurseId};
use crate::grants::{CarryOver, Grant, GrantFigures, PaymentMode, Stage};
use crate::money::Yen;

#[test]
fn a_city_lies_over_the_base() {
    let city = Edition::of("takamatsu", FiscalYear(2025)).unwrap();
    assert_eq!(city.id, "takamatsu/2025+base/2025");
    assert_eq!(city.municipality.addressee, "高松市長");
    assert!(!city.municipality.due.is_empty(), "a key that the city does not have comes from the base");
    assert!(city.form("member-list").is_ok(), "a form that the city does not have comes from the base");
    assert_eq!(Edition::named(&city.id).unwrap().forms, city.forms);
    assert_eq!(Edition::of("nowhere", FiscalYear(2025)).unwrap_err().code, "profile.unknown");
}

#[test]
fn years_have_one_edition_until_a_newer_one_governs() {
    let governing = |profile, year| Edition::governing(profile, FiscalYear(year)).unwrap();
    assert_eq!(governing("takamatsu", 2025), governing("takamatsu", 2026));
    assert_eq!(governing("base", 2026), "base/2025");
    assert_eq!([2025, 2026].map(|year| governing("seto", year)), ["seto/2020+base/2025", "seto/2026+base/2025"]);
    assert_eq!(Edition::governing("nowhere", FiscalYear(2025)).unwrap_err().code, "profile.unknown");
}

#[test]
fn every_profile_opens() {
    let cities: Vec<String> = profiles().unwrap().into_iter().map(|choice| choice.city).collect();
    assert_eq!(
        cities,
        [
            "藤里町",
            "いわき市",
            "刈谷市",
            "香取市",
            "甲良町",
            "久留米市",
            "松戸市",
            "守谷市",
            "奈良市",
            "大阪市",
            "高松市",
            "東員町",
            "横浜市",
            "その他の市町村（共通の様式）",
        ]
    );
}

#[test]
fn every_grant_wants_its_claim_before_the_work_or_after_it_as_it_is_paid() {
    for choice in profiles().unwrap() {
        let edition = Edition::of(&choice.id, FiscalYear(2025)).unwrap();
        for rules in &edition.grants.named {
            let stages: Vec<Stage> = rules.papers.iter().map(|paper| paper.stage).collect();
            let place = |stage| stages.iter().position(|one| *one == stage);
            let (claim, report) = (place(Stage::Claim).expect(&rules.name), place(Stage::Report).expect(&rules.name));
            assert!(place(Stage::Application) < Some(claim), "{} {stages:?}", rules.name);
            assert_eq!(claim > report, rules.payment == Some(PaymentMode::Settled), "{} {stages:?}", rules.name);
            let form = rules.papers[claim].form.as_deref();
            assert_eq!(form, Some("grant-claim"), "{}", rules.name);
        }
    }
}

#[test]
fn a_purpose_that_names_no_goods_is_none_in_any_city() {
    for choice in profiles().unwrap() {
        let edition = Edition::of(&choice.id, FiscalYear(2025)).unwrap();
        let named = edition.grants.named.iter().map(|rules| Some(rules.name.as_str()));
        for grant in named.chain([None]) {
            let rules = edition.receipt_rules(&[grant]);
            let rule = rules.iter().find(|rule| rule.id == "purpose").expect("但し書き");
            for word in ["品代", "物品代", "上記", "雑貨"] {
                assert!(rule.words.iter().any(|one| one == word), "{} {grant:?}: {word}", choice.city);
            }
        }
    }
}

#[test]
fn no_grant_pays_for_politics_or_religion_and_sweet_sake_is_no_sake() {
    for choice in profiles().unwrap() {
        let edition = Edition::of(&choice.id, FiscalYear(2025)).unwrap();
        let names = edition.grants.named.iter().map(|rules| rules.name.clone()).chain(["知らない交付金".to_owned()]);
        for name in names {
            for cost in ["地鎮祭の玉串料", "お布施", "御布施", "政党の集会の会場"] {
                let said = edition.verdict(Some(&name), "会議費", cost);
                assert_eq!(said, Eligibility::Ineligible, "{} {name} {cost}", choice.city);
            }
        }
    }
    let takamatsu = Edition::of("takamatsu", FiscalYear(2025)).unwrap();
    let said = |cost: &str| takamatsu.verdict(Some("地域まちづくり交付金"), "会議費", cost);
    let harmless = ["甘酒の材料", "料理酒", "消毒用酒精", "飲酒運転防止の講座", "酒井様 講師謝礼"];
    assert_eq!(harmless.map(said), [Eligibility::Eligible; 5]);
    assert_eq!(["酒代", "甘酒と日本酒", "忘年会"].map(said), [Eligibility::Ineligible; 3]);
}

/// What 100,000 yen of tea come to in a year: the verdict, 確定額, and what becomes of what is left.
fn tea(edition: &Edition, year: FiscalYear) -> (Eligibility, i64, CarryOver) {
    let rules = edition.grants_in(year).unwrap().named.remove(0);
    let grant = Grant {
        id: GrantId::new(),
        fiscal_year: year,
        name: rules.name.clone(),
        decided_yen: Some(Yen(300_000)),
        decided_on: None,
        decision_no: String::new(),
        fixed_yen: None,
    };
    let cost = Entry {
        grant_id: Some(grant.id),
        eligibility: Some(Eligibility::Eligible),
        ..Entry::new(EntryKind::Expense, year.first_day(), PurseId::new(), Yen(100_000))
    };
    let books = Books { entries: vec![cost], ..Books::empty(year) };
    let figures = GrantFigures::of(&grant, &books, Some(&rules), None).unwrap();
    (rules.advice("会議費", "会議のお茶").unwrap().verdict, figures.fixed_yen.0, rules.carry_over())
}

#[test]
fn b10_each_year_is_judged_by_the_edition_of_its_period_whichever_is_looked_from() {
    let [old, new] = [2025, 2026].map(|year| Edition::of("seto", FiscalYear(year)).unwrap());
    assert_eq!((old.id.as_str(), new.id.as_str()), ("seto/2020+base/2025", "seto/2026+base/2025"));
    assert_eq!([old.label(), new.label()], ["令和2年度版", "令和8年度版"]);
    for edition in [&old, &new, &Edition::named("seto/2020+base/2025").unwrap()] {
        for year in [2020, 2025] {
            assert_eq!(tea(edition, FiscalYear(year)), (Eligibility::Eligible, 100_000, CarryOver::Refund));
        }
        for year in [2026, 2030] {
            assert_eq!(tea(edition, FiscalYear(year)), (Eligibility::Ineligible, 50_000, CarryOver::Reserve));
        }
    }
    let said = |edition: &Edition| edition.verdict(Some("地域づくり交付金"), "会議費", "会議のお茶");
    assert_eq!([said(&old), said(&new)], [Eligibility::Eligible, Eligibility::Ineligible]);
}

#[test]
fn the_workbook_is_the_one_the_form_was_written_for() {
    let edition = Edition::of("takamatsu", FiscalYear(2025)).unwrap();
    let form = edition.stamped_as(edition.form("performance-report").unwrap(), "").unwrap();
    assert_eq!((form.id.as_str(), form.texts_id()), ("city-performance-report", "performance-report"));
    let digest = Sha256::digest(edition.workbook(form).unwrap());
    let hex: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(form.stamp.as_ref().unwrap().sha256, hex, "a new revision needs its cells looked at");
}
