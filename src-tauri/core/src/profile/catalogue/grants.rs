//! Columns of the lists of grants.

use super::Named;
use super::lists::STEPS;
use super::names::{count, date, list, text, yen};

pub(super) const GRANTS: &[Named] = &[
    text("id", "交付金の番号"),
    text("name", "交付金の名称"),
    yen("decided_yen", "交付決定額"),
    date("decided_on", "交付決定日"),
    text("decision_no", "交付決定番号"),
    yen("received_yen", "交付金の受領額"),
    yen("eligible_yen", "対象経費の計"),
    yen("allocated_yen", "交付金充当額"),
    yen("fixed_yen", "交付金の確定見込額"),
    yen("excess_yen", "超過額"),
    yen("refund_yen", "返還額"),
    yen("refunded_yen", "返還済みの額"),
    date("refunded_on", "返還した日"),
    yen("unbooked_yen", "返還を済みとした、出納帳にない額"),
    yen("unreceived_yen", "交付金のまだ受け取っていない額"),
    yen("over_received_yen", "交付決定額をこえて受け取った額"),
    yen("additional_yen", "交付金のこれから受け取る額（精算払の残り）"),
    yen("left_yen", "交付金ののこり"),
    yen("carried_yen", "前の年度からの残り"),
    yen("kept_yen", "次の年度に残す額"),
    yen("expired_yen", "期限が来て返す積立"),
    yen("over_rest_yen", "決定額をこえて受け取り、返す額"),
    text("rest_label", "残額の扱い"),
    text("rest_plan", "残額について市に知らせること"),
    yen("rest_yen", "残額"),
    yen("told_yen", "市が通知した確定額"),
    yen("applied_yen", "交付申請額"),
    text("basis_title", "申請額の算式"),
    list("basis", "申請額の算出基礎", STEPS),
    yen("planned_yen", "予算のうち交付金を充てる経費"),
    yen("unplanned_yen", "予算のうちそのほかの経費"),
    text("claim_title", "請求書の名前"),
    text("paid_before", "事業の前に受け取るときの支払い方法"),
    text("paid_after", "事業のあとに受け取るときの支払い方法"),
    count("claim_nth", "何回目の請求か"),
    yen("claim_yen", "今回の請求額"),
    yen("claim_left_yen", "請求のあとの残り"),
    yen("change_yen", "変更後の交付額"),
    yen("change_difference_yen", "変更前との差"),
    date("agreed_on", "市が承認した日"),
    text("is_changed", "予算の変更の有無"),
    text("is_unchanged", "予算の変更がないこと"),
    list("changed_income", "変更の前と後の収入", CHANGED),
    list("changed_expense", "変更の前と後の支出", CHANGED),
    yen("changed_income_before_yen", "収入の変更前の計"),
    yen("changed_income_after_yen", "収入の変更後の計"),
    yen("changed_income_change_yen", "収入の増減の計"),
    yen("changed_income_settled_yen", "収入の執行済の額の計"),
    yen("changed_expense_before_yen", "支出の変更前の計"),
    yen("changed_expense_after_yen", "支出の変更後の計"),
    yen("changed_expense_change_yen", "支出の増減の計"),
    yen("changed_expense_settled_yen", "支出の執行済の額の計"),
    list("claims", "請求の記録", CLAIMS),
    list("items", "科目ごとの交付金の支出", GRANT_ITEMS),
    list("steps", "返還額の計算", STEPS),
    list("lines", "科目ごとの充当額", GRANT_LINES),
    yen("settled_yen", "事業費の総額（積立などほかの会計への繰出と市への返還を除く）"),
];

pub(super) const GRANT_LINES: &[Named] =
    &[text("item", "科目"), yen("settled_yen", "決算額"), yen("granted_yen", "交付金充当額")];

/// What lies with the council and goes back to the city.
pub(super) const OWED: &[Named] =
    &[text("name", "交付金"), yen("amount_yen", "返還する額"), text("within", "どの残高のうちか")];

/// A line of the budget before and after a change.
pub(super) const CHANGED: &[Named] = &[
    text("item", "科目"),
    yen("before_yen", "変更前"),
    yen("after_yen", "変更後"),
    yen("change_yen", "増減"),
    yen("settled_yen", "執行済の額"),
];

pub(super) const CLAIMS: &[Named] =
    &[count("nth", "回"), date("on", "日付"), yen("amount_yen", "請求額"), text("state", "状態")];

pub(super) const GRANT_ITEMS: &[Named] =
    &[text("item", "科目"), yen("total_yen", "合計額"), list("entries", "支出", GRANT_ENTRIES)];

pub(super) const GRANT_ENTRIES: &[Named] = &[
    count("voucher_no", "伝票番号"),
    text("receipt_no", "領収書の番号"),
    date("entered_on", "年月日"),
    text("description", "但書き・摘要"),
    text("counterparty", "支払先"),
    yen("amount_yen", "金額"),
];
