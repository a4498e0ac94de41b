//! Which cells a formula reads: enough to know whose cached value is still true, never to calculate.

use paper::Merge;

use crate::xml::address;

/// Functions whose value depends on more than the cells that the formula names.
const UNSTEADY: [&str; 8] = ["INDIRECT", "OFFSET", "TODAY", "NOW", "RAND", "RANDBETWEEN", "CELL", "INFO"];

/// What a formula reads.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Reads {
    /// Ranges, with the sheet if the formula names one.
    pub ranges: Vec<(Option<String>, Merge)>,
    /// There is something that only a spreadsheet program understands: take it for reading everything.
    pub is_unsure: bool,
}

impl Reads {
    /// Takes a formula apart; entities of the XML are resolved.
    pub fn of(formula: &str) -> Reads {
        let Ok(formula) = quick_xml::escape::unescape(formula) else { return Reads::everything() };
        if formula.trim().is_empty() {
            // The follower of a shared formula: its text stands in another cell.
            return Reads::everything();
        }
        let mut scan = Scan { rest: &formula, sheet: None, reads: Reads::default() };
        while scan.step().is_some() {}
        scan.reads
    }

    fn everything() -> Reads {
        Reads { is_unsure: true, ..Reads::default() }
    }
}

struct Scan<'a> {
    rest: &'a str,
    sheet: Option<String>,
    reads: Reads,
}

impl Scan<'_> {
    fn step(&mut self) -> Option<()> {
        let first = self.rest.chars().next()?;
        match first {
            '"' => drop(self.quoted('"')),
            '\'' => {
                self.sheet = Some(self.quoted('\''));
                self.take('!');
            }
            '[' | '#' | '{' => {
                self.reads.is_unsure = true;
                self.take(first);
            }
            c if is_word(c) => self.word(),
            c => drop(self.take(c)),
        }
        Some(())
    }

    fn take(&mut self, c: char) -> bool {
        let rest = self.rest.strip_prefix(c);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// What stands between quotation marks; two of them inside are one.
    fn quoted(&mut self, mark: char) -> String {
        let mut inside = String::new();
        self.take(mark);
        while !self.rest.is_empty() {
            let end = self.rest.find(mark).unwrap_or(self.rest.len());
            inside.push_str(&self.rest[..end]);
            self.rest = &self.rest[end..];
            self.take(mark);
            if !self.take(mark) {
                break;
            }
            inside.push(mark);
        }
        inside
    }

    fn plain(&mut self) -> String {
        let end = self.rest.find(|c| !is_word(c)).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn word(&mut self) {
        let word = self.plain();
        if self.take('!') {
            self.sheet = Some(word);
        } else if self.rest.starts_with('(') {
            self.reads.is_unsure |= UNSTEADY.contains(&word.to_uppercase().as_str());
        } else if self.take(':') {
            let last = self.plain();
            self.range(&word, &last);
        } else {
            self.single(&word);
        }
    }

    fn range(&mut self, first: &str, last: &str) {
        match (corner(first, true), corner(last, false)) {
            (Some((top, left)), Some((bottom, right))) => {
                let sheet = self.sheet.take();
                let (top, bottom) = (top.min(bottom), top.max(bottom));
                let (left, right) = (left.min(right), left.max(right));
                self.reads.ranges.push((sheet, Merge { top, bottom, left, right }));
            }
            _ => self.reads.is_unsure = true,
        }
    }

    fn single(&mut self, word: &str) {
        match address(word) {
            Some((row, col)) => {
                let sheet = self.sheet.take();
                self.reads.ranges.push((sheet, Merge { top: row, bottom: row, left: col, right: col }));
            }
            None if is_constant(word) => {}
            // A name that stands for a range somewhere.
            None => self.reads.is_unsure = true,
        }
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '$' | '\\' | '?')
}

fn is_constant(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit() || c == '.')
        || matches!(word.to_uppercase().as_str(), "TRUE" | "FALSE")
}

/// A corner of a range: a cell, or a whole column or row from its first or to its last cell.
fn corner(word: &str, is_first: bool) -> Option<(u32, u32)> {
    let bare = word.replace('$', "");
    let (row, col) = if is_first { ("1", "A") } else { ("1048576", "XFD") };
    address(&bare).or_else(|| address(&format!("{bare}{row}"))).or_else(|| address(&format!("{col}{bare}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(top: u32, left: u32, bottom: u32, right: u32) -> Merge {
        Merge { top, bottom, left, right }
    }

    #[test]
    fn cells_and_ranges_are_found() {
        let reads = Reads::of("IF(D5=&quot;&quot;,&quot;A1&quot;,D5-$C$5*1.5E3)");
        let cells: Vec<Merge> = reads.ranges.iter().map(|(_, area)| *area).collect();
        assert_eq!(cells, [area(5, 4, 5, 4), area(5, 4, 5, 4), area(5, 3, 5, 3)]);
        assert!(!reads.is_unsure);
        assert_eq!(Reads::of("SUM(D5:D30)").ranges, [(None, area(5, 4, 30, 4))]);
    }

    #[test]
    fn other_sheets_and_whole_columns() {
        let reads = Reads::of("SUM('収支 決算''書'!B2:C3)+Sheet2!A1+SUM(C:D)+SUM($2:3)");
        let named = |name: &str| Some(name.to_owned());
        assert_eq!(
            reads.ranges,
            [
                (named("収支 決算'書"), area(2, 2, 3, 3)),
                (named("Sheet2"), area(1, 1, 1, 1)),
                (None, area(1, 3, 1_048_576, 4)),
                (None, area(2, 1, 3, 16_384)),
            ]
        );
        assert!(!reads.is_unsure);
    }

    #[test]
    fn what_is_not_understood_reads_everything() {
        for formula in
            ["", "TODAY()", "indirect(A1)", "合計欄*2", "SUM(表1[金額])", "A1#", "[1]外!A1", "SUM(Sheet1:Sheet3!A1)"]
        {
            assert!(Reads::of(formula).is_unsure, "{formula}");
        }
    }
}
