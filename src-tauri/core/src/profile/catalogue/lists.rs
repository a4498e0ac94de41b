//! The columns of the lists, by concept.

use super::Named;
use super::names::{count, date, list, percent, points, text, yen};

pub(super) const PEOPLE: &[Named] = &[
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
    text("household", "世帯"),
    text("association", "自治会・班"),
    text("own_text", "自由項目"),
    list("own", "自由項目", OWN),
];

pub(super) const OWN: &[Named] = &[text("label", "項目"), text("value", "内容")];

pub(super) const MOVEMENT_MONTHS: &[Named] = &[
    text("month", "月"),
    count("opening", "はじめの人数"),
    count("joined", "入った人"),
    count("left", "離れた人"),
    count("closing", "おわりの人数"),
    text("reasons", "理由"),
];

pub(super) const MOVEMENTS: &[Named] = &[
    date("on", "日"),
    text("direction", "入・出"),
    text("name", "氏名"),
    text("address", "住所"),
    text("reason", "理由"),
];

pub(super) const BODIES: &[Named] = &[
    text("id", "番号"),
    text("kind", "種類"),
    text("name", "団体の名前"),
    text("kana", "フリガナ"),
    text("within", "上の団体"),
    text("office", "代表者の職"),
    text("head", "代表者の氏名"),
    text("head_kana", "代表者のフリガナ"),
    text("postal", "郵便番号"),
    text("address", "住所"),
    text("phone", "電話"),
    count("roles", "役職の数"),
    count("households", "名簿にある世帯"),
    date("founded_on", "できた日"),
    text("note", "備考"),
];

pub(super) const ROLES: &[Named] =
    &[text("body", "団体"), text("role", "役職"), date("from_on", "任期のはじめ"), date("to_on", "任期のおわり")];

pub(super) const OFFICERS: &[Named] = &[
    text("body", "団体"),
    text("office", "役職"),
    text("name", "氏名"),
    text("name_kana", "フリガナ"),
    text("family", "姓"),
    text("given", "名"),
    text("family_kana", "セイ"),
    text("given_kana", "メイ"),
    text("represents", "選出団体"),
    text("appointment", "新任・再任・留任"),
    text("postal", "郵便番号"),
    text("address", "住所"),
    text("phone", "電話"),
    text("landline", "固定電話"),
    text("mobile", "携帯電話"),
    date("birth_on", "生年月日"),
    date("from_on", "任期のはじめ"),
    date("to_on", "任期のおわり"),
    text("own_text", "自由項目"),
    list("own", "自由項目", OWN),
];

pub(super) const COMMITTEES: &[Named] =
    &[text("name", "部会の名前"), list("seats", "部会の役職", SEATS), text("members", "部会の人数")];

pub(super) const SEATS: &[Named] = &[text("office", "役職"), text("name", "氏名")];

pub(super) const ASSOCIATIONS: &[Named] = &[
    text("id", "番号"),
    text("association", "自治会名"),
    text("area", "地区"),
    text("chair", "会長名"),
    text("town", "区域"),
    count("blocks", "班数"),
    yen("fee_month_yen", "会費（月額）"),
    count("households", "区域内世帯"),
    count("previous_households", "前年の区域内世帯"),
    count("enrolled", "加入世帯"),
    count("flats", "うち集合住宅"),
    count("recorded", "名簿にある世帯"),
    date("recorded_on", "名簿の世帯の基準日"),
    text("recorded_source", "名簿の世帯の出典"),
    count("recorded_difference", "報告と名簿の差"),
    count("previous", "前年の加入世帯"),
    count("previous_flats", "前年の集合住宅"),
    count("previous_blocks", "前年の班数"),
    yen("previous_fee_month_yen", "前年の会費（月額）"),
    text("previous_chair", "前年の会長名"),
    count("change", "増減"),
    percent("rate_percent", "加入率"),
    percent("previous_percent", "前年の加入率"),
    points("points", "加入率の前年差"),
    points("same_points", "加入率の前年差"),
    date("as_of_on", "基準日"),
    text("certainty", "確度"),
    text("flags", "確かめたいところ"),
    text("source", "出典"),
    text("note", "備考"),
    text("source_and_note", "出典・備考"),
    count("place", "増減の順"),
];

