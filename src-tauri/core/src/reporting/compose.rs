//! Form and facts become a document.

use paper::{Align, Block as Paper, Document, LabelLine, Run, Signer};

use super::scope::{Scope, Texts};
use super::words::Filler;
use super::{chart, grid, table, tree};
use crate::fact::Facts;
use crate::profile::{Block, Each, Edition, Form, LabelledLine, Sign, SignerLine};

/// The fact that stands before the title of every paper.
pub(super) const YEAR_LABEL: &str = "year.label";

/// The paper of a form: its words and what the records say.
pub fn compose(edition: &Edition, form: &Form, facts: &Facts, texts: &Texts) -> Document {
    let filler = Filler { form, negative: edition.municipality.negative };
    let scope = Scope::new(facts, texts);
    Document {
        title: title(filler, scope),
        orientation: form.orientation,
        typeface: form.typeface,
        negative: filler.negative,
        running_head: form.running_head.as_ref().map(|head| filler.text(head, scope)),
        stamp: Vec::new(),
        page_numbers: !form.is_given_singly,
        blocks: blocks(&form.blocks, filler, scope),
    }
}

/// 令和7年度　補正予算書
fn title(filler: Filler, scope: Scope) -> String {
    let year = scope.value(YEAR_LABEL).shown(filler.negative);
    format!("{year}　{}", filler.form.title)
}

fn blocks(list: &[Block], filler: Filler, scope: Scope) -> Vec<Paper> {
    list.iter().flat_map(|block| set(block, filler, scope)).collect()
}

/// One block of a form is none, one or many on the paper.
fn set(block: &Block, filler: Filler, scope: Scope) -> Vec<Paper> {
    match block {
        Block::When { fact, blocks: inner } if scope.is_present(fact) => blocks(inner, filler, scope),
        Block::When { .. } => vec![],
        Block::Each(each) => repeat(each, filler, scope),
        single => single_block(single, filler, scope).into_iter().collect(),
    }
}

fn repeat(each: &Each, filler: Filler, scope: Scope) -> Vec<Paper> {
    let mut set = Vec::new();
    for (place, row) in scope.standing(each).enumerate() {
        match &each.copy {
            Some(copy) => set.push(Paper::Copy(filler.text(copy, row))),
            None if each.page_break && place > 0 => set.push(Paper::PageBreak),
            None => {}
        }
        set.extend(blocks(&each.blocks, filler, row));
    }
    if !each.empty.is_empty() && scope.standing(each).next().is_none() {
        let said = Paper::Paragraph { runs: vec![Run::form(&each.empty)], align: Align::Left };
        // Where every row has a page with its own title, a page without rows has that of the form.
        let title = each.page_break.then(|| Paper::Heading { level: 1, runs: vec![Run::form(title(filler, scope))] });
        return title.into_iter().chain([said]).collect();
    }
    set
}

fn single_block(block: &Block, filler: Filler, scope: Scope) -> Option<Paper> {
    Some(match block {
        Block::Heading { level, text } => Paper::Heading { level: *level, runs: filler.runs(text, scope) },
        Block::Paragraph { text, align } => Paper::Paragraph { runs: filler.runs(text, scope), align: *align },
        Block::Lines { place, lines } => {
            Paper::Lines { lines: lines.iter().map(|line| labelled(line, filler, scope)).collect(), place: *place }
        }
        Block::Table(list) => Paper::Table(table::set(list, filler, scope)),
        Block::Grid(rows) => Paper::Table(grid::set(rows, filler, scope)),
        Block::Tiles { list, across, text } => Paper::Table(grid::tiles(list, across, text, filler, scope)),
        Block::Tree { levels } => Paper::Tree(tree::set(levels, filler, scope)),
        Block::Chart { title, draw, unit, list, label, series, across } => {
            let positions: Vec<Scope> = scope.each(list).collect();
            let chart = chart::set(label, series, filler, &positions);
            let (title, unit) = (filler.text(title, scope), unit.clone());
            Paper::Chart(paper::Chart { title, kind: *draw, unit, across: *across, ..chart })
        }
        Block::Signature { signers } => {
            Paper::Signature(signers.iter().flat_map(|signer| signed(signer, filler, scope)).collect())
        }
        Block::Photos { list, photo, caption } => {
            let photo =
                |row| paper::Photo { key: filler.text(photo, row), caption: filler.runs(caption, row), picture: None };
            Paper::Photos(scope.each(list).map(photo).collect())
        }
        Block::Qr { text } => Paper::Qr(filler.text(text, scope)),
        Block::Space { mm } => Paper::Space(*mm),
        Block::PageBreak {} => Paper::PageBreak,
        Block::When { .. } | Block::Each(_) => return None,
    })
}

fn labelled(line: &LabelledLine, filler: Filler, scope: Scope) -> LabelLine {
    LabelLine { label: line.label.clone(), runs: filler.runs(&line.text, scope) }
}

/// Where somebody signs by hand, and where a seal may go.
const BY_HAND: &str = "　　　　　　　　　　（署名）";
const SEAL_HERE: &str = "　（印）";

/// What stands beside an office: the name, room for a hand, or the name with words for a seal.
fn name_as(sign: Sign, name: Run) -> Run {
    match sign {
        Sign::Name | Sign::Seal => name,
        Sign::Hand => Run::form(BY_HAND),
        Sign::Mark => Run { text: format!("{}{SEAL_HERE}", name.text), ..name },
    }
}

fn signed(signer: &SignerLine, filler: Filler, scope: Scope) -> Vec<Signer> {
    let line = |name| Signer {
        office: signer.office.clone(),
        name: name_as(signer.sign, name),
        seal: signer.sign == Sign::Seal,
    };
    let named = |scope| line(filler.runs(&signer.name, scope).into_iter().next().unwrap_or_else(|| Run::form("")));
    match &signer.list {
        None => vec![named(scope)],
        Some(list) if scope.is_present(list) => scope.each(list).map(named).collect(),
        Some(_) => vec![line(Run::form("")); signer.room],
    }
}
