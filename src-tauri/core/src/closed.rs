//! Words of closed sets as they stand in the office file.

/// Gives an enum its `word()` and its form in SQL.
macro_rules! closed_words {
    ($type:ident { $($variant:ident = $word:literal),+ $(,)? }) => {
        impl $type {
            /// The word in the office file.
            pub fn word(self) -> &'static str {
                match self { $($type::$variant => $word),+ }
            }
        }
        impl rusqlite::types::ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
                Ok(rusqlite::types::ToSqlOutput::from(self.word()))
            }
        }
        impl rusqlite::types::FromSql for $type {
            fn column_result(value: rusqlite::types::ValueRef<'_>) -> rusqlite::types::FromSqlResult<Self> {
                match value.as_str()? {
                    $($word => Ok($type::$variant),)+
                    _ => Err(rusqlite::types::FromSqlError::InvalidType),
                }
            }
        }
    };
}

pub(crate) use closed_words;

/// A word of a closed set where an empty cell means that it is not known.
pub(crate) fn optional<T: rusqlite::types::FromSql>(
    value: rusqlite::types::ValueRef<'_>,
) -> rusqlite::types::FromSqlResult<Option<T>> {
    if value.as_str()?.is_empty() { Ok(None) } else { T::column_result(value).map(Some) }
}
