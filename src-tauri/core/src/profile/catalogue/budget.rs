//! The columns of the lists of budget and settlement.

use super::Named;
use super::names::{count, list, text, yen};

/// 決算の行
pub(super) const LINES: &[Named] = &[
    text("kan", "款"),
    text("kou", "項"),
    text("moku", "目"),
    text("setsu", "節"),
    text("item", "科目"),
    yen("budget_yen", "予算額"),
    yen("initial_yen", "当初予算額"),
    yen("revised_yen", "補正額"),
    yen("moved_yen", "流用・予備費充当"),
    yen("changed_yen", "補正・流用"),
    yen("previous_settled_yen", "前年度決算額"),
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
    yen("changed_yen", "補正・流用"),
    yen("previous_settled_yen", "前年度決算額"),
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
    list("income_compared", "前年度とならべた収入の部", PLANNED),
    list("expense_compared", "前年度とならべた支出の部", PLANNED),
    list("income_compared_kan", "前年度とならべた収入の款ごとの計", PLANNED_KAN),
    list("expense_compared_kan", "前年度とならべた支出の款ごとの計", PLANNED_KAN),
    list("all_income", "当初と補正の収入", VERSIONS),
    list("all_expense", "当初と補正の支出", VERSIONS),
    list("all_income_kan", "当初と補正の収入の款ごとの計", VERSIONS_KAN),
    list("all_expense_kan", "当初と補正の支出の款ごとの計", VERSIONS_KAN),
    list("income_parts", "収入の積算内訳", PARTS),
    list("expense_parts", "支出の積算内訳", PARTS),
    list("income_part_sums", "収入の積算内訳の科目ごとの計", PART_SUMS),
    list("expense_part_sums", "支出の積算内訳の科目ごとの計", PART_SUMS),
    text("is_whole", "積算内訳で財源に分けていないこと"),
    list("granted", "交付金を充てる支出", HALVES),
    list("ungranted", "そのほかの支出", HALVES),
    yen("granted_yen", "交付金を充てる支出の計"),
    yen("ungranted_yen", "そのほかの支出の計"),
    yen("income_revision_1_yen", "収入の第1次補正"),
    yen("income_revision_2_yen", "収入の第2次補正"),
    yen("income_revision_3_yen", "収入の第3次補正"),
    yen("income_revision_4_yen", "収入の第4次補正"),
    yen("income_revision_later_yen", "収入の第5次からの補正"),
    yen("income_moved_yen", "収入の流用・予備費充当"),
    yen("income_in_force_yen", "収入の予算現額"),
    yen("expense_revision_1_yen", "支出の第1次補正"),
    yen("expense_revision_2_yen", "支出の第2次補正"),
    yen("expense_revision_3_yen", "支出の第3次補正"),
    yen("expense_revision_4_yen", "支出の第4次補正"),
    yen("expense_revision_later_yen", "支出の第5次からの補正"),
    yen("expense_moved_yen", "支出の流用・予備費充当"),
    yen("expense_in_force_yen", "支出の予算現額"),
    yen("income_initial_yen", "収入の本年度予算額"),
    yen("income_previous_yen", "収入の前年度予算額"),
    yen("income_increase_yen", "収入予算の増減"),
    yen("income_previous_settled_yen", "収入の前年度決算額"),
    yen("income_estimate_yen", "収入の見積額"),
    yen("expense_initial_yen", "支出の本年度予算額"),
    yen("expense_previous_yen", "支出の前年度予算額"),
    yen("expense_increase_yen", "支出予算の増減"),
    yen("expense_previous_settled_yen", "支出の前年度決算額"),
    yen("expense_estimate_yen", "支出の見積額"),
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
    yen("estimate_yen", "見積額（積算内訳の計）"),
    text("note", "内訳・摘要"),
];

const PLANNED_KAN: &[Named] = &[
    text("kan", "款"),
    yen("initial_yen", "本年度予算額"),
    yen("previous_yen", "前年度予算額"),
    yen("increase_yen", "増減"),
    yen("previous_settled_yen", "前年度決算額"),
    yen("estimate_yen", "見積額（積算内訳の計）"),
];

/// 当初 and each 補正 side by side.
const VERSIONS: &[Named] = &[
    text("kan", "款"),
    text("kou", "項"),
    text("moku", "目"),
    text("setsu", "節"),
    text("item", "科目"),
    yen("initial_yen", "当初予算額"),
    yen("revision_1_yen", "第1次補正"),
    yen("revision_2_yen", "第2次補正"),
    yen("revision_3_yen", "第3次補正"),
    yen("revision_4_yen", "第4次補正"),
    yen("revision_later_yen", "第5次からの補正"),
    yen("moved_yen", "流用・予備費充当"),
    yen("in_force_yen", "予算現額"),
    text("note", "内訳・摘要"),
];

const VERSIONS_KAN: &[Named] = &[
    text("kan", "款"),
    yen("initial_yen", "当初予算額"),
    yen("revision_1_yen", "第1次補正"),
    yen("revision_2_yen", "第2次補正"),
    yen("revision_3_yen", "第3次補正"),
    yen("revision_4_yen", "第4次補正"),
    yen("revision_later_yen", "第5次からの補正"),
    yen("moved_yen", "流用・予備費充当"),
    yen("in_force_yen", "予算現額"),
];

/// 積算内訳
const PARTS: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    text("path", "款・項・目・節"),
    text("words", "内容"),
    text("activity", "事業"),
    text("committee", "部会"),
    text("source", "財源"),
    yen("unit_yen", "単価"),
    count("quantity", "数量"),
    count("times", "回数"),
    yen("amount_yen", "金額"),
];

const PART_SUMS: &[Named] = &[text("path", "款・項・目・節"), yen("amount_yen", "予算額")];

/// 対象経費, with what grants pay of it.
pub(super) const ELIGIBLE: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    yen("amount_yen", "金額"),
    yen("granted_yen", "うち交付金充当額"),
    text("note", "内訳・摘要"),
];

/// 対象外経費, or of a budget what grants are to pay and what they are not.
pub(super) const HALVES: &[Named] =
    &[text("kan", "款"), text("item", "科目"), yen("amount_yen", "金額"), text("note", "内訳・摘要")];

/// Who decided 当初予算 and each 補正.
pub(super) const DECISIONS: &[Named] =
    &[text("title", "予算の名称"), text("decided", "決めた日と会議"), text("reason", "補正の理由")];

/// 会計 beside 一般会計.
pub(super) const BESIDE: &[Named] = &[
    text("fund", "会計"),
    yen("opening_yen", "前年度繰越"),
    yen("income_yen", "収入"),
    yen("expense_yen", "支出"),
    yen("closing_yen", "年度末の残高"),
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
