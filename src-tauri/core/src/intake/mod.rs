//! 取り込み: what every import shares. A file as read ([`paper::RawBook`]) becomes tables with meanings ([`layout`]), their
//! cells become values ([`cells`]), and a concept turns records into a [`plan`]: what is new, the same, changed or unsure.
//! Nothing is written before the user has seen the plan.

pub mod blocks;
pub mod cells;
pub mod columns;
pub mod days;
pub mod headings;
pub mod layout;
mod looks;
pub mod mapping;
pub mod plan;
#[cfg(test)]
pub(crate) mod sketch;
pub mod told;

use paper::{RawBook, RawSheet};

use crate::{Error, Result};
use columns::Kind;
use layout::{Table, tables};
use mapping::Hints;

/// All tables of a book read as this kind; refused when it plainly is another kind, or when it holds no table at all. Where
/// the columns are not understood the tables come unused, so that the user can say what they mean.
pub fn understand<'a>(book: &'a RawBook, kind: Kind, hints: &Hints) -> Result<Vec<Table<'a>>> {
    let found = tables_of(book, kind, hints);
    let head = head(book);
    let others = Kind::ALL.into_iter().filter(|other| *other != kind);
    let named = others.map(|other| (named_columns(&tables_of(&head, other, &Hints::NONE)), other));
    let best = named.max_by_key(|(count, _)| *count);
    let own = named_columns(&found);
    match best.filter(|(count, _)| hints.chosen.is_empty() && *count >= own + 2 && *count * 2 > own * 3) {
        Some((_, other)) => Err(Error::refused("intake.wrong_kind")
            .with("wanted", &kind.fields().label)
            .with("found", &other.fields().label)),
        None if found.iter().any(Table::is_tabular) => Ok(found),
        None => Err(Error::refused("intake.nothing_found").with("wanted", &kind.fields().label)),
    }
}

/// The first rows of every sheet: enough to see what kind of file it is.
fn head(book: &RawBook) -> RawBook {
    let sheets = book.sheets.iter().map(|sheet| RawSheet {
        name: sheet.name.clone(),
        is_hidden: sheet.is_hidden,
        rows: sheet.rows.iter().take(80).cloned().collect(),
        merges: sheet.merges.iter().filter(|m| m.top <= 100).copied().collect(),
    });
    RawBook { sheets: sheets.collect(), ..RawBook::default() }
}

fn tables_of<'a>(book: &'a RawBook, kind: Kind, hints: &Hints) -> Vec<Table<'a>> {
    book.sheets.iter().flat_map(|sheet| tables(sheet, kind.fields(), hints)).collect()
}

/// How much of a book is understood by its headings: the columns of its best table.
fn named_columns(tables: &[Table]) -> usize {
    let of_table =
        |t: &Table| t.columns.iter().filter(|c| c.is_named && c.field.is_some_and(|f| f != "number")).count();
    tables.iter().filter(|t| t.is_used).map(of_table).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use sketch::book;

    fn kinds_refused(book: &RawBook) -> Vec<(&'static str, &'static str)> {
        let refusal = |kind: Kind| understand(book, kind, &Hints::NONE).err().map(|e| (kind.word(), e.code));
        Kind::ALL.into_iter().filter_map(refusal).collect()
    }

    #[test]
    fn a_file_of_another_kind_is_refused_by_name() {
        let roster =
            book("氏名|住所|電話|生年月日|部会|役職\n齋藤　花子|高松市桜町1-2|087-886-2763|S25.6.26|福祉部会|部会長");
        let books =
            book("日付|科目|摘要|収入金額|支出金額|差引残高\n4/1|前年度繰越||=100||=100\n4/2|会議費|お茶||=50|=50");
        let counts =
            book("自治会名|会長名|世帯数|R6加入|R7加入\n桜町東|齋藤　花子|=100|=50|=49\n桜町西|十河　勝|=90|=40|=41");
        assert_eq!(kinds_refused(&roster).len(), 7, "{:?}", kinds_refused(&roster));
        assert_eq!(kinds_refused(&books).len(), 6, "{:?}", kinds_refused(&books));
        assert_eq!(kinds_refused(&counts).len(), 7, "{:?}", kinds_refused(&counts));
        assert!(kinds_refused(&roster).contains(&("cash-book", "intake.wrong_kind")));
        assert!(
            kinds_refused(&book("お知らせ\n今日は晴れです")).iter().all(|(_, code)| *code == "intake.nothing_found")
        );
    }

    #[test]
    fn columns_that_nobody_understands_are_left_to_the_user() {
        let strange = book("甲|乙\nあ|い\nう|え");
        let tables = understand(&strange, Kind::Roster, &Hints::NONE).unwrap();
        assert!(tables.iter().all(|t| !t.is_used));
        let chosen = [mapping::ColumnChoice { sheet: "Sheet1".into(), col: 1, field: Some("name".into()) }];
        let hints = Hints { chosen: &chosen, ..Hints::NONE };
        let tables = understand(&strange, Kind::Roster, &hints).unwrap();
        assert_eq!(tables[0].records().filter(|r| r.text("name").is_some()).count(), 3);
    }
}
