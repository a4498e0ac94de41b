//! Why a file could not be read, written or filled in. The sentences live with the product's other
//! sentences; here are the codes and what goes into their gaps.

use serde::{Deserialize, Serialize};

use crate::limits::Limit;

/// Why a file could not be read, written or filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// The operating system does not let us read it; Excel may hold it open.
    #[error("the file cannot be opened: {reason}")]
    Unreadable { reason: String },
    /// 0 bytes.
    #[error("the file is empty")]
    EmptyFile,
    /// Something else under a spreadsheet's name, judged by its first bytes.
    #[error("not a spreadsheet but {found}")]
    NotASpreadsheet { found: String },
    /// A web page saved as .xls, as many systems export it.
    #[error("a web page under a spreadsheet's name")]
    Html,
    /// Encrypted with a password.
    #[error("protected by a password")]
    Password,
    /// The end of the archive is missing.
    #[error("the file ends too early")]
    CutShort,
    /// The contents contradict themselves.
    #[error("damaged: {detail}")]
    Damaged { detail: String },
    /// More than the product reads.
    #[error("too large: {limit:?}")]
    TooLarge { limit: Limit },
    /// An archive that unpacks to far more than it should.
    #[error("unpacks to far more than it should")]
    ZipBomb,
    /// Entries of the archive with the same name, or a name that points outside it.
    #[error("unsafe entry {name} in the archive")]
    UnsafeArchive { name: String },
    /// Lines in different encodings; the line is the first of the odd ones.
    #[error("mixed encodings, line {line}")]
    MixedEncoding { line: usize },
    /// Too many characters that no encoding explains.
    #[error("unreadable characters, line {line}")]
    Garbled { line: usize },
    /// A quotation mark that is opened and never closed.
    #[error("a quotation mark is not closed, line {line}")]
    OpenQuote { line: usize },
    /// The reading took longer than a minute.
    #[error("reading took too long")]
    TimeOut,
    /// The reading process ended without an answer.
    #[error("the reading process ended without an answer")]
    WorkerDied,
    /// A workbook of Excel 97–2003 or a binary one: only .xlsx and .xlsm can be filled in.
    #[error("only .xlsx can be filled in")]
    OldWorkbook,
    /// A digital signature that filling in would break.
    #[error("digitally signed")]
    Signed,
    /// «Strict Open XML», which this product does not fill in.
    #[error("strict Open XML")]
    Strict,
    /// The workbook has no sheet of this name.
    #[error("no sheet {sheet}")]
    NoSuchSheet { sheet: String },
    /// Not the address of a cell.
    #[error("{cell} is no cell address")]
    BadAddress { cell: String },
    /// Asked to write over a formula.
    #[error("{sheet}!{cell} holds a formula")]
    FormulaCell { sheet: String, cell: String },
    /// Asked to give a cached value to a cell that holds no formula.
    #[error("{sheet}!{cell} holds no formula")]
    NoFormula { sheet: String, cell: String },
    /// Inside a merged range but not its first cell: what is written there is never seen.
    #[error("{sheet}!{cell} is covered by a merged range")]
    CoveredCell { sheet: String, cell: String },
    /// The same cell twice.
    #[error("{sheet}!{cell} is filled in twice")]
    TwiceFilled { sheet: String, cell: String },
    /// A paper that does not fit into a workbook.
    #[error("cannot be written: {detail}")]
    Unwritable { detail: String },
}

impl Error {
    /// The code that the sentences are kept under.
    pub fn code(&self) -> &'static str {
        match self {
            Error::NotFound => "sheets.not_found",
            Error::Unreadable { .. } => "sheets.unreadable",
            Error::EmptyFile => "sheets.empty_file",
            Error::NotASpreadsheet { .. } => "sheets.not_a_spreadsheet",
            Error::Html => "sheets.html",
            Error::Password => "sheets.password",
            Error::CutShort => "sheets.cut_short",
            Error::Damaged { .. } => "sheets.damaged",
            Error::TooLarge { .. } => "sheets.too_large",
            Error::ZipBomb => "sheets.zip_bomb",
            Error::UnsafeArchive { .. } => "sheets.unsafe_archive",
            Error::MixedEncoding { .. } => "sheets.mixed_encoding",
            Error::Garbled { .. } => "sheets.garbled",
            Error::OpenQuote { .. } => "sheets.open_quote",
            Error::TimeOut => "sheets.time_out",
            Error::WorkerDied => "sheets.worker_died",
            Error::OldWorkbook => "sheets.old_workbook",
            Error::Signed => "sheets.signed",
            Error::Strict => "sheets.strict",
            Error::NoSuchSheet { .. } => "sheets.no_such_sheet",
            Error::BadAddress { .. } => "sheets.bad_address",
            Error::FormulaCell { .. } => "sheets.formula_cell",
            Error::NoFormula { .. } => "sheets.no_formula",
            Error::CoveredCell { .. } => "sheets.covered_cell",
            Error::TwiceFilled { .. } => "sheets.twice_filled",
            Error::Unwritable { .. } => "sheets.unwritable",
        }
    }

    /// What goes into the gaps of the sentence.
    pub fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Error::Unreadable { reason } => vec![("reason", reason.clone())],
            Error::NotASpreadsheet { found } => vec![("found", found.clone())],
            Error::Damaged { detail } | Error::Unwritable { detail } => vec![("detail", detail.clone())],
            Error::TooLarge { limit } => vec![("limit", limit.words().to_owned())],
            Error::UnsafeArchive { name } => vec![("name", name.clone())],
            Error::MixedEncoding { line } | Error::Garbled { line } | Error::OpenQuote { line } => {
                vec![("line", line.to_string())]
            }
            Error::NoSuchSheet { sheet } => vec![("sheet", sheet.clone())],
            Error::BadAddress { cell } => vec![("cell", cell.clone())],
            Error::FormulaCell { sheet, cell }
            | Error::NoFormula { sheet, cell }
            | Error::CoveredCell { sheet, cell }
            | Error::TwiceFilled { sheet, cell } => vec![("sheet", sheet.clone()), ("cell", cell.clone())],
            _ => Vec::new(),
        }
    }

    pub(crate) fn damaged(detail: impl ToString) -> Error {
        Error::Damaged { detail: detail.to_string() }
    }

    pub(crate) fn too_large(limit: Limit) -> Error {
        Error::TooLarge { limit }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Error {
        match error.kind() {
            std::io::ErrorKind::NotFound => Error::NotFound,
            _ => Error::Unreadable { reason: error.to_string() },
        }
    }
}

impl From<quick_xml::Error> for Error {
    fn from(error: quick_xml::Error) -> Error {
        Error::damaged(error)
    }
}

impl From<zip::result::ZipError> for Error {
    fn from(error: zip::result::ZipError) -> Error {
        Error::damaged(error)
    }
}
