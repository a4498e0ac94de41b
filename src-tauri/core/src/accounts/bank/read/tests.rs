use super::super::layouts;
use super::*;
use crate::intake::mapping::Remembered;
use crate::intake::sketch::book;

fn today() -> NaiveDate {
    "2026-03-14".parse().unwrap()
}

fn statement(drawn: &str) -> Statement {
    read(&book(drawn), &Hints::NONE, &[], today()).unwrap()
}

/// Day, amount and balance of each line.
fn lines(statement: &Statement) -> Vec<(String, i64, Option<i64>)> {
    let line = |row: &Planned<StatementLine>| {
        let line = &row.draft;
        (line.dated_on.to_string(), line.amount_yen.0, line.balance_yen.map(|yen| yen.0))
    };
    statement.plan.rows.iter().map(line).collect()
}

fn codes(statement: &Statement) -> Vec<&'static str> {
    statement.plan.issues.iter().map(|issue| issue.code).collect()
}

const EXPECTED: [(&str, i64, Option<i64>); 3] =
    [("2025-04-01", 50_000, Some(150_000)), ("2025-04-03", -3_300, Some(146_700)), ("2025-04-03", 12, Some(146_712))];

fn expected() -> Vec<(String, i64, Option<i64>)> {
    EXPECTED.map(|(day, amount, balance)| (day.to_owned(), amount, balance)).to_vec()
}

#[test]
fn the_same_three_lines_are_read_from_every_bank() {
    let known = [
        "お客さま口座情報\n現在高：|146712|円\n出力日時：令和 07 年 04 月 10 日\nお客さま口座番号：99999-99999999\n照会対象：全期間\n明細件数：3\n\
         取引日|入出金明細ＩＤ|受入金額（円）|払出金額（円）|詳細１|詳細２|現在（貸付）高\n\
         20250401|1|50000||送金|ミホンシ|150000\n20250403|2||3300|払込み|ミホンショウテン|146700\n20250403|3|12||利子||146712",
        "年月日|お引出し|お預入れ|お取り扱い内容|残高|メモ|ラベル\n\
         2025/4/3||12|ﾘｿｸ|146712\n2025/4/3|3300||ﾐﾎﾝｼﾖｳﾃﾝ|146700\n2025/4/1||50000|ﾐﾎﾝｼ|150000",
        "番号|明細区分|取扱日付|起算日|お支払金額|お預り金額|取引区分|残高|摘要\n\
         1|入金|R07.4.1|R07.4.1||50,000|振込|150,000|ﾐﾎﾝｼ\n2|出金|R07.4.3|R07.4.2|3,300||振替|146,700|ﾐﾎﾝｼﾖｳﾃﾝ\n3|入金|R07.4.3|R07.4.3||12|利息|146,712|",
        "日付|摘要|摘要内容|支払い金額|預かり金額|差引残高|メモ|未資金化区分|入払区分\n\
         2025/4/1|振込１|ﾐﾎﾝｼ||50,000|150,000|||入金\n2025/4/3|口座振替|ﾐﾎﾝｼﾖｳﾃﾝ|3,300||146,700|||支払い\n2025/4/3|利息|||12|146,712|||入金",
        "取引日|入出金(円)|取引後残高(円)|入出金内容\n20250401|50000|150000|ﾐﾎﾝｼ\n20250403|-3300|146700|ﾐﾎﾝｼﾖｳﾃﾝ\n20250403|12|146712|利息",
        "操作日(年)|操作日(月)|操作日(日)|操作時刻(時)|操作時刻(分)|操作時刻(秒)|取引順番号|摘要|お支払金額|お預り金額|残高|メモ\n\
         2025|04|01|10|20|30|1|ﾐﾎﾝｼ||50000|150000\n2025|04|03|09|00|00|1|ﾐﾎﾝｼﾖｳﾃﾝ|3300||146700\n2025|04|03|09|00|01|2|利息||12|146712",
        "口座情報\n明細通番|日付|お引出金額|お預入金額|残高|お取引内容\n1|2025.04.01|-|50,000|150,000|ﾐﾎﾝｼ\n2|2025.04.03|3,300|-|146,700|ﾐﾎﾝｼﾖｳﾃﾝ\n3|2025.04.03|-|12|146,712|利息",
        "取引日|摘要|お支払金額|お預り金額|残高|メモ\n\
         2025/4/1|ﾐﾎﾝｼ||50,000|150,000|\n2025/4/3|ﾐﾎﾝｼﾖｳﾃﾝ|3,300||146,700|\n2025/4/3|利息||12|146,712|",
        "日付|内容|出金金額(円)|入金金額(円)|残高(円)|メモ\n\
         2025/04/03|利息||12|146,712|-\n2025/04/03|ﾐﾎﾝｼﾖｳﾃﾝ|3,300||146,700|-\n2025/04/01|ﾐﾎﾝｼ||50,000|150,000|-",
        "取引日|入出金(円)|残高(円)|入出金先内容\n20250401|50000|150000|ﾐﾎﾝｼ\n20250403|-3300|146700|ﾐﾎﾝｼﾖｳﾃﾝ\n20250403|12|146712|利息",
    ];
    let mut seen: Vec<&Layout> = Vec::new();
    for drawn in known {
        let read = statement(drawn);
        seen.extend(read.bank);
        assert_eq!(lines(&read), expected(), "{drawn}");
        assert!(read.bank.is_some() && !read.is_guessed && codes(&read).is_empty(), "{:?} {drawn}", codes(&read));
        assert!(read.plan.rows[1].draft.description.contains("ミホンショウテン") || drawn.contains("ﾐﾎﾝｼﾖｳﾃﾝ"));
    }
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/banks");
    assert_eq!(layouts().len(), std::fs::read_dir(folder).unwrap().count(), "every file of a bank is understood");
    let unseen = layouts().iter().filter(|layout| !seen.iter().any(|one| std::ptr::eq(*one, *layout)));
    assert_eq!(
        unseen.map(|layout| &layout.bank).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "a bank that nobody reads"
    );
}

