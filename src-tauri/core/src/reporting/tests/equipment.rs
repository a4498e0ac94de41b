//! The equipment of the small year: a tent of the grant that is to go, a table that somebody gave, and chairs that went.

use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::reporting::tests::facts::{blank, count, day, put, yen};

pub fn equipment(facts: &mut Facts) {
    put(
        facts,
        [
            ("equipment.count", count(2)),
            ("equipment.total_yen", yen(40_000)),
            ("equipment.unchecked", count(1)),
            ("equipment.unpriced", count(1)),
            ("equipment.list", Fact::List(vec![tent(), table()])),
            ("equipment.gone", Fact::List(vec![chairs()])),
            ("equipment.assets", Fact::List(vec![asset(&tent()), asset(&table())])),
            ("equipment.disposals", Fact::List(vec![disposal()])),
            ("equipment.differences", Fact::List(vec![difference()])),
        ],
    );
}

fn piece(number: &str, name: &str) -> FactRow {
    row([
        ("number", words(number)),
        ("name", words(name)),
        ("kind", words("")),
        ("quantity", count(1)),
        ("price_yen", blank()),
        ("acquired_on", blank()),
        ("source", words("寄贈（緑町商店会）")),
        ("place", words("")),
        ("keeper", words("")),
        ("useful_years", blank()),
        ("restricted", words("なし")),
        ("condition", words("良好")),
        ("checked", words("")),
        ("disposed", words("")),
        ("note", words("")),
    ])
}

fn with<const N: usize>(mut piece: FactRow, facts: [(&'static str, Fact); N]) -> FactRow {
    piece.extend(row(facts));
    piece
}

fn tent() -> FactRow {
    with(
        piece("1", "テント　3m×3m"),
        [
            ("quantity", count(2)),
            ("price_yen", yen(40_000)),
            ("acquired_on", day("2024-06-10")),
            ("source", words("地域まちづくり交付金")),
            ("place", words("防災倉庫")),
            ("keeper", words("髙﨑　守")),
            ("useful_years", count(5)),
            ("restricted", words("令和11年6月10日まで")),
            ("checked", words(TENT_CHECKED)),
            ("condition", words("良好、貸出中 1")),
        ],
    )
}

const TENT_CHECKED: &str = "R8.3.1 見つからない、貸出中1点を確認";

fn difference() -> FactRow {
    row([
        ("number", words("1")),
        ("name", words("テント　3m×3m")),
        ("quantity", count(2)),
        ("place", words("防災倉庫")),
        ("keeper", words("髙﨑　守")),
        ("checked", words(TENT_CHECKED)),
        ("checked_by", words("森　花")),
        ("missing", count(1)),
    ])
}

fn table() -> FactRow {
    piece("2", "机")
}

fn chairs() -> FactRow {
    with(piece("3", "椅子"), [("price_yen", yen(9_000)), ("disposed", words("R7.9.1 廃棄：こわれた（承認 緑第9号）"))])
}

fn asset(piece: &FactRow) -> FactRow {
    let of = |name: &str| piece[name].clone();
    row([
        ("number", of("number")),
        ("name", of("name")),
        ("quantity", of("quantity")),
        ("place", of("place")),
        ("acquired_on", of("acquired_on")),
        ("amount_yen", of("price_yen")),
        ("checked", of("checked")),
    ])
}

fn disposal() -> FactRow {
    row([
        ("thing", words("テント　3m×3m　2点（備品番号 1）")),
        ("acquired_on", day("2024-06-10")),
        ("price_yen", yen(40_000)),
        ("granted_yen", yen(30_000)),
        ("restricted", words("令和11年6月10日まで")),
        ("how", words("譲渡")),
        ("reason", words("隣の自治会で使う")),
        ("on", day("2026-03-31")),
        ("grant", words("地域まちづくり交付金")),
        ("grant_year", words("令和6年度")),
        ("decided_on", day("2024-04-21")),
        ("decision_no", words("緑第1号")),
    ])
}
