//! 履歴: every act told as «何を・前→後», whatever became of its records later.

#![allow(clippy::unwrap_used)]

mod support;

use office::file::{FieldChange, OfficeFile, Passage, RowChange};
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

/// 行事 was changed / 済んだか：まだ→済み
fn passages(office: &OfficeFile, table: &str, id: &str, limit: usize) -> Vec<String> {
    let field = |row: &RowChange, f: &FieldChange| format!("{}{}：{}→{}", row.what, f.field, f.before, f.after);
    let line = |passage: Passage| {
        let fields = passage.changes.iter().flat_map(|row| row.fields.iter().map(move |f| field(row, f)));
        format!("{} {}", passage.act.seq, fields.collect::<Vec<_>>().join("、")).trim_end().to_owned()
    };
    office.timeline(table, id, limit).unwrap().into_iter().map(line).collect()
}

#[test]
fn the_timeline_of_a_record_tells_what_was_done_to_it_and_to_its_parts_and_nothing_else() {
    let desk = Desk::new();
    let office = desk.create();
    let occasion = |id: &str| {
        format!(
            "INSERT INTO occasion (id, activity_id, fiscal_year, title, from_on, to_on, place, participants, participants_certainty, target, notice, content, reflection, effect, author, version) VALUES ('{id}', 'a1', 2025, '夏まつり', '2025-08-02', '2025-08-02', '', 220, 'counted', '', '', '', '', '', '', 1)"
        )
    };
    change(&office, "INSERT INTO activity VALUES ('a1', '夏祭り', NULL)");
    change(&office, &occasion("n1"));
    change(&office, &occasion("n2"));
    change(&office, "UPDATE occasion SET participants = 250, version = 2 WHERE id = 'n1'");
    change(&office, "UPDATE occasion SET participants = 180, version = 2 WHERE id = 'n2'");
    change(
        &office,
        "INSERT INTO occasion_task (id, occasion_id, kind, what, name, is_done, position, version) VALUES ('t1', 'n1', 'preparation', 'テント', '', 0, 1, 1)",
    );
    change(&office, "UPDATE occasion_task SET is_done = 1");
    office.undo(&by()).unwrap();
    change(&office, "DELETE FROM occasion_task");
    assert_eq!(
        passages(&office, "occasion", "n1", 9),
        [
            "10",
            "9 役割・準備 テント済んだか：済み→まだ",
            "8 役割・準備 テント済んだか：まだ→済み",
            "7",
            "5 参加者数：220→250",
            "3",
        ],
        "from its beginning on, with its parts, those that are gone, too"
    );
    assert_eq!(passages(&office, "occasion", "n2", 1), ["6 参加者数：220→180"]);
    assert_eq!(passages(&office, "activity", "a1", 9), ["2"]);
    let first = &office.timeline("occasion", "n1", 9).unwrap()[2];
    assert!(first.act.is_undone && !first.act.operator.is_empty());
    assert_eq!(passages(&office, "occasion", "nowhere", 9), Vec::<String>::new());
}
