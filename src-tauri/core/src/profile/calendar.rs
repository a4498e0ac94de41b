//! 年間の予定: what falls due in a year.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Edition;
use crate::calendar::FiscalYear;

/// 予定の一行 of a profile.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Due {
    /// Its name.
    pub id: String,
    /// 交付金 実績報告書を出す
    pub title: String,
    /// What belongs to it.
    pub detail: String,
    /// Month.
    pub month: u32,
    /// Last day on which it is in time.
    pub day: u32,
    /// 4月中旬, where no day is fixed.
    #[serde(default)]
    pub about: String,
    /// After the end of the year it belongs to, e.g. its 総会.
    #[serde(default)]
    pub is_after_year: bool,
    /// Words of the button that opens the place where it is done.
    pub act: String,
    /// The page that it opens, e.g. `accounts?missing=receipt`.
    pub page: String,
    /// The form that is due.
    pub form: Option<String>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's or the council's own rule.
    pub is_verified: bool,
}

/// やること: one task of one year with its day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Task {
    /// Its name.
    pub id: String,
    /// The year it belongs to.
    pub fiscal_year: FiscalYear,
    /// Last day on which it is in time.
    pub due_on: NaiveDate,
    /// 3月31日, or 4月中旬.
    pub due_label: String,
    /// What to do.
    pub title: String,
    /// What belongs to it.
    pub detail: String,
    /// Words of the button that opens the place where it is done.
    pub act: String,
    /// The page that it opens.
    pub page: String,
    /// The form that is due.
    pub form: Option<String>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's or the council's own rule.
    pub is_verified: bool,
}

impl Edition {
    /// What falls due for a year, by day; some of it after its last day.
    pub fn tasks(&self, year: FiscalYear) -> Vec<Task> {
        let mut tasks: Vec<Task> = self.municipality.due.iter().filter_map(|due| due.task(year)).collect();
        tasks.sort_by_key(|task| task.due_on);
        tasks
    }
}

impl Due {
    /// None for a day that does not exist, such as 2月30日.
    fn task(&self, year: FiscalYear) -> Option<Task> {
        let due_on = if self.is_after_year { year.next() } else { year }.day(self.month, self.day)?;
        let due_label =
            if self.about.is_empty() { format!("{}月{}日", self.month, self.day) } else { self.about.clone() };
        Some(Task {
            id: self.id.clone(),
            fiscal_year: year,
            due_on,
            due_label,
            title: self.title.clone(),
            detail: self.detail.clone(),
            act: self.act.clone(),
            page: self.page.clone(),
            form: self.form.clone(),
            source: self.source.clone(),
            is_verified: self.is_verified,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tasks_after_the_year_stand_in_the_next_spring() {
        let tasks = Edition::of("takamatsu", FiscalYear(2025)).unwrap().tasks(FiscalYear(2025));
        let day = |id: &str| tasks.iter().find(|t| t.id == id).map(|t| (t.due_on.to_string(), t.due_label.as_str()));
        assert_eq!(day("performance-report"), Some(("2026-03-31".into(), "3月31日")));
        assert_eq!(day("audit"), Some(("2026-04-15".into(), "4月中旬")));
        assert!(tasks.is_sorted_by_key(|t| t.due_on));
    }
}
