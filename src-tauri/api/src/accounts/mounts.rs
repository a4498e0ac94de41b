//! 領収書貼付台紙, as a PDF or as a workbook.

use std::collections::HashMap;

use office::FiscalYear;
use office::accounts::{MountItem, Receipt, ReceiptId, ReceiptKind, mounts};
use paper::{MountBook, MountFrame, MountGroup, MountSize};
use serde::Deserialize;
use ts_rs::TS;

use super::mount_sheet;
use super::mounted::{Mounted, mounted};
use super::receipts::Kept;
use crate::command::Command;
use crate::reports::paper_error;
use crate::wire::sheet_error;
use crate::{Desk, Result, Token, labels};

/// Makes the mount sheets of a year, with the pictures of the receipts.
#[derive(Debug, Deserialize, TS)]
pub struct PrintMounts {
    pub year: FiscalYear,
    /// Frames on a page.
    pub size: MountSize,
    /// True for a workbook, where the size says nothing.
    #[serde(default)]
    pub as_sheet: bool,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PrintMounts {
    const NAME: &'static str = "accounts.print_mounts";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let kept = Kept::load(desk, self.year)?;
        let title = format!("{}　領収書貼付台紙", self.year.label());
        let size = if self.as_sheet { MountSize::Six } else { self.size };
        let inside = inside(desk, &kept, pdf::mount_pixels(size))?;
        let items = mounts(&kept.shown.books, &kept.receipts);
        let bytes = if self.as_sheet {
            sheets::write(&mount_sheet::document(&title, &kept.council, &items, &inside)).map_err(sheet_error)?
        } else {
            let groups = items.iter().map(|item| group(item, &inside)).collect();
            let book = MountBook { body: kept.council.clone(), size, groups, title: title.clone() };
            pdf::write(&pdf::mounts(&book, desk.fonts()?), &title, desk.fonts()?).map_err(paper_error)?
        };
        let ending = if self.as_sheet { "xlsx" } else { "pdf" };
        let name = format!("{}_領収書貼付台紙.{ending}", self.year.label());
        desk.write_file(self.folder.as_ref(), &name, &bytes)
    }
}

pub(super) type Inside = HashMap<ReceiptId, Vec<Mounted>>;

/// What stands in the frames of each receipt.
fn inside(desk: &Desk, kept: &Kept, within: [u32; 2]) -> Result<Inside> {
    let papers =
        kept.receipts.iter().flat_map(|receipt| kept.pictures_of(receipt).iter().map(|paper| (receipt.id, paper)));
    let (owners, papers): (Vec<ReceiptId>, Vec<_>) = papers.unzip();
    let mut inside = Inside::new();
    for (owner, seen) in owners.into_iter().zip(mounted(desk, &papers, within)?) {
        inside.entry(owner).or_default().extend(seen);
    }
    Ok(inside)
}

fn group(item: &MountItem, inside: &Inside) -> MountGroup {
    MountGroup {
        heading: item.item.label().to_owned(),
        total: format!("決算額　{}", yen(item.settled_yen)),
        frames: item.frames.iter().flat_map(|one| frames(one, inside)).collect(),
    }
}

/// The frames of a receipt: one for each of its pictures.
fn frames(one: &office::accounts::MountFrame, inside: &Inside) -> Vec<MountFrame> {
    let Some(receipt) = one.receipt else { return vec![unwritten(one)] };
    let first = written(receipt, one);
    let seen = inside.get(&receipt.id).filter(|_| !one.is_elsewhere).map_or(&[][..], Vec::as_slice);
    if seen.is_empty() {
        return vec![first];
    }
    let of = |nth: usize| if seen.len() == 1 { String::new() } else { format!("（{}／{}）", nth + 1, seen.len()) };
    let numbered = |nth: usize| format!("{}{}", first.number, of(nth));
    let frame = |(nth, mounted): (usize, &Mounted)| {
        let plain = match nth {
            0 => MountFrame { number: numbered(nth), ..first.clone() },
            _ => MountFrame { number: numbered(nth), amount: "つづき".to_owned(), ..MountFrame::default() },
        };
        match mounted {
            Mounted::Picture(picture) => MountFrame { picture: Some(picture.clone()), ..plain },
            Mounted::Words(words) => MountFrame { inside: words.clone(), ..plain },
        }
    };
    seen.iter().enumerate().map(frame).collect()
}

/// What no receipt proves of an entry.
fn unwritten(frame: &office::accounts::MountFrame) -> MountFrame {
    let entry = frame.entry;
    let day = labels::long_day(Some(entry.entered_on));
    let (number, inside) = (number(frame), pasted(frame));
    let lines = vec![format!("{day}　{}", entry.counterparty), entry.description.clone()];
    MountFrame { number, amount: yen(frame.amount_yen), lines, inside: inside.to_owned(), picture: None }
}

fn written(receipt: &Receipt, frame: &office::accounts::MountFrame) -> MountFrame {
    let amount = yen(frame.amount_yen);
    let whole = yen(receipt.amount_yen);
    let amount =
        if frame.amount_yen == receipt.amount_yen { amount } else { format!("{amount}（{whole}のうち）") };
    let inside = pasted(frame);
    MountFrame {
        number: number(frame),
        amount,
        lines: vec![format!("{}　{}", labels::long_day(receipt.dated_on), receipt.issuer), receipt.purpose.clone()],
        inside: inside.to_owned(),
        picture: None,
    }
}

/// 領収書 12番, or the number of the slip where no receipt is written down.
pub(super) fn number(frame: &office::accounts::MountFrame) -> String {
    match (frame.receipt, frame.entry.voucher_no) {
        (Some(receipt), _) => format!("{} {}番", kind(receipt.kind), receipt.number),
        (None, Some(number)) => format!("伝票 {number}番"),
        (None, None) => "伝票の番号なし".to_owned(),
    }
}

/// What stands where no picture does.
pub(super) fn pasted(frame: &office::accounts::MountFrame) -> &'static str {
    match frame.receipt {
        Some(_) if frame.is_elsewhere => "前の科目のページに貼ってあります",
        Some(_) => "ここに貼る",
        None if frame.entry.has_receipt => "領収書を貼る",
        None => "領収書がありません",
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
