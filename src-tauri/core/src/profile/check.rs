//! Every name in a profile exists: facts, columns, lists, fields, forms.

use std::collections::BTreeSet;

use super::catalogue::{self, Named};
use super::{Across, Block, Each, Edition, Form, Grid, ListTable, Output, Stamp, Template, TreeLevel};
use crate::calendar::FiscalYear;
use crate::grants::{DueDay, GrantRules};

/// A slip in a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Which form; empty for what they share.
    pub form: String,
    /// What is wrong.
    pub what: String,
}

/// Slips in the forms and in the calendar of an edition.
pub fn problems(edition: &Edition) -> Vec<Problem> {
    let mut found: Vec<Problem> = edition.forms.iter().flat_map(problems_of).collect();
    for due in edition.municipality.due.iter() {
        if let Some(form) = due.form.as_ref().filter(|id| edition.forms.iter().all(|form| form.id != **id)) {
            found.push(Problem {
                form: String::new(), what: format!("予定「{}」の様式 {form} がありません", due.id)
            });
        }
    }
    let named = edition.municipality.due.iter().flat_map(|due| due.facts().map(move |fact| (due, fact)));
    let unknown = named.filter(|(_, fact)| catalogue::find(fact).is_none());
    found.extend(unknown.map(|(due, fact)| Problem {
        form: String::new(),
        what: format!("予定「{}」の項目 {fact} がありません", due.id),
    }));
    let rules = edition.municipality.meetings.iter().filter(|set| set.rules.clone().checked().is_err());
    found.extend(rules.map(|set| Problem {
        form: String::new(),
        what: format!("会議「{}」の決まりに、数にならないものがあります", set.kind.label()),
    }));
    let grants = edition
        .grants
        .named
        .iter()
        .chain(&edition.grants.common)
        .flat_map(|grant| grant_problems(grant, &edition.forms));
    found.extend(grants.map(|what| Problem { form: String::new(), what }));
    found
}

/// Slips in the rules of a grant: formulas, days and forms that are not there.
fn grant_problems(grant: &GrantRules, forms: &[Form]) -> Vec<String> {
    let year = FiscalYear(2025);
    let mut found = Vec::new();
    if crate::formula::settlement(&grant.settlement.formula).is_none() {
        found.push(format!("交付金「{}」の算式 {} がありません", grant.name, grant.settlement.formula));
    }
    if grant.period.is_some() && grant.period_of(year).is_none() {
        found.push(format!("交付金「{}」の対象期間が日付になっていません", grant.name));
    }
    for paper in &grant.papers {
        let is_no_day =
            |due: &DueDay| matches!(due, DueDay::Day { month, day, .. } if year.city_day(*month, *day).is_none());
        if paper.due.iter().any(is_no_day) {
            found.push(format!("提出物「{}」の期限が日付になっていません", paper.title));
        }
        if let Some(form) = paper.form.as_ref().filter(|id| forms.iter().all(|form| form.id != **id)) {
            found.push(format!("提出物「{}」の様式 {form} がありません", paper.title));
        }
    }
    found
}

/// Every fact, list and column that a form names.
pub fn names_in(form: &Form) -> BTreeSet<String> {
    let mut named = Check::of(form).named;
    // A field of the council's own, own:車の台数, stands in a list of the row: label and value.
    if named.iter().any(|name| name.starts_with("own:")) {
        named.extend(["own", "label", "value"].map(str::to_owned));
    }
    named
}

fn problems_of(form: &Form) -> Vec<Problem> {
    let mut check = Check::of(form);
    if form.outputs.contains(&Output::Stamp) != form.stamp.is_some() {
        check.say("outputs と [stamp] が合いません");
    }
    let names_a_grant = check.named.iter().any(|name| name.starts_with("grant.") && name != "grant.all");
    if (names_a_grant || !form.grants.is_empty()) && form.of.is_none() {
        check.say("交付金の項目がありますが、of がありません");
    }
    check.found.into_iter().map(|what| Problem { form: form.id.clone(), what }).collect()
}

struct Check<'a> {
    form: &'a Form,
    /// Columns of the rows that names are looked up in first, outermost first.
    rows: Vec<&'static [Named]>,
    found: Vec<String>,
    named: BTreeSet<String>,
}

