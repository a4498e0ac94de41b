//! A piece as typed: prefilled from the entry that bought it, and written into the register.

use std::collections::BTreeSet;

use office::accounts::{Entry, EntryId, GrantId};
use office::equipment::{Condition, Equipment, EquipmentId, MoneySource, Register, Restriction, acts};
use office::file::View;
use office::grants::Grant;
use office::{FiscalYear, Yen};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::roster::Written;
use crate::{Desk, Error, Result, typed};

/// A piece as typed: days and amounts in any written form.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct EquipmentDraft {
    pub number: String,
    pub name: String,
    pub model: String,
    pub kind: String,
    pub quantity: String,
    pub price: String,
    pub granted: String,
    pub acquired: String,
    pub source: MoneySource,
    pub source_name: String,
    #[ts(type = "string | null")]
    pub grant_id: Option<GrantId>,
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
    pub place: String,
    pub keeper: String,
    pub useful_years: String,
    pub restriction: RestrictionKind,
    pub restricted_until: String,
    pub condition: Condition,
    pub note: String,
}

/// Whether a day stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RestrictionKind {
    #[default]
    Unknown,
    None,
    Until,
}

impl EquipmentDraft {
    /// A piece of which only this is known.
    fn blank(number: String) -> EquipmentDraft {
        EquipmentDraft {
            number,
            quantity: "1".to_owned(),
            source: MoneySource::Own,
            restriction: RestrictionKind::None,
            ..EquipmentDraft::default()
        }
    }

    /// What an entry says of what it bought.
    fn of_entry(number: String, entry: &Entry) -> EquipmentDraft {
        let is_granted = entry.grant_id.is_some();
        let amount = shown(Some(entry.amount_yen));
        EquipmentDraft {
            name: entry.description.clone(),
            granted: if is_granted { amount.clone() } else { String::new() },
            price: amount,
            acquired: paper::wareki::short(entry.entered_on),
            source: if is_granted { MoneySource::Grant } else { MoneySource::Own },
            grant_id: entry.grant_id,
            entry_id: Some(entry.id),
            restriction: if is_granted { RestrictionKind::Unknown } else { RestrictionKind::None },
            ..EquipmentDraft::blank(number)
        }
    }

    /// The piece as it will be written; `grants` name the awards that may be chosen.
    pub(super) fn parsed(self, year: FiscalYear, grants: &[Grant]) -> Result<Equipment> {
        let refused = |code, field: &str| Error::refused(code).with("field", field);
        let years = self.useful_years.trim().trim_end_matches('年');
        let named = self.grant_id.and_then(|id| grants.iter().find(|grant| grant.id == id));
        let restriction = match self.restriction {
            RestrictionKind::Unknown => Restriction::Unknown,
            RestrictionKind::None => Restriction::None,
            RestrictionKind::Until => {
                let day = typed::day(&self.restricted_until, Some(year), "restricted_until")?;
                Restriction::Until(day.ok_or_else(|| refused("equipment.restriction_day_missing", "restricted_until"))?)
            }
        };
        Ok(Equipment {
            id: EquipmentId::new(),
            number: office::text::half_width(&self.number),
            name: self.name,
            model: self.model,
            kind: self.kind,
            quantity: typed::count(&self.quantity, "quantity")?.0.unwrap_or(1),
            price_yen: typed::yen(&self.price, "price")?,
            granted_yen: typed::yen(&self.granted, "granted")?,
            acquired_on: typed::day(&self.acquired, Some(year), "acquired")?,
            source: self.source,
            source_name: named.map_or(self.source_name, |grant| grant.name.clone()),
            grant_id: self.grant_id,
            entry_id: self.entry_id,
            place: self.place,
            keeper: self.keeper,
            useful_years: typed::count(years, "useful_years")?.0,
            restriction,
            condition: self.condition,
            note: self.note,
            disposal: None,
        })
    }
}

