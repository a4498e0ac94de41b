//! The catalogue is true: what the concepts state from real records is what forms may name, no more and no less.

use super::*;
use crate::fact::words;
use crate::reporting::gather;

/// One row in every table that facts are drawn from.
const RECORDS: &str = "
INSERT INTO person (id, family, given, family_kana, given_kana, postal, address, phone, mobile, birth_on, left_on, note, version) VALUES ('01900000-0000-7000-8000-000000000001', '渡邊', '凜', 'ワタナベ', 'リン', '760-0000', '緑町', '', '', NULL, NULL, '', 1);
INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('01900000-0000-7000-8000-000000000002', 'council', '緑町協議会', NULL, 1);
INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('01900000-0000-7000-8000-000000000003', 'association', '一丁目自治会', NULL, 2);
INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('01900000-0000-7000-8000-000000000004', 'association', '二丁目自治会', NULL, 3);
INSERT INTO role (id, person_id, organisation_id, title, from_on, to_on) VALUES ('01900000-0000-7000-8000-000000000005', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002', '会長', '2025-04-01', NULL);
INSERT INTO observation VALUES ('01900000-0000-7000-8000-000000000006', '01900000-0000-7000-8000-000000000003', 2025, '2025-04-01', 50, 'counted', 100, 'counted', '手入力');
INSERT INTO activity VALUES ('01900000-0000-7000-8000-000000000007', '防災訓練事業', NULL);
INSERT INTO occasion (id, activity_id, fiscal_year, title, from_on, to_on, place, participants, participants_certainty, target, notice, content, reflection, effect, author, version) VALUES ('01900000-0000-7000-8000-000000000008', '01900000-0000-7000-8000-000000000007', 2025, '避難訓練', '2025-06-08', '2025-06-08', '', 120, 'counted', '', '', '', '', '', '', 1);
UPDATE person SET joined_on = '2025-06-01', joined_reason = '転入';
INSERT INTO custom_field VALUES ('01900000-0000-7000-8000-000000000021', '車の台数', 'number', '', 1, 0);
INSERT INTO custom_value VALUES ('01900000-0000-7000-8000-000000000022', '01900000-0000-7000-8000-000000000021', '01900000-0000-7000-8000-000000000001', '2');
INSERT INTO household VALUES ('01900000-0000-7000-8000-000000000023', '', '01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000003', '', '緑町', '', '', NULL, 1);
INSERT INTO household_member VALUES ('01900000-0000-7000-8000-000000000024', '01900000-0000-7000-8000-000000000023', '01900000-0000-7000-8000-000000000001', '', NULL, NULL);
INSERT INTO purse (id, name, kind, position) VALUES ('01900000-0000-7000-8000-000000000009', '現金', 'cash', 1);
INSERT INTO account_item (id, side, kan, kou, position) VALUES ('01900000-0000-7000-8000-00000000000a', 'expense', '事業費', '防災訓練事業', 1);
INSERT INTO account_item (id, side, kan, kou, position) VALUES ('01900000-0000-7000-8000-00000000000b', 'income', '交付金', '交付金', 1);
INSERT INTO budget_line VALUES ('01900000-0000-7000-8000-00000000000c', 2025, '01900000-0000-7000-8000-00000000000a', 1000, NULL, '', 1, 1);
INSERT INTO budget_line VALUES ('01900000-0000-7000-8000-00000000000d', 2025, '01900000-0000-7000-8000-00000000000b', 1000, NULL, '', 2, 1);
INSERT INTO grant_award VALUES ('01900000-0000-7000-8000-00000000000e', 2025, '地域まちづくり交付金', 1000, '2025-04-21', '第1号');
INSERT INTO entry (id, fiscal_year, kind, entered_on, purse_id, to_purse_id, item_id, description, counterparty, amount_yen, voucher_no, grant_id, eligibility, eligibility_reason, has_receipt, activity_id, position, voids_id, void_reason, version) VALUES ('01900000-0000-7000-8000-00000000000f', 2025, 'expense', '2025-06-01', '01900000-0000-7000-8000-000000000009', NULL, '01900000-0000-7000-8000-00000000000a', '非常食', '商店', 900, NULL, '01900000-0000-7000-8000-00000000000e', 'unclear', '', 0, NULL, 1, NULL, '', 1);
";

#[test]
fn facts_of_real_records_are_those_of_the_catalogue() {
    let folder = tempfile::tempdir().unwrap();
    let office = office(&folder);
    let gathered = || office.view(|v| gather(v, &takamatsu(), YEAR, YEAR.last_day())).unwrap();
    assert_eq!(catalogue::tests::differences(&gathered()), [""; 0], "an empty office states everything, blank");
    let inserted = |tx: &crate::file::Tx| Ok(tx.execute_batch(RECORDS)?);
    office.change(&by(), "council.settings", inserted).unwrap();
    let facts = gathered();
    assert_eq!(catalogue::tests::differences(&facts), [""; 0]);
    for list in ["roster.people", "roster.officers", "enrolment.counted", "enrolment.uncounted", "enrolment.years"] {
        assert_eq!(facts.list(list).len(), 1, "{list} needs a row, or its columns are not compared");
    }
    assert_eq!((facts.list("roster.movements").len(), facts.list("roster.movement_months").len()), (1, 12));
    let person = &facts.list("roster.people")[0];
    assert_eq!((&person["own_text"], &person["association"]), (&words("車の台数 2"), &words("一丁目自治会")));
    assert!(matches!(&person["own"], Fact::List(own) if own.len() == 1), "{:?}", person["own"]);
    let heads: Vec<&Fact> = facts.list("roster.member_bodies").iter().map(|body| &body["households"]).collect();
    assert_eq!(heads, [&paper::Value::Count(1).into(), &paper::Value::Blank.into()]);
    for list in ["settlement.income", "settlement.expense", "settlement.purses", "evidence.items", "activities.list"] {
        assert_eq!(facts.list(list).len(), 1, "{list} needs a row, or its columns are not compared");
    }
    assert_eq!(facts.value("enrolment.households_to_target"), paper::Value::Count(13), "62.4 % of 100, less 50");
    assert_eq!(facts.list("activities.list")[0]["settled_yen"], paper::Value::Yen(900).into(), "joined by name");
}
