//! 覚えた記帳: what the words of a line were booked as last time, to be looked at, put right and forgotten.

use std::collections::HashMap;

use office::FiscalYear;
use office::accounts::acts::{self, RuleTyped};
use office::accounts::bank::{BankRule, BankRuleId};
use office::accounts::{AccountItemId, Books, EntryKind, GrantId, Side, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result};

/// What is remembered; the grants are those of the year.
#[derive(Debug, Deserialize, TS)]
pub struct BankRules {
    pub year: FiscalYear,
}

/// What is remembered, and what may be chosen.
#[derive(Debug, Serialize, TS)]
pub struct Remembered {
    pub rules: Vec<RuleShown>,
    pub items: Vec<RuleItem>,
    pub grants: Vec<RuleGrant>,
}

/// One rule.
#[derive(Debug, Serialize, TS)]
pub struct RuleShown {
    #[ts(type = "string")]
    pub id: BankRuleId,
    pub words: String,
    pub is_incoming: bool,
    pub kind: EntryKind,
    /// 科目, or of a transfer the other purse.
    pub booked_as: String,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    pub description: String,
    pub counterparty: String,
    pub funding: String,
    /// Of the grants that may be chosen the one of that name.
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    pub committee: String,
    pub used_on_label: String,
}

/// 科目
#[derive(Debug, Serialize, TS)]
pub struct RuleItem {
    #[ts(type = "string")]
    pub id: AccountItemId,
    pub side: Side,
    pub kan: String,
    pub kou: String,
}

/// 財源
#[derive(Debug, Serialize, TS)]
pub struct RuleGrant {
    #[ts(type = "string")]
    pub id: GrantId,
    pub name: String,
}

impl Command for BankRules {
    const NAME: &'static str = "bank.rules";
    type Output = Remembered;
    fn run(self, desk: &Desk) -> Result<Remembered> {
        desk.office()?.view(|view| {
            let books = Books::load(view, self.year)?;
            let grants = office::grants::store::grants(view, self.year)?;
            let bodies = office::roster::store::organisations(view)?;
            let bodies = bodies.into_iter().map(|body| (body.id, body.name)).collect::<HashMap<_, _>>();
            let mut rules = Vec::new();
            for rule in store::bank_rules(view)? {
                let named = rule.grant_id.map(|id| office::grants::store::find_grant(view, id)).transpose()?.flatten();
                let funding = named.map_or(String::new(), |grant| grant.name);
                rules.push(RuleShown {
                    grant_id: grants.iter().find(|grant| grant.name == funding).map(|grant| grant.id),
                    committee: rule.committee_id.and_then(|id| bodies.get(&id).cloned()).unwrap_or_default(),
                    funding,
                    ..shown(rule, &books)
                });
            }
            let item = |i: &office::accounts::AccountItem| RuleItem {
                id: i.id,
                side: i.side,
                kan: i.kan.clone(),
                kou: i.label().to_owned(),
            };
            Ok(Remembered {
                rules,
                items: books.items.iter().map(item).collect(),
                grants: grants.into_iter().map(|grant| RuleGrant { id: grant.id, name: grant.name }).collect(),
            })
        })
    }
}

fn shown(rule: BankRule, books: &Books) -> RuleShown {
    let purse = books.purses.iter().find(|purse| Some(purse.id) == rule.other_purse_id).map(|purse| &purse.name);
    let item = books.items.iter().find(|item| Some(item.id) == rule.item_id).map(|item| item.label());
    RuleShown {
        booked_as: match rule.kind {
            EntryKind::Transfer => purse.cloned().unwrap_or_default(),
            EntryKind::Income | EntryKind::Expense => item.unwrap_or_default().to_owned(),
        },
        id: rule.id,
        words: rule.words,
        is_incoming: rule.is_incoming,
        kind: rule.kind,
        item_id: rule.item_id,
        description: rule.description,
        counterparty: rule.counterparty,
        funding: String::new(),
        grant_id: None,
        committee: String::new(),
        used_on_label: paper::wareki::short(rule.used_on),
    }
}

/// Writes a rule anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveRule {
    #[ts(type = "string")]
    pub id: BankRuleId,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    pub description: String,
    pub counterparty: String,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
}

impl Command for SaveRule {
    const NAME: &'static str = "bank.save_rule";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let SaveRule { id, item_id, description, counterparty, grant_id } = self;
        let typed = RuleTyped { item_id, description, counterparty, grant_id };
        let save = |tx: &office::file::Tx| acts::save_rule(tx, id, &typed);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, save)?.into())
    }
}

/// Forgets a rule.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveRule {
    #[ts(type = "string")]
    pub id: BankRuleId,
}

impl Command for RemoveRule {
    const NAME: &'static str = "bank.remove_rule";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let remove = |tx: &office::file::Tx| acts::remove_rule(tx, self.id);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, remove)?.into())
    }
}
