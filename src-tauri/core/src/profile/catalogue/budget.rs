//! The columns of the lists of budget and settlement.

use super::Named;
use super::names::{list, text, yen};

/// 決算の行
pub(super) const LINES: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    yen("budget_yen", "予算額"),
    yen("initial_yen", "当初予算額"),
    yen("revised_yen", "補正額"),
    yen("moved_yen", "流用・予備費充当"),
    yen("settled_yen", "決算額"),
    yen("difference_yen", "増減"),
    yen("previous_yen", "前年度予算額"),
    yen("granted_yen", "うち交付金充当額"),
    text("note", "摘要"),
];

pub(super) const KAN: &[Named] = &[
    text("kan", "款"),
    yen("budget_yen", "予算額"),
    yen("initial_yen", "当初予算額"),
    yen("revised_yen", "補正額"),
    yen("moved_yen", "流用・予備費充当"),
    yen("settled_yen", "決算額"),
    yen("difference_yen", "増減"),
];

/// 当初予算 of each 会計.
pub(super) const FUNDS: &[Named] = &[
    text("fund", "会計"),
    list("income", "収入の部", PLANNED),
    list("expense", "支出の部", PLANNED),
    list("income_kan", "収入の款ごとの計", PLANNED_KAN),
    list("expense_kan", "支出の款ごとの計", PLANNED_KAN),
    yen("income_initial_yen", "収入の本年度予算額"),
    yen("income_previous_yen", "収入の前年度予算額"),
    yen("income_increase_yen", "収入予算の増減"),
    yen("income_previous_settled_yen", "収入の前年度決算額"),
    yen("expense_initial_yen", "支出の本年度予算額"),
    yen("expense_previous_yen", "支出の前年度予算額"),
    yen("expense_increase_yen", "支出予算の増減"),
    yen("expense_previous_settled_yen", "支出の前年度決算額"),
];

/// 補正予算
pub(super) const REVISIONS: &[Named] = &[
    text("title", "補正予算の名称"),
    text("decided", "補正を決めた日と会議"),
    text("reason", "補正の理由"),
    list("income", "収入の部", CHANGES),
    list("expense", "支出の部", CHANGES),
    yen("income_before_yen", "収入の補正前の額"),
    yen("income_change_yen", "収入の補正額"),
    yen("income_after_yen", "収入の補正後の額"),
    yen("expense_before_yen", "支出の補正前の額"),
    yen("expense_change_yen", "支出の補正額"),
    yen("expense_after_yen", "支出の補正後の額"),
];

const PLANNED: &[Named] = &[
    text("kan", "款"),
    text("kou", "項"),
    text("moku", "目"),
    text("setsu", "節"),
    text("item", "科目"),
    yen("initial_yen", "本年度予算額"),
    yen("previous_yen", "前年度予算額"),
    yen("increase_yen", "増減"),
    yen("previous_settled_yen", "前年度決算額"),
    text("note", "内訳・摘要"),
];

const PLANNED_KAN: &[Named] = &[
    text("kan", "款"),
    yen("initial_yen", "本年度予算額"),
    yen("previous_yen", "前年度予算額"),
    yen("increase_yen", "増減"),
    yen("previous_settled_yen", "前年度決算額"),
];

const CHANGES: &[Named] = &[
    text("kan", "款"),
    text("kou", "項"),
    text("moku", "目"),
    text("setsu", "節"),
    text("item", "科目"),
    yen("before_yen", "補正前の額"),
    yen("change_yen", "補正額"),
    yen("after_yen", "計"),
    text("note", "摘要"),
];
