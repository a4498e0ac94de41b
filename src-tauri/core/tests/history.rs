//! 履歴: every act told as «何を・前→後», whatever became of its records later.

#![allow(clippy::unwrap_used)]

mod support;

use office::file::{OfficeFile, RowChange};
use support::{Desk, add, by, change};

/// 名簿 齋藤　花子・姓：→齋藤
fn told(office: &OfficeFile, seq: i64) -> Vec<String> {
    let line = |row: RowChange| {
        let fields = row.fields.iter().map(|f| format!("{}：{}→{}", f.field, f.before, f.after));
        format!("{}・{}", row.what, fields.collect::<Vec<_>>().join("、"))
    };
    office.changes_of(seq).unwrap().into_iter().map(line).collect()
}

#[test]
fn additions_changes_and_removals_are_told_with_the_names_of_what_they_refer_to() {
    let desk = Desk::new();
    let office = desk.create();
    office
        .change(&by(), "council.settings", |tx| {
            add(tx, "p1", "齋藤")?;
            tx.execute("INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('o1', 'committee', '防災部会', NULL, 1)", [])?;
            tx.execute("INSERT INTO role (id, person_id, organisation_id, title, from_on, to_on) VALUES ('r1', 'p1', 'o1', '部会長', '2025-04-01', NULL)", [])?;
            Ok(())
        })
        .unwrap();
    assert_eq!(
        told(&office, 2),
        [
            "団体 防災部会・種類：→部会、名称：→防災部会",
            "名簿 齋藤　花子・姓：→齋藤、名：→花子",
            "役職 齋藤　花子　防災部会　部会長・氏名：→齋藤　花子、団体：→防災部会、役職：→部会長、就任日：→令和7年4月1日",
        ]
    );
    change(&office, "UPDATE person SET birth_on = '1951-01-04', version = 2");
    assert_eq!(told(&office, 3), ["名簿 齋藤　花子・生年月日：→昭和26年1月4日"]);
    change(&office, "DELETE FROM role");
    assert!(told(&office, 4)[0].starts_with("役職 齋藤　花子　防災部会　部会長・氏名：齋藤　花子→、"));
    change(&office, "DELETE FROM person");
    assert_eq!(told(&office, 3), ["名簿 齋藤　花子・生年月日：→昭和26年1月4日"], "named as it was when it was removed");
    assert_eq!(office.changes_of(99).unwrap_err().code, "office.no_act");
}

#[test]
fn undo_and_redo_stand_in_the_history_with_their_acts() {
    let desk = Desk::new();
    let office = desk.create();
    change(&office, "UPDATE council SET name = '緑町まちづくり協議会'");
    office.undo(&by()).unwrap();
    assert_eq!(told(&office, 3), ["協議会の情報 緑町協議会・名称：緑町まちづくり協議会→緑町協議会"]);
    let steps = office.steps().unwrap();
    assert_eq!((steps.undo, steps.redo.as_deref()), (None, Some("協議会の情報を直しました")));
    office.redo(&by()).unwrap();
    let history = office.history(3).unwrap();
    let read: Vec<_> =
        history.iter().map(|act| (act.seq, act.sentence.as_str(), act.can_undo, act.is_undone)).collect();
    assert_eq!(
        read,
        [
            (4, "やり直しました（協議会の情報を直しました）", false, false),
            (3, "元に戻しました（協議会の情報を直しました）", false, false),
            (2, "協議会の情報を直しました", true, false),
        ]
    );
}

#[test]
fn a_refusal_names_the_later_operation_also_where_only_a_reference_or_a_name_stands_in_the_way() {
    let desk = Desk::new();
    let office = desk.create();
    change(&office, "INSERT INTO activity VALUES ('a1', '夏祭り', NULL)");
    change(
        &office,
        "INSERT INTO organisation (id, kind, name, parent_id, position) VALUES ('o1', 'committee', '防災部会', NULL, 1)",
    );
    change(&office, "INSERT INTO activity VALUES ('a2', '防災訓練', 'o1')");
    let refused = office.undo_one(&by(), 3).unwrap_err();
    assert_eq!((refused.code, refused.params["seq"].as_str()), ("office.undo_conflict", "4"), "a2 belongs to o1");

    change(&office, "DELETE FROM activity WHERE id = 'a1'");
    change(&office, "INSERT INTO activity VALUES ('a3', '夏祭り', NULL)");
    let refused = office.undo_one(&by(), 5).unwrap_err();
    assert_eq!(
        (refused.code, refused.params["seq"].as_str()),
        ("office.undo_conflict", "6"),
        "the name is taken again"
    );
    assert_eq!(office.history(1).unwrap()[0].seq, 6, "a refusal leaves no row");
}
