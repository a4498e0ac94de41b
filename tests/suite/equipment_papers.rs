//! K12: last year's register taken in.

use serde_json::{Value, json};
use suite::TestDesk;

use crate::PROGRAM;
use crate::equipment_bars::{list, one, register};

/// A register as a secretary kept it: days of every era, amounts in every form, numbers that are lacking or stand twice.
const OLD: &str = "備品台帳,,,,,,,,,
備品番号,品名,規格,数量,購入年月日,購入金額,財源,保管場所,廃棄日,備考
1,折りたたみ机,幅180cm,10,R5.6.10,\"128,000円\",地域まちづくり交付金,集会所,,
4,発電機,1.6kVA,1,平成30年4月1日,￥９８，０００,コミュニティ助成,防災倉庫,,
5,冷蔵庫,,1,H20ごろ,不明,寄贈（見本商店会）,集会所,,
,延長コード,,3台,2024/5/1,6600,自主財源,事務局,,
6,扇風機,,1,,,,,R6.3.31,
4,投光器,,2,令和6年8月1日,\"44,000\",,防災倉庫,,
";

#[test]
fn k12_last_year_s_register_is_taken_in_with_days_of_every_era() {
    let desk = TestDesk::sample(PROGRAM);
    let before = desk.state_hash();
    let path = desk.folder().join("備品台帳.csv");
    std::fs::write(&path, OLD).expect("written");
    let plan = desk.preview("equipment", &path, 2025);
    let told = plan.to_string();
    assert!(
        told.contains("「扇風機」は処分した日が書いてあるので") && told.contains("備品番号 4 が二度出てきます"),
        "{told}"
    );
    desk.import("equipment", &path, 2025);
    let all = register(&desk);
    let piece = |name: &str| {
        let all = list(&all["items"]).iter();
        let found: Vec<&Value> =
            all.filter(|item| item["name"].as_str().is_some_and(|n| n.starts_with(name))).collect();
        assert_eq!(found.len(), 1, "{name}");
        found[0].clone()
    };
    assert_eq!(list(&all["items"]).len(), 7);
    assert_eq!(piece("折りたたみ机")["place"], "集会所", "what is known is changed, not entered twice");
    let generator = piece("発電機");
    assert_eq!(
        (&generator["acquired_label"], &generator["price_yen"], &generator["restricted_label"]),
        (&json!("H30.4.1"), &json!(98_000), &json!("要確認"))
    );
    let fridge = piece("冷蔵庫");
    assert_eq!(
        (&fridge["price_yen"], &fridge["source"], &fridge["acquired_on"]),
        (&Value::Null, &json!("donation"), &json!(""))
    );
    assert!(one(&desk, &fridge["id"])["draft"]["note"].as_str().expect("a note").contains("H20ごろ"));
    let numbers = [&piece("延長コード")["number"], &piece("投光器")["number"]];
    assert_eq!(numbers, [&json!("6"), &json!("7")], "those without a number of their own get the next ones");
    assert_eq!(piece("投光器")["source"], "unknown");
    let again = desk.preview("equipment", &path, 2025);
    assert_eq!(again["counts"]["new"], 0, "the same file again adds nothing: {again}");
    desk.call("office.undo", json!({}));
    assert_eq!(desk.state_hash(), before);
}
