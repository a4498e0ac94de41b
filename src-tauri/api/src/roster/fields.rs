//! 自由項目

use office::roster::{CustomField, CustomFieldId, CustomKind, acts, store};
use serde::Deserialize;
use ts_rs::TS;

use super::Written;
use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::{Desk, Result};

/// The council's own fields, also those out of use.
#[derive(Debug, Deserialize, TS)]
pub struct CustomFields {}

impl Command for CustomFields {
    const NAME: &'static str = "roster.custom_fields";
    type Output = Vec<CustomField>;
    fn run(self, desk: &Desk) -> Result<Vec<CustomField>> {
        desk.office()?.view(|view| store::custom_fields(view))
    }
}

/// Adds a field, or gives an existing one another name or further choices.
#[derive(Debug, Deserialize, TS)]
pub struct SaveCustomField {
    #[ts(type = "string | null")]
    pub id: Option<CustomFieldId>,
    pub label: String,
    pub kind: CustomKind,
    pub choices: Vec<String>,
}

impl Command for SaveCustomField {
    const NAME: &'static str = "roster.save_custom_field";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let save = |tx: &office::file::Tx| acts::save_custom_field(tx, self.id, &self.label, self.kind, &self.choices);
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Takes a field out of use; what it held is kept.
#[derive(Debug, Deserialize, TS)]
pub struct RetireField {
    #[ts(type = "string")]
    pub id: CustomFieldId,
}

impl Command for RetireField {
    const NAME: &'static str = "roster.retire_field";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::retire_field(tx, self.id))?.into())
    }
}
