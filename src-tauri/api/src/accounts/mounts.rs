//! 領収書貼付台紙 as a PDF.

use office::FiscalYear;
use office::accounts::{MountItem, ReceiptKind, mounts};
use paper::{MountBook, MountFrame, MountGroup};
use serde::Deserialize;
use ts_rs::TS;

use super::receipts::Kept;
use crate::command::Command;
use crate::files::{free_path, write_whole};
use crate::reports::paper_error;
use crate::{Desk, Result, Token, labels};

/// Makes the mount sheets of a year.
#[derive(Debug, Deserialize, TS)]
pub struct PrintMounts {
    pub year: FiscalYear,
    /// Six frames on a page, else three.
    pub is_small: bool,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PrintMounts {
    const NAME: &'static str = "accounts.print_mounts";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let kept = Kept::load(desk, self.year)?;
        let title = format!("{}　領収書貼付台紙", self.year.label());
        let groups = mounts(&kept.shown.books, &kept.receipts).iter().map(group).collect();
        let columns = if self.is_small { 2 } else { 1 };
        let book = MountBook { body: kept.council, columns, groups, title: title.clone() };
        let pages = pdf::mounts(&book, desk.fonts()?);
        let bytes = pdf::write(&pages, &title, desk.fonts()?).map_err(paper_error)?;
        let name = format!("{}_領収書貼付台紙.pdf", self.year.label());
        let path = free_path(&desk.folder_for(self.folder.as_ref())?, &name);
        write_whole(&path, &bytes)?;
        desk.files.offer(path)
    }
}

fn group(item: &MountItem) -> MountGroup {
    MountGroup {
        heading: item.item.label().to_owned(),
        total: format!("決算額　{}", yen(item.settled_yen)),
        frames: item.frames.iter().map(frame).collect(),
    }
}

fn frame(frame: &office::accounts::MountFrame) -> MountFrame {
    let (entry, amount) = (frame.entry, yen(frame.amount_yen));
    let Some(receipt) = frame.receipt else {
        let slip = entry.voucher_no.map_or_else(|| "伝票の番号なし".to_owned(), |number| format!("伝票 {number}番"));
        let day = labels::long_day(Some(entry.entered_on));
        let inside = if entry.has_receipt { "領収書を貼る" } else { "領収書がありません" };
        let lines = vec![format!("{day}　{}", entry.counterparty), entry.description.clone()];
        return MountFrame { number: slip, amount, lines, inside: inside.to_owned() };
    };
    let whole = yen(receipt.amount_yen);
    let amount =
        if frame.amount_yen == receipt.amount_yen { amount } else { format!("{amount}（{whole}のうち）") };
    let inside =
        if frame.is_elsewhere { "前の科目のページに貼ってあります" } else { "ここに貼る" };
    MountFrame {
        number: format!("{} {}番", kind(receipt.kind), receipt.number),
        amount,
        lines: vec![format!("{}　{}", labels::long_day(receipt.dated_on), receipt.issuer), receipt.purpose.clone()],
        inside: inside.to_owned(),
    }
}

fn kind(kind: ReceiptKind) -> &'static str {
    match kind {
        ReceiptKind::Receipt => "領収書",
        ReceiptKind::Till => "レシート",
        ReceiptKind::Transfer => "振込の控え",
        ReceiptKind::Statement => "理由書",
    }
}

fn yen(amount: office::Yen) -> String {
    format!("{}円", paper::Value::Yen(amount.0).shown(paper::Negative::White))
}