#[test]
fn other_headings_are_understood_and_asked_about() {
    for drawn in [
        "お取扱日|お引き出し額|お預け入れ額|口座残高|取引先\n07/04/01||５０，０００|１５０，０００|見本市\n07/04/03|３，３００円||146,700円|見本商店\n07/04/03||12|146712|利息",
        "年|月|日|入出金の別|金額|残高|摘要\n7|4|1|入金|50,000|150,000|見本市\n7|4|3|出金|3,300|146,700|見本商店\n7|4|3|入金|12|146,712|利息",
        "取引日時|金額|差引残高|内容\n2025/04/01 10:00|50000|150000|見本市\n2025/04/03 11:00|▲3,300|146700|見本商店\n2025/04/03 12:00|12|146712|利息",
    ] {
        let read = statement(drawn);
        assert_eq!(lines(&read), expected(), "{drawn}");
        assert!(read.bank.is_none() && read.is_guessed, "{drawn}");
        let remembered = remembered(&read);
        let hints = Hints { remembered: &remembered, ..Hints::NONE };
        assert!(!read_with(drawn, &hints).is_guessed, "asked once");
    }
}

/// What keeping a statement remembers of its columns.
fn remembered(read: &Statement) -> Remembered {
    let named = read.plan.mappings.iter();
    named.map(|mapping| (fingerprint(mapping.iter().map(|(heading, _)| heading.as_str())), mapping.clone())).collect()
}

fn read_with(drawn: &str, hints: &Hints) -> Statement {
    read(&book(drawn), hints, &[], today()).unwrap()
}

#[test]
fn one_column_of_amounts_goes_the_way_that_another_one_says() {
    for [paid_in, paid_out] in
        [["入金", "出金"], ["預入", "払戻"], ["お預り", "お支払い"], ["１", "２"], ["受入", "引出"]]
    {
        let drawn = format!("取引日|入払区分|金額|摘要\n2025/4/1|{paid_in}|500|A\n2025/4/2|{paid_out}|300|B");
        let moved: Vec<i64> = lines(&statement(&drawn)).iter().map(|(_, amount, _)| *amount).collect();
        assert_eq!(moved, [500, -300], "{paid_in} {paid_out}");
    }
}

