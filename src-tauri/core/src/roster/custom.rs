//! 自由項目: fields that a council adds to its roster by itself.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonId;
use crate::closed::closed_words;
use crate::id::Id;

/// Key of a field.
pub type CustomFieldId = Id<CustomField>;

/// What a field may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CustomKind {
    /// Words.
    Text,
    /// A whole number.
    Number,
    /// A day.
    Day,
    /// One of several.
    Choice,
    /// はい or いいえ
    YesNo,
}
closed_words!(CustomKind { Text = "text", Number = "number", Day = "day", Choice = "choice", YesNo = "yes_no" });

/// 自由項目
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CustomField {
    /// Key.
    #[ts(type = "string")]
    pub id: CustomFieldId,
    /// What lists and papers call it.
    pub label: String,
    /// What it may hold.
    pub kind: CustomKind,
    /// What a choice offers.
    pub choices: Vec<String>,
    /// Order.
    #[ts(type = "number")]
    pub position: i64,
    /// Out of use; what it held is kept.
    pub is_retired: bool,
}

impl CustomField {
    /// What it holds, as lists and papers say it: 令和7年4月1日 of a day.
    pub fn shown(&self, value: &str) -> String {
        let day = (self.kind == CustomKind::Day).then(|| value.parse::<NaiveDate>().ok()).flatten();
        day.map_or_else(|| value.to_owned(), paper::wareki::long)
    }
}

/// What a field holds for a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomValue {
    /// Which field.
    pub field_id: CustomFieldId,
    /// Whose.
    pub person_id: PersonId,
    /// As typed; days in ISO form.
    pub value: String,
}
