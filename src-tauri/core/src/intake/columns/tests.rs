use super::*;

fn named(kind: Kind, headings: &[&str]) -> Option<(&'static str, Option<i32>)> {
    let meaning = kind.fields().meaning(headings)?;
    Some((&kind.fields().fields[meaning.field].name, meaning.year.map(|y| y.0)))
}

#[test]
fn headings_are_understood() {
    for (headings, field) in [
        (&["氏　名"][..], "name"),
        (&["氏名（漢字）"], "name"),
        (&["氏名（フリガナ）"], "kana"),
        (&["会員氏名"], "name"),
        (&["〒"], "postal"),
        (&["電話番号", "自宅"], "phone"),
        (&["電話番号", "携帯"], "mobile"),
        (&["電話番号（携帯）"], "mobile"),
        (&["ご連絡先電話番号"], "phone"),
        (&["所属", "団体・部会"], "body"),
        (&["所属", "役職"], "title"),
        (&["任　期"], "term"),
        (&["任期", "自"], "from"),
        (&["生年月日", "年"], "birth"),
        (&["Ｎｏ．"], "number"),
        (&["ＴＥＬ"], "phone"),
        (&["役職等"], "title"),
        (&["氏名（ふりがな）", "セイ"], "family_kana"),
        (&["役職２"], "title"),
        (&["お電話番号"], "phone"),
    ] {
        assert_eq!(named(Kind::Roster, headings), Some((field, None)), "{headings:?}");
    }
    assert_eq!(named(Kind::Roster, &["血液型"]), None);
}

#[test]
fn years_in_headings_are_understood() {
    for (headings, field, year) in [
        (&["R3加入"][..], "enrolled", 2021),
        (&["令和3年度"], "enrolled", 2021),
        (&["2021 加入世帯数"], "enrolled", 2021),
        (&["加入世帯数", "R5"], "enrolled", 2023),
        (&["令和5年度", "世帯数"], "households", 2023),
        (&["令和5年度", "加入率"], "rate", 2023),
    ] {
        assert_eq!(named(Kind::Associations, headings), Some((field, Some(year))), "{headings:?}");
    }
    assert_eq!(named(Kind::Budget, &["令和7年度予算額"]), Some(("amount", Some(2025))));
}

#[test]
fn a_unit_is_no_meaning_and_a_sum_stands_for_its_parts() {
    assert_eq!(named(Kind::CashBook, &["歳出（円）"]), Some(("expense", None)));
    assert_eq!(named(Kind::CashBook, &["現金", "入"]), Some(("income", None)));
    let strength = |headings: &[&str]| Kind::Associations.fields().meaning(headings).map(|m| m.strength);
    assert_eq!([strength(&["加入世帯数", "計"]), strength(&["加入世帯数", "借家"])], [Some(3), Some(1)]);
}

#[test]
fn every_kind_has_its_words() {
    for kind in Kind::ALL {
        assert!(!kind.fields().fields.is_empty(), "{}", kind.word());
        for group in &kind.fields().needs {
            assert!(group.iter().all(|name| kind.fields().index(name).is_some()), "{group:?} are fields");
        }
    }
}
