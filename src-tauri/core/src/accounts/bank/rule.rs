//! 覚えた記帳: what the words of a bank line were booked as last time.

use chrono::NaiveDate;

use super::StatementLine;
use crate::accounts::{AccountItemId, EntryKind, GrantId, PurseId};
use crate::activities::ActivityId;
use crate::id::Id;
use crate::money::Yen;
use crate::roster::OrganisationId;
use crate::text::search_key;

/// Key of a rule.
pub type BankRuleId = Id<BankRule>;

/// What lines with these words are booked as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankRule {
    /// Key.
    pub id: BankRuleId,
    /// The words as the bank wrote them last.
    pub words: String,
    /// True for money that comes in.
    pub is_incoming: bool,
    /// 収入, 支出 or 振替
    pub kind: EntryKind,
    /// Of a transfer the other purse.
    pub other_purse_id: Option<PurseId>,
    /// 科目
    pub item_id: Option<AccountItemId>,
    /// 摘要
    pub description: String,
    /// 相手方
    pub counterparty: String,
    /// 財源, as it was then: in another year the grant of the same name.
    pub grant_id: Option<GrantId>,
    /// 部会
    pub committee_id: Option<OrganisationId>,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// The newest line that it was learnt from.
    pub used_on: NaiveDate,
}

/// What counts of a line's words: not their widths, kana and spaces, and no digits, which change from month to month.
pub fn rule_key(words: &str) -> String {
    let key = search_key(words);
    let plain: String = key.chars().filter(|c| !c.is_ascii_digit()).collect();
    if plain.chars().count() >= 2 { plain } else { key }
}

/// The rule for a line; a line without words has none.
pub fn rule_for<'r>(rules: &'r [BankRule], line: &StatementLine) -> Option<&'r BankRule> {
    let key = rule_key(&line.description);
    let is_incoming = line.amount_yen > Yen(0);
    rules.iter().find(|rule| !key.is_empty() && rule.is_incoming == is_incoming && rule_key(&rule.words) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_differ_in_digits_and_widths_are_one() {
        assert_eq!(rule_key("ﾃﾞﾝｷﾘﾖｳ　04ｶﾞﾂ"), rule_key("デンキリヨウ 11ガツ"));
        assert_ne!(rule_key("ﾃﾞﾝｷ"), rule_key("ｶﾞｽ"));
        assert_eq!(rule_key("1234"), "1234", "where only digits stand they are all there is");
    }
}
