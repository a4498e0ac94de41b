//! 対象か対象外か: what the rules of a grant say about one expense, how much of it they let the grant pay, and why.

use std::ops::RangeInclusive;

use chrono::NaiveDate;

use super::{CostRule, Grant, GrantRules};
use crate::Error;
use crate::accounts::{Eligibility, Entry, Ruled};
use crate::calendar::FiscalYear;
use crate::money::Yen;

/// A cost that no receipt proves, of a grant that asks for one.
const RECEIPT_NEEDED: &str = "grants.receipt_needed";

/// An expense as far as rules look at it.
#[derive(Debug, Clone, Default)]
pub struct Cost<'a> {
    /// 科目
    pub item: &'a str,
    /// 摘要
    pub description: &'a str,
    /// 円
    pub amount_yen: Yen,
    /// 人数
    pub heads: Option<i64>,
    /// 日付
    pub on: Option<NaiveDate>,
    /// 領収書 有
    pub has_receipt: bool,
}

/// The rules' word on an expense.
#[derive(Debug)]
pub struct Judgement<'a> {
    /// 対象, 対象外 or 要確認.
    pub verdict: Eligibility,
    /// The rule that spoke; none when no rule speaks of such a cost.
    pub rule: Option<&'a CostRule>,
    /// How much of it the grant may pay.
    pub charged_yen: Yen,
    /// What makes it 対象外 whatever it was spent on: its day, or that no receipt proves it.
    pub against: Vec<Error>,
    /// What limits it.
    pub remarks: Vec<Error>,
}

impl Judgement<'_> {
    /// The verdict as an entry is held against it.
    pub fn ruled(&self) -> Ruled {
        let lacks_receipt = self.against.iter().any(|one| one.code == RECEIPT_NEEDED);
        Ruled { verdict: self.verdict, lacks_receipt, is_spoken: self.rule.is_some() }
    }

    /// What own funds bear because of a cap.
    pub fn own_yen(&self, cost: &Cost) -> Yen {
        (cost.amount_yen - self.charged_yen).max(Yen(0))
    }
}

impl GrantRules {
    /// What the rules say about an expense of a year that a grant is to pay.
    pub fn judge(&self, cost: &Cost, grant: Option<&Grant>, year: FiscalYear) -> Judgement<'_> {
        let rule = self.advice(cost.item, cost.description);
        let mut judged = Judgement {
            verdict: rule.map_or(Eligibility::Unclear, |rule| rule.verdict),
            rule,
            charged_yen: cost.amount_yen,
            against: self.against(cost, grant, year),
            remarks: Vec::new(),
        };
        if !judged.against.is_empty() {
            judged.verdict = Eligibility::Ineligible;
        }
        if let Some(rule) = rule {
            look_at_caps(rule, cost, &mut judged);
        }
        judged
    }

    /// 対象期間, 交付決定前の支払い and 領収書.
    fn against(&self, cost: &Cost, grant: Option<&Grant>, year: FiscalYear) -> Vec<Error> {
        let is_outside = |[from, to]: &[NaiveDate; 2]| cost.on.is_some_and(|on| on < *from || on > *to);
        let period = self.period_of(year).filter(is_outside).map(|[from, to]| {
            let day = |day: NaiveDate| day.format("%-m月%-d日").to_string();
            Error::refused("grants.outside_period").with("from", day(from)).with("to", day(to))
        });
        let decided = grant.and_then(|grant| grant.decided_on).filter(|_| self.only_after_decision);
        let is_early = decided.zip(cost.on).is_some_and(|(decided, on)| on < decided);
        let early = is_early.then(|| Error::refused("grants.before_decision"));
        let bare = (self.needs_receipt && !cost.has_receipt).then(|| Error::refused(RECEIPT_NEEDED));
        period.into_iter().chain(early).chain(bare).collect()
    }

    /// The days that the receipt of an entry may bear which a grant pays: of 対象期間, and where only what comes after the
    /// decision counts, from its day on.
    pub fn receipt_days(&self, entry: &Entry, grant: &Grant) -> RangeInclusive<NaiveDate> {
        let days = entry.receipt_days();
        let [from, to] = self.period_of(entry.fiscal_year).unwrap_or([*days.start(), *days.end()]);
        let decided = grant.decided_on.filter(|_| self.only_after_decision);
        from.max(*days.start()).max(decided.unwrap_or(NaiveDate::MIN))..=to.min(*days.end())
    }

    /// The first and the last day of 対象期間; none where the rules name none.
    pub fn period_of(&self, year: FiscalYear) -> Option<[NaiveDate; 2]> {
        let [from, to] = self.period.as_ref()?;
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            year.city_day(month.parse().ok()?, day.parse().ok()?)
        };
        Some([day(from)?, day(to)?])
    }
}

fn look_at_caps(rule: &CostRule, cost: &Cost, judged: &mut Judgement) {
    if let Some(per) = &rule.at_most_per {
        match cost.heads {
            Some(heads) => {
                let cap = Yen(per.yen.saturating_mul(heads.max(0)));
                let how = format!("{}円 × {heads}{}", shown(Yen(per.yen)), per.unit);
                limit(cap, &how, cost, judged);
            }
            None => judged
                .remarks
                .push(Error::refused("grants.heads_missing").with("cap", shown(Yen(per.yen))).with("unit", &per.unit)),
        }
    }
    if let Some(cap) = rule.at_most_yen.map(Yen) {
        limit(cap, &format!("{}円", shown(cap)), cost, judged);
    }
}

