//! One association in the list of a year.

use office::fact::FactRow;
use serde::Serialize;
use ts_rs::TS;

use crate::rows;

/// One association in the list.
#[derive(Debug, Serialize, TS)]
pub struct AssociationRow {
    pub id: String,
    pub name: String,
    pub area: String,
    pub chair: String,
    pub town: String,
    #[ts(type = "number | null")]
    pub blocks: Option<i64>,
    #[ts(type = "number | null")]
    pub households: Option<i64>,
    #[ts(type = "number | null")]
    pub enrolled: Option<i64>,
    #[ts(type = "number | null")]
    pub flats: Option<i64>,
    #[ts(type = "number | null")]
    pub recorded: Option<i64>,
    #[ts(type = "number | null")]
    pub recorded_difference: Option<i64>,
    #[ts(type = "number | null")]
    pub previous: Option<i64>,
    #[ts(type = "number | null")]
    pub change: Option<i64>,
    pub percent: Option<String>,
    pub points: Option<String>,
    #[ts(type = "number | null")]
    pub points_tenths: Option<i64>,
    pub certainty: String,
    pub flags: Vec<String>,
}

impl AssociationRow {
    /// A line of `enrolment.all`.
    pub(super) fn of(row: &FactRow) -> AssociationRow {
        let flags = rows::text(row, "flags");
        AssociationRow {
            id: rows::text(row, "id"),
            name: rows::text(row, "association"),
            area: rows::text(row, "area"),
            chair: rows::text(row, "chair"),
            town: rows::text(row, "town"),
            blocks: rows::number(row, "blocks"),
            households: rows::number(row, "households"),
            enrolled: rows::number(row, "enrolled"),
            flats: rows::number(row, "flats"),
            recorded: rows::number(row, "recorded"),
            recorded_difference: rows::number(row, "recorded_difference"),
            previous: rows::number(row, "previous"),
            change: rows::number(row, "change"),
            percent: rows::shown(row, "rate_percent"),
            points: rows::shown(row, "points"),
            points_tenths: rows::number(row, "points"),
            certainty: rows::text(row, "certainty"),
            flags: flags.split('・').filter(|flag| !flag.is_empty()).map(str::to_owned).collect(),
        }
    }
}
