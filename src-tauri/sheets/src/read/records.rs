//! Lines of a text file as records. Own code, because a library that skips blank lines cannot say in which row of
//! the sheet a record stands, and one that forgives an unclosed quotation mark swallows the rest of the file.

use crate::Error;
use crate::limits::{self, Limit};

/// The separators that are tried, the likeliest first.
const SEPARATORS: [char; 4] = [',', '\t', ';', '|'];

/// How much of the file decides about the separator.
const SAMPLE: usize = 100;

/// The records of a text, each with its fields; a blank line is a record without fields.
pub(crate) struct Records<'a> {
    rest: &'a str,
    separator: char,
    line: usize,
}

impl<'a> Records<'a> {
    pub fn new(text: &'a str) -> Records<'a> {
        let separator = separator(text);
        Records::with(text, separator)
    }

    fn with(text: &'a str, separator: char) -> Records<'a> {
        Records { rest: text, separator, line: 1 }
    }

    fn record(&mut self) -> Result<Vec<String>, Error> {
        let line = self.line;
        let mut fields = Vec::new();
        loop {
            let field = self.field(line)?;
            let is_last = !self.eat(self.separator);
            fields.push(field);
            if fields.len() > limits::COLUMNS * 16 {
                return Err(Error::too_large(Limit::Columns));
            }
            if is_last {
                break;
            }
        }
        self.end_line();
        if fields.len() == 1 && fields[0].is_empty() {
            fields.clear();
        }
        Ok(fields)
    }

    fn field(&mut self, line: usize) -> Result<String, Error> {
        let mut field = if self.eat('"') { self.quoted(line)? } else { String::new() };
        let end = self.rest.find([self.separator, '\r', '\n']).unwrap_or(self.rest.len());
        field.push_str(&self.rest[..end]);
        self.rest = &self.rest[end..];
        Ok(field)
    }

    /// What stands between quotation marks; two of them inside are one.
    fn quoted(&mut self, line: usize) -> Result<String, Error> {
        let mut field = String::new();
        loop {
            let end = self.rest.find('"').ok_or(Error::OpenQuote { line })?;
            field.push_str(&self.rest[..end]);
            self.rest = &self.rest[end + 1..];
            self.line += breaks(&field[field.len() - end..]);
            if field.len() > limits::CELL_TEXT * 4 {
                return Err(Error::OpenQuote { line });
            }
            if !self.eat('"') {
                return Ok(field);
            }
            field.push('"');
        }
    }

    fn eat(&mut self, c: char) -> bool {
        match self.rest.strip_prefix(c) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// A line ends with CR LF, LF or a lone CR.
    fn end_line(&mut self) {
        self.line += 1;
        self.rest = self.rest.strip_prefix('\r').map_or(self.rest, |rest| rest);
        self.eat('\n');
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Vec<String>, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        (!self.rest.is_empty()).then(|| self.record())
    }
}

fn breaks(text: &str) -> usize {
    text.replace("\r\n", "\n").matches(['\r', '\n']).count()
}

/// The separator that gives most records the same number of fields, more than one.
fn separator(text: &str) -> char {
    let score = |separator: &char| {
        let widths: Vec<usize> =
            Records::with(text, *separator).take(SAMPLE).map_while(Result::ok).map(|fields| fields.len()).collect();
        let same = |width: &usize| widths.iter().filter(|w| *w == width).count();
        widths.iter().filter(|width| **width > 1).map(same).max().unwrap_or(0)
    };
    SEPARATORS.into_iter().rev().max_by_key(score).unwrap_or(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn records(text: &str) -> Vec<Vec<String>> {
        Records::new(text).map(Result::unwrap).collect()
    }

    #[test]
    fn quotes_breaks_and_blank_lines() {
        let text = "a,\"b \"\"c\"\"\r\nd\",e\r\n\r\nf,,g\rh,i,j\n";
        assert_eq!(records(text), [vec!["a", "b \"c\"\r\nd", "e"], vec![], vec!["f", "", "g"], vec!["h", "i", "j"]]);
    }

    #[test]
    fn the_separator_is_found() {
        assert_eq!(records("氏名\t住所\n髙橋\t松島町1,2\n"), [["氏名", "住所"], ["髙橋", "松島町1,2"]]);
        assert_eq!(records("氏名;区分\n髙橋;会長\n"), [["氏名", "区分"], ["髙橋", "会長"]]);
        assert_eq!(records("一列だけ\n二行目\n"), [["一列だけ"], ["二行目"]]);
    }

    #[test]
    fn a_quotation_mark_inside_a_field_is_a_character() {
        assert_eq!(records("5\"パイプ,3\n"), [["5\"パイプ", "3"]]);
    }

    #[test]
    fn an_unclosed_quotation_mark_is_refused_with_its_line() {
        let mut found = Records::new("a,b\nc,\"d\ne,f\n");
        assert!(found.next().unwrap().is_ok());
        assert_eq!(found.next().unwrap(), Err(Error::OpenQuote { line: 2 }));
    }
}
