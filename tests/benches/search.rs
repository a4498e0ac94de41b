//! Somebody among 100,000 at each key stroke: the index in memory beside a LIKE scan of the same words in SQLite.

use std::process::ExitCode;
use std::time::{Duration, Instant};

use office::search::{Hit, HitKind, Index};
use rusqlite::Connection;

const PEOPLE: usize = 100_000;
const FAMILIES: [[&str; 2]; 10] = [
    ["髙橋", "タカハシ"],
    ["𠮷田", "ヨシダ"],
    ["渡邊", "ワタナベ"],
    ["山﨑", "ヤマザキ"],
    ["濵田", "ハマダ"],
    ["齋藤", "サイトウ"],
    ["葛城", "カツラギ"],
    ["真鍋", "マナベ"],
    ["十河", "ソゴウ"],
    ["勅使河原", "テシガワラ"],
];
const GIVEN: [[&str; 2]; 8] = [
    ["一郎", "イチロウ"],
    ["花子", "ハナコ"],
    ["由美子", "ユミコ"],
    ["健二", "ケンジ"],
    ["和子", "カズコ"],
    ["千鶴", "チヅル"],
    ["誠", "マコト"],
    ["凜", "リン"],
];
/// What is typed, key stroke by key stroke: common and rare, kanji, kana, an address, a telephone, nobody.
const TYPED: [&str; 7] = ["たかはし", "𠮷田花子", "てしがわら", "桜町二丁目39番", "0879-12-34", "渡辺 栗林", "外国人"];

fn main() -> ExitCode {
    let people: Vec<[String; 5]> = (0..PEOPLE).map(person).collect();
    let built = Instant::now();
    let index = index(&people);
    let built = built.elapsed();
    let strokes = strokes();
    let ours = times(&strokes, |typed| index.find(typed, 20).len());
    let table = table(&people).expect("a table in memory");
    let scan = times(&strokes, |typed| like(&table, typed).expect("a scan"));
    println!(
        "\nSearch: each of {} key strokes among {PEOPLE} people (index built in {} ms)",
        strokes.len(),
        built.as_millis()
    );
    for (name, [median, p99]) in [("まちの事務局", ours), ("LIKE scan, SQLite in memory", scan)] {
        println!("  {name:<28} median {:>8.3} ms   p99 {:>8.3} ms", ms(median), ms(p99));
    }
    println!("  the scan's p99 is {:.0} times ours", ms(scan[1]) / ms(ours[1]));
    ExitCode::SUCCESS
}

fn person(n: usize) -> [String; 5] {
    let (family, given) = (FAMILIES[n % 10], GIVEN[n / 10 % 8]);
    let town = ["桜町", "栗林町"][n % 2];
    [
        format!("{}　{}", family[0], given[0]),
        format!("{}　{}", family[1], given[1]),
        format!("高松市{town}{}丁目{}番{}号", ["一", "二", "三"][n % 3], n % 40 + 1, n / 40 % 30 + 1),
        format!("0879-{:02}-{:04}", n / 10_000, n % 10_000),
        format!("090-0000-{:04}", n % 10_000),
    ]
}

fn index(people: &[[String; 5]]) -> Index {
    let mut index = Index::default();
    for person in people {
        let (title, detail) = (person[0].clone(), person[2].clone());
        let hit = Hit { kind: HitKind::Person, id: String::new(), title, detail, reason: None };
        index.add(hit, &person.each_ref().map(String::as_str));
    }
    index
}

fn table(people: &[[String; 5]]) -> rusqlite::Result<Connection> {
    let table = Connection::open_in_memory()?;
    table.execute_batch("CREATE TABLE person (name TEXT, kana TEXT, address TEXT, phone TEXT, mobile TEXT); BEGIN")?;
    for person in people {
        table.prepare_cached("INSERT INTO person VALUES (?, ?, ?, ?, ?)")?.execute(person.each_ref())?;
    }
    table.execute_batch("COMMIT")?;
    Ok(table)
}

/// As one would write it without an index: the words as typed, in any of the columns.
fn like(table: &Connection, typed: &str) -> rusqlite::Result<usize> {
    let sql = "SELECT name FROM person WHERE name LIKE ?1 OR kana LIKE ?1 OR address LIKE ?1 OR phone LIKE ?1 OR mobile LIKE ?1
               ORDER BY kana LIMIT 20";
    let rows = table.prepare_cached(sql)?.query_map([format!("%{typed}%")], |row| row.get::<_, String>(0))?.count();
    Ok(rows)
}

/// Every beginning of every text.
fn strokes() -> Vec<&'static str> {
    let beginnings = |text: &'static str| text.char_indices().map(move |(at, c)| &text[..at + c.len_utf8()]);
    TYPED.into_iter().flat_map(beginnings).collect()
}

/// Median and 99th percentile over five rounds.
fn times(strokes: &[&str], find: impl Fn(&str) -> usize) -> [Duration; 2] {
    let mut times: Vec<Duration> = Vec::new();
    for typed in std::iter::repeat_n(strokes, 5).flatten() {
        let begun = Instant::now();
        std::hint::black_box(find(typed));
        times.push(begun.elapsed());
    }
    times.sort_unstable();
    [times[times.len() / 2], times[times.len() * 99 / 100]]
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1000.0
}
