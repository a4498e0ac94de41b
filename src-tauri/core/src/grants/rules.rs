//! 交付要綱の定め: what a profile may say about a grant. Rules give advice with a reason and a
//! source; what was recorded is never changed by them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::EquipmentRule;
use super::conditions::{CapPer, CarryOver, PaperRule, PaymentMode, SettlementRule};
use crate::accounts::{Eligibility, ReceiptRule, Threshold};

/// Whose rules they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RulesFrom {
    /// 市町村のひな形: written for this grant.
    #[default]
    Profile,
    /// 一般的な順: nobody has written any for this grant.
    Common,
    /// 協議会が書いた決まり
    Written,
}

/// 交付要綱: everything a profile says about one grant.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantRules {
    /// 地域まちづくり交付金; empty for what is common to all.
    #[serde(default)]
    pub name: String,
    /// Whose they are; told by where they were found.
    #[serde(skip)]
    pub from: RulesFrom,
    /// How 確定額 and 返還額 come about.
    #[serde(default)]
    pub settlement: SettlementRule,
    /// 対象期間 within the year, `["04-01", "03-31"]`; none is the whole year.
    pub period: Option<[String; 2]>,
    /// True where what was paid before 交付決定 does not count.
    #[serde(default)]
    pub only_after_decision: bool,
    /// True where every other grant of the year is to be used before it.
    #[serde(default)]
    pub after_others: bool,
    /// True where a cost without a receipt does not count.
    #[serde(default)]
    pub needs_receipt: bool,
    /// From when on a change needs the city's approval.
    pub change: Option<Threshold>,
    /// What becomes of money that is left.
    pub carry_over: Option<CarryOver>,
    /// 積立の年数: what is put by may be spent for so many years after its own, and goes back then; none is without end.
    pub reserve_years: Option<i64>,
    /// How it is paid.
    pub payment: Option<PaymentMode>,
    /// 備品 and its 処分制限.
    pub equipment: Option<EquipmentRule>,
    /// 提出物
    #[serde(default, rename = "paper")]
    pub papers: Vec<PaperRule>,
    /// How it is paid, rounded, settled: sentences for people.
    #[serde(default, rename = "note")]
    pub notes: Vec<RuleNote>,
    /// Which costs it may pay; the first rule that fits speaks.
    #[serde(default, rename = "cost")]
    pub costs: Vec<CostRule>,
    /// What it asks of a receipt, where that is something else than what the city asks of all.
    #[serde(default, rename = "receipt_rule")]
    pub receipt_rules: Vec<ReceiptRule>,
    /// The checks of a receipt, by id, that the council has written down not to be asked.
    #[serde(skip)]
    pub receipts_not_asked: Vec<String>,
    /// The checks of a receipt that it has written down beside.
    #[serde(skip)]
    pub receipts_also: Vec<ReceiptRule>,
}

/// 定めの一つ, as a sentence with its source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct RuleNote {
    /// 返還額の端数
    pub title: String,
    /// What holds.
    pub detail: String,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
}

/// 対象経費・対象外経費の定め: fits by 科目 and by words of the 摘要; an empty list fits everything.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CostRule {
    /// The item's name contains one of these.
    #[serde(default)]
    pub items: Vec<String>,
    /// The description contains one of these.
    #[serde(default)]
    pub words: Vec<String>,
    /// Words in which one of these says something else: 甘酒 is no 酒.
    #[serde(default)]
    pub except: Vec<String>,
    /// 対象, 対象外 or 要確認.
    pub verdict: Eligibility,
    /// 講師の弁当 1,000円まで: what is above it own funds bear.
    pub at_most_per: Option<CapPer>,
    /// 上限 of one expense in yen.
    pub at_most_yen: Option<i64>,
    /// Why, for the secretary.
    pub reason: String,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
}

impl GrantRules {
    /// What becomes of money that is left; where the rules name nothing, it goes back.
    pub fn carry_over(&self) -> CarryOver {
        self.carry_over.unwrap_or(CarryOver::Refund)
    }

    /// What the rules say about a cost; none when no rule speaks of it.
    pub fn advice(&self, item: &str, description: &str) -> Option<&CostRule> {
        self.costs.iter().find(|rule| rule.fits(item, description))
    }
}

impl CostRule {
    fn fits(&self, item: &str, description: &str) -> bool {
        names(&self.items, item) && names(&self.words, &self.without_excepted(description))
    }

    fn without_excepted(&self, description: &str) -> String {
        // A mark stands in between, so that what is left on both sides does not become a word.
        self.except.iter().fold(description.to_owned(), |rest, word| rest.replace(word.as_str(), "・"))
    }
}

fn names(words: &[String], text: &str) -> bool {
    words.is_empty() || words.iter().any(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_rule_that_fits_item_and_words_speaks() {
        let cost = |fits: &str, verdict: &str| {
            format!("[[cost]]\n{fits}\nverdict = \"{verdict}\"\nreason = \"\"\nsource = \"\"\nis_verified = false\n")
        };
        let text = [
            "name = \"交付金\"\n".to_owned(),
            cost("items = [\"交際費\"]", "ineligible"),
            cost("items = [\"会議費\"]\nwords = [\"茶\", \"弁当\"]", "unclear"),
            cost("words = [\"景品\"]", "ineligible"),
        ];
        let rules: GrantRules = toml::from_str(&text.concat()).unwrap();
        let verdict = |item, words| rules.advice(item, words).map(|r| r.verdict);
        assert_eq!(verdict("交際費", "他団体総会祝儀"), Some(Eligibility::Ineligible));
        assert_eq!(verdict("会議費", "役員会 お茶"), Some(Eligibility::Unclear));
        assert_eq!(verdict("ふれあい祭り事業", "景品"), Some(Eligibility::Ineligible));
        assert_eq!(verdict("会議費", "会場使用料"), None, "both parts of a rule must fit");
    }

    #[test]
    fn a_word_within_an_excepted_one_says_something_else() {
        let rules: GrantRules = toml::from_str(
            "[[cost]]\nwords = [\"酒\"]\nexcept = [\"甘酒\", \"酒精\"]\nverdict = \"ineligible\"\nreason = \"\"\nsource = \"\"\nis_verified = false",
        )
        .unwrap();
        let fits = |words| rules.advice("会議費", words).is_some();
        assert_eq!(["甘酒の材料", "消毒用酒精", "日本酒", "甘酒と日本酒"].map(fits), [false, false, true, true]);
    }
}
