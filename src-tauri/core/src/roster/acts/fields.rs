//! 自由項目: fields of the council's own.

use crate::file::Tx;
use crate::roster::{CustomField, CustomFieldId, CustomKind, store};
use crate::{Error, Result};

/// Writes a field down: a new one at the end, or another label or further choices for an existing one. What a field may
/// hold is not changed once it is there: what it holds would no longer fit.
pub fn save_custom_field(
    tx: &Tx,
    id: Option<CustomFieldId>,
    label: &str,
    kind: CustomKind,
    choices: &[String],
) -> Result<CustomFieldId> {
    let label = label.trim();
    let fields = store::custom_fields(tx)?;
    if label.is_empty() {
        return Err(Error::refused("roster.field_name_missing").with("field", "label"));
    }
    if fields.iter().any(|f| f.label == label && Some(f.id) != id) {
        return Err(Error::refused("roster.field_twice").with("field", "label").with("label", label));
    }
    let choices: Vec<String> = choices.iter().map(|c| c.trim().to_owned()).filter(|c| !c.is_empty()).collect();
    if kind == CustomKind::Choice && choices.is_empty() {
        return Err(Error::refused("roster.choices_missing").with("field", "choices"));
    }
    tx.say("label", label);
    let stored = id.and_then(|id| fields.iter().find(|f| f.id == id));
    let field = CustomField {
        id: id.unwrap_or_else(CustomFieldId::new),
        label: label.to_owned(),
        kind: stored.map_or(kind, |f| f.kind),
        choices,
        position: stored.map_or_else(|| fields.iter().map(|f| f.position).max().unwrap_or(0) + 1, |f| f.position),
        is_retired: false,
    };
    store::put_custom_field(tx, &field)?;
    Ok(field.id)
}

/// Takes a field out of use; what it held is kept.
pub fn retire_field(tx: &Tx, id: CustomFieldId) -> Result<()> {
    let field = store::custom_fields(tx)?.into_iter().find(|f| f.id == id);
    let field = field.ok_or_else(|| Error::refused("roster.no_such_field"))?;
    tx.say("label", &field.label);
    store::put_custom_field(tx, &CustomField { is_retired: true, ..field })
}
