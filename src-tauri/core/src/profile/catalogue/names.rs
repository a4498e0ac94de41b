//! The names themselves, by concept.

use super::lists::{
    ACTIVITIES, AREAS, ASSOCIATIONS, BODIES, EVIDENCE_ITEMS, GRANTS, KAN, LINES, MOVEMENT_MONTHS, MOVEMENTS, OCCASIONS,
    OFFICERS, PAYMENTS, PEOPLE, PROJECTED, PURSES, QUESTIONS, RANKED, RATE_YEARS, SEATS, STEPS, TRENDS,
};
use super::{Named, Shape};

pub(super) const fn text(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Text }
}
pub(super) const fn yen(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Yen }
}
pub(super) const fn count(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Count }
}
pub(super) const fn percent(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Percent }
}
pub(super) const fn points(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Points }
}
pub(super) const fn date(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Date }
}
pub(super) const fn list(name: &'static str, label: &'static str, columns: &'static [Named]) -> Named {
    Named { name, label, shape: Shape::List(columns) }
}

/// Every fact that a form may name.
pub const ALL: &[Named] = &[
    text("year.label", "年度"),
    date("year.first_on", "年度の初日"),
    date("year.last_on", "年度の末日"),
    text("council.name", "団体名"),
    text("council.postal", "郵便番号"),
    text("council.address", "住所"),
    text("council.phone", "電話番号"),
    text("council.representative_office", "代表者の職"),
    text("council.representative_name", "代表者の氏名"),
    text("city.name", "市町村"),
    text("city.addressee", "宛先"),
    text("city.department", "担当課"),
    text("words.association", "自治会の呼び方"),
    count("roster.persons", "名簿の人数"),
    count("roster.roles", "役職・所属の数"),
    list("roster.people", "会員名簿", PEOPLE),
    list("roster.officers", "役員名簿", OFFICERS),
    count("roster.officers_count", "役員の人数"),
    text("roster.chairs_elsewhere", "協議会のほかに会長のいる団体"),
    list("roster.treasurers", "会計", SEATS),
    list("roster.auditors", "監事", SEATS),
    count("roster.opening", "年度のはじめの人数"),
    count("roster.joined", "年度に入った人"),
    count("roster.left", "年度に離れた人"),
    count("roster.closing", "年度のおわりの人数"),
    text("roster.movement_reasons", "年度の異動の理由"),
    list("roster.movement_months", "月ごとの異動", MOVEMENT_MONTHS),
    list("roster.movements", "異動の一件ずつ", MOVEMENTS),
    list("roster.bodies", "すべての団体", BODIES),
    list("roster.member_bodies", "構成団体", BODIES),
    count("roster.member_bodies_count", "構成団体の数"),
    count("enrolment.associations", "自治会の数"),
    count("enrolment.associations_counted", "回答のあった自治会の数"),
    count("enrolment.associations_uncounted", "回答のない自治会の数"),
    count("enrolment.households", "区域内世帯の計"),
    count("enrolment.enrolled", "加入世帯の計"),
    percent("enrolment.rate_percent", "加入率"),
    count("enrolment.change", "加入世帯の増減"),
    points("enrolment.points", "加入率の前年差"),
    count("enrolment.counted_previous", "回答のあった自治会の前年の加入世帯"),
    count("enrolment.counted_change", "回答のあった自治会の増減"),
    count("enrolment.counted_blocks", "班数の計"),
    count("enrolment.rounded", "概数の自治会の数"),
    count("enrolment.carried_over", "前年値の自治会の数"),
    percent("enrolment.target_percent", "加入率の目標"),
    text("enrolment.target_label", "目標の出どころ"),
    count("enrolment.households_to_target", "目標までの世帯数"),
    points("enrolment.points_to_target", "目標までのポイント"),
    text("enrolment.target_source", "目標のもとの資料"),
    text("enrolment.basis", "加入率の作り方"),
    text("enrolment.basis_before", "前年度の加入率の作り方"),
    date("enrolment.snapshot_on", "控えの基準日"),
    count("enrolment.live_enrolled", "いまの記録の加入世帯"),
    count("enrolment.live_households", "いまの記録の世帯"),
    percent("enrolment.live_rate_percent", "いまの記録の加入率"),
    count("enrolment.live_differs", "控えといまの記録の違い"),
    text("enrolment.year_1", "4年前の年度"),
    text("enrolment.year_2", "3年前の年度"),
    text("enrolment.year_3", "2年前の年度"),
    text("enrolment.year_4", "前の年度"),
    text("enrolment.year_5", "この年度"),
    text("enrolment.projected_from", "見込みに使ったはじめの年度"),
    text("enrolment.projected_to", "見込みに使ったおわりの年度"),
    list("enrolment.all", "すべての自治会", ASSOCIATIONS),
    list("enrolment.flagged", "確かめたい自治会", ASSOCIATIONS),
    list("enrolment.ranking", "加入率の増減の順", RANKED),
    list("enrolment.areas", "地区ごとの加入状況", AREAS),
    list("enrolment.trends", "自治会ごとの推移", TRENDS),
    list("enrolment.projection", "加入率の見込み", PROJECTED),
    text("payment.city", "算式の市町村"),
    text("payment.title", "算式の名称"),
    text("payment.source", "算式のもとの資料"),
    count("payment.count", "計算できた自治会の数"),
    yen("payment.total_yen", "行政連絡業務交付金の計"),
    list("payment.lines", "自治会ごとの行政連絡業務交付金", PAYMENTS),
    text("survey.title", "調査の名称"),
    text("survey.lead", "調査の説明"),
    count("survey.answered", "調査に答えた自治会の数"),
    list("survey.questions", "調査の問い", QUESTIONS),
    list("enrolment.counted", "自治会別の加入状況", ASSOCIATIONS),
    list("enrolment.uncounted", "回答のない自治会", ASSOCIATIONS),
    list("enrolment.years", "加入率の推移", RATE_YEARS),
    yen("settlement.opening_yen", "前年度繰越金"),
    yen("settlement.income_yen", "当年度の収入"),
    yen("settlement.expense_yen", "支出の計"),
    yen("settlement.carry_over_yen", "次年度繰越金"),
    yen("settlement.balance_yen", "差引残額"),
    yen("settlement.income_budget_yen", "収入予算の計"),
    yen("settlement.income_settled_yen", "収入決算の計"),
    yen("settlement.income_difference_yen", "収入の増減の計"),
    yen("settlement.expense_budget_yen", "支出予算の計"),
    yen("settlement.expense_difference_yen", "支出の増減の計"),
    yen("settlement.expense_granted_yen", "支出のうち交付金充当額の計"),
    list("settlement.income", "収入の部", LINES),
    list("settlement.expense", "支出の部", LINES),
    list("settlement.income_kan", "収入の款ごとの計", KAN),
    list("settlement.expense_kan", "支出の款ごとの計", KAN),
    list("settlement.purses", "現金・預金", PURSES),
    text("grant.name", "交付金の名称"),
    yen("grant.decided_yen", "交付決定額"),
    date("grant.decided_on", "交付決定日"),
    text("grant.decision_no", "交付決定番号"),
    yen("grant.received_yen", "交付金の受領額"),
    yen("grant.eligible_yen", "対象経費の計"),
    yen("grant.allocated_yen", "交付金充当額"),
    yen("grant.fixed_yen", "交付金の確定見込額"),
    yen("grant.excess_yen", "超過額"),
    yen("grant.refund_yen", "返還額"),
    list("grant.steps", "返還額の計算", STEPS),
    list("grant.all", "年度のすべての交付金", GRANTS),
    count("evidence.entries", "支出の件数"),
    count("evidence.missing", "領収書のない支出の件数"),
    count("evidence.unclear", "対象か対象外か決まっていない支出の件数"),
    list("evidence.items", "科目ごとの支出", EVIDENCE_ITEMS),
    count("activities.occasions", "行事の数"),
    count("activities.participants", "参加者の計"),
    count("activities.helpers", "スタッフの計"),
    list("activities.occasions_list", "行事の一覧", OCCASIONS),
    list("activities.list", "事業ごとの実績", ACTIVITIES),
];
