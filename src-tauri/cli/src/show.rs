//! Answers as JSON for programs, or as lines for people.

use api::WireError;
use serde_json::Value;

/// An answer in both forms.
pub struct Answer {
    pub json: Value,
    pub lines: Vec<String>,
}

impl Answer {
    /// An answer whose lines say the same as its JSON, key by key.
    pub fn plain(json: Value) -> Answer {
        let lines = match &json {
            Value::Object(keys) => keys.iter().map(|(name, value)| format!("{name}: {}", short(value))).collect(),
            other => vec![short(other)],
        };
        Answer { json, lines }
    }

    /// An answer with lines of its own.
    pub fn with_lines(json: Value, lines: Vec<String>) -> Answer {
        Answer { json, lines }
    }

    /// Puts it on standard output. A reader that went away is no failure.
    pub fn print(&self, is_json: bool) {
        use std::io::Write;
        let text = if is_json { self.json.to_string() } else { self.lines.join("\n") };
        let _ = writeln!(std::io::stdout().lock(), "{text}");
    }
}

/// A value on one line.
pub fn short(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

/// What happened and what to do, or the same as JSON.
pub fn print_error(error: &WireError, is_json: bool) {
    match serde_json::to_string(error) {
        Ok(json) if is_json => eprintln!("{json}"),
        _ => eprintln!("{}\n{}", error.message, error.hint),
    }
}