pub(super) const RATE_YEARS: &[Named] = &[
    count("year", "年"),
    text("label", "年度"),
    count("associations_counted", "回答のあった自治会の数"),
    count("households", "区域内世帯"),
    count("enrolled", "加入世帯"),
    percent("rate_percent", "加入率"),
    percent("target_percent", "目標"),
    points("points", "前年差"),
    text("basis", "加入率の作り方"),
    text("answered", "回答のあった自治会の数（回答のないときは分数）"),
    text("marked", "年度（回答のない自治会のある年は印つき）"),
];

pub(super) const AREAS: &[Named] = &[
    text("area", "地区"),
    count("associations", "自治会の数"),
    count("associations_counted", "回答のあった自治会の数"),
    count("households", "区域内世帯"),
    count("enrolled", "加入世帯"),
    count("previous", "前年の加入世帯"),
    count("blocks", "班数"),
    count("flats", "うち集合住宅"),
    count("change", "増減"),
    percent("rate_percent", "加入率"),
    points("points", "前年差"),
    points("same_points", "両年とも回答のある自治会の前年差"),
    list("over_years", "年ごとの加入率", OVER_YEARS),
];

pub(super) const TRENDS: &[Named] = &[
    text("association", "自治会名"),
    count("enrolled_1", "4年前の加入世帯"),
    count("enrolled_2", "3年前の加入世帯"),
    count("enrolled_3", "2年前の加入世帯"),
    count("enrolled_4", "前年の加入世帯"),
    count("enrolled_5", "今年の加入世帯"),
    percent("percent_1", "4年前の加入率"),
    percent("percent_2", "3年前の加入率"),
    percent("percent_3", "2年前の加入率"),
    percent("percent_4", "前年の加入率"),
    percent("percent_5", "今年の加入率"),
    points("points", "4年前との差"),
    list("over_years", "年ごとの加入率", OVER_YEARS),
];

pub(super) const OVER_YEARS: &[Named] = &[
    text("label", "年度"),
    percent("rate_percent", "加入率"),
    percent("whole_percent", "全体の加入率"),
    percent("target_percent", "目標"),
];

pub(super) const PROJECTED: &[Named] = &[text("label", "年度"), percent("rate_percent", "加入率の見込み")];

pub(super) const PAYMENTS: &[Named] = &[
    text("association", "自治会名"),
    count("households", "加入世帯"),
    yen("amount_yen", "交付金の額"),
    text("lacking", "計算できない理由"),
    list("steps", "計算", STEPS),
];

pub(super) const QUESTIONS: &[Named] = &[
    count("number", "問いの番号"),
    text("text", "問い"),
    text("room", "答えの欄"),
    count("answered", "答えた数"),
    count("sum", "答えの計"),
    text("unit", "単位"),
    list("results", "答えの数", RESULTS),
    list("said", "自由な答え", SAID),
];

pub(super) const RESULTS: &[Named] = &[text("option", "答え"), count("count", "数"), percent("percent", "割合")];

pub(super) const SAID: &[Named] = &[text("association", "自治会名"), text("answer", "答え")];

pub(super) const PURSES: &[Named] = &[
    text("purse", "現金・預金"),
    yen("opening_yen", "前年度からの繰越"),
    yen("held_yen", "年度のおわりの日にあった額"),
    yen("closing_yen", "年度末の残高"),
];

pub(super) const STEPS: &[Named] =
    &[text("mark", "記号"), text("label", "項目"), text("how", "計算"), yen("amount_yen", "金額")];

pub(super) const EVIDENCE_ITEMS: &[Named] = &[
    text("kan", "款"),
    text("item", "科目"),
    count("count", "件数"),
    yen("total_yen", "合計額"),
    list("entries", "支出", EVIDENCE_ENTRIES),
];

pub(super) const EVIDENCE_ENTRIES: &[Named] = &[
    count("voucher_no", "伝票番号"),
    text("receipt_no", "領収書の番号"),
    date("entered_on", "年月日"),
    text("description", "但書き・摘要"),
    text("counterparty", "支払先"),
    yen("amount_yen", "金額"),
    text("purse", "現金・預金"),
    text("fund", "財源"),
    text("eligibility", "対象・対象外"),
    text("receipt", "領収書"),
];