/// A piece as it would be typed.
pub(super) fn draft_of(item: &Equipment) -> EquipmentDraft {
    let day = |on: Option<chrono::NaiveDate>| on.map(paper::wareki::short).unwrap_or_default();
    EquipmentDraft {
        number: item.number.clone(),
        name: item.name.clone(),
        model: item.model.clone(),
        kind: item.kind.clone(),
        quantity: item.quantity.to_string(),
        price: shown(item.price_yen),
        granted: shown(item.granted_yen),
        acquired: day(item.acquired_on),
        source: item.source,
        source_name: item.source_name.clone(),
        grant_id: item.grant_id,
        entry_id: item.entry_id,
        place: item.place.clone(),
        keeper: item.keeper.clone(),
        useful_years: item.useful_years.map(|years| years.to_string()).unwrap_or_default(),
        restriction: match item.restriction {
            Restriction::Unknown => RestrictionKind::Unknown,
            Restriction::None => RestrictionKind::None,
            Restriction::Until(_) => RestrictionKind::Until,
        },
        restricted_until: day(item.restriction.until()),
        condition: item.condition,
        note: item.note.clone(),
    }
}

fn shown(amount: Option<Yen>) -> String {
    amount.map(|Yen(yen)| paper::Value::Yen(yen).shown(paper::Negative::White)).unwrap_or_default()
}

/// What a new piece begins with, and what can be chosen.
#[derive(Debug, Deserialize, TS)]
pub struct EquipmentForm {
    /// The piece that is changed; none for a new one.
    #[ts(type = "string | null")]
    pub id: Option<EquipmentId>,
    /// The entry that bought a new one.
    #[ts(type = "string | null")]
    pub entry_id: Option<EntryId>,
}

/// What a piece begins with, and what can be chosen or was typed before.
#[derive(Debug, Serialize, TS)]
pub struct EquipmentFormShown {
    pub draft: EquipmentDraft,
    pub grants: Vec<AwardChoice>,
    pub kinds: Vec<String>,
    pub places: Vec<String>,
    pub keepers: Vec<String>,
}

/// 令和7年度　地域まちづくり交付金
#[derive(Debug, Serialize, TS)]
pub struct AwardChoice {
    #[ts(type = "string")]
    pub id: GrantId,
    pub label: String,
}

impl Command for EquipmentForm {
    const NAME: &'static str = "equipment.form";
    type Output = EquipmentFormShown;
    fn run(self, desk: &Desk) -> Result<EquipmentFormShown> {
        let (register, grants, entry) = desk.office()?.view(|view| {
            let entry = |id| office::accounts::store::find_entry(view, id);
            Ok((Register::load(view)?, all_grants(view)?, self.entry_id.map(entry).transpose()?.flatten()))
        })?;
        let known = self.id.map(|id| register.find(id).ok_or_else(|| Error::refused("equipment.no_such_item")));
        let draft = match (known.transpose()?, entry) {
            (Some(item), _) => draft_of(item),
            (None, Some(entry)) => EquipmentDraft::of_entry(register.next_number(), &entry),
            (None, None) => EquipmentDraft::blank(register.next_number()),
        };
        let used = |of: fn(&Equipment) -> &String| {
            let all: BTreeSet<&String> = register.items.iter().map(of).filter(|text| !text.is_empty()).collect();
            all.into_iter().cloned().collect()
        };
        let label = |grant: &Grant| format!("{}　{}", grant.fiscal_year.label(), grant.name);
        Ok(EquipmentFormShown {
            draft,
            grants: grants.iter().map(|grant| AwardChoice { id: grant.id, label: label(grant) }).collect(),
            kinds: used(|item| &item.kind),
            places: used(|item| &item.place),
            keepers: used(|item| &item.keeper),
        })
    }
}

pub(super) fn all_grants(view: &View) -> office::Result<Vec<Grant>> {
    office::grants::store::all_grants(view)
}

/// Writes a piece into the register, or writes it anew.
#[derive(Debug, Deserialize, TS)]
pub struct SaveEquipment {
    pub year: FiscalYear,
    #[ts(type = "string | null")]
    pub id: Option<EquipmentId>,
    pub draft: EquipmentDraft,
}

impl Command for SaveEquipment {
    const NAME: &'static str = "equipment.save";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let grants = desk.office()?.view(all_grants)?;
        let item = self.draft.parsed(self.year, &grants)?;
        let changed = desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::save_item(tx, self.id, item))?;
        Ok(with_value_of(changed, Written::of))
    }
}

/// Says that an entry bought nothing that belongs in the register.
#[derive(Debug, Deserialize, TS)]
pub struct PassOver {
    #[ts(type = "string")]
    pub entry_id: EntryId,
}

impl Command for PassOver {
    const NAME: &'static str = "equipment.pass_over";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::pass_over(tx, self.entry_id))?.into())
    }
}
