//! SQL of what belongs to an occasion or a line of work: counted before it goes, taken out with it, or given to another.

use rusqlite::{Connection, params};

use crate::Result;
use crate::activities::{ActivityId, OccasionId};
use crate::calendar::FiscalYear;

/// What refers to a line of work and goes with it when two become one: table and column.
const BELONGINGS: [(&str, &str); 9] = [
    ("occasion", "activity_id"),
    ("activity_plan", "activity_id"),
    ("entry", "activity_id"),
    ("advance", "activity_id"),
    ("recurring", "activity_id"),
    ("budget_part", "activity_id"),
    ("activity_funding", "activity_id"),
    ("bank_rule", "activity_id"),
    ("plan_action", "activity_id"),
];

/// What goes with an occasion when it is taken out.
const PARTS: [&str; 3] = ["occasion_task", "attendance", "attendance_count"];

/// Entries that name an occasion, taken back ones among them.
pub fn entries_of(conn: &Connection, id: OccasionId) -> Result<usize> {
    let sql = "SELECT count(*) FROM entry WHERE occasion_id = ?";
    Ok(conn.prepare_cached(sql)?.query_row([id], |row| row.get::<_, i64>(0))? as usize)
}

/// Takes an occasion out, with its tasks and with who was there.
pub fn delete_occasion(conn: &Connection, id: OccasionId) -> Result<()> {
    for table in PARTS {
        conn.prepare_cached(&format!("DELETE FROM {table} WHERE occasion_id = ?"))?.execute([id])?;
    }
    conn.prepare_cached("DELETE FROM occasion WHERE id = ?")?.execute([id])?;
    Ok(())
}

/// Writes the name of a line of work; the same one again is no change.
pub fn rename_activity(conn: &Connection, id: ActivityId, name: &str) -> Result<()> {
    let sql = "UPDATE activity SET name = ?2 WHERE id = ?1 AND name <> ?2";
    conn.prepare_cached(sql)?.execute(params![id, name])?;
    Ok(())
}

/// The closed years whose books name a line of work, oldest first.
pub fn closed_years_of(conn: &Connection, id: ActivityId) -> Result<Vec<FiscalYear>> {
    let sql = "SELECT fiscal_year FROM closed_year JOIN entry USING (fiscal_year) WHERE activity_id = ?1
               UNION SELECT fiscal_year FROM closed_year JOIN budget_line l USING (fiscal_year)
                 JOIN budget_part p ON p.line_id = l.id WHERE p.activity_id = ?1
               UNION SELECT fiscal_year FROM closed_year JOIN activity_funding USING (fiscal_year) WHERE activity_id = ?1
               ORDER BY 1";
    Ok(conn.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
}

/// Gives all that belongs to one line of work to another, and takes the one out. Where both have a 科目 or 財源 for a year, that
/// of the one that stays is kept.
pub fn give_all(conn: &Connection, from: ActivityId, to: ActivityId) -> Result<()> {
    let both = "DELETE FROM activity_funding WHERE activity_id = ?1
                AND fiscal_year IN (SELECT fiscal_year FROM activity_funding WHERE activity_id = ?2)";
    conn.prepare_cached(both)?.execute(params![from, to])?;
    for (table, column) in BELONGINGS {
        let sql = format!("UPDATE {table} SET {column} = ?1 WHERE {column} = ?2");
        conn.prepare_cached(&sql)?.execute(params![to, from])?;
    }
    conn.prepare_cached("DELETE FROM activity WHERE id = ?")?.execute([from])?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::intake::sketch::{by, office};

    fn references(table: &str) -> Vec<String> {
        let (_folder, file) = office();
        let sql = "SELECT t.name || '.' || f.\"from\" FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f
                   WHERE f.\"table\" = ? ORDER BY 1";
        file.view(|view| {
            Ok(view.prepare(sql)?.query_map([table], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?)
        })
        .unwrap()
    }

    #[test]
    fn whatever_refers_to_a_line_of_work_goes_with_it() {
        let mut given: Vec<String> = BELONGINGS.iter().map(|(table, column)| format!("{table}.{column}")).collect();
        given.sort();
        assert_eq!(references("activity"), given);
    }

    #[test]
    fn where_both_have_a_funding_that_of_the_one_that_stays_is_kept() {
        let (_folder, file) = office();
        let (keep, gone) = (ActivityId::new(), ActivityId::new());
        let begin = |tx: &crate::file::Tx| {
            for (id, name) in [(keep, "朝市"), (gone, "夜市")] {
                tx.execute("INSERT INTO activity (id, name) VALUES (?, ?)", params![id, name])?;
            }
            let sql = "INSERT INTO activity_funding (id, activity_id, fiscal_year, version) VALUES (?, ?, ?, 1)";
            for (key, id, year) in [("a", keep, 2025), ("b", gone, 2025), ("c", gone, 2026)] {
                tx.execute(sql, params![key, id, year])?;
            }
            Ok(())
        };
        let kept = || {
            file.view(|view| {
                let mut read = view.prepare("SELECT id, activity_id FROM activity_funding ORDER BY id")?;
                let row = |row: &rusqlite::Row| Ok((row.get(0)?, row.get(1)?));
                Ok(read.query_map([], row)?.collect::<rusqlite::Result<Vec<(String, ActivityId)>>>()?)
            })
            .unwrap()
        };
        file.change(&by(), "activities.save_plan", begin).unwrap();
        let before = kept();
        file.change(&by(), "activities.merge_activity", |tx| give_all(tx, gone, keep)).unwrap();
        assert_eq!(kept(), [("a".to_owned(), keep), ("c".to_owned(), keep)]);
        file.undo(&by()).unwrap();
        assert_eq!(kept(), before);
    }

    #[test]
    fn whatever_refers_to_an_occasion_goes_with_it_or_is_counted_before() {
        let mut gone: Vec<String> = PARTS.iter().map(|table| format!("{table}.occasion_id")).collect();
        gone.push("entry.occasion_id".to_owned());
        gone.sort();
        assert_eq!(references("occasion"), gone);
    }
}
