//! The names of the plan.

use super::Named;
use super::names::{count, date, list, percent, text, yen};

const AIMS: &[Named] = &[text("aim", "目標"), text("detail", "目標の説明"), list("lines", "施策と取組", OUTLINE)];

const OUTLINE: &[Named] = &[
    text("measure", "施策"),
    text("name", "取組"),
    text("organisation", "体制"),
    text("planning", "計画"),
    text("doing", "実行"),
    text("reviewing", "見直し"),
    text("span", "取り組む年度"),
    text("activity", "事業"),
];

const ACTIONS: &[Named] = &[
    count("number", "番号"),
    text("aim", "目標"),
    text("measure", "施策"),
    text("name", "取組"),
    text("activity", "事業"),
    text("target", "当年度目標"),
    text("result", "実績"),
    text("direction", "課題・今後の方向性"),
    text("review", "見直しの結果"),
    count("occasions", "行事の回数"),
    count("participants", "参加者のべ"),
    count("came", "参加者のべ（およその数があれば約をつけて）"),
    count("helpers", "スタッフのべ"),
    yen("cost_yen", "支出"),
];

const INDICATORS: &[Named] = &[
    text("aim", "目標"),
    text("measure", "施策"),
    text("name", "指標"),
    text("title", "指標と単位"),
    text("unit", "単位"),
    text("source", "出どころ"),
    text("base_year", "基準年度"),
    text("base", "基準値"),
    text("target", "目標値"),
    text("actual", "実績値"),
    percent("attained_percent", "達成率"),
    percent("advanced_percent", "基準値からの進み"),
    text("state", "達成したか"),
    text("note", "備考"),
    list("years", "年度ごとの値", YEARS),
];

const YEARS: &[Named] = &[
    text("label", "年度"),
    text("target", "目標値"),
    text("actual", "実績値"),
    percent("attained_percent", "達成率"),
    percent("advanced_percent", "基準値からの進み"),
    text("state", "達成したか"),
];

const REVIEWS: &[Named] = &[text("label", "見直しの結果"), count("count", "取組の数")];

/// The facts.
pub(super) const FACTS: &[Named] = &[
    text("plan.name", "計画の名前"),
    text("plan.period", "計画期間"),
    text("plan.vision", "将来像"),
    date("plan.decided_on", "計画を作った日"),
    date("plan.revised_on", "計画を見直した日"),
    text("plan.revised_label", "計画を見直した日（なければ「まだ」）"),
    text("plan.mission", "使命"),
    text("plan.policy", "方針"),
    text("plan.summary", "取り組みの総括"),
    count("plan.actions_count", "この年度の取組の数"),
    count("plan.reviewed_count", "見直した取組の数"),
    percent("plan.review_rate_percent", "取組の見直し率"),
    count("plan.occasions", "取組の行事の回数"),
    count("plan.participants", "取組の参加者のべ"),
    count("plan.came", "取組の参加者のべ（およその数があれば約をつけて）"),
    count("plan.helpers", "取組のスタッフのべ"),
    yen("plan.cost_yen", "取組の支出"),
    list("plan.aims", "目標・施策・取組", AIMS),
    list("plan.actions", "この年度の取組", ACTIONS),
    list("plan.indicators", "指標", INDICATORS),
    list("plan.reviews", "見直しの結果ごとの取組", REVIEWS),
];