#[test]
fn columns_that_nobody_understands_are_chosen_by_the_user() {
    let strange = "あ|い|う|え\n2025/4/1|50000||見本市\n2025/4/3||3300|見本商店";
    let unread = statement(strange);
    assert!(unread.plan.rows.is_empty() && unread.is_guessed && !unread.plan.sheets[0].columns.is_empty());
    let choice = |col, field: &str| ColumnChoice { sheet: "Sheet1".into(), col, field: Some(field.into()) };
    let chosen = [choice(1, "date"), choice(2, "paid_in"), choice(3, "paid_out"), choice(4, "description")];
    let read = read_with(strange, &Hints { chosen: &chosen, ..Hints::NONE });
    let moved: Vec<i64> = lines(&read).iter().map(|(_, amount, _)| *amount).collect();
    assert!(!read.is_guessed);
    assert_eq!(moved, [50_000, -3_300]);
    let remembered = remembered(&read);
    let next = read_with(&strange.replace("2025/4", "2025/5"), &Hints { remembered: &remembered, ..Hints::NONE });
    assert_eq!((next.is_guessed, next.plan.rows.len()), (false, 2), "asked once");
}

#[test]
fn what_is_wrong_is_told_by_its_line_and_stands_in_the_way() {
    let head = "日付|内容|出金金額(円)|入金金額(円)|残高(円)\n";
    for (row, code) in [
        ("2025/02/30|電気|500||9500", "bank.day_unreadable"),
        ("|電気|500||9500", "bank.day_unreadable"),
        ("2027/04/01|電気|500||9500", "bank.day_ahead"),
        ("2025/04/01|電気|五百||9500", "bank.amount_unreadable"),
        ("2025/04/01|電気|500||約九千", "bank.amount_unreadable"),
        ("2025/04/01|電気|99999999999999999999||0", "bank.amount_unreadable"),
        ("2025/04/01|電気|500|500|9500", "bank.both_sides"),
    ] {
        let read = statement(&format!("{head}2025/3/31|繰越||10000|10000\n{row}"));
        assert_eq!(codes(&read)[0], code, "{row}");
        let refused = read.in_the_way().unwrap();
        assert_eq!((refused.code, refused.params["row"].as_str()), (code, "3"));
    }
    let side = statement("日付|摘要|入出金区分|金額\n2025/4/1|電気|そのた|500\n2025/4/2|電気|出金|500");
    assert_eq!(codes(&side), ["bank.side_unknown"]);
}

#[test]
fn a_line_that_is_missing_is_told_and_does_not_stand_in_the_way() {
    let read = statement(
        "日付|内容|出金金額(円)|入金金額(円)|残高(円)\n2025/4/1|A||1000|1000\n2025/4/5|C|100||850\n2025/4/6|D|50||800",
    );
    let gap = &read.plan.issues[0];
    assert_eq!((gap.code, gap.params["row"].as_str(), gap.params["expected"].as_str()), ("bank.gap", "3", "900"));
    assert!(read.in_the_way().is_none());
    assert_eq!(read.new_lines().count(), 3);
}

#[test]
fn rows_that_move_no_money_are_no_lines() {
    let read = statement(
        "年月日|お引出し|お預入れ|お取り扱い内容|残高\n2025/4/2|500||A|500\n2025/4/1||1000|B|1000\n||||500\n※2025年4月10日現在",
    );
    assert_eq!(read.plan.rows.len(), 2);
    let empty = read_err("年月日|お引出し|お預入れ|お取り扱い内容|残高");
    assert!(["bank.no_lines", "intake.nothing_found"].contains(&empty), "{empty}");
}

fn read_err(drawn: &str) -> &'static str {
    read(&book(drawn), &Hints::NONE, &[], today()).unwrap_err().code
}

#[test]
fn a_file_of_another_kind_is_refused_by_name() {
    assert_eq!(
        read_err("氏名|住所|電話|生年月日|部会|役職\n齋藤　花子|高松市桜町1-2|087-886-2763|S25.6.26|福祉部会|部会長"),
        "intake.wrong_kind"
    );
    assert_eq!(read_err("お知らせ\n今日は晴れです"), "intake.nothing_found");
}