/// What is above a cap goes to own funds.
fn limit(cap: Yen, how: &str, cost: &Cost, judged: &mut Judgement) {
    if cap < judged.charged_yen {
        judged.charged_yen = cap;
        let own = shown(cost.amount_yen - cap);
        judged
            .remarks
            .push(Error::refused("grants.over_cap").with("how", how).with("cap", shown(cap)).with("own", own));
    }
}

fn shown(amount: Yen) -> String {
    paper::Value::from(amount).shown(paper::Negative::White)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::accounts::{EntryKind, GrantId, PurseId};

    const YEAR: FiscalYear = FiscalYear(2025);

    fn rules() -> GrantRules {
        toml::from_str(
            r#"
            name = "補助金"
            period = ["05-01", "02-28"]
            only_after_decision = true
            needs_receipt = true
            [[cost]]
            words = ["弁当"]
            verdict = "eligible"
            at_most_per = { yen = 1000 }
            reason = "講師の弁当は一人1,000円までです。"
            source = "守谷市"
            is_verified = false
            [[cost]]
            words = ["講師"]
            verdict = "eligible"
            at_most_yen = 30000
            reason = "講師の謝礼は30,000円までです。"
            source = "大阪市"
            is_verified = false
            "#,
        )
        .unwrap()
    }

    fn cost(description: &str, amount: i64, heads: Option<i64>) -> Cost<'_> {
        let on = NaiveDate::from_ymd_opt(2025, 8, 3);
        Cost { item: "会議費", description, amount_yen: Yen(amount), heads, on, has_receipt: true }
    }

    fn decided() -> Grant {
        Grant {
            id: GrantId::new(),
            fiscal_year: YEAR,
            name: "補助金".into(),
            decided_yen: Some(Yen(1)),
            decided_on: NaiveDate::from_ymd_opt(2025, 6, 1),
            decision_no: String::new(),
            fixed_yen: None,
        }
    }

    fn codes(judged: &Judgement) -> Vec<&'static str> {
        judged.against.iter().chain(&judged.remarks).map(|remark| remark.code).collect()
    }

    #[test]
    fn what_is_above_a_cap_goes_to_own_funds() {
        let rules = rules();
        let of = |cost: &Cost| {
            let judged = rules.judge(cost, None, YEAR);
            (judged.charged_yen.0, judged.own_yen(cost).0, codes(&judged))
        };
        assert_eq!(of(&cost("講師 弁当", 3_600, Some(3))), (3_000, 600, vec!["grants.over_cap"]));
        assert_eq!(of(&cost("講師 弁当", 3_000, Some(3))), (3_000, 0, vec![]), "exactly the cap");
        assert_eq!(of(&cost("講師 弁当", 3_600, None)), (3_600, 0, vec!["grants.heads_missing"]));
        assert_eq!(of(&cost("講師 謝礼", 40_000, None)), (30_000, 10_000, vec!["grants.over_cap"]));
        assert_eq!(rules.judge(&cost("会場", 500, None), None, YEAR).verdict, Eligibility::Unclear, "no rule speaks");
    }

    #[test]
    fn a_receipt_bears_a_day_that_its_grant_takes() {
        let (rules, grant) = (rules(), decided());
        let days = |rules: &GrantRules, on: &str| {
            let on = on.parse().unwrap();
            let entry = Entry { fiscal_year: YEAR, ..Entry::new(EntryKind::Expense, on, PurseId::new(), Yen(1)) };
            let days = rules.receipt_days(&entry, &grant);
            [days.start().to_string(), days.end().to_string()]
        };
        assert_eq!(
            days(&rules, "2025-08-03"),
            ["2025-06-01", "2026-02-28"],
            "from the decision to the end of 対象期間"
        );
        let loose = GrantRules { only_after_decision: false, ..rules.clone() };
        assert_eq!(days(&loose, "2025-08-03"), ["2025-05-01", "2026-02-28"]);
        let free = GrantRules { period: None, ..loose };
        assert_eq!(days(&free, "2025-08-03"), ["2025-04-01", "2026-03-31"]);
        assert_eq!(days(&free, "2026-04-20"), ["2025-04-01", "2026-05-31"], "未払");
        assert_eq!(days(&rules, "2026-04-20"), ["2025-06-01", "2026-02-28"], "対象期間 ends before it");
    }

    #[test]
    fn days_and_receipts_are_looked_at() {
        let (rules, grant) = (rules(), decided());
        let of = |month, day, has_receipt| {
            let year = if month < 4 { 2026 } else { 2025 };
            let on = NaiveDate::from_ymd_opt(year, month, day);
            let cost = Cost { on, has_receipt, ..cost("講師 謝礼", 1, None) };
            let judged = rules.judge(&cost, Some(&grant), YEAR);
            (judged.verdict, codes(&judged))
        };
        assert_eq!(of(6, 1, true), (Eligibility::Eligible, vec![]));
        assert_eq!(of(5, 31, true), (Eligibility::Ineligible, vec!["grants.before_decision"]));
        assert_eq!(of(3, 1, true), (Eligibility::Ineligible, vec!["grants.outside_period"]));
        assert_eq!(of(2, 28, false), (Eligibility::Ineligible, vec!["grants.receipt_needed"]));
        assert_eq!(
            of(5, 31, false),
            (Eligibility::Ineligible, vec!["grants.before_decision", "grants.receipt_needed"])
        );
    }
}
