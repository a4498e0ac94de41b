//! What can be chosen while an entry is typed, and what was typed before.

use std::collections::HashMap;

use office::FiscalYear;
use office::accounts::{AccountItemId, Entry, GrantId, PurseId, Side, store};
use office::activities::ActivityId;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::list::Shown;
use crate::command::Command;
use crate::{Desk, Result};

/// What can be chosen while an entry is typed.
#[derive(Debug, Deserialize, TS)]
pub struct EntryChoices {
    pub year: FiscalYear,
}

/// What can be chosen while an entry is typed.
#[derive(Debug, Serialize, TS)]
pub struct Choices {
    pub items: Vec<ItemChoice>,
    pub purses: Vec<PurseChoice>,
    pub grants: Vec<GrantChoice>,
    pub activities: Vec<ActivityChoice>,
    pub counterparties: Vec<Counterparty>,
    pub descriptions: Vec<String>,
    #[ts(type = "number")]
    pub next_voucher_no: i64,
}

/// 科目
#[derive(Debug, Serialize, TS)]
pub struct ItemChoice {
    #[ts(type = "string")]
    pub id: AccountItemId,
    pub side: Side,
    pub kan: String,
    pub kou: String,
}

/// 現金・預金
#[derive(Debug, Serialize, TS)]
pub struct PurseChoice {
    #[ts(type = "string")]
    pub id: PurseId,
    pub name: String,
}

/// 財源
#[derive(Debug, Serialize, TS)]
pub struct GrantChoice {
    #[ts(type = "string")]
    pub id: GrantId,
    pub name: String,
}

/// 事業
#[derive(Debug, Serialize, TS)]
pub struct ActivityChoice {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
}

/// 相手方 with what was last paid to or received from it.
#[derive(Debug, Serialize, TS)]
pub struct Counterparty {
    pub name: String,
    pub description: String,
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    pub amount_yen: office::Yen,
    pub on_label: String,
}

impl Command for EntryChoices {
    const NAME: &'static str = "accounts.entry_choices";
    type Output = Choices;
    fn run(self, desk: &Desk) -> Result<Choices> {
        desk.office()?.view(|view| {
            let mut past = store::entries(view, self.year.previous())?;
            let shown = Shown::load(view, self.year)?;
            past.extend(shown.books.standing().cloned());
            let activities = office::activities::store::activities(view)?;
            let item = |i: &office::accounts::AccountItem| ItemChoice {
                id: i.id,
                side: i.side,
                kan: i.kan.clone(),
                kou: i.kou.clone(),
            };
            Ok(Choices {
                items: shown.books.items.iter().map(item).collect(),
                purses: shown.books.purses.iter().map(|p| PurseChoice { id: p.id, name: p.name.clone() }).collect(),
                grants: shown.grants.iter().map(|(id, name)| GrantChoice { id: *id, name: name.clone() }).collect(),
                activities: activities.into_iter().map(|a| ActivityChoice { id: a.id, name: a.name }).collect(),
                descriptions: newest(&past, |e| &e.description).into_iter().map(|e| e.description.clone()).collect(),
                counterparties: newest(&past, |e| &e.counterparty).into_iter().map(counterparty).collect(),
                next_voucher_no: store::next_voucher_no(view, self.year)?,
            })
        })
    }
}

/// The newest entry for each different text, newest first.
fn newest(past: &[Entry], of: fn(&Entry) -> &String) -> Vec<&Entry> {
    let mut seen = HashMap::new();
    for entry in past.iter().rev().filter(|e| !of(e).is_empty()) {
        seen.entry(of(entry).as_str()).or_insert(entry);
    }
    let mut newest: Vec<&Entry> = seen.into_values().collect();
    newest.sort_by_key(|e| std::cmp::Reverse((e.entered_on, e.position, e.id)));
    newest
}

fn counterparty(e: &Entry) -> Counterparty {
    Counterparty {
        name: e.counterparty.clone(),
        description: e.description.clone(),
        item_id: e.item_id,
        amount_yen: e.amount_yen,
        on_label: paper::wareki::short(e.entered_on),
    }
}
