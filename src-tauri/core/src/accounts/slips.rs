//! 伝票 on paper: several to an A4 page with their numbers running, or one as an entry was recorded. What stands on them is
//! data (`assets/words/slips.toml`).

use std::collections::BTreeMap;
use std::sync::OnceLock;

use paper::{Align, Block, Cell, Column, Document, Negative, Orientation, Row, Run, Table, Typeface, Value};
use serde::Deserialize;

/// What is written on one slip, by the names of its places.
pub type SlipText = BTreeMap<&'static str, String>;

/// One kind of slip.
#[derive(Debug, Deserialize)]
pub struct SlipForm {
    /// expense, income, …
    pub id: String,
    /// 支出伝票
    pub title: String,
    /// What stands above the fields.
    #[serde(default)]
    lead: String,
    /// Slips on an A4 page.
    pub per_page: usize,
    rows: Vec<SlipRow>,
}

impl SlipForm {
    /// Whether its slips bear a number that runs on.
    pub fn is_numbered(&self) -> bool {
        self.rows.iter().flat_map(|row| &row.cells).any(|cell| cell == "{number}")
    }
}

/// A label and its field, once or twice.
#[derive(Debug, Deserialize)]
struct SlipRow {
    cells: Vec<String>,
    /// Lines of room.
    #[serde(default)]
    tall: usize,
    /// The row is left out where nobody wrote what this place says.
    #[serde(default)]
    only_with: String,
}

#[derive(Debug, Default, Deserialize)]
struct Words {
    #[serde(default)]
    blanks: BTreeMap<String, String>,
    #[serde(rename = "slip", default)]
    slips: Vec<SlipForm>,
}

fn words() -> &'static Words {
    static WORDS: OnceLock<Words> = OnceLock::new();
    WORDS.get_or_init(|| toml::from_str(include_str!("../../../../assets/words/slips.toml")).unwrap_or_default())
}

/// All kinds of slips.
pub fn slip_forms() -> &'static [SlipForm] {
    &words().slips
}

/// The kind of this name.
pub fn slip_form(id: &str) -> Option<&'static SlipForm> {
    slip_forms().iter().find(|form| form.id == id)
}

/// Empty slips with running numbers, each with nothing else on it.
pub fn numbered(from: i64, count: i64) -> Vec<SlipText> {
    (from..from + count).map(|number| SlipText::from([("number", number.to_string())])).collect()
}

/// The slips one below the other, as many on a page as their form says.
pub fn slip_sheets(form: &SlipForm, council: &str, slips: &[SlipText]) -> Document {
    let mut blocks = Vec::new();
    for (place, slip) in slips.iter().enumerate() {
        if place > 0 {
            blocks.push(if place % form.per_page == 0 { Block::PageBreak } else { Block::Space(9) });
        }
        blocks.push(Block::Heading { level: 2, runs: vec![Run::form(&form.title)] });
        if !form.lead.is_empty() {
            blocks.push(Block::Paragraph { runs: vec![Run::form(&form.lead)], align: Align::Left });
        }
        blocks.push(Block::Table(table(form, council, slip)));
    }
    Document {
        title: form.title.clone(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::default(),
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks,
    }
}

fn table(form: &SlipForm, council: &str, slip: &SlipText) -> Table {
    Table {
        unit: Some(council.to_owned()),
        columns: [15, 35, 15, 35].map(|width| Column { width, ..Column::default() }).to_vec(),
        rows: form.rows.iter().filter(|row| is_asked(row, slip)).map(|row| line(row, slip)).collect(),
        ..Table::default()
    }
}

fn is_asked(row: &SlipRow, slip: &SlipText) -> bool {
    row.only_with.is_empty() || slip.get(row.only_with.as_str()).is_some_and(|text| !text.is_empty())
}

fn line(row: &SlipRow, slip: &SlipText) -> Row {
    let is_single = row.cells.len() == 2;
    let room = "\n".repeat(row.tall.saturating_sub(1));
    let cell = |(place, words): (usize, &String)| {
        if place % 2 == 0 {
            return Cell::form(words);
        }
        let align = if words == "{amount}" || words == "円" { Align::Right } else { Align::Left };
        let value = Value::text(format!("{}{room}", filled(words, slip)));
        Cell { value, align: Some(align), col_span: if is_single { 3 } else { 1 }, ..Cell::default() }
    };
    Row { cells: row.cells.iter().enumerate().map(cell).collect(), ..Row::default() }
}

/// The words of a field with its place filled, or as it is left for a hand.
fn filled(words_of_field: &str, slip: &SlipText) -> String {
    let Some(name) = words_of_field.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) else {
        return words_of_field.to_owned();
    };
    let written = slip.get(name).filter(|text| !text.is_empty()).cloned();
    written.or_else(|| words().blanks.get(name).cloned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_its_rows_fill_the_width() {
        assert_eq!(slip_forms().len(), 8, "a slip in the TOML would leave none");
        for row in slip_forms().iter().flat_map(|form| &form.rows) {
            assert!([2, 4].contains(&row.cells.len()), "{row:?}");
        }
    }

    #[test]
    fn numbers_run_and_pages_break_after_as_many_as_fit() {
        let form = slip_form("expense").expect("the form");
        let document = slip_sheets(form, "見本協議会", &numbered(41, 7));
        let breaks = document.blocks.iter().filter(|block| matches!(block, Block::PageBreak)).count();
        let tables: Vec<&Table> =
            document.blocks.iter().filter_map(|b| if let Block::Table(t) = b { Some(t) } else { None }).collect();
        let number = |table: &&Table| table.rows[0].cells[1].value.clone();
        let numbers: Vec<Value> = tables.iter().map(number).collect();
        assert_eq!(numbers, (41..48).map(|n: i64| Value::text(n.to_string())).collect::<Vec<_>>());
        assert_eq!((breaks, tables[0].rows[0].cells[3].value.clone()), (2, Value::text("令和　　年　　月　　日")));
    }
}
