//! Every form set from a small year, as text that a treasurer can proof-read.

mod books;
mod budget;
mod city;
mod enrolled;
mod equipment;
mod facts;
mod furnished;
mod gathered;
mod golden;
mod handover;
mod layouts;
mod meetings;
mod money;
mod notices;
mod people;
mod plan;
mod stamped;
mod years;

use paper::{Calc, Cell, Document, Table, text};

use super::acts;
use super::*;
use crate::FiscalYear;
use crate::fact::{Fact, Facts};
use crate::file::{By, Cost, NewCouncil, OfficeFile};
use crate::profile::Edition;
use crate::profile::catalogue;
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
    OfficeFile::create_at(&folder.path().join("緑町"), "さくら 体育館 ３月", Cost::LIGHT, &council, &by()).unwrap().0
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
fn a_paper_is_signed_as_its_form_says() {
    let head = "id = 'a'\ntitle = 'a'\narea = 'meetings'\noutputs = ['pdf']\nsource = ''\nis_verified = false\n";
    let told = |sign: &str| {
        let signer = format!("{{ office = '会長', name = '{{council.representative_name}}'{sign} }}");
        let block = format!("[[block]]\nkind = 'signature'\nsigners = [{signer}]");
        let form = toml::from_str(&format!("{head}{block}")).unwrap();
        text::write(&compose(&takamatsu(), &form, &facts(), &texts())).trim().to_owned()
    };
    let signs = ["", ", sign = 'name'", ", sign = 'hand'", ", sign = 'seal'", ", sign = 'mark'"];
    let hand = "会長　　　　　　　　　　　（署名）";
    assert_eq!(
        signs.map(told),
        ["会長　渡邊　凜", "会長　渡邊　凜", hand, "会長　渡邊　凜　㊞", "会長　渡邊　凜　（印）"]
    );
}

#[test]
fn the_papers_of_a_meeting_in_writing_read_as_proof_read() {
    let edition = Edition::of("base", YEAR).unwrap();
    let mut facts = facts();
    meetings::in_writing(&mut facts);
    for form in ["meeting-notice", "meeting-slips", "meeting-minutes", "meeting-report", "meeting-booklet"] {
        let document = compose(&edition, edition.form(form).unwrap(), &facts, &texts());
        golden::same(&format!("{form}-in-writing.txt"), &text::write(&document));
    }
}

#[test]
fn an_empty_year_makes_papers_that_say_so() {
    let edition = takamatsu();
    for form in &edition.forms {
        let document = compose(&edition, form, &Facts::default(), &Texts::new());
        assert!(text::write(&document).chars().any(|c| !c.is_whitespace()), "{}", form.id);
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
fn an_issued_paper_is_reprinted_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let (office, by) = (office(&folder), by());
    let edition = takamatsu();
    let form = edition.form("city-performance-report").unwrap();
    let of = Subject::default();
    let write = |words: &str| {
        office.change(&by, "reports.write_text", |tx| acts::write_text(tx, form, YEAR, &of, "results", words)).unwrap()
    };
    assert_eq!(write("はじめ").sentence, "「市様式 実績報告書（Excel）」の「事業の成果」を書きました");
    write("訓練に120人が参加し、避難の手順を確かめた。");
    let texts = office.view(|v| store::texts(v, YEAR, "performance-report", &of)).unwrap();
    assert_eq!(texts, facts::texts(), "both faces of the paper share their texts");

    let frozen = Frozen::of(form, &facts(), texts);
    office.change(&by, "reports.issue", |tx| acts::issue(tx, &edition, form, YEAR, &of, frozen)).unwrap();
    let mut kept = office.view(|v| store::find_issued(v, YEAR, &form.id, &of)).unwrap().unwrap();
    let last = office.view(|v| store::last_issued(v, YEAR)).unwrap();
    assert_eq!(last.of(&form.id, &of), Some(kept.issued_at.as_str()));
    assert_eq!(reprint(&kept).unwrap(), compose(&edition, form, &facts(), &facts::texts()));
    kept.document = None;
    assert_eq!(
        reprint(&kept).unwrap(),
        compose(&edition, form, &facts(), &facts::texts()),
        "before papers were kept whole"
    );
    kept.frozen.texts.clear();
    assert_eq!(reprint(&kept).unwrap_err().code, "reports.issued_differs");
}

#[test]
fn an_issued_paper_is_reprinted_as_it_was_when_its_form_is_another_one_now() {
    let folder = tempfile::tempdir().unwrap();
    let (office, by) = (office(&folder), by());
    let edition = takamatsu();
    let now = edition.form("performance-report").unwrap();
    let mut then = now.clone();
    then.title = "実績報告書（前の様式）".to_owned();
    then.blocks.truncate(5);
    let paper = compose(&edition, &then, &facts(), &texts());
    let of = Subject::default();
    let frozen = Frozen::of(&then, &facts(), texts());
    office.change(&by, "reports.issue", |tx| acts::issue(tx, &edition, &then, YEAR, &of, frozen)).unwrap();
    let mut kept = office.view(|v| store::find_issued(v, YEAR, &now.id, &of)).unwrap().unwrap();
    assert_ne!(compose(&edition, now, &facts(), &texts()), paper);
    assert_eq!(reprint(&kept).unwrap(), paper);
    kept.document.as_mut().unwrap().blocks.pop();
    assert_eq!(reprint(&kept).unwrap_err().code, "reports.issued_differs", "a copy that was damaged is not given out");
}

#[test]
fn what_is_frozen_is_all_that_a_paper_says_and_nothing_else() {
    let (edition, all) = (takamatsu(), facts());
    for form in &edition.forms {
        let frozen = Frozen::of(form, &all, texts());
        let (paper, again) = [&all, &frozen.facts].map(|facts| compose(&edition, form, facts, &texts())).into();
        assert_eq!(paper, again, "{}", form.id);
        assert!(numbers(&frozen.facts).len() < numbers(&all).len(), "{} keeps what it does not say", form.id);
    }
}

fn numbers(facts: &Facts) -> Vec<i64> {
    fn collect(fact: &Fact, into: &mut Vec<i64>) {
        match fact {
            Fact::One(value) => into.extend(value.number()),
            Fact::List(rows) => rows.iter().flat_map(|row| row.values()).for_each(|fact| collect(fact, into)),
        }
    }
    let mut all = Vec::new();
    facts.iter().for_each(|(_, fact)| collect(fact, &mut all));
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
