//! What can be chosen while an entry is typed, and what was typed before.

use std::collections::{HashMap, HashSet};

use office::FiscalYear;
use office::accounts::{
    AccountItem, AccountItemId, Books, Entry, EntryId, FundId, Funding, GrantId, Purse, PurseId, PurseKind, Side,
    reading, store,
};
use office::activities::{Activity, ActivityId, OccasionId};
use office::file::View;
use office::grants::{Grant, awaited};
use office::roster::{OrganisationId, OrganisationKind};
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
    /// Those of the year before of which money comes in this one, for income.
    pub late_grants: Vec<GrantChoice>,
    pub activities: Vec<ActivityChoice>,
    pub occasions: Vec<OccasionChoice>,
    pub committees: Vec<CommitteeChoice>,
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
    /// What it stands under: the levels above its own, and its 会計 where that is not 一般会計.
    pub group: String,
    /// The deepest level that is used.
    pub name: String,
    /// Its reading, as far as its words are known.
    pub kana: String,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
}

/// 現金・預金
#[derive(Debug, Serialize, TS)]
pub struct PurseChoice {
    #[ts(type = "string")]
    pub id: PurseId,
    /// With its 会計 where that is not 一般会計.
    pub name: String,
    #[ts(type = "string | null")]
    pub fund_id: Option<FundId>,
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

/// 部会
#[derive(Debug, Serialize, TS)]
pub struct CommitteeChoice {
    #[ts(type = "string")]
    pub id: OrganisationId,
    pub name: String,
}

/// 財源
#[derive(Debug, Serialize, TS)]
pub struct GrantChoice {
    #[ts(type = "string")]
    pub id: GrantId,
    pub name: String,
}

/// 事業, with what the plan of the year says of its money.
#[derive(Debug, Serialize, TS)]
pub struct ActivityChoice {
    #[ts(type = "string")]
    pub id: ActivityId,
    pub name: String,
    /// 科目 in use that was chosen for it, or that bears its name and was chosen for no other.
    #[ts(type = "string | null")]
    pub item_id: Option<AccountItemId>,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

/// 行事 of the year
#[derive(Debug, Serialize, TS)]
pub struct OccasionChoice {
    #[ts(type = "string")]
    pub id: OccasionId,
    /// 10月12日　夏祭り
    pub name: String,
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
}

/// 相手方 with what was last paid to or received from it.
#[derive(Debug, Serialize, TS)]
pub struct Counterparty {
    pub name: String,
    /// フリガナ, where the roster knows who it is.
    pub kana: String,
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
        let edition = desk.edition(self.year)?;
        desk.office()?.view(|view| {
            let mut past = standing(store::entries(view, self.year.previous())?);
            let shown = Shown::load(view, self.year)?;
            past.extend(shown.books.standing().cloned());
            let activities = office::activities::store::activities(view)?;
            let fundings = store::fundings(view, self.year)?;
            let occasions = office::activities::store::occasions(view, self.year)?.into_iter();
            let own = shown.books.purses.iter().filter(|purse| purse.kind != PurseKind::Advance);
            let readings = readings(view)?;
            let fund = |id: Option<FundId>| fund_name(&shown.books.funds, id);
            Ok(Choices {
                items: shown
                    .books
                    .items
                    .iter()
                    .filter(|item| !item.is_retired)
                    .map(|item| item_choice(item, fund(item.fund_id)))
                    .collect(),
                purses: own.map(|purse| purse_choice(purse, fund(purse.fund_id))).collect(),
                committees: committees(view)?,
                grants: shown.grants.iter().map(|(id, name)| GrantChoice { id: *id, name: name.clone() }).collect(),
                late_grants: awaited(view, self.year, &|year| edition.grants_in(year))?
                    .into_iter()
                    .map(|(grant, _)| GrantChoice { id: grant.id, name: year_and_name(&grant) })
                    .collect(),
                activities: activities.into_iter().map(|a| activity_choice(a, &fundings, &shown.books)).collect(),
                occasions: occasions
                    .map(|o| OccasionChoice {
                        id: o.id,
                        name: format!("{}　{}", o.when(), o.title),
                        activity_id: o.activity_id,
                    })
                    .collect(),
                descriptions: newest(&past, |e| &e.description).into_iter().map(|e| e.description.clone()).collect(),
                counterparties: newest(&past, |e| &e.counterparty)
                    .into_iter()
                    .map(|e| counterparty(e, &readings))
                    .collect(),
                next_voucher_no: store::next_voucher_no(view, self.year)?,
            })
        })
    }
}

/// Without what was taken back, and what took it back.
fn standing(mut entries: Vec<Entry>) -> Vec<Entry> {
    let voided: HashSet<EntryId> = entries.iter().filter_map(|entry| entry.voids_id).collect();
    entries.retain(|entry| entry.voids_id.is_none() && !voided.contains(&entry.id));
    entries
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

fn counterparty(e: &Entry, readings: &HashMap<String, String>) -> Counterparty {
    Counterparty {
        kana: readings.get(&folded(&e.counterparty)).cloned().unwrap_or_default(),
        name: e.counterparty.clone(),
        description: e.description.clone(),
        item_id: e.item_id,
        amount_yen: e.amount_yen,
        on_label: paper::wareki::short(e.entered_on),
    }
}

fn item_choice(item: &AccountItem, fund: Option<&str>) -> ItemChoice {
    let mut above: Vec<&str> = fund.into_iter().chain(item.levels()).collect();
    above.pop();
    ItemChoice {
        id: item.id,
        side: item.side,
        kan: item.kan.clone(),
        kou: item.kou.clone(),
        group: above.join("　"),
        name: item.label().to_owned(),
        kana: reading(item.label()),
        fund_id: item.fund_id,
    }
}

fn activity_choice(activity: Activity, fundings: &[Funding], books: &Books) -> ActivityChoice {
    let Activity { id, name, committee_id } = activity;
    let chosen = fundings.iter().find(|one| one.activity_id == id);
    let is_named = |item: &AccountItem| fundings.iter().any(|one| one.item_id == Some(item.id));
    let is_own = |item: &&AccountItem| match chosen.and_then(|one| one.item_id) {
        Some(own) => item.id == own,
        None => item.side == Side::Expense && item.label() == name && !is_named(item),
    };
    let item_id = books.items.iter().filter(|item| !item.is_retired).find(is_own).map(|item| item.id);
    ActivityChoice { id, item_id, grant_id: chosen.and_then(|one| one.grant_id), committee_id, name }
}

/// 科目 of expenses that are in use.
pub(crate) fn expense_items(books: &Books) -> Vec<ItemChoice> {
    let offered = books.items.iter().filter(|item| item.side == Side::Expense && !item.is_retired);
    offered.map(|item| item_choice(item, fund_name(&books.funds, item.fund_id))).collect()
}

/// 令和7年度　関係人口受入事業補助金
pub(crate) fn year_and_name(grant: &Grant) -> String {
    format!("{}　{}", grant.fiscal_year.label(), grant.name)
}

/// The grants of a year.
pub(crate) fn grants(view: &View, year: FiscalYear) -> Result<Vec<GrantChoice>> {
    let all = office::grants::store::grants(view, year)?.into_iter();
    Ok(all.map(|grant| GrantChoice { id: grant.id, name: grant.name }).collect())
}

pub(super) fn purse_choice(purse: &Purse, fund: Option<&str>) -> PurseChoice {
    let name = fund.map_or(purse.name.clone(), |fund| format!("{}（{fund}）", purse.name));
    PurseChoice { id: purse.id, name, fund_id: purse.fund_id, committee_id: purse.committee_id }
}

/// The name of a 会計 that is not 一般会計.
fn fund_name(funds: &[office::accounts::Fund], id: Option<FundId>) -> Option<&str> {
    funds.iter().find(|fund| Some(fund.id) == id).map(|fund| fund.name.as_str())
}

/// The committees of the council.
pub(super) fn committees(view: &View) -> Result<Vec<CommitteeChoice>> {
    let bodies = office::roster::store::organisations(view)?;
    let own = bodies.into_iter().filter(|body| body.kind == OrganisationKind::Committee && body.dissolved_on.is_none());
    Ok(own.map(|body| CommitteeChoice { id: body.id, name: body.name }).collect())
}

/// フリガナ by name of everybody and every body of the roster.
fn readings(view: &View) -> Result<HashMap<String, String>> {
    let people = office::roster::store::people(view)?;
    let bodies = office::roster::store::organisations(view)?;
    let people = people.into_iter().map(|person| (folded(&person.name.full()), person.name.full_kana()));
    Ok(bodies.into_iter().map(|body| (folded(&body.name), body.kana)).chain(people).collect())
}

/// A name without its spaces, and without the 様 or さん of a slip.
fn folded(name: &str) -> String {
    let plain = name.replace([' ', '　'], "");
    plain.trim_end_matches(['様', '氏']).trim_end_matches("さん").to_owned()
}
