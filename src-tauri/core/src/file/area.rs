//! Which data a change touched, told from the tables in its changeset.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A kind of data that the page may have to fetch again after a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// 協議会の情報
    Council,
    /// 名簿
    Roster,
    /// 自治会加入
    Enrolment,
    /// 会計
    Accounts,
    /// 監事の所見
    Audit,
    /// 交付金
    Grants,
    /// 備品
    Equipment,
    /// 行事
    Activities,
    /// コミュニティプラン
    Plan,
    /// 会議
    Meetings,
    /// 引継ぎ
    Handover,
    /// 書類
    Reports,
    /// 添付
    Attachments,
    /// 一覧・宛名・提供記録
    Lists,
}

/// Every record table and its area; a test holds it complete.
const AREAS: &[(&str, Area)] = &[
    ("council", Area::Council),
    ("person", Area::Roster),
    ("organisation", Area::Roster),
    ("role", Area::Roster),
    ("attachment", Area::Attachments),
    ("photo", Area::Attachments),
    ("former_stay", Area::Roster),
    ("former_address", Area::Roster),
    ("household", Area::Roster),
    ("household_member", Area::Roster),
    ("former_parent", Area::Roster),
    ("not_same", Area::Roster),
    ("custom_field", Area::Roster),
    ("custom_value", Area::Roster),
    ("field_policy", Area::Roster),
    ("consent", Area::Roster),
    ("retention", Area::Roster),
    ("association_year", Area::Enrolment),
    ("observation", Area::Enrolment),
    ("household_observation", Area::Enrolment),
    ("rate_basis", Area::Enrolment),
    ("town", Area::Enrolment),
    ("town_count", Area::Enrolment),
    ("town_share", Area::Enrolment),
    ("town_ages", Area::Enrolment),
    ("association_area", Area::Enrolment),
    ("enrolment_snapshot", Area::Enrolment),
    ("enrolment_target", Area::Enrolment),
    ("liaison_payment", Area::Enrolment),
    ("survey_answer", Area::Enrolment),
    ("city_figure", Area::Enrolment),
    ("city_sheet", Area::Enrolment),
    ("activity", Area::Activities),
    ("occasion", Area::Activities),
    ("occasion_task", Area::Activities),
    ("attendance", Area::Activities),
    ("attendance_count", Area::Activities),
    ("activity_plan", Area::Activities),
    ("volunteer_rate", Area::Activities),
    ("purse", Area::Accounts),
    ("opening", Area::Accounts),
    ("account_item", Area::Accounts),
    ("budget_line", Area::Accounts),
    ("entry", Area::Accounts),
    ("entry_approval", Area::Accounts),
    ("fund", Area::Accounts),
    ("reserve_plan", Area::Accounts),
    ("advance", Area::Accounts),
    ("recurring", Area::Accounts),
    ("recurring_month", Area::Accounts),
    ("budget_revision", Area::Accounts),
    ("budget_change", Area::Accounts),
    ("reallocation", Area::Accounts),
    ("budget_part", Area::Accounts),
    ("activity_funding", Area::Accounts),
    ("stated_balance", Area::Accounts),
    ("month_lock", Area::Accounts),
    ("closed_year", Area::Accounts),
    ("reopening", Area::Accounts),
    ("audit", Area::Accounts),
    ("audit_finding", Area::Audit),
    ("receipt", Area::Accounts),
    ("receipt_part", Area::Accounts),
    ("receipt_gone", Area::Accounts),
    ("bank_line", Area::Accounts),
    ("bank_link", Area::Accounts),
    ("bank_rule", Area::Accounts),
    ("grant_award", Area::Grants),
    ("grant_step", Area::Grants),
    ("grant_rule", Area::Grants),
    ("equipment", Area::Equipment),
    ("equipment_passed", Area::Equipment),
    ("equipment_check", Area::Equipment),
    ("equipment_loan", Area::Equipment),
    ("community_plan", Area::Plan),
    ("plan_heading", Area::Plan),
    ("plan_action", Area::Plan),
    ("plan_action_year", Area::Plan),
    ("plan_indicator", Area::Plan),
    ("plan_indicator_year", Area::Plan),
    ("plan_year", Area::Plan),
    ("meeting_rules", Area::Meetings),
    ("meeting", Area::Meetings),
    ("agenda_item", Area::Meetings),
    ("nomination", Area::Meetings),
    ("meeting_voter", Area::Meetings),
    ("written_vote", Area::Meetings),
    ("bylaws", Area::Meetings),
    ("meeting_effect", Area::Meetings),
    ("guest", Area::Meetings),
    ("seating", Area::Meetings),
    ("handover_item", Area::Handover),
    ("handover", Area::Handover),
    ("report_text", Area::Reports),
    ("issued_report", Area::Reports),
    ("intake_mapping", Area::Reports),
    ("saved_list", Area::Lists),
    ("print_shift", Area::Lists),
    ("disclosure", Area::Lists),
];

/// The area that a table belongs to.
pub(super) fn area_of(table: &str) -> Option<Area> {
    AREAS.iter().find(|(name, _)| *name == table).map(|(_, area)| *area)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::{gate, migrate};

    #[test]
    fn every_record_table_has_an_area_and_a_key_that_sessions_can_record() {
        let conn = rusqlite::Connection::open_in_memory().unwrap();
        migrate::migrate(&conn).unwrap();
        let tables = gate::record_tables(&conn).unwrap();
        for table in &tables {
            assert!(area_of(table).is_some(), "{table} belongs to no area");
            let key: String = conn
                .query_row(
                    "SELECT group_concat(cid || name || type || \"notnull\") FROM pragma_table_info(?1) WHERE pk > 0",
                    [table],
                    |r| r.get(0),
                )
                .unwrap();
            assert_eq!(
                key, "0idTEXT1",
                "a session records {table} only by a declared key that is never null; undo finds it in the first column"
            );
        }
        assert_eq!(tables.len(), AREAS.len(), "an area for a table that does not exist");
    }
}
