//! A statement as read, and keeping it. Nothing is written before its lines were seen.

use std::sync::Arc;

use office::FiscalYear;
use office::accounts::bank::{self, StatementLine};
use office::accounts::{PurseId, acts, store};
use office::file::View;
use office::intake::columns::Kind;
use office::intake::mapping::ColumnChoice;
use office::intake::plan::{ImportPlan, ShownCell};
use paper::{Negative, RawBook, Value};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::intake::{TextEncoding, book};
use crate::office::Changed;
use crate::{Desk, Error, Result};

/// A file for a purse, and how it is to be read.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReadStatement {
    #[ts(type = "string")]
    pub purse_id: PurseId,
    /// Token.
    pub file: String,
    /// Columns whose meaning the user chose.
    pub columns: Option<Vec<ColumnChoice>>,
    /// Encoding that the user chose for a text file; in none it is found by itself.
    pub encoding: Option<TextEncoding>,
}

/// What a statement would bring.
#[derive(Debug, Serialize, TS)]
pub struct StatementRead {
    pub plan: ImportPlan,
    /// The bank whose layout it has.
    pub bank: Option<String>,
    /// Nobody has said yet what the columns of such a file mean.
    pub is_guessed: bool,
    /// True when nothing stands in the way.
    pub may_keep: bool,
    pub from_label: String,
    pub to_label: String,
    /// The other passbook that holds most of these lines already.
    pub elsewhere: Option<String>,
    /// 年度 of lines for which there are no books.
    pub without_books: Vec<String>,
}

impl Command for ReadStatement {
    const NAME: &'static str = "bank.read_statement";
    type Output = StatementRead;
    fn run(self, desk: &Desk) -> Result<StatementRead> {
        let book = self.book(desk)?;
        let name = desk.files.name(&self.file)?;
        desk.office()?.view(|view| {
            let statement = bank::read_beside(view, self.purse_id, &book, self.chosen(), desk.today())?;
            let days: Vec<_> = statement.plan.rows.iter().map(|row| row.draft.dated_on).collect();
            let label = |day: Option<&chrono::NaiveDate>| day.map(|day| paper::wareki::long(*day)).unwrap_or_default();
            let is_read = statement.plan.sheets.iter().any(|sheet| sheet.is_used) && !days.is_empty();
            Ok(StatementRead {
                elsewhere: bank::held_elsewhere(view, self.purse_id, &statement)?,
                plan: statement.plan.view(&name, book.encoding.as_deref(), shown),
                bank: statement.bank.map(|bank| bank.bank.clone()),
                is_guessed: statement.is_guessed,
                may_keep: is_read && statement.in_the_way().is_none(),
                from_label: label(days.iter().min()),
                to_label: label(days.iter().max()),
                without_books: without_books(view, &days)?,
            })
        })
    }
}

impl ReadStatement {
    fn book(&self, desk: &Desk) -> Result<Arc<RawBook>> {
        book::read(desk, std::slice::from_ref(&self.file), self.encoding)
    }

    fn chosen(&self) -> &[ColumnChoice] {
        self.columns.as_deref().unwrap_or_default()
    }
}

/// One line in words.
fn shown(line: &StatementLine) -> (String, Vec<ShownCell>) {
    let yen = |amount: i64| Value::Yen(amount).shown(Negative::White);
    let (amount, day) = (line.amount_yen.0, paper::wareki::short(line.dated_on));
    let [paid_in, paid_out] = [amount, -amount].map(|amount| if amount > 0 { yen(amount) } else { String::new() });
    let fields = Kind::BankStatement.fields();
    let cell = |(field, shown): (&str, String)| {
        let label = fields.index(field).map_or(String::new(), |at| fields.fields[at].label.clone());
        ShownCell { field: field.to_owned(), label, shown }
    };
    let cells = [
        ("date", day.clone()),
        ("paid_in", paid_in),
        ("paid_out", paid_out),
        ("amount", yen(amount)),
        ("balance", line.balance_yen.map_or(String::new(), |balance| yen(balance.0))),
    ];
    (format!("{day}　{}", line.description), cells.into_iter().map(cell).collect())
}

/// The years of these days that have no books yet.
fn without_books(view: &View, days: &[chrono::NaiveDate]) -> office::Result<Vec<String>> {
    let mut years: Vec<FiscalYear> = days.iter().map(|day| FiscalYear::of(*day)).collect();
    years.dedup();
    let mut without = Vec::new();
    for year in years {
        let is_empty = store::entries(view, year)?.is_empty() && store::openings(view, year)?.is_empty();
        if is_empty && !without.contains(&year.label()) {
            without.push(year.label());
        }
    }
    Ok(without)
}

/// How many lines were new.
#[derive(Debug, Serialize, TS)]
pub struct Kept {
    #[ts(type = "number")]
    pub new: usize,
}

/// Keeps the lines of a statement that are new.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct KeepStatement {
    #[ts(type = "string")]
    pub purse_id: PurseId,
    pub file: String,
    pub columns: Option<Vec<ColumnChoice>>,
    pub encoding: Option<TextEncoding>,
}

impl Command for KeepStatement {
    const NAME: &'static str = "bank.keep_statement";
    type Output = Changed<Kept>;
    fn run(self, desk: &Desk) -> Result<Changed<Kept>> {
        let KeepStatement { purse_id, file, columns, encoding } = self;
        let asked = ReadStatement { purse_id, file, columns, encoding };
        let (book, name) = (asked.book(desk)?, desk.files.name(&asked.file)?);
        let keep = |tx: &office::file::Tx| {
            let statement = bank::read_beside(tx, purse_id, &book, asked.chosen(), desk.today())?;
            if statement.plan.rows.is_empty() {
                return Err(statement.in_the_way().unwrap_or_else(|| Error::refused("bank.columns_open")));
            }
            acts::keep_statement(tx, purse_id, &statement, &name).map(|new| Kept { new })
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, keep)?.into())
    }
}
