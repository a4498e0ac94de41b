//! Every form set from a small year, as text that a treasurer can proof-read.

mod facts;
mod gathered;
mod golden;

use paper::{Calc, Cell, Document, StampCell, StampValue, Table, text};

use super::acts;
use super::*;
use crate::fact::{Fact, Facts};
use crate::file::{By, Cost, NewCouncil, OfficeFile};
use crate::profile::Edition;
use crate::profile::catalogue;
use crate::{FiscalYear, words};
use facts::{facts, texts};

const YEAR: FiscalYear = FiscalYear(2025);

fn takamatsu() -> Edition {
    Edition::of("takamatsu", YEAR).unwrap()
}

fn by() -> By {
    By { operator: "井上".into(), at: "2026-03-31T10:00:00+09:00".into() }
}

fn office(folder: &tempfile::TempDir) -> OfficeFile {
    let council = NewCouncil { name: "緑町協議会".into(), ..NewCouncil::default() };
    OfficeFile::create_at(&folder.path().join("緑町"), "さくら 体育館", Cost::LIGHT, &council, &by()).unwrap().0
}

#[test]
fn the_small_year_states_what_the_catalogue_names() {
    assert_eq!(catalogue::tests::differences(&facts()), [""; 0]);
}

#[test]
fn every_form_reads_as_proof_read() {
    let (base, city) = (Edition::of("base", YEAR).unwrap(), takamatsu());
    let own = city.forms.iter().filter(|form| form.sibling.is_none() && !base.forms.contains(form));
    let own = own.map(|form| (&city, form, "takamatsu-"));
    for (edition, form, prefix) in base.forms.iter().map(|form| (&base, form, "")).chain(own) {
        let document = compose(edition, form, &facts(), &texts());
        golden::same(&format!("{prefix}{}.txt", form.id), &text::write(&document));
    }
}

#[test]
fn every_number_of_a_form_is_a_fact() {
    let (edition, facts) = (takamatsu(), facts());
    let stated = numbers(&facts);
    for form in &edition.forms {
        for number in text::numbers(&compose(&edition, form, &facts, &texts())) {
            let is_row_number = form.id == "member-list";
            assert!(is_row_number || stated.contains(&number.number().unwrap()), "{}: {number:?}", form.id);
        }
    }
}

#[test]
fn every_total_is_a_formula_that_gives_the_fact() {
    let edition = takamatsu();
    let mut formulas = 0;
    for form in &edition.forms {
        let document = compose(&edition, form, &facts(), &texts());
        for table in tables(&document) {
            for (column, cell) in closing_cells(table) {
                let Some(Calc::Sum(rows)) = &cell.calc else { continue };
                let sum: i64 = rows.iter().filter_map(|row| value_at(table, *row as usize, column)).sum();
                assert_eq!(Some(sum), cell.value.number(), "{}: column {column}", form.id);
                formulas += 1;
            }
        }
    }
    assert!(formulas > 20, "totals of amounts and counts are formulas, found {formulas}");
}

#[test]
fn what_is_missing_is_named_with_its_place() {
    let edition = takamatsu();
    let mut facts = facts();
    facts.state("grant.decision_no", paper::Value::Blank);
    let of = |form: &str| -> Vec<String> {
        missing(edition.form(form).unwrap(), &facts, &Texts::new()).iter().map(said).collect()
    };
    assert_eq!(
        of("performance-report"),
        [
            "「電話番号」がまだ入っていません。 → settings",
            "「交付決定番号」がまだ入っていません。 → grants",
            "「事業の成果」がまだ書かれていません。 → results"
        ]
    );
    assert_eq!(of("activity-sheets"), ["「事業実施内容」が1か所でまだ入っていません。 → activities"]);
}

fn said(notice: &Notice) -> String {
    let place = notice.field.as_deref().or(notice.link).unwrap_or("");
    format!("{} → {place}", words::error(notice.code, &notice.params).title)
}

#[test]
fn the_books_are_compared_with_the_paper() {
    let edition = takamatsu();
    let form = edition.form("performance-report").unwrap();
    let codes = |facts: &Facts| -> Vec<(State, &str)> {
        checks(form, facts, &texts()).iter().map(|notice| (notice.state, notice.code)).collect()
    };
    let mut facts = facts();
    facts.state("council.phone", paper::Value::text("087-000-0000"));
    let good = [
        (State::Warning, "reports.receipts_missing"),
        (State::Ok, "reports.books_agree"),
        (State::Ok, "reports.purses_agree"),
        (State::Ok, "reports.refund"),
        (State::Ok, "reports.verdicts_given"),
    ];
    assert_eq!(codes(&facts), good);
    facts.state("settlement.expense_yen", paper::Value::Yen(470_001));
    facts.state("grant.excess_yen", paper::Value::Yen(5));
    let bad = codes(&facts);
    assert!(bad.contains(&(State::Warning, "reports.books_differ")), "an expense outside every line: {bad:?}");
    assert!(bad.contains(&(State::Warning, "reports.grant_exceeded")), "{bad:?}");
}

#[test]
fn every_notice_has_its_sentence() {
    let edition = takamatsu();
    for facts in [facts(), Facts::default()] {
        for form in &edition.forms {
            for notice in checks(form, &facts, &Texts::new()) {
                let sentence = words::error(notice.code, &notice.params);
                assert!(sentence.title != notice.code && !sentence.title.contains('{'), "{}", sentence.title);
            }
        }
    }
}

