//! The booklet of the pages of help, to be printed.

use office::help::{booklet, pages};
use pdf::{Binding, Part};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::reports::paper_error;
use crate::{Desk, Result, Token};

/// Lays the booklet out for the system's viewer.
#[derive(Debug, Deserialize, TS)]
pub struct PrintHelp {
    pub binds: HelpBinds,
}

/// How the booklet is printed; both on A4.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HelpBinds {
    /// 大きな字: a page on each sheet.
    Large,
    /// Two pages beside each other, to be folded.
    Folded,
}

impl Command for PrintHelp {
    const NAME: &'static str = "help.print";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let part = |page| Part { mark: String::new(), documents: vec![booklet::document_of(page)] };
        let parts: Vec<Part> = pages().iter().map(part).collect();
        let (title, fonts) = (booklet::title(), desk.fonts()?);
        let book = pdf::book(title, booklet::front, &parts, fonts);
        let binding = match self.binds {
            HelpBinds::Large => Binding::A4,
            HelpBinds::Folded => Binding::FoldedA4,
        };
        let bytes = pdf::bind(&book.pages, binding, title, fonts).map_err(paper_error)?;
        desk.write_file(None, &format!("{}.pdf", title.replace('　', "_")), &bytes)
    }
}
