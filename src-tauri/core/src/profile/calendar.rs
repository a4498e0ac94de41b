//! 年間の予定: what falls due in a year.

use chrono::{Datelike, Days, NaiveDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Edition;
use crate::calendar::{BookMonth, FiscalYear, YearStart};
use crate::fact::Facts;

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
    /// Last day on which it is in time; none for the work of a month that has no day of its own.
    pub day: Option<u32>,
    /// 中旬, where no day is fixed.
    #[serde(default)]
    pub about: String,
    /// Whose year its day goes by; none is a season, whose month is the same for all.
    pub year: Option<Whose>,
    /// After the end of the year it belongs to, e.g. its 総会.
    #[serde(default)]
    pub is_after_year: bool,
    /// Words of the button that opens the place where it is done.
    pub act: String,
    /// The page that it opens, e.g. `accounts?missing=receipt`.
    pub page: String,
    /// The form that is due.
    pub form: Option<String>,
    /// What the records say once it is done; none where they cannot know.
    pub done: Option<DoneBy>,
    /// The count of what it is about: where there is none of it there is nothing to do.
    pub about_any: Option<String>,
    /// The count that says whether the council is one that has it to do; none is every one.
    pub only_for: Option<String>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's or the council's own rule.
    pub is_verified: bool,
}

/// Whose year a day goes by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Whose {
    /// The city's, April to March: what goes to it.
    City,
    /// The council's own, and with it: closing, 監査, 総会. Month and day are those of a year from 4月1日.
    Council,
}

/// What the records say once a task is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DoneBy {
    /// The fact.
    pub fact: String,
    /// What it is then.
    pub is: DoneIs,
}

/// What a fact is once a task is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DoneIs {
    /// Not blank, not an empty list.
    Present,
    /// A count of nothing.
    Zero,
    /// A count of something.
    Positive,
}

impl DoneBy {
    /// None for a number that nobody knows: it is not nought, and nothing is left undone by it.
    fn holds(&self, facts: &Facts) -> Option<bool> {
        match self.is {
            DoneIs::Present => Some(!facts.list(&self.fact).is_empty() || !facts.value(&self.fact).is_blank()),
            DoneIs::Zero => facts.number(&self.fact).map(|n| n == 0),
            DoneIs::Positive => Some(facts.number(&self.fact).is_some_and(|n| n > 0)),
        }
    }
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
    /// False for the work of a month that has no day of its own: `due_on` is the last of the month then.
    pub has_day: bool,
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
    /// What the records say once it is done; none where they cannot know.
    pub done: Option<DoneBy>,
    /// The count of what it is about: where there is none of it there is nothing to do.
    pub about_any: Option<String>,
    /// The count that says whether the council is one that has it to do; none is every one.
    pub only_for: Option<String>,
    /// Where that stands.
    pub source: String,
    /// False as long as nobody has read it in the city's or the council's own rule.
    pub is_verified: bool,
}

impl Task {
    /// False where it is about something that the council does not have.
    pub fn is_called_for(&self, facts: &Facts) -> bool {
        self.about_any.as_ref().is_none_or(|of| facts.number(of).is_some_and(|count| count > 0))
    }

    /// False for what only other councils have to do.
    pub fn is_of_council(&self, facts: &Facts) -> bool {
        self.only_for.as_ref().is_none_or(|of| facts.number(of).is_some_and(|count| count > 0))
    }

    /// True where something that is there says that it is done, false where it is that nothing is left.
    pub fn is_shown(&self) -> bool {
        self.done.as_ref().is_some_and(|done| done.is != DoneIs::Zero)
    }

    /// Whether the records of its year say that it is done; none where they cannot know.
    pub fn is_done(&self, facts: &Facts) -> Option<bool> {
        self.done.as_ref().and_then(|done| done.holds(facts))
    }
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
    /// The facts that it is known by.
    pub fn facts(&self) -> impl Iterator<Item = &str> {
        self.done
            .as_ref()
            .map(|done| done.fact.as_str())
            .into_iter()
            .chain(self.about_any.as_deref())
            .chain(self.only_for.as_deref())
    }