impl<'a> Check<'a> {
    fn of(form: &'a Form) -> Check<'a> {
        let mut check = Check { form, rows: Vec::new(), found: Vec::new(), named: BTreeSet::new() };
        form.needs.iter().for_each(|list| check.within(list, |_| {}));
        form.only_with.iter().chain(&form.only_for).for_each(|figure| check.fact(figure));
        form.fields.iter().filter_map(|field| field.begins_with.as_ref()).for_each(|fact| check.fact(fact));
        check.blocks(&form.blocks);
        form.running_head.iter().for_each(|head| check.template(head));
        form.stamp.iter().for_each(|stamp| check.stamp(stamp));
        check
    }

    fn say(&mut self, what: impl Into<String>) {
        self.found.push(what.into());
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading { text, .. } | Block::Paragraph { text, .. } | Block::Qr { text } => self.template(text),
            Block::Lines { lines, .. } => lines.iter().for_each(|line| self.template(&line.text)),
            Block::Table(table) => self.table(table),
            Block::Grid(grid) => self.grid(grid),
            Block::Tiles { list, across, text } => {
                if let Across::Fact(fact) = across {
                    self.fact(fact);
                }
                self.within(list, |check| check.template(text));
            }
            Block::Tree { levels } => levels.iter().for_each(|level| self.level(level)),
            Block::Chart { title, list, label, series, .. } => {
                self.template(title);
                self.within(list, |check| {
                    check.template(label);
                    series.iter().for_each(|series| check.template(&series.value));
                });
            }
            Block::Photos { list, photo, caption } => {
                self.within(list, |check| [photo, caption].into_iter().for_each(|text| check.template(text)));
            }
            Block::Signature { signers } => signers.iter().for_each(|signer| match &signer.list {
                Some(list) => self.within(list, |check| check.template(&signer.name)),
                None => self.template(&signer.name),
            }),
            Block::Space { .. } | Block::PageBreak {} => {}
            Block::Each(Each { list, blocks, only_with, copy, .. }) => self.within(list, |check| {
                copy.iter().for_each(|text| check.template(text));
                only_with.iter().for_each(|fact| check.fact(fact));
                check.blocks(blocks);
            }),
            Block::When { fact, blocks } => {
                self.fact(fact);
                self.blocks(blocks);
            }
        }
    }

    fn table(&mut self, table: &ListTable) {
        table.caption.iter().chain(&table.total).chain(&table.reference).for_each(|text| self.template(text));
        table.columns.iter().flat_map(|column| column.head.labels()).for_each(|label| self.template(label));
        table.columns.iter().filter_map(|column| column.when.as_ref()).for_each(|fact| self.fact(fact));
        let closing = table.columns.iter().flat_map(|column| column.total.iter().chain(&column.reference));
        closing.for_each(|text| self.template(text));
        let cells = || table.columns.iter().flat_map(|column| [&column.cell].into_iter().chain(&column.against));
        self.within(&table.list, |check| cells().for_each(|cell| check.template(cell)));
        if let Some(subtotals) = &table.subtotals {
            self.within(&table.list, |check| check.fact(&subtotals.by));
            self.within(&subtotals.list, |check| {
                check.fact(&subtotals.by);
                check.template(&subtotals.label);
            });
        }
    }

    fn grid(&mut self, grid: &Grid) {
        for row in &grid.rows {
            let covered: u16 = row.cells.iter().map(|cell| cell.span).sum();
            if usize::from(covered) != grid.widths.len() {
                self.say(format!("{covered}列の行があります（{}列のはず）", grid.widths.len()));
            }
            row.cells.iter().for_each(|cell| self.template(&cell.text));
        }
    }

    fn stamp(&mut self, stamp: &Stamp) {
        for place in &stamp.cells {
            self.address(&place.cell);
            self.template(&place.text);
        }
        for list in &stamp.lists {
            self.within(&list.list, |check| list.columns.iter().for_each(|column| check.template(&column.text)));
            list.columns.iter().for_each(|column| self.address(&format!("{}{}", column.column, list.first_row)));
        }
    }