fn stamped(facts: &Facts, texts: &Texts) -> Vec<StampCell> {
    let edition = takamatsu();
    stamp(edition.form("city-performance-report").unwrap(), facts, texts).unwrap()
}

fn at<'a>(cells: &'a [StampCell], address: &str) -> Option<&'a StampValue> {
    cells.iter().find(|cell| cell.cell == address).map(|cell| &cell.value)
}

#[test]
fn the_citys_cells_get_words_numbers_and_cached_results() {
    let cells = stamped(&facts(), &texts());
    let text = |words: &str| StampValue::Text(words.to_owned());
    assert_eq!(at(&cells, "Y8"), Some(&text("会長　渡邊　凜")));
    assert_eq!(at(&cells, "A13"), Some(&text("令和7年度　地域まちづくり交付金実績報告書")));
    assert_eq!(
        at(&cells, "A15"),
        Some(&text(
            "　　令和7年4月21日付け緑第1号で交付決定のあった地域まちづくり交付金について、次のとおり事業を実施したので報告します。"
        ))
    );
    assert_eq!(at(&cells, "K24"), Some(&StampValue::Number(40_000)));
    assert_eq!(at(&cells, "A5"), Some(&text("支出")));
    assert_eq!(at(&cells, "B8"), Some(&text("予備費")));
    assert_eq!(at(&cells, "E5"), Some(&StampValue::Cached(-10_000)), "the city's formula stays");
    assert_eq!(at(&cells, "D31"), Some(&StampValue::Cached(470_000)));
    assert_eq!(at(&cells, "F5"), None, "an empty note writes nothing");
}

#[test]
fn what_is_missing_leaves_the_citys_cell_as_it_is() {
    let mut facts = facts();
    for name in
        ["grant.decided_on", "grant.decision_no", "council.representative_office", "council.representative_name"]
    {
        facts.state(name, paper::Value::Blank);
    }
    let cells = stamped(&facts, &Texts::new());
    for address in ["Z3", "Y8", "Y10", "A15", "K28"] {
        assert_eq!(at(&cells, address), None, "{address}");
    }
}

#[test]
fn more_lines_than_the_citys_sheet_has_rows_are_refused() {
    let edition = takamatsu();
    let form = edition.form("city-performance-report").unwrap();
    let mut facts = facts();
    let line = facts.list("settlement.expense")[0].clone();
    facts.state_list("settlement.expense", vec![line.clone(); 26]);
    assert!(stamp(form, &facts, &texts()).is_ok(), "26 rows fit");
    facts.state_list("settlement.expense", vec![line; 27]);
    let refused = stamp(form, &facts, &texts()).unwrap_err();
    assert_eq!((refused.code, refused.params["lines"].as_str()), ("reports.too_many_rows", "27"));
}

#[test]
fn an_issued_paper_is_reprinted_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (office, by) = (office(&folder), by());
    let edition = takamatsu();
    let form = edition.form("city-performance-report").unwrap();
    let write = |words: &str| {
        office.change(&by, "reports.write_text", |tx| acts::write_text(tx, form, YEAR, "results", words)).unwrap()
    };
    assert_eq!(write("はじめ").sentence, "「市様式 実績報告書（Excel）」の「事業の成果」を書きました");
    write("訓練に120人が参加し、避難の手順を確かめた。");
    let texts = office.view(|v| store::texts(v, YEAR, "performance-report")).unwrap();
    assert_eq!(texts, facts::texts(), "both faces of the paper share their texts");

    let frozen = Frozen { facts: facts(), texts };
    office.change(&by, "reports.issue", |tx| acts::issue(tx, &edition, form, YEAR, frozen)).unwrap();
    let mut kept = office.view(|v| store::issued(v, YEAR)).unwrap().remove(0);
    assert_eq!(reprint(&kept).unwrap(), compose(&edition, form, &facts(), &facts::texts()));
    kept.frozen.texts.clear();
    assert_eq!(reprint(&kept).unwrap_err().code, "reports.issued_differs");
}

fn numbers(facts: &Facts) -> Vec<i64> {
    fn collect(fact: &Fact, into: &mut Vec<i64>) {
        match fact {
            Fact::One(value) => into.extend(value.number()),
            Fact::List(rows) => rows.iter().flat_map(|row| row.values()).for_each(|fact| collect(fact, into)),
        }
    }
    let mut all = Vec::new();
    facts.0.values().for_each(|fact| collect(fact, &mut all));
    all
}

fn tables(document: &Document) -> impl Iterator<Item = &Table> {
    document.blocks.iter().filter_map(|block| match block {
        paper::Block::Table(table) => Some(table),
        _ => None,
    })
}

/// Cells of subtotal and total rows with their column.
fn closing_cells(table: &Table) -> impl Iterator<Item = (usize, &Cell)> {
    table.rows.iter().flat_map(|row| {
        row.cells.iter().scan(0, |next, cell| {
            let column = *next;
            *next += usize::from(cell.col_span);
            Some((column, cell))
        })
    })
}

/// The number in a column of an item row; merged cells to the left of it are counted back in.
fn value_at(table: &Table, row: usize, column: usize) -> Option<i64> {
    let row = &table.rows[row];
    row.cells.get(column - (table.columns.len() - row.cells.len()))?.value.number()
}
