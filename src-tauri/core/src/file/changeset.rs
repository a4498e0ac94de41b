//! The bytes of a changeset, taken apart and put together again: the only way to erase a word from what is already written.
//! Format: <https://www.sqlite.org/session/changegroup.html> and the comments of `sqlite3session.c`.

use rusqlite::types::Value;

/// One value, or none where the changeset does not hold the column.
pub(super) type Field = Option<Value>;

/// One row that was added, changed or removed.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct RowBytes {
    op: u8,
    indirect: u8,
    /// Before; of an added row none.
    pub(super) old: Option<Vec<Field>>,
    /// After; of a removed row none.
    pub(super) new: Option<Vec<Field>>,
}

/// All rows of one table.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct TableBytes {
    keys: Vec<u8>,
    pub(super) table: String,
    pub(super) rows: Vec<RowBytes>,
}

const INSERT: u8 = 18;
const DELETE: u8 = 9;
const UPDATE: u8 = 23;

impl RowBytes {
    /// The key, which is the first column of all our tables.
    pub(super) fn id(&self) -> Option<&str> {
        match self.old.as_ref().or(self.new.as_ref())?.first()? {
            Some(Value::Text(id)) => Some(id),
            _ => None,
        }
    }

    /// Both sides that are there.
    pub(super) fn sides(&mut self) -> impl Iterator<Item = &mut Vec<Field>> {
        [self.old.as_mut(), self.new.as_mut()].into_iter().flatten()
    }
}

/// Takes a changeset apart; none when it is not one.
pub(super) fn parse(bytes: &[u8]) -> Option<Vec<TableBytes>> {
    let mut rest = bytes;
    let mut tables: Vec<TableBytes> = Vec::new();
    while let Some(mark) = rest.first().copied() {
        rest = &rest[1..];
        if mark == b'T' {
            let columns = varint(&mut rest)? as usize;
            let keys = take(&mut rest, columns)?.to_vec();
            let end = rest.iter().position(|b| *b == 0)?;
            let table = String::from_utf8(take(&mut rest, end)?.to_vec()).ok()?;
            take(&mut rest, 1)?;
            tables.push(TableBytes { keys, table, rows: Vec::new() });
            continue;
        }
        let table = tables.last_mut()?;
        let columns = table.keys.len();
        let indirect = *take(&mut rest, 1)?.first()?;
        let old = if mark == INSERT { None } else { Some(record(&mut rest, columns)?) };
        let new = if mark == DELETE { None } else { Some(record(&mut rest, columns)?) };
        matches!(mark, INSERT | DELETE | UPDATE).then(|| table.rows.push(RowBytes { op: mark, indirect, old, new }))?;
    }
    Some(tables)
}

/// Puts a changeset together.
pub(super) fn write(tables: &[TableBytes]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for table in tables {
        bytes.push(b'T');
        push_varint(&mut bytes, table.keys.len() as u64);
        bytes.extend(&table.keys);
        bytes.extend(table.table.as_bytes());
        bytes.push(0);
        for row in &table.rows {
            bytes.extend([row.op, row.indirect]);
            let sides = [row.old.as_ref(), row.new.as_ref()].into_iter().flatten();
            sides.flatten().for_each(|field| push_field(&mut bytes, field.as_ref()));
        }
    }
    bytes
}

fn record(rest: &mut &[u8], columns: usize) -> Option<Vec<Field>> {
    (0..columns).map(|_| field(rest)).collect()
}

/// The outer none is damage, the inner one a column that the changeset leaves out.
fn field(rest: &mut &[u8]) -> Option<Field> {
    let kind = *take(rest, 1)?.first()?;
    Some(match kind {
        0 => None,
        1 => Some(Value::Integer(i64::from_be_bytes(take(rest, 8)?.try_into().ok()?))),
        2 => Some(Value::Real(f64::from_be_bytes(take(rest, 8)?.try_into().ok()?))),
        3 | 4 => {
            let length = varint(rest)? as usize;
            let bytes = take(rest, length)?.to_vec();
            Some(if kind == 3 { Value::Text(String::from_utf8(bytes).ok()?) } else { Value::Blob(bytes) })
        }
        5 => Some(Value::Null),
        _ => return None,
    })
}

fn push_field(bytes: &mut Vec<u8>, field: Option<&Value>) {
    let mut counted = |kind: u8, content: &[u8]| {
        bytes.push(kind);
        push_varint(bytes, content.len() as u64);
        bytes.extend(content);
    };
    match field {
        Some(Value::Text(text)) => counted(3, text.as_bytes()),
        Some(Value::Blob(blob)) => counted(4, blob),
        None => bytes.push(0),
        Some(Value::Null) => bytes.push(5),
        Some(Value::Integer(n)) => {
            bytes.push(1);
            bytes.extend(n.to_be_bytes());
        }
        Some(Value::Real(n)) => {
            bytes.push(2);
            bytes.extend(n.to_be_bytes());
        }
    }
}

fn take<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, left) = rest.split_at_checked(count)?;
    *rest = left;
    Some(taken)
}

/// SQLite's big-endian number of one to nine bytes.
fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut number = 0u64;
    for at in 0..9 {
        let byte = *take(rest, 1)?.first()?;
        if at == 8 {
            return Some(number << 8 | u64::from(byte));
        }
        number = number << 7 | u64::from(byte & 0x7F);
        if byte < 0x80 {
            break;
        }
    }
    Some(number)
}

/// Lengths here stay far below the ninth byte.
fn push_varint(bytes: &mut Vec<u8>, mut number: u64) {
    let mut reversed = vec![(number & 0x7F) as u8];
    number >>= 7;
    while number > 0 {
        reversed.push((number & 0x7F) as u8 | 0x80);
        number >>= 7;
    }
    bytes.extend(reversed.iter().rev());
}

#[cfg(test)]
mod tests {
    use rusqlite::Connection;
    use rusqlite::session::Session;

    use super::*;

    #[test]
    fn what_sqlite_wrote_is_written_again_byte_by_byte() {
        let conn = Connection::open_in_memory().unwrap();
        conn.execute_batch(
            "CREATE TABLE a (id TEXT PRIMARY KEY NOT NULL, n INTEGER, x REAL, b BLOB, t TEXT);
             CREATE TABLE b (id TEXT PRIMARY KEY NOT NULL, t TEXT);
             INSERT INTO a VALUES ('1', 5, 0.5, x'00ff', '渡邊'), ('2', NULL, NULL, NULL, NULL);",
        )
        .unwrap();
        let mut session = Session::new(&conn).unwrap();
        session.attach::<&str>(None).unwrap();
        conn.execute_batch(
            "UPDATE a SET t = '凜', n = -1 WHERE id = '1'; DELETE FROM a WHERE id = '2';
             INSERT INTO a VALUES ('3', 9223372036854775807, -1.25, zeroblob(300), NULL);",
        )
        .unwrap();
        conn.execute("INSERT INTO b VALUES ('9', ?1)", ["長".repeat(40_000)]).unwrap();
        let mut bytes = Vec::new();
        session.changeset_strm(&mut bytes).unwrap();
        let tables = parse(&bytes).unwrap();
        assert_eq!(tables.iter().map(|t| (t.table.as_str(), t.rows.len())).collect::<Vec<_>>(), [("a", 3), ("b", 1)]);
        assert_eq!(write(&tables), bytes);
        for cut in 1..60 {
            // A cut between two rows reads as fewer rows; what is read is never more than was written.
            let _ = parse(&bytes[..bytes.len() - cut]);
        }
        assert_eq!(parse(b"\xff\xff"), None);
    }
}
