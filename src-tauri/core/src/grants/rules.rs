//! 交付要綱の定め: what a profile may say about a grant. Rules give advice with a reason and a
//! source; what was recorded is never changed by them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::Eligibility;

/// 交付要綱: everything a profile says about one grant.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GrantRules {
    /// 地域まちづくり交付金
    pub name: String,
    /// How it is paid, rounded, settled: sentences for people.
    #[serde(default, rename = "note")]
    pub notes: Vec<RuleNote>,
    /// Which costs it may pay; the first rule that fits speaks.
    #[serde(default, rename = "cost")]
    pub costs: Vec<CostRule>,
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
    /// 対象, 対象外 or 要確認.
    pub verdict: Eligibility,
    /// Why, for the secretary.
    pub reason: String,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's own rule.
    pub is_verified: bool,
}

impl GrantRules {
    /// What the rules say about a cost; none when no rule speaks of it.
    pub fn advice(&self, item: &str, description: &str) -> Option<&CostRule> {
        self.costs.iter().find(|rule| rule.fits(item, description))
    }
}

impl CostRule {
    fn fits(&self, item: &str, description: &str) -> bool {
        names(&self.items, item) && names(&self.words, description)
    }
}

fn names(words: &[String], text: &str) -> bool {
    words.is_empty() || words.iter().any(|word| text.contains(word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(items: &[&str], words: &[&str], verdict: Eligibility) -> CostRule {
        let owned = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect();
        let (reason, source) = (String::new(), String::new());
        CostRule { items: owned(items), words: owned(words), verdict, reason, source, is_verified: false }
    }

    #[test]
    fn the_first_rule_that_fits_item_and_words_speaks() {
        let rules = GrantRules {
            name: "交付金".into(),
            notes: vec![],
            costs: vec![
                rule(&["交際費"], &[], Eligibility::Ineligible),
                rule(&["会議費"], &["茶", "弁当"], Eligibility::Unclear),
                rule(&[], &["景品"], Eligibility::Ineligible),
            ],
        };
        let verdict = |item, words| rules.advice(item, words).map(|r| r.verdict);
        assert_eq!(verdict("交際費", "他団体総会祝儀"), Some(Eligibility::Ineligible));
        assert_eq!(verdict("会議費", "役員会 お茶"), Some(Eligibility::Unclear));
        assert_eq!(verdict("ふれあい祭り事業", "景品"), Some(Eligibility::Ineligible));
        assert_eq!(verdict("会議費", "会場使用料"), None, "both parts of a rule must fit");
    }
}
