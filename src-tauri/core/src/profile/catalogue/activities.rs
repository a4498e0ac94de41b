//! What the activities, their occasions and those who help state.

use super::Named;
use super::names::{count, date, list, text, yen};

/// The facts.
pub(super) const FACTS: &[Named] = &[
    count("activities.occasions", "行った行事の数"),
    count("activities.cancelled", "中止した行事の数"),
    count("volunteers.count", "手伝った人の数"),
    count("volunteers.occasions", "手伝った回数の計"),
    text("volunteers.hours", "手伝った時間の計"),
    list("volunteers.list", "手伝った人", VOLUNTEERS),
    list("volunteers.by_occasion", "スタッフのあった行事", HELPED),
    yen("volunteers.value_yen", "手伝った時間をお金にした額"),
    list("volunteers.rates", "1時間の額ごとの時間と金額", RATES),
    list("activities.calendar", "予定と中止を含む行事の一覧", OCCASIONS),
    count("activities.participants", "参加者の計"),
    count("activities.came", "参加者の計（およその数があれば約をつけて）"),
    count("activities.helpers", "スタッフの計"),
    count("activities.summer", "6月と7月の行事の数"),
    count("activities.summer_unwritten", "6月と7月の行事で、人数も反省もまだ書いていない数"),
    count("activities.autumn", "8月から11月の行事の数"),
    count("activities.autumn_unwritten", "8月から11月の行事で、人数も反省もまだ書いていない数"),
    text("activities.worked", "スタッフの時間の計"),
    text("activities.weather", "天気（一つでも書いてあれば）"),
    yen("activities.budget_yen", "事業の予算額の計"),
    yen("activities.settled_yen", "事業の決算額の計"),
    list("activities.incidents", "事故・けがなどのあった行事", OCCASIONS),
    list("activities.occasions_list", "行事の一覧", OCCASIONS),
    list("activities.list", "事業ごとの実績", ACTIVITIES),
    count("activities.planned", "計画した事業の数"),
    count("activities.planned_next", "来年度に計画した事業の数"),
    list("activities.plan", "事業計画", PLANNED),
];

const RATES: &[Named] = &[
    text("from", "いつからの額か"),
    yen("rate_yen", "1時間の額"),
    text("hours", "時間"),
    yen("value_yen", "金額"),
    text("source", "もとにした資料"),
];

const OCCASIONS: &[Named] = &[
    text("id", "番号"),
    text("activity", "事業名"),
    text("committee", "担当部会"),
    text("title", "行事名"),
    text("state", "予定・実施・中止"),
    text("to_come", "これからの行事の名"),
    text("was_held", "行った行事の名"),
    text("called_off", "中止になったこと"),
    text("hours", "時間"),
    text("era_year", "年"),
    text("month", "月"),
    text("day", "日と曜日"),
    text("weather", "天気"),
    text("incident", "事故・けがなど"),
    date("from_on", "はじめの日"),
    date("to_on", "おわりの日"),
    text("when", "実施日"),
    text("place", "場所"),
    count("participants", "参加者数"),
    count("came", "参加者数（およその数は約をつけて）"),
    text("participants_label", "参加者数の書き方"),
    count("helpers", "スタッフ数"),
    text("worked", "スタッフの時間"),
    text("target", "参加対象者"),
    text("notice", "告知方法"),
    text("content", "事業実施内容"),
    text("told", "事業実施内容と成果"),
    text("reflection", "自己評価・反省点"),
    text("effect", "効果検証"),
    text("author", "作成者"),
    text("on_told", "日と、日時の注意"),
    text("where", "場所・住所・行き方"),
    text("apply", "料金・定員・申込"),
    text("title_to_apply", "行事名と、申込の締切"),
    text("bring", "持ち物・注意"),
    text("organiser", "主催者"),
    text("asked", "問い合わせ先"),
    list("photos", "のせる写真", PHOTOS),
];

const VOLUNTEERS: &[Named] =
    &[text("name", "氏名"), count("occasions", "手伝った回数"), text("hours", "手伝った時間"), text("note", "備考")];

const HELPED: &[Named] = &[
    text("when", "実施日"),
    text("title", "行事名"),
    count("helpers", "名前で印のついたスタッフの人数"),
    text("hours", "手伝った時間"),
    text("note", "備考"),
];

const PLANNED: &[Named] = &[
    text("activity", "事業名"),
    text("committee", "担当部会"),
    text("schedule", "実施時期"),
    text("aims", "目的"),
    text("content", "事業内容"),
    text("place", "場所"),
    text("target", "対象"),
    count("participants", "参加予定人数"),
    text("notice", "告知方法"),
    yen("budget_yen", "予算額"),
    yen("settled_yen", "決算額"),
    text("item", "科目"),
    text("grant", "財源"),
];

const ACTIVITIES: &[Named] = &[
    text("activity", "事業名"),
    text("committee", "担当部会"),
    count("occasions", "行事の数"),
    count("participants", "参加者の計"),
    count("came", "参加者の計（およその数があれば約をつけて）"),
    count("helpers", "スタッフの計"),
    text("worked", "スタッフの時間の計"),
    list("incidents", "事故・けがなどのあった行事", OCCASIONS),
    yen("budget_yen", "予算額"),
    yen("settled_yen", "決算額"),
    text("item", "科目"),
    text("grant", "財源"),
    text("target", "参加対象者"),
    text("notice", "告知方法"),
    text("content", "事業実施内容"),
    text("reflection", "自己評価・反省点"),
    text("effect", "効果検証"),
    text("author", "作成者"),
    list("occasions_list", "行事の一覧", OCCASIONS),
    list("photos", "のせる写真", PHOTOS),
];

const PHOTOS: &[Named] = &[text("photo", "写真の控え"), text("caption", "写真の説明")];
