//! What was written down, as sentences for people.

use super::WrittenRules;
use crate::grants::{CarryOver, RestrictedFor, RuleNote};

impl WrittenRules {
    /// A sentence for each thing that was written; the papers and the costs speak for themselves.
    pub(super) fn notes(&self) -> Vec<RuleNote> {
        let formula = self.settlement.formula().map(|formula| formula.title).unwrap_or_default();
        let note = |title: &str, detail: String| RuleNote {
            title: title.to_owned(),
            detail,
            source: self.source.clone(),
            is_verified: self.is_verified,
        };
        let when = |holds: bool, title: &str, detail: &str| holds.then(|| note(title, detail.to_owned()));
        let period = self.period.as_ref().map(|[from, to]| {
            note("対象になる期間", format!("{}から{}までに払ったものが対象です。", day(from), day(to)))
        });
        let change = self.change.map(|rule| {
            let detail =
                format!("{}の{}％をこえて変わるときは、市町村の承認がいります。", rule.base.label(), rule.percent);
            note("変更の承認", detail)
        });
        let kept = self.reserve_years.filter(|_| self.carry_over == CarryOver::Reserve).map(|years| {
            let detail =
                format!("積み立てたお金は、次の年度から{years}年度のあいだ使えます。使い残しは市町村に返します。");
            note("積立の年数", detail)
        });
        let all = [
            Some(note("額の決まり", format!("{formula}（交付決定額まで）。"))),
            period,
            when(self.only_after_decision, "決定の前に払ったもの", "交付決定の前に払ったものは、対象になりません。"),
            when(self.needs_receipt, "領収書", "領収書のない支出は、対象になりません。"),
            when(self.after_others, "ほかの補助金", "ほかの補助金を先に使い、足りない分にこの交付金を使います。"),
            change,
            kept,
            self.equipment.and_then(|rule| rule.restricted_for).map(|time| note("備品の処分", restricted(time))),
        ];
        all.into_iter().flatten().collect()
    }
}

fn restricted(time: RestrictedFor) -> String {
    let how_long = match time {
        RestrictedFor::Years(years) => format!("買ってから{years}年のあいだ"),
        RestrictedFor::UsefulLife => "耐用年数のあいだ".to_owned(),
    };
    format!("{how_long}は、売ったり捨てたりするのに市町村の承認がいります。")
}

/// 05-01 as 5月1日.
fn day(text: &str) -> String {
    let plain = |part: &str| part.trim_start_matches('0').to_owned();
    text.split_once('-').map_or_else(|| text.to_owned(), |(month, day)| format!("{}月{}日", plain(month), plain(day)))
}
