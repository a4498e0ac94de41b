//! 一覧表: a list of facts as rows, with subtotals after groups and a total at the end. Subtotals and
//! totals are facts too; where one is the sum of its column, the workbook gets that sum as a formula.

use paper::{Align, Calc, Cell, Column, Negative, Role, Row, Table, Value};

use super::scope::Scope;
use super::words::Filler;
use crate::profile::{Head, ListColumn, ListTable, Part, Subtotals, Template};
use crate::text::differences;

/// The table of a list.
pub fn set(table: &ListTable, filler: Filler, scope: Scope) -> Table {
    let rows: Vec<Scope> = scope.each(&table.list).collect();
    let stands = |column: &&ListColumn| {
        column.when.as_ref().is_none_or(|fact| scope.is_present(fact))
            && (!column.is_optional || rows.iter().any(|row| says(&filler.cell(&column.cell, *row))))
    };
    let columns = table.columns.iter().filter(stands).cloned().collect();
    let table = &ListTable { columns, ..table.clone() };
    Table {
        caption: table.caption.as_ref().map(|caption| filler.text(caption, scope)),
        unit: table.unit.clone(),
        columns: table.columns.iter().map(|c| Column { width: c.width, align: c.align, fit: c.fit }).collect(),
        head: head(&table.columns, filler, scope),
        rows: Body { table, filler, scope, rows: Vec::new() }.set(),
    }
}

/// True for a cell with something in it: a dash is nothing.
fn says(cell: &Cell) -> bool {
    let words = cell.value.shown(Negative::White);
    !matches!(words.trim(), "" | "–")
}

/// One head row, or two where a column has two labels.
fn head(columns: &[ListColumn], filler: Filler, scope: Scope) -> Vec<Row> {
    let label = |text: &Template, col_span, row_span| Cell { col_span, row_span, ..filler.cell(text, scope) };
    let deep = columns.iter().any(|column| matches!(column.head, Head::Two(..)));
    let (mut upper, mut lower) = (Vec::new(), Vec::new());
    let mut shared: Option<&Template> = None;
    for column in columns {
        match &column.head {
            Head::One(text) => {
                upper.push(label(text, 1, if deep { 2 } else { 1 }));
                shared = None;
            }
            Head::Two(above, below) => {
                match upper.last_mut() {
                    Some(cell) if shared == Some(above) => cell.col_span += 1,
                    _ => upper.push(label(above, 1, 1)),
                }
                lower.push(label(below, 1, 1));
                shared = Some(above);
            }
        }
    }
    let rows = if deep { vec![upper, lower] } else { vec![upper] };
    rows.into_iter().map(|cells| Row { role: Role::Head, cells }).collect()
}

/// A row of the list and where it stands in the table.
struct Item<'a> {
    at: u32,
    scope: Scope<'a>,
}

struct Body<'a> {
    table: &'a ListTable,
    filler: Filler<'a>,
    scope: Scope<'a>,
    rows: Vec<Row>,
}

impl<'a> Body<'a> {
    fn set(mut self) -> Vec<Row> {
        let scopes: Vec<Scope> = self.scope.each(&self.table.list).collect();
        for _ in 0..if scopes.is_empty() { self.table.spare } else { 0 } {
            let cells = self.table.columns.iter().map(|_| Cell::form("　")).collect();
            self.rows.push(Row { role: Role::Item, cells });
        }
        if scopes.is_empty() && self.table.spare == 0 {
            self.rows.push(self.whole_width(Role::Note, Cell::form(&self.table.empty)));
        }
        let by = self.table.subtotals.as_ref().map(|subtotals| subtotals.by.as_str());
        let groups = scopes.chunk_by(|a, b| by.is_none_or(|by| a.value(by) == b.value(by)));
        let mut items: Vec<Item> = Vec::new();
        for group in groups.collect::<Vec<_>>() {
            let first = self.rows.len();
            group.iter().for_each(|row| self.item(*row));
            self.merge_repeated(first);
            let own: Vec<Item> = (first as u32..).zip(group).map(|(at, scope)| Item { at, scope: *scope }).collect();
            self.subtotal(&own);
            items.extend(own);
        }
        self.total(&items);
        self.reference();
        self.rows
    }

    fn item(&mut self, row: Scope) {
        let cells = self.table.columns.iter().map(|column| self.item_cell(column, row)).collect();
        self.rows.push(Row { role: Role::Item, cells });
    }