    /// Its day in a year; none for one that does not exist, such as 2月30日.
    fn day_in(&self, of: FiscalYear) -> Option<NaiveDate> {
        let last = || (28..=31).rev().find_map(|day| of.city_day(self.month, day));
        let named = self.day.map_or_else(last, |day| of.city_day(self.month, day))?;
        let season = || of.months().find(|month| month.number() == self.month);
        match (self.year, self.day) {
            (Some(Whose::City), _) => Some(named),
            (Some(Whose::Council), _) => as_from_april(of, named),
            (None, Some(day)) => of.day(self.month, day),
            (None, None) => season().map(BookMonth::last_day),
        }
    }

    /// The number of the month within which it is done.
    fn month_of(&self, due_on: NaiveDate) -> u32 {
        if self.year == Some(Whose::Council) { BookMonth::of(due_on).number() } else { self.month }
    }

    fn task(&self, year: FiscalYear) -> Option<Task> {
        let of = if self.is_after_year { year.next() } else { year };
        let due_on = self.day_in(of)?;
        let day = format!("{}月{}日", due_on.month(), due_on.day());
        let due_label = match (self.day, self.about.as_str()) {
            (None, _) => format!("{}月のうち", self.month_of(due_on)),
            (_, "") => day,
            // 中旬 is told of months that begin with their first day.
            (_, about) if YearStart::own().day == 1 => format!("{}月{about}", due_on.month()),
            _ => format!("{day}ごろ"),
        };
        Some(Task {
            id: self.id.clone(),
            fiscal_year: year,
            due_on,
            has_day: self.day.is_some(),
            due_label,
            title: self.title.clone(),
            detail: self.detail.clone(),
            act: self.act.clone(),
            page: self.page.clone(),
            form: self.form.clone(),
            about_any: self.about_any.clone(),
            only_for: self.only_for.clone(),
            done: self.done.clone(),
            source: self.source.clone(),
            is_verified: self.is_verified,
        })
    }
}

/// The day of the council's year that is what `named` is of the city's: as far within the same of its twelve months, the last of
/// a month for the last.
fn as_from_april(of: FiscalYear, named: NaiveDate) -> Option<NaiveDate> {
    let at = YearStart::CITY.months().position(|month| month == named.month())?;
    let month = of.months().nth(at)?;
    let is_last = named.succ_opt().is_none_or(|next| next.month() != named.month());
    let day = (month.first_day() + Days::new(u64::from(named.day0()))).min(month.last_day());
    Some(if is_last { month.last_day() } else { day })
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
        assert_eq!(day("next-plan"), Some(("2026-01-31".into(), "1月のうち")), "no day of its own");
        assert_eq!(day("prepare-meeting"), Some(("2026-02-28".into(), "2月のうち")));
        assert!(tasks.is_sorted_by_key(|t| t.due_on));
    }

    #[test]
    fn the_records_say_what_is_done_and_nothing_where_they_cannot_know() {
        let tasks = Edition::of("takamatsu", FiscalYear(2025)).unwrap().tasks(FiscalYear(2025));
        let task = |id: &str| tasks.iter().find(|t| t.id == id).unwrap();
        let mut facts = Facts::default();
        assert_eq!((task("audit").is_done(&facts), task("changed-offices").is_done(&facts)), (Some(false), None));
        facts.state("audit.audited_on", paper::Value::Date("2026-04-10".parse().unwrap()));
        facts.state("evidence.missing", paper::Value::Count(0));
        facts.state("handover.items", paper::Value::Count(3));
        let done = ["audit", "receipts", "handover-notes"].map(|id| task(id).is_done(&facts));
        assert_eq!(done, [Some(true); 3]);
        assert_eq!(task("collect-books").is_done(&facts), None, "no 部会 has a purse of its own");
        facts.state("committee_books.purses_out", paper::Value::Count(1));
        assert_eq!(task("collect-books").is_done(&facts), Some(false));
        facts.state("evidence.missing", paper::Value::Count(2));
        assert_eq!(task("receipts").is_done(&facts), Some(false));
    }

    #[test]
    fn every_month_has_its_work() {
        let year = FiscalYear(2025);
        let tasks = Edition::of("takamatsu", year).unwrap().tasks(year);
        let months: std::collections::BTreeSet<u32> = tasks.iter().map(|t| t.due_on.month()).collect();
        assert_eq!(months.len(), 12, "{months:?}");
    }
}
