//! The columns of the lists that the books state.

use super::Named;
use super::budget::LINES;
use super::names::{count, date, list, text, yen};

/// A part of a year: of a 部会, a 事業 or a 財源.
pub(super) const SHARES: &[Named] = &[
    text("name", "名称"),
    yen("opening_yen", "前年度繰越"),
    yen("income_yen", "収入"),
    yen("budget_yen", "支出予算額"),
    yen("expense_yen", "支出"),
    yen("left_yen", "支出予算額から支出を引いた額"),
    yen("rest_yen", "前年度繰越と収入から支出を引いた額"),
    list("income", "収入の科目", SHARE_LINES),
    list("expense", "支出の科目", SHARE_LINES),
];

const SHARE_LINES: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    yen("budget_yen", "予算額"),
    yen("settled_yen", "決算額"),
    yen("left_yen", "予算額から決算額を引いた額"),
];

/// What becomes of what is left of a 財源.
pub(super) const RESTS: &[Named] = &[
    text("name", "財源"),
    yen("rest_yen", "残額"),
    text("label", "残額の扱い"),
    yen("amount_yen", "その額"),
    text("rule", "残額の決まり"),
];

/// What was chosen for a 事業 in the plan of the year.
pub(super) const FUNDINGS: &[Named] = &[text("name", "事業"), text("item", "科目"), text("grant", "財源")];

/// Books of their own beside each other.
pub(super) const BOOK_SHARES: &[Named] = &[
    text("name", "名称"),
    yen("opening_yen", "前年度繰越"),
    yen("income_yen", "収入"),
    yen("received_yen", "ほかの帳面からの受入"),
    yen("expense_yen", "支出"),
    yen("given_yen", "ほかの帳面への払出"),
    yen("closing_yen", "年度末の残高"),
];

pub(super) const PURSE_BOOKS: &[Named] = &[
    text("purse", "現金・預金"),
    yen("opening_yen", "前年度からの繰越"),
    yen("closing_yen", "年度末の残高"),
    yen("income_yen", "収入の計"),
    yen("expense_yen", "支出の計"),
    list("months", "月ごとの出納", BOOK_MONTHS),
];

const BOOK_MONTHS: &[Named] = &[
    text("purse", "現金・預金"),
    text("month", "月"),
    list("entries", "出納", BOOK_ENTRIES),
    yen("income_yen", "月の収入の計"),
    yen("expense_yen", "月の支出の計"),
    yen("balance_yen", "月末の残高"),
    yen("income_sum_yen", "年度のはじめからの収入"),
    yen("expense_sum_yen", "年度のはじめからの支出"),
];

const BOOK_ENTRIES: &[Named] = &[
    date("entered_on", "年月日"),
    count("voucher_no", "伝票番号"),
    text("item", "科目"),
    text("description", "摘要"),
    text("counterparty", "相手方"),
    yen("income_yen", "収入金額"),
    yen("expense_yen", "支出金額"),
    yen("balance_yen", "差引残高"),
];

pub(super) const ITEM_BOOKS: &[Named] = &[
    text("fund", "会計"),
    text("side", "収入・支出"),
    text("kan", "款"),
    text("item", "科目"),
    yen("budget_yen", "予算額"),
    yen("total_yen", "決算額"),
    yen("left_yen", "予算額から決算額を引いた額"),
    list("entries", "記帳", ITEM_ENTRIES),
];

const ITEM_ENTRIES: &[Named] = &[
    date("entered_on", "年月日"),
    count("voucher_no", "伝票番号"),
    text("description", "摘要"),
    text("counterparty", "相手方"),
    text("purse", "現金・預金"),
    yen("amount_yen", "金額"),
    yen("sum_yen", "累計"),
];

pub(super) const MONTHS: &[Named] = &[
    text("month", "月"),
    yen("opening_yen", "前月からの繰越"),
    yen("income_yen", "収入"),
    yen("expense_yen", "支出"),
    yen("balance_yen", "月末の残高"),
];

pub(super) const MONTH_PURSES: &[Named] =
    &[text("month", "月"), text("purse", "現金・預金"), yen("balance_yen", "月末の残高")];

pub(super) const ASSETS: &[Named] = &[text("kind", "種類"), text("name", "名称"), yen("amount_yen", "金額")];

pub(super) const BALANCES: &[Named] = &[
    text("purse", "現金・預金"),
    yen("book_yen", "帳簿の残高"),
    yen("stated_yen", "通帳・現金の残高"),
    yen("difference_yen", "差"),
];

pub(super) const REOPENINGS: &[Named] =
    &[date("on", "取りやめた日"), text("chair", "会長"), text("auditor", "監事"), text("reason", "理由")];

pub(super) const APPROVALS: &[Named] = &[
    count("voucher_no", "伝票番号"),
    date("entered_on", "日付"),
    text("description", "摘要"),
    yen("amount_yen", "金額"),
    text("entered_by", "書いた人"),
    text("approved_by", "承認した人"),
    date("approved_on", "承認した日"),
];

pub(super) const FINDINGS: &[Named] = &[
    date("found_on", "所見の日"),
    text("auditor", "監事"),
    text("about", "何について"),
    text("finding", "所見"),
    text("answer", "事務局の返答"),
    date("done_on", "対応が済んだ日"),
];

pub(super) const CHANGES: &[Named] =
    &[count("number", "記録の番号"), date("on", "日"), text("operator", "操作した人"), text("sentence", "したこと")];

pub(super) const RECEIPTS: &[Named] = &[
    count("number", "領収書の番号"),
    date("dated_on", "領収書の日付"),
    text("issuer", "発行した人"),
    text("purpose", "但し書き"),
    yen("amount_yen", "金額"),
    text("vouchers", "伝票番号"),
    text("pictures", "写しのファイル"),
];

pub(super) const CROSSINGS: &[Named] = &[
    text("kind", "未払・前払の別"),
    date("entered_on", "支払・受取の日"),
    text("item", "科目"),
    text("description", "摘要"),
    text("counterparty", "相手方"),
    yen("amount_yen", "金額"),
    yen("added_yen", "次年度繰越金への増減"),
];

/// 特別会計 or 積立金, seen from inside.
pub(super) const FUND_PARTS: &[Named] = &[
    text("name", "会計"),
    text("kind", "特別会計か積立金か"),
    text("purpose", "使いみち"),
    yen("target_yen", "目標の額"),
    text("until", "使う年度"),
    yen("opening_yen", "前年度繰越"),
    yen("received_yen", "収入と繰入"),
    yen("paid_yen", "支出と繰出"),
    yen("closing_yen", "年度末の残高"),
    list("income", "収入の部", LINES),
    yen("income_budget_yen", "収入の予算額の計"),
    yen("income_settled_yen", "収入の決算額の計"),
    yen("income_difference_yen", "収入の増減の計"),
    list("expense", "支出の部", LINES),
    yen("expense_budget_yen", "支出の予算額の計"),
    yen("expense_settled_yen", "支出の決算額の計"),
    yen("expense_difference_yen", "支出の増減の計"),
    list("years", "積立の計画と実際", RESERVE_YEARS),
];

const RESERVE_YEARS: &[Named] = &[
    text("year", "年度"),
    yen("planned_yen", "計画の額"),
    yen("put_in_yen", "積み立てた額"),
    yen("taken_out_yen", "取り崩した額"),
    yen("due_yen", "計画どおりの残高"),
    yen("closing_yen", "年度末の残高"),
    yen("difference_yen", "計画との差"),
];