    /// An address is letters, then digits: K20.
    fn address(&mut self, cell: &str) {
        let digits = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
        let is_address = digits.len() < cell.len() && !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
        if !is_address {
            self.say(format!("セルの番地 {cell} は読めません"));
        }
    }

    fn level(&mut self, level: &TreeLevel) {
        let inside = |check: &mut Self| {
            check.template(&level.title);
            check.template(&level.foot);
            level.list.iter().for_each(|list| check.within(list, |check| check.template(&level.text)));
        };
        level.only_with.iter().for_each(|fact| self.fact(fact));
        match &level.each {
            Some(list) => self.within(list, inside),
            None => inside(self),
        }
    }

    fn within(&mut self, list: &str, look: impl FnOnce(&mut Self)) {
        self.named.insert(list.to_owned());
        let around = self.rows.iter().rev().find_map(|columns| catalogue::list(list, columns));
        match around.or_else(|| catalogue::list(list, &[])) {
            None => self.say(format!("一覧 {list} はありません")),
            Some(columns) => {
                self.rows.push(columns);
                look(self);
                self.rows.pop();
            }
        }
    }

    fn template(&mut self, template: &Template) {
        template.slots().for_each(|slot| self.fact(&slot.name));
        for field in template.typed() {
            if self.form.field(field).is_none() {
                self.say(format!("記述欄 {field} がありません"));
            }
        }
    }

    fn fact(&mut self, name: &str) {
        self.named.insert(name.to_owned());
        let column = if catalogue::own_field(name).is_some() { "own" } else { name };
        let in_row = self.rows.iter().any(|columns| columns.iter().any(|named| named.name == column));
        if !in_row && catalogue::find(name).is_none() {
            self.say(format!("項目 {name} はありません"));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(form: &str) -> Vec<String> {
        let head = "id = 'a'\ntitle = 'a'\narea = 'roster'\noutputs = ['pdf']\nsource = ''\nis_verified = false\n";
        let form: Form = toml::from_str(&format!("{head}{form}")).unwrap();
        problems_of(&form).into_iter().map(|problem| problem.what).collect()
    }

    #[test]
    fn names_that_do_not_exist_are_found_where_they_stand() {
        assert_eq!(slips("[[block]]\nkind = 'paragraph'\ntext = '{council.name}'"), [""; 0]);
        assert_eq!(
            slips("[[block]]\nkind = 'paragraph'\ntext = '{council.nam}{text:x}'"),
            ["項目 council.nam はありません", "記述欄 x がありません"]
        );
        let table = "[[block]]\nkind = 'table'\nlist = 'settlement.purses'\ncolumns = [{ head = 'A', cell = '{purs}', width = 1 }]";
        assert_eq!(slips(table), ["項目 purs はありません"]);
        let own = |list: &str| {
            format!(
                "[[block]]\nkind = 'table'\nlist = '{list}'\ncolumns = [{{ head = 'A', cell = '{{own:車の台数}}', width = 1 }}]"
            )
        };
        assert_eq!(slips(&own("roster.people")), [""; 0], "which fields there are only the council knows");
        assert_eq!(slips(&own("settlement.purses")), ["項目 own:車の台数 はありません"]);
        let nested = "[[block]]\nkind = 'each'\nlist = 'evidence.items'\nblocks = [{ kind = 'paragraph', text = '{item}' }, { kind = 'table', list = 'entries', columns = [{ head = 'A', cell = '{amount_yen}', width = 1 }] }]";
        assert_eq!(slips(nested), [""; 0], "a list inside a row is found in the row");
        let around = "[[block]]\nkind = 'each'\nlist = 'meetings.list'\nblocks = [{ kind = 'each', list = 'voters', blocks = [{ kind = 'paragraph', text = '{title}{deputy}{opens}' }, { kind = 'table', list = 'items', columns = [{ head = 'A', cell = '{proposal}', width = 1 }] }] }]";
        assert_eq!(slips(around), ["項目 opens はありません"], "what is told of the row around is found from within");
        assert_eq!(
            slips("[stamp]\nfile = ''\nsha256 = ''\n[[stamp.cell]]\nsheet = ''\ncell = '20K'\ntext = ''"),
            ["セルの番地 20K は読めません", "outputs と [stamp] が合いません"]
        );
    }
}
