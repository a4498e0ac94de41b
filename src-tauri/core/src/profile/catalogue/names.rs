//! The names themselves, by concept.

use super::{Named, Shape};

const fn text(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Text }
}
const fn yen(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Yen }
}
const fn count(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Count }
}
const fn percent(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Percent }
}
const fn points(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Points }
}
const fn date(name: &'static str, label: &'static str) -> Named {
    Named { name, label, shape: Shape::Date }
}
const fn list(name: &'static str, label: &'static str, columns: &'static [Named]) -> Named {
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
    list("roster.treasurers", "会計", SEATS),
    list("roster.auditors", "監事", SEATS),
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

const PEOPLE: &[Named] = &[
    text("name", "氏名"),
    text("name_kana", "フリガナ"),
    text("family", "姓"),
    text("given", "名"),
    text("family_kana", "セイ"),
    text("given_kana", "メイ"),
    text("postal", "郵便番号"),
    text("address", "住所"),
    text("phone", "電話"),
    text("mobile", "携帯電話"),
    date("birth_on", "生年月日"),
    text("roles_text", "役職・所属"),
    list("roles", "役職・所属", ROLES),
];

const ROLES: &[Named] =
    &[text("body", "団体"), text("role", "役職"), date("from_on", "任期のはじめ"), date("to_on", "任期のおわり")];

const OFFICERS: &[Named] = &[
    text("body", "団体"),
    text("office", "役職"),
    text("name", "氏名"),
    text("name_kana", "フリガナ"),
    text("family", "姓"),
    text("given", "名"),
    text("family_kana", "セイ"),
    text("given_kana", "メイ"),
    text("represents", "選出団体"),
    text("postal", "郵便番号"),
    text("address", "住所"),
    text("phone", "電話"),
    text("mobile", "携帯電話"),
    date("birth_on", "生年月日"),
    date("from_on", "任期のはじめ"),
    date("to_on", "任期のおわり"),
];

const SEATS: &[Named] = &[text("office", "役職"), text("name", "氏名")];

const ASSOCIATIONS: &[Named] = &[
    text("id", "番号"),
    text("association", "自治会名"),
    text("chair", "会長名"),
    text("town", "区域"),
    count("blocks", "班数"),
    count("households", "区域内世帯"),
    count("enrolled", "加入世帯"),
    count("previous", "前年の加入世帯"),
    count("change", "増減"),
    percent("rate_percent", "加入率"),
    points("points", "加入率の前年差"),
    date("as_of_on", "基準日"),
    text("certainty", "確度"),
    text("flags", "確かめたいところ"),
    text("source", "出典"),
    text("note", "備考"),
];

const RATE_YEARS: &[Named] = &[
    count("year", "年"),
    text("label", "年度"),
    count("associations_counted", "回答のあった自治会の数"),
    count("households", "区域内世帯"),
    count("enrolled", "加入世帯"),
    percent("rate_percent", "加入率"),
    points("points", "前年差"),
];

const LINES: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    yen("budget_yen", "予算額"),
    yen("settled_yen", "決算額"),
    yen("difference_yen", "増減"),
    yen("previous_yen", "前年度予算額"),
    yen("granted_yen", "うち交付金充当額"),
    text("note", "摘要"),
];

const KAN: &[Named] =
    &[text("kan", "款"), yen("budget_yen", "予算額"), yen("settled_yen", "決算額"), yen("difference_yen", "増減")];

const PURSES: &[Named] =
    &[text("purse", "現金・預金"), yen("opening_yen", "前年度からの繰越"), yen("closing_yen", "年度末の残高")];

const GRANTS: &[Named] = &[
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
    list("steps", "返還額の計算", STEPS),
];

const STEPS: &[Named] = &[text("mark", "記号"), text("label", "項目"), text("how", "計算"), yen("amount_yen", "金額")];

const EVIDENCE_ITEMS: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    count("count", "件数"),
    yen("total_yen", "合計額"),
    list("entries", "支出", EVIDENCE_ENTRIES),
];

const EVIDENCE_ENTRIES: &[Named] = &[
    count("voucher_no", "伝票番号"),
    date("entered_on", "年月日"),
    text("description", "但書き・摘要"),
    text("counterparty", "支払先"),
    yen("amount_yen", "金額"),
    text("purse", "現金・預金"),
    text("fund", "財源"),
    text("eligibility", "対象・対象外"),
    text("receipt", "領収書"),
];

const OCCASIONS: &[Named] = &[
    text("id", "番号"),
    text("activity", "事業名"),
    text("committee", "担当部会"),
    text("title", "行事名"),
    date("from_on", "はじめの日"),
    date("to_on", "おわりの日"),
    text("when", "実施日"),
    text("place", "場所"),
    count("participants", "参加者数"),
    text("participants_label", "参加者数の書き方"),
    count("helpers", "スタッフ数"),
    text("target", "参加対象者"),
    text("notice", "告知方法"),
    text("content", "事業実施内容"),
    text("reflection", "自己評価・反省点"),
    text("effect", "効果検証"),
    text("author", "作成者"),
];

const ACTIVITIES: &[Named] = &[
    text("activity", "事業名"),
    text("committee", "担当部会"),
    count("occasions", "行事の数"),
    count("participants", "参加者の計"),
    count("helpers", "スタッフの計"),
    yen("budget_yen", "予算額"),
    yen("settled_yen", "決算額"),
    text("target", "参加対象者"),
    text("notice", "告知方法"),
    text("content", "事業実施内容"),
    text("reflection", "自己評価・反省点"),
    text("effect", "効果検証"),
    text("author", "作成者"),
    list("occasions_list", "行事の一覧", OCCASIONS),
];
