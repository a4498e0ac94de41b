use super::*;
use crate::intake::columns::Kind;
use crate::intake::mapping::{ColumnChoice, Remembered};
use crate::intake::sketch::{merged, sheet};

fn read<'a>(sheet: &'a RawSheet, kind: Kind) -> Vec<Table<'a>> {
    tables(sheet, kind.fields(), &Hints { chosen: &[], remembered: &Remembered::new() })
}

fn meanings(table: &Table) -> Vec<Option<&'static str>> {
    table.columns.iter().map(|c| c.field).collect()
}

fn rows(table: &Table, field: &str) -> Vec<String> {
    table.records().map(|r| r.text(field).unwrap_or_default().into_owned()).collect()
}

#[test]
fn titles_groups_pages_and_totals_are_told_from_records() {
    let drawn = "令和７年度　会員名簿|||||
|||（令和7年4月1日現在）|
No.|氏　名|電話番号||所属|
||自宅|携帯|団体・部会|役職
=1|齋藤　花子|087-886-2763|090-0000-3389|福祉部会|部会長
|小計　1名||||

No.|氏　名|電話番号||所属|
||自宅|携帯|団体・部会|役職
=2|十河　勝|087-878-0619|||
以下余白|||||
|合計　2件||||";
    let merges = ["A3:A4", "B3:B4", "C3:D3", "E3:F3", "A8:A9", "B8:B9", "C8:D8", "E8:F8", "A1:F1"];
    let sheet = merged(sheet("名簿", drawn), &merges);
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(tables.len(), 1, "the second page goes on with the first table");
    let table = &tables[0];
    assert_eq!(
        meanings(table),
        [Some("number"), Some("name"), Some("phone"), Some("mobile"), Some("body"), Some("title")]
    );
    assert_eq!(rows(table, "name"), ["齋藤　花子", "十河　勝"]);
    assert_eq!(table.header_rows, [3, 4]);
    assert_eq!(
        table.skipped.iter().map(|s| (s.row, s.why)).collect::<Vec<_>>(),
        [(6, Why::Total), (8, Why::Header), (9, Why::Header), (11, Why::Margin), (12, Why::Total)]
    );
    assert_eq!(table.year(), Some(FiscalYear(2025)));
    assert_eq!(table.as_of().map(|d| d.to_string()).as_deref(), Some("2025-04-01"));
    let place = table.records().nth(1).map(|r| r.place("phone"));
    assert_eq!(place, Some(Place { sheet: "名簿".into(), cell: "C10".into() }));
}

#[test]
fn an_empty_house_and_a_free_number_are_nobody() {
    let drawn = "番号|世帯主|住所
=1|空　太郎|桜町1-1-1
=2|（空家）|桜町1-1-2
=3|空き家|桜町1-1-3
=4|欠番|";
    let sheet = sheet("名簿", drawn);
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(rows(&tables[0], "name"), ["空　太郎"]);
    let skipped: Vec<_> = tables[0].skipped.iter().map(|s| (s.row, s.why)).collect();
    assert_eq!(skipped, [(3, Why::Vacant), (4, Why::Vacant), (5, Why::Vacant)]);
}

#[test]
fn two_tables_in_one_sheet_keep_their_titles() {
    let drawn = "令和７年度　収支予算書|||
収入の部|||
款|項|本年度予算額|前年度予算額
交付金|地域まちづくり交付金|=5022000|=4953000
合計||=5022000|=4953000

支出の部|||
款|項|本年度予算額|前年度予算額
事業費|防災訓練事業|=453000|=461000
|敬老会事業|=528000|=450000
合計||=981000|=911000";
    let sheet = sheet("予算", drawn);
    let tables = read(&sheet, Kind::Budget);
    assert_eq!(
        tables.iter().map(|t| t.titles.last().map(String::as_str)).collect::<Vec<_>>(),
        [Some("収入の部"), Some("支出の部")]
    );
    assert_eq!(rows(&tables[1], "kou"), ["防災訓練事業", "敬老会事業"]);
    assert_eq!(tables[1].year(), Some(FiscalYear(2025)), "the title of the sheet serves every table");
}

#[test]
fn a_group_heading_without_headings_of_its_own_is_a_section() {
    let drawn = "科目|予算額|摘要
収入の部||
会費|=1000|
支出の部||
会議費|=800|お茶";
    let sheet = sheet("予算", drawn);
    let tables = read(&sheet, Kind::Budget);
    let sections: Vec<_> = tables[0].records().map(|r| r.section()).collect();
    assert_eq!(sections, [Some("収入の部"), Some("支出の部")]);
}

