//! 備品台帳 of somebody's Excel: from raw cells to a plan. Nothing here writes; [`super::apply`] does.

mod read;
#[cfg(test)]
mod tests;

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use paper::RawBook;

use super::{Equipment, EquipmentId, MoneySource, Restriction};
use crate::Result;
use crate::calendar::FiscalYear;
use crate::intake::columns::Kind;
use crate::intake::mapping::Hints;
use crate::intake::plan::{Difference, Issue, Plan, Planned, ShownCell, Verdict};
use crate::intake::told::{Cells, Differences, shown};
use crate::intake::understand;
use crate::money::Yen;
use crate::text::search_key;

/// One piece as a file has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PieceDraft {
    /// The stored piece, when there is one.
    pub known: Option<EquipmentId>,
    /// 備品番号; empty where the file has none.
    pub number: String,
    /// 品名
    pub name: String,
    /// 規格
    pub model: String,
    /// 分類
    pub kind: String,
    /// 数量
    pub quantity: Option<i64>,
    /// 取得価格
    pub price_yen: Option<Yen>,
    /// 取得日
    pub acquired_on: Option<NaiveDate>,
    /// 財源 and what it is called; none where the file says nothing.
    pub source: Option<(MoneySource, String)>,
    /// 保管場所
    pub place: String,
    /// 保管責任者
    pub keeper: String,
    /// 耐用年数
    pub useful_years: Option<i64>,
    /// 処分制限の期限
    pub restricted_until: Option<NaiveDate>,
    /// 備考, with what could not be read as a day.
    pub note: String,
}

/// What a file would do to the register.
pub fn plan(book: &RawBook, stored: &[Equipment], hints: &Hints, year: FiscalYear) -> Result<Plan<PieceDraft>> {
    let tables = understand(book, Kind::Equipment, hints)?;
    let mut plan = Plan::of(Kind::Equipment, book, &tables);
    let mut rows = Vec::new();
    for table in tables.iter().filter(|table| table.is_used) {
        rows.extend(read::rows(table, year, &mut plan));
    }
    let mut seen = HashSet::new();
    for row in &mut rows {
        if !row.draft.number.is_empty() && !seen.insert(row.draft.number.clone()) {
            plan.issues
                .push(Issue::at(row.place.clone(), "equipment.row_number_twice").with("number", &row.draft.number));
            row.draft.number.clear();
        }
    }
    let index = Index::new(stored);
    plan.rows = rows.into_iter().map(|row| index.planned(row)).collect();
    Ok(plan)
}

/// What a draft would write, in words.
pub fn show(draft: &PieceDraft) -> (String, Vec<ShownCell>) {
    let mut cells = Cells::new(Kind::Equipment);
    cells.add("number", &draft.number);
    cells.add("model", &draft.model);
    cells.add("quantity", &draft.quantity.map(|n| n.to_string()).unwrap_or_default());
    cells.add("acquired", &draft.acquired_on.map(paper::wareki::long).unwrap_or_default());
    cells.add("price", &draft.price_yen.as_ref().map(shown).unwrap_or_default());
    cells.add("source", &draft.source.as_ref().map(told).unwrap_or_default());
    cells.add("place", &draft.place);
    cells.add("keeper", &draft.keeper);
    cells.add("note", &draft.note);
    (draft.name.clone(), cells.done())
}

fn told((source, name): &(MoneySource, String)) -> String {
    if name.is_empty() { source.label().to_owned() } else { name.clone() }
}

/// The stored pieces under the keys by which they are found.
struct Index<'a> {
    by_number: HashMap<String, &'a Equipment>,
    by_name: HashMap<(String, Option<NaiveDate>), &'a Equipment>,
}

impl<'a> Index<'a> {
    fn new(stored: &'a [Equipment]) -> Index<'a> {
        Index {
            by_number: stored.iter().map(|item| (item.number.clone(), item)).collect(),
            by_name: stored.iter().map(|item| ((search_key(&item.name), item.acquired_on), item)).collect(),
        }
    }

    /// By its number, else by what it is called and the day on which it was bought.
    fn find(&self, draft: &PieceDraft) -> Option<&'a Equipment> {
        if !draft.number.is_empty() {
            return self.by_number.get(&draft.number).copied();
        }
        self.by_name.get(&(search_key(&draft.name), draft.acquired_on)).copied()
    }

    fn planned(&self, row: read::Row) -> Planned<PieceDraft> {
        let mut draft = row.draft;
        let stored = self.find(&draft);
        draft.known = stored.map(|item| item.id);
        let changes = stored.map(|item| changes(item, &draft)).unwrap_or_default();
        let verdict = match stored {
            None => Verdict::New,
            Some(_) if changes.is_empty() => Verdict::Same,
            Some(_) => Verdict::Changed,
        };
        let (reason, candidates) = (None, vec![]);
        Planned { sheet: row.place.sheet, row: row.row, verdict, draft, changes, reason, candidates, is_counted: true }
    }
}

/// What the file would change; blanks of the file take nothing away.
fn changes(stored: &Equipment, draft: &PieceDraft) -> Vec<Difference> {
    let mut found = Differences::new(Kind::Equipment);
    let day = |day: &NaiveDate| paper::wareki::long(*day);
    let own = (stored.source, stored.source_name.clone());
    found.words("name", &stored.name, &draft.name);
    found.words("model", &stored.model, &draft.model);
    found.words("kind", &stored.kind, &draft.kind);
    found.value("quantity", Some(&stored.quantity), draft.quantity.as_ref(), i64::to_string);
    found.value("price", stored.price_yen.as_ref(), draft.price_yen.as_ref(), shown);
    found.value("acquired", stored.acquired_on.as_ref(), draft.acquired_on.as_ref(), day);
    found.value("source", Some(&own), draft.source.as_ref(), told);
    found.words("place", &stored.place, &draft.place);
    found.words("keeper", &stored.keeper, &draft.keeper);
    found.value("useful_years", stored.useful_years.as_ref(), draft.useful_years.as_ref(), i64::to_string);
    found.value("restricted", stored.restriction.until().as_ref(), draft.restricted_until.as_ref(), day);
    found.words("note", &stored.note, &draft.note);
    found.done()
}

impl PieceDraft {
    /// The piece with what the file says; what it leaves open stays as it was.
    pub fn onto(&self, stored: Equipment) -> Equipment {
        let words = |before: String, after: &String| if after.is_empty() { before } else { after.clone() };
        let (source, source_name) = self.source.clone().unwrap_or((stored.source, stored.source_name));
        Equipment {
            name: words(stored.name, &self.name),
            model: words(stored.model, &self.model),
            kind: words(stored.kind, &self.kind),
            quantity: self.quantity.unwrap_or(stored.quantity),
            price_yen: self.price_yen.or(stored.price_yen),
            acquired_on: self.acquired_on.or(stored.acquired_on),
            source,
            source_name,
            place: words(stored.place, &self.place),
            keeper: words(stored.keeper, &self.keeper),
            useful_years: self.useful_years.or(stored.useful_years),
            restriction: self.restricted_until.map_or(stored.restriction, Restriction::Until),
            note: words(stored.note, &self.note),
            ..stored
        }
    }
}
