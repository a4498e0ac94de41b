//! An award that came in part, was lowered after it was paid, or came above what may stay.

use super::*;

#[test]
fn what_was_received_too_little_is_paid_later() {
    let own = grant(300_000);
    let books = books(vec![
        entry(EntryKind::Expense, Some(&own), None, 280_000),
        entry(EntryKind::Income, Some(&own), None, 150_000),
    ]);
    let figures = GrantFigures::of(&own, &books, Some(&rules("refund_from = \"received\"")), None).unwrap();
    assert_eq!((figures.additional_yen(), figures.refund_yen()), (Yen(130_000), Yen(0)));
    assert_eq!(told(&figures).last().unwrap(), "F これから受け取る額（精算払の残り） D − B = 130000");
}

/// 高松市 様式第8号 counts from 交付決定額; of 5,022,000 yen so much came, so much was charged. Worked by hand.
#[test]
fn an_award_that_came_in_part_is_settled_from_what_came() {
    let own = grant(5_022_000);
    let of = |received: i64, charged: i64| {
        let paid = entry(EntryKind::Income, Some(&own), None, received);
        let books = books(vec![paid, entry(EntryKind::Expense, Some(&own), None, charged)]);
        GrantFigures::of(&own, &books, Some(&rules("refund_from = \"decided\"")), None).unwrap()
    };
    let hands = [
        // received, charged, goes back, is still to come
        (5_022_000, 4_827_451, 194_549, 0),
        (4_900_000, 4_827_451, 72_549, 0),
        (2_511_000, 4_827_451, 0, 2_316_451),
        (2_511_000, 2_511_000, 0, 0),
        (2_511_000, 5_100_000, 0, 2_511_000),
        (0, 4_827_451, 0, 4_827_451),
        (0, 0, 0, 0),
        (5_100_000, 4_827_451, 272_549, 0),
    ];
    for (received, charged, back, to_come) in hands {
        let figures = of(received, charged);
        assert_eq!((figures.refund_yen(), figures.additional_yen()), (Yen(back), Yen(to_come)), "{received} {charged}");
    }
    assert_eq!(told(&of(5_022_000, 4_827_451)).last().unwrap(), "E 返還額 A − C = 194549", "as the city's form has it");
    assert_eq!(
        told(&of(2_511_000, 4_827_451)),
        [
            "A 交付決定額  = 5022000",
            "B 受領額  = 2511000",
            "C 交付金充当額（対象経費のうち交付金で支払った額）  = 4827451",
            "D 確定（見込）額 AとCの少ない方 = 4827451",
            "E 超過額（自主財源でまかなう額） C − A（0より小さいときは0） = 0",
            "F これから受け取る額（精算払の残り） D − B = 2316451",
        ]
    );
    assert_eq!(told(&of(4_900_000, 4_827_451)).last().unwrap(), "F 返還額 B − D = 72549");
}

/// 5,022,000 came, then the city lowered the award to 4,900,000: what came above it goes back, and what was not spent of it.
#[test]
fn of_an_award_lowered_after_it_was_paid_the_difference_goes_back() {
    let own = grant(4_900_000);
    let of = |charged: i64, deducted: i64, refund_from: &str| {
        let paid = entry(EntryKind::Income, Some(&own), None, 5_022_000 - deducted);
        let books = books(vec![paid, entry(EntryKind::Expense, Some(&own), None, charged)]);
        let carried = CarriedOver::of(CarryOver::NextYear, own.fiscal_year.previous(), Yen(deducted));
        let rules = rules(&format!("refund_from = \"{refund_from}\""));
        GrantFigures::of(&own, &books, Some(&rules), (deducted > 0).then_some(carried)).unwrap()
    };
    for (charged, back) in [(4_827_451, 194_549), (4_900_000, 122_000), (5_022_000, 122_000), (0, 5_022_000)] {
        for from in ["decided", "received"] {
            assert_eq!(of(charged, 0, from).refund_yen(), Yen(back), "{charged} {from}");
            assert_eq!(of(charged, 22_000, from).refund_yen(), Yen(back), "{charged} {from}, in part from last year");
        }
    }
    assert_eq!(of(4_827_451, 0, "decided").over_received_yen(), Yen(122_000));
    assert_eq!(
        told(&of(4_827_451, 0, "decided"))[1..],
        [
            "B 受領額  = 5022000",
            "C 決定額をこえて受け取った額 B − A = 122000",
            "D 交付金充当額（対象経費のうち交付金で支払った額）  = 4827451",
            "E 確定（見込）額 AとDの少ない方 = 4827451",
            "F 超過額（自主財源でまかなう額） D − A（0より小さいときは0） = 0",
            "G 返還額 （A + C） − E = 194549",
        ]
    );
    assert_eq!(told(&of(4_827_451, 0, "received")).last().unwrap(), "F 返還額 B − D = 194549");
}

/// 奈良市 puts by, 甲良町 deducts: 500,000 came, the award was lowered to 400,000, 350,000 were charged.
#[test]
fn of_what_may_stay_what_came_above_the_award_goes_back_in_a_step_of_its_own() {
    let own = grant(400_000);
    let paid = entry(EntryKind::Income, Some(&own), None, 500_000);
    let books = books(vec![paid, entry(EntryKind::Expense, Some(&own), None, 350_000)]);
    let of = |how: &str, from: &str, grant: &Grant| {
        let rules = carrying(how, &format!("refund_from = \"{from}\""));
        GrantFigures::of(grant, &books, Some(&rules), None).unwrap()
    };
    for (how, from) in
        [("reserve", "decided"), ("reserve", "received"), ("next_year", "decided"), ("next_year", "received")]
    {
        let figures = of(how, from, &own);
        assert_eq!((figures.refund_yen(), figures.kept_yen()), (Yen(100_000), Yen(50_000)), "{how} {from}");
        assert_eq!(by_its_letters(&figures.steps()), Yen(50_000), "{how} {from}: {:?}", told(&figures));
    }
    assert_eq!(
        told(&of("reserve", "decided", &own))[4..],
        [
            "E 確定（見込）額 AとDの少ない方 = 350000",
            "F 超過額（自主財源でまかなう額） D − A（0より小さいときは0） = 0",
            "G 返還額（決定額をこえて受け取った額） C = 100000",
            "H 積立額（次の年度へ） （A + C） − E − G = 50000",
        ]
    );
    assert_eq!(
        told(&of("next_year", "received", &own))[5..],
        [
            "F 返還額（決定額をこえて受け取った額） B − A = 100000",
            "G 次の年度の交付から差し引かれる額 B − D − F = 50000"
        ]
    );
    let shown =
        |how: &str, grant: &Grant| (of(how, "decided", grant).rest_label(), of(how, "decided", grant).rest_plan());
    assert_eq!(shown("reserve", &own), ("残額（返還する額と積み立てる額）", "返還の予定日、積立の目的と使う年度"));
    assert_eq!(
        shown("next_year", &own),
        ("残額（返還する額と次の年度に差し引かれる額）", "返還の予定日、残額を使う内容")
    );
    let told_more = Grant { fixed_yen: Some(Yen(450_000)), ..own };
    let figures = of("reserve", "decided", &told_more);
    assert_eq!((figures.refund_yen(), by_its_letters(&figures.steps())), (Yen(50_000), Yen(0)), "{:?}", told(&figures));
}
