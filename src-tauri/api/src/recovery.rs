//! 回復キーの紙: printed at set-up, kept by the chair in a sealed envelope, typed back once.

use std::sync::{Mutex, PoisonError};

use paper::{Align, Block, Document, LabelLine, Negative, Orientation, Place, Run, Source, Typeface};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::files::write_whole;
use crate::{Desk, Error, Result, Token};

/// The key of the office made just now, until it has been typed back.
#[derive(Debug, Default)]
pub(crate) struct Unconfirmed(Mutex<Option<String>>);

impl Unconfirmed {
    /// Keeps a key, or forgets it.
    pub fn keep(&self, key: Option<String>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = key;
    }

    /// True while the paper of a key can be printed.
    pub fn is_kept(&self) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    fn key(&self) -> Result<String> {
        let key = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        key.ok_or_else(|| Error::refused("office.recovery_gone"))
    }
}

/// The recovery sheet as pages.
#[derive(Debug, Deserialize, TS)]
pub struct RecoverySheet {}

/// The recovery sheet as a file to print.
#[derive(Debug, Deserialize, TS)]
pub struct PrintRecoverySheet {}

/// The sheet on the screen.
#[derive(Debug, Serialize, TS)]
pub struct SheetShown {
    pub pages: pdf::Pages,
}

impl Command for RecoverySheet {
    const NAME: &'static str = "office.recovery_sheet";
    type Output = SheetShown;
    fn run(self, desk: &Desk) -> Result<SheetShown> {
        let pages = pdf::pages(&document(desk)?, desk.fonts()?).map_err(crate::reports::paper_error)?;
        Ok(SheetShown { pages })
    }
}

impl Command for PrintRecoverySheet {
    const NAME: &'static str = "office.print_recovery_sheet";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let bytes = pdf::pdf(&document(desk)?, desk.fonts()?).map_err(crate::reports::paper_error)?;
        let path = desk.folder_for(None)?.join("回復キー.pdf");
        write_whole(&path, &bytes)?;
        desk.offer_file(path)
    }
}

fn document(desk: &Desk) -> Result<Document> {
    let key = desk.unconfirmed.key()?;
    let council = desk.office()?.view(|view| office::council::read(view))?.name;
    let paragraph = |text: &str| Block::Paragraph { runs: vec![Run::form(text)], align: Align::Left };
    let line = |label: &str, text: String| LabelLine {
        label: label.to_owned(),
        runs: vec![Run { text, source: Source::Fact(label.to_owned()) }],
    };
    Ok(Document {
        title: "回復キー".to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: None,
        stamp: Vec::new(),
        page_numbers: false,
        blocks: vec![
            Block::Heading { level: 1, runs: vec![Run::form("まちの事務局　回復キー")] },
            Block::Space(6),
            paragraph(
                "合言葉を忘れたとき、この紙の数字で事務局のファイルを開けます。この紙がないと、だれにも開けません。",
            ),
            Block::Space(6),
            Block::Lines {
                lines: vec![line("協議会", council), line("作った日", paper::wareki::long(desk.today()))],
                place: Place::Left,
            },
            Block::Space(8),
            Block::Heading { level: 2, runs: vec![Run { text: key, source: Source::Fact("回復キー".to_owned()) }] },
            Block::Space(8),
            paragraph("１　封筒に入れて封をし、会長が保管してください。"),
            paragraph("２　パソコンと同じ場所に置かないでください。写真に撮らないでください。"),
            paragraph("３　役員が交代したら、新しい紙を作り、この紙は細かく切って捨ててください。"),
        ],
    })
}
