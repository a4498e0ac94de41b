use super::*;
use crate::equipment::acts::tests::piece;
use crate::intake::sketch::book;

const HEAD: &str = "備品番号|品名|規格|数量|取得年月日|取得価格|財源|保管場所|管理責任者|耐用年数|廃棄日|備考\n";

fn planned(drawn: &str, stored: &[Equipment]) -> Plan<PieceDraft> {
    plan(&book(&format!("{HEAD}{drawn}")), stored, &Hints::NONE, FiscalYear(2025)).unwrap()
}

#[test]
fn days_of_every_era_and_amounts_as_they_are_written() {
    let drawn = "１|長机|180cm|10台|H30.4.1|128,000円|地域まちづくり交付金|集会所|総務部|8年||
2|テント||2|令和5年6月10日|￥98,000|自主財源|倉庫|防災部|||
3|冷蔵庫||1|平成20年ごろ|不明|寄贈（見本商店会）|集会所||||二代目";
    let plan = planned(drawn, &[]);
    let drafts: Vec<&PieceDraft> = plan.rows.iter().map(|row| &row.draft).collect();
    let days: Vec<_> = drafts.iter().map(|d| d.acquired_on.map(|day| day.to_string())).collect();
    assert_eq!(days, [Some("2018-04-01".into()), Some("2023-06-10".into()), None]);
    assert_eq!(drafts.iter().map(|d| d.price_yen).collect::<Vec<_>>(), [Some(Yen(128_000)), Some(Yen(98_000)), None]);
    assert_eq!((drafts[0].number.as_str(), drafts[0].quantity, drafts[0].useful_years), ("1", Some(10), Some(8)));
    assert_eq!(drafts[2].note, "取得：平成20年ごろ　二代目", "what is no day is kept in its own words");
    assert_eq!(
        drafts.iter().map(|d| d.source.clone().unwrap()).collect::<Vec<_>>(),
        [
            (MoneySource::Grant, "地域まちづくり交付金".to_owned()),
            (MoneySource::Own, String::new()),
            (MoneySource::Donation, "見本商店会".to_owned()),
        ]
    );
    assert!(!plan.issues.is_empty(), "a day and an amount that cannot be read are told");
}

#[test]
fn what_is_gone_is_told_and_left_out_and_what_is_known_is_compared() {
    let desk = Equipment { number: "1".into(), quantity: 10, place: "集会所".into(), ..piece("長机") };
    let lamp = Equipment { number: "7".into(), ..piece("投光器") };
    let drawn = "1|長机||10||||倉庫||||
|投光器||1||||||||
4|扇風機||1|||||||R6.3.31|
|延長コード||3||||||||";
    let plan = planned(drawn, &[desk.clone(), lamp]);
    let verdicts: Vec<_> = plan.rows.iter().map(|row| (row.draft.name.as_str(), row.verdict)).collect();
    assert_eq!(
        verdicts,
        [("長机", Verdict::Changed), ("投光器", Verdict::Same), ("延長コード", Verdict::New)],
        "without a number the name and the day tell"
    );
    assert_eq!(plan.issues.iter().map(|issue| issue.code).collect::<Vec<_>>(), ["equipment.row_gone"]);
    assert_eq!(plan.rows[0].changes.len(), 1);
    assert_eq!(plan.rows[0].draft.onto(desk).place, "倉庫");
}

#[test]
fn a_number_that_stands_twice_is_told_and_the_second_gets_one_of_its_own() {
    let plan = planned("1|長机||10||||||||\n1|椅子||20||||||||", &[]);
    assert_eq!(
        plan.issues.iter().map(|i| (i.place.cell.as_str(), i.code)).collect::<Vec<_>>(),
        [("A3", "equipment.row_number_twice")]
    );
    assert_eq!(plan.rows.iter().map(|row| row.draft.number.as_str()).collect::<Vec<_>>(), ["1", ""]);
}