#[test]
fn readings_stacked_over_names_make_records_of_two_rows() {
    let drawn = "No|ふりがな|住所|電話
|氏名||
=1|さいとう はなこ|高松市桜町1-2|087-886-2763
|齋藤　花子||
=2|そごう まさる|高松市桜町3-4|087-878-0619
|十河　勝||";
    let sheet = merged(sheet("名簿", drawn), &["A1:A2", "C1:C2", "D1:D2", "A3:A4", "C3:C4", "D3:D4"]);
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(rows(&tables[0], "name"), ["齋藤　花子", "十河　勝"]);
    assert_eq!(rows(&tables[0], "kana"), ["さいとう はなこ", "そごう まさる"]);
    assert_eq!(rows(&tables[0], "phone"), ["087-886-2763", "087-878-0619"]);
}

#[test]
fn two_lines_in_one_cell_are_two_fields() {
    let sheet = sheet("名簿", "ふりがな\\n氏名|住所\nさいとう はなこ\\n齋藤　花子|高松市桜町1-2");
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(
        (rows(&tables[0], "name"), rows(&tables[0], "kana")),
        (vec!["齋藤　花子".into()], vec!["さいとう はなこ".into()])
    );
}

#[test]
fn unknown_headings_are_read_from_their_cells() {
    let drawn = "なまえとか|れんらくさき|すまい|いつ生まれ
齋藤　花子|090-0000-3389|高松市桜町一丁目2番|S25.6.26
十河　勝|090-0000-3332|高松市桜町二丁目3番|S44.2.23
瀨戸　一郎|090-0000-1111|高松市桜町二丁目4番|S20.1.4";
    let sheet = sheet("名簿", drawn);
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(meanings(&tables[0]), [Some("name"), Some("mobile"), Some("address"), Some("birth")]);
    assert_eq!((tables[0].records().count(), tables[0].header_rows.as_slice()), (3, &[1][..]));
}

#[test]
fn what_the_user_chose_and_what_is_remembered_stands() {
    let drawn = "氏名|番号A|番号B\n齋藤　花子|087-886-2763|087-886-0000\n十河　勝|087-878-0619|087-886-0001";
    let sheet = sheet("名簿", drawn);
    let chosen = [ColumnChoice { sheet: "名簿".into(), col: 3, field: Some("phone".into()) }];
    let none = Remembered::new();
    let first = tables(&sheet, Kind::Roster.fields(), &Hints { chosen: &chosen, remembered: &none });
    assert_eq!(meanings(&first[0])[2], Some("phone"));
    let mapping = first[0].mapping();
    let key = crate::intake::mapping::fingerprint(mapping.iter().map(|(heading, _)| heading.as_str()));
    let remembered = Remembered::from([(key, mapping)]);
    let again = tables(&sheet, Kind::Roster.fields(), &Hints { chosen: &[], remembered: &remembered });
    assert_eq!(meanings(&again[0]), meanings(&first[0]));
}

#[test]
fn merged_cells_count_for_every_row_they_cover() {
    let sheet = merged(sheet("名簿", "部会|氏名|役職\n福祉部会|齋藤　花子|部会長\n|十河　勝|部会員"), &["A2:A3"]);
    let tables = read(&sheet, Kind::Roster);
    assert_eq!(rows(&tables[0], "body"), ["福祉部会", "福祉部会"]);
}

#[test]
fn years_stand_over_pairs_of_columns() {
    let drawn = "|令和5年度||令和6年度|
自治会名|世帯数|加入|世帯数|加入
桜町東|=100|=50|=101|=49";
    let sheet = merged(sheet("加入", drawn), &["B1:C1", "D1:E1"]);
    let tables = read(&sheet, Kind::Associations);
    let found: Vec<_> = tables[0].columns.iter().map(|c| (c.field, c.year.map(|y| y.0))).collect();
    assert_eq!(
        found[1..],
        [
            (Some("households"), Some(2023)),
            (Some("enrolled"), Some(2023)),
            (Some("households"), Some(2024)),
            (Some("enrolled"), Some(2024))
        ]
    );
}

#[test]
fn a_list_of_one_column_is_a_table() {
    let sheet = sheet("名簿", "氏名\n齋藤　花子\n十河　勝");
    assert_eq!(rows(&read(&sheet, Kind::Roster)[0], "name"), ["齋藤　花子", "十河　勝"]);
}

#[test]
fn a_record_of_words_that_are_also_headings_is_a_record() {
    let drawn =
        "日付|口座|科目|摘要|収支|金額\n4月1日(火)|現金|前年度繰越||収入|26,616\n4月2日(水)|現金|会議費|お茶|支出|911";
    let sheet = sheet("出納簿", drawn);
    let tables = read(&sheet, Kind::CashBook);
    assert_eq!((tables.len(), tables[0].records().count()), (1, 2), "現金 and 収入 are headings elsewhere");
}
