//! 監査の資料一式: the books, the receipts with their pictures and the report of the auditors in one ZIP, by one press.

use office::FiscalYear;
use office::accounts::{ReceiptPicture, store};
use office::file::Tx;
use office::profile::Output;
use office::reporting;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::attachments::{copy, named};
use crate::command::Command;
use crate::files::free_path;
use crate::packed::Packed;
use crate::reports::Sources;
use crate::side_by_side::{readers, side_by_side};
use crate::{Desk, Result, Token};

/// What goes in, in the order in which it is looked at. Books also come as workbooks, so that they can be added up again.
const PAPERS: [(&str, &[Output]); 6] = [
    ("audit-pack", &[Output::Pdf]),
    ("settlement-statement", &[Output::Pdf]),
    ("cash-book", &[Output::Pdf, Output::Xlsx]),
    ("item-ledger", &[Output::Pdf, Output::Xlsx]),
    ("property-list", &[Output::Pdf]),
    ("audit-report", &[Output::Pdf]),
];

/// Folder of the pictures.
const RECEIPTS: &str = "領収書";

/// Makes the whole pack of a year.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutAudit {
    pub year: FiscalYear,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The ZIP that was made.
#[derive(Debug, Serialize, TS)]
pub struct AuditPack {
    pub file: Token,
    /// How many pictures of receipts are in it.
    #[ts(type = "number")]
    pub pictures: usize,
    /// Pictures that are lost or damaged and therefore are not.
    pub lost: Vec<String>,
}

impl Command for PutOutAudit {
    const NAME: &'static str = "accounts.put_out_audit";
    type Output = AuditPack;
    fn run(self, desk: &Desk) -> Result<AuditPack> {
        let year = self.year;
        let folder = desk.folder_for(self.folder.as_ref())?;
        let sources = Sources::load(desk, year)?;
        let pictures = desk.office()?.view(|view| store::receipt_pictures(view, year))?;
        let path = free_path(&folder, &format!("{}_監査資料一式.zip", year.label()));
        let mut lost = Vec::new();
        Packed::write(&path, desk.today(), |packed| {
            add_papers(desk, &sources, packed)?;
            lost = add_pictures(desk, &pictures, packed)?;
            Ok(())
        })?;
        if !desk.office()?.is_reading() {
            desk.office()?.change(&desk.by(), Self::NAME, |tx| issue(tx, desk, &sources, year))?;
        }
        Ok(AuditPack { file: desk.files.offer(path)?, pictures: pictures.len() - lost.len(), lost })
    }
}

/// 1_監査資料.pdf, 2_収支決算書.pdf …
fn add_papers(desk: &Desk, sources: &Sources, packed: &mut Packed) -> Result<()> {
    for (nth, (id, formats)) in PAPERS.iter().enumerate() {
        let paper = sources.paper(desk, id, None)?;
        for format in *formats {
            let ending = if *format == Output::Pdf { "pdf" } else { "xlsx" };
            packed.add(&format!("{}_{}.{ending}", nth + 1, paper.form.title), &paper.bytes(desk, *format)?)?;
        }
    }
    Ok(())
}

/// Puts the pictures in under the numbers of their receipts; what cannot be read leaves a note in its place.
fn add_pictures(desk: &Desk, pictures: &[ReceiptPicture], packed: &mut Packed) -> Result<Vec<String>> {
    let office = desk.office()?;
    let mut lost = Vec::new();
    for some in pictures.chunks(readers()) {
        let copies = side_by_side(some, |one| copy(desk, &office, &one.content_id, one.quarters));
        for (picture, copied) in some.iter().zip(copies) {
            if let Some(bytes) = copied {
                packed.add(&format!("{RECEIPTS}/{}", named(&picture.file, &bytes)), &bytes)?;
                continue;
            }
            let note = "この写しは、なくなっているか、壊れていたので、入っていません。";
            packed.add(&format!("{RECEIPTS}/{}_写しがありません.txt", picture.file), note.as_bytes())?;
            lost.push(picture.file.clone());
        }
    }
    Ok(lost)
}

/// Each paper is kept as it was handed over; together they are one act.
fn issue(tx: &Tx, desk: &Desk, sources: &Sources, year: FiscalYear) -> Result<()> {
    for (id, _) in PAPERS {
        let paper = sources.paper(desk, id, None)?;
        reporting::acts::issue(tx, paper.edition, paper.form, year, &paper.of, paper.frozen())?;
    }
    Ok(())
}