    fn item_cell(&self, column: &ListColumn, row: Scope) -> Cell {
        let cell = self.filler.cell(&column.cell, row);
        let Some(other) = &column.against else { return cell };
        let [words, other] = [&column.cell, other].map(|template| self.filler.text(template, row));
        Cell { underlined: differences(&words, &other), ..cell }
    }

    /// Equal neighbours of a `once` column become one cell that covers them all.
    fn merge_repeated(&mut self, first: usize) {
        // From the right, so that cells taken out do not move those still to be looked at.
        for at in (0..self.table.columns.len()).rev().filter(|at| self.table.columns[*at].once) {
            let mut top = first;
            for row in first + 1..self.rows.len() {
                if self.rows[row].cells[at].value == self.rows[top].cells[at].value {
                    self.rows[row].cells.remove(at);
                    self.rows[top].cells[at].row_span += 1;
                } else {
                    top = row;
                }
            }
        }
    }

    fn subtotal(&mut self, group: &[Item]) {
        let (Some(subtotals), [first, _, ..]) = (&self.table.subtotals, group) else { return };
        let Some(row) = find(subtotals, self.scope, &first.scope) else { return };
        let label = Cell::form(self.filler.text(&subtotals.label, row));
        let cells = self.closing(label, group, |column| match column.cell.0.as_slice() {
            [Part::Fact(_)] if column.total.is_some() => self.filler.cell(&column.cell, row),
            _ => Cell::default(),
        });
        self.rows.push(Row { role: Role::Subtotal, cells });
    }

    fn total(&mut self, items: &[Item]) {
        let Some(label) = &self.table.total else { return };
        let label = Cell::form(self.filler.text(label, self.scope));
        let cells = self.closing(label, items, |column| match &column.total {
            Some(total) => self.filler.cell(total, self.scope),
            None => Cell::default(),
        });
        self.rows.push(Row { role: Role::Total, cells });
    }

    fn reference(&mut self) {
        let Some(label) = &self.table.reference else { return };
        let label = Cell::form(self.filler.text(label, self.scope));
        let cells = self.closing(label, &[], |column| match &column.reference {
            Some(reference) => self.filler.cell(reference, self.scope),
            None => Cell::default(),
        });
        // A reference without a number says nothing.
        if cells[1..].iter().any(says) {
            self.rows.push(Row { role: Role::Reference, cells });
        }
    }

    /// A row that closes others: the label up to the first column that is totalled, then the totals.
    fn closing(&self, label: Cell, items: &[Item], cell: impl Fn(&ListColumn) -> Cell) -> Vec<Cell> {
        let columns = &self.table.columns;
        let labelled = columns.iter().position(|column| column.total.is_some()).unwrap_or(columns.len()).max(1);
        // 計 stands at the left whatever stands above it.
        let is_centred = columns.first().is_some_and(|column| column.align == Align::Center);
        let align = if is_centred { Some(Align::Left) } else { label.align };
        let mut cells = vec![Cell { col_span: labelled as u16, align, ..label }];
        for column in &columns[labelled..] {
            let set = cell(column);
            let adds_up = !items.is_empty() && self.adds_up(column, items, &set.value);
            let calc = adds_up.then(|| Calc::Sum(items.iter().map(|item| item.at).collect()));
            cells.push(Cell { calc, ..set });
        }
        cells
    }

    /// True where a closing amount or count is the sum of its column over these items.
    fn adds_up(&self, column: &ListColumn, items: &[Item], closing: &Value) -> bool {
        let (Value::Yen(sum) | Value::Count(sum)) = closing else { return false };
        let number = |item: &Item| self.filler.cell(&column.cell, item.scope).value.number();
        items.iter().filter_map(number).sum::<i64>() == *sum
    }

    fn whole_width(&self, role: Role, cell: Cell) -> Row {
        Row { role, cells: vec![Cell { col_span: self.table.columns.len() as u16, ..cell }] }
    }
}

/// The subtotal of a group, by the value its rows share.
fn find<'a>(subtotals: &Subtotals, scope: Scope<'a>, first: &Scope) -> Option<Scope<'a>> {
    let shared = first.value(&subtotals.by);
    scope.each(&subtotals.list).find(|row| row.value(&subtotals.by) == shared)
}
