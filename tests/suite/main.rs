//! Behaviour across packages, through the door alone.

mod amounts_read;
mod approval;
mod attachments;
mod bad_rosters;
mod bank_balances;
mod bank_bars;
mod bank_changed;
mod bank_links;
mod budget_bars;
mod chart_bars;
mod city_sheet;
mod closing_bars;
mod community_plan;
mod community_plan_asked;
mod enrolment;
mod enrolment_asked;
mod enrolment_bars;
mod enrolment_paper;
mod entry_amounts;
mod entry_bars;
mod entry_help;
mod equipment_bars;
mod equipment_papers;
mod equipment_seals;
mod fund_bars;
mod funding_bars;
mod gathered;
mod grant_bars;
mod grant_changes;
mod grant_cities;
mod grant_debts;
mod grant_given_up;
mod grant_late;
mod grant_limits;
mod grant_papers;
mod grant_rules;
mod grant_way;
mod grant_years;
mod handover_bars;
mod help_bars;
mod households;
mod import_books;
mod import_funds;
mod item_bars;
mod labels;
mod layers;
mod layout_bars;
mod layouts;
mod legal_form;
mod lists;
mod meeting_bars;
mod occasion_bars;
mod officers;
mod organisation_chart;
mod paper_years;
mod papers;
mod part_bars;
mod people;
mod photo_bars;
mod plan;
mod plan_money;
mod privacy;
mod purses;
mod receipt_bars;
mod receipt_copies;
mod receipt_pictures;
mod receipt_restore;
mod receipt_year;
mod recurring_bars;
mod refusals;
mod roster_bars;
mod sample;
mod search;
mod settlement_bars;
mod shut;
mod slip_bars;
mod taken_back;
mod undo;
mod verdicts;
mod who;
mod words;
mod year_bars;
mod year_start;

use std::path::{Path, PathBuf};

/// The program that is started with `read-worker`.
const PROGRAM: &str = env!("CARGO_BIN_EXE_bridge");

/// A file of the specimen council: one that it is made from, or one that only tests bring in.
fn sample_file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let shipped = folder.join("../assets/sample").join(name);
    if shipped.exists() { shipped } else { folder.join("fixtures/sample").join(name) }
}
