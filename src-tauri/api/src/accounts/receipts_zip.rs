//! 領収書の写し of a year in one ZIP, each picture under the number of its receipt.

use office::FiscalYear;
use office::accounts::{Receipt, picture_ending};
use office::attachments::Attachment;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::receipts::Kept;
use crate::attachments::{copy, named};
use crate::command::Command;
use crate::files::free_path;
use crate::packed::Packed;
use crate::side_by_side::{readers, side_by_side};
use crate::{Desk, Error, Result, Token};

/// Longest 科目 in the name of a file.
const LONGEST_ITEM: usize = 20;

/// Packs the pictures of a year's receipts.
#[derive(Debug, Deserialize, TS)]
pub struct PackReceipts {
    pub year: FiscalYear,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

/// The ZIP that was made.
#[derive(Debug, Serialize, TS)]
pub struct PackedReceipts {
    pub file: Token,
    /// How many pictures are in it.
    #[ts(type = "number")]
    pub pictures: usize,
    /// Pictures that are lost or damaged, or of which nobody can tell what they say of their making.
    pub lost: Vec<String>,
    /// How many receipts have no picture.
    #[ts(type = "number")]
    pub bare: usize,
}

impl Command for PackReceipts {
    const NAME: &'static str = "accounts.pack_receipts";
    type Output = PackedReceipts;
    fn run(self, desk: &Desk) -> Result<PackedReceipts> {
        let (office, kept) = (desk.office()?, Kept::load(desk, self.year)?);
        let bare = kept.receipts.iter().filter(|receipt| kept.pictures_of(receipt).is_empty()).count();
        if bare == kept.receipts.len() {
            return Err(Error::refused("accounts.no_pictures"));
        }
        let path =
            free_path(&desk.folder_for(self.folder.as_ref())?, &format!("{}_領収書の写し.zip", self.year.label()));
        let papers = papers(&kept);
        let (mut pictures, mut lost) = (0, Vec::new());
        Packed::write(&path, desk.today(), |packed| {
            for some in papers.chunks(readers()) {
                let copies = side_by_side(some, |(_, paper)| copy(desk, &office, &paper.content_id, paper.quarters));
                for ((name, _), copied) in some.iter().zip(copies) {
                    match copied {
                        Some(bytes) => packed.add(&named(name, &bytes), &bytes)?,
                        None => lost.push(name.clone()),
                    }
                }
            }
            pictures = papers.len() - lost.len();
            Ok(())
        })?;
        Ok(PackedReceipts { file: desk.files.offer(path)?, pictures, lost, bare })
    }
}

/// Every picture of the year with the name that it gets.
fn papers(kept: &Kept) -> Vec<(String, &Attachment)> {
    let of = |receipt| {
        let all = kept.pictures_of(receipt).iter().enumerate();
        all.map(move |(nth, (paper, _))| (file_name(kept, receipt, nth, &paper.media_type), paper))
    };
    kept.receipts.iter().flat_map(of).collect()
}

/// 012_2025-06-03_消耗品費_12345円.jpg, a second picture 012_2_2025-06-03_消耗品費_12345円.jpg: by number in every folder view.
fn file_name(kept: &Kept, receipt: &Receipt, nth: usize, media_type: &str) -> String {
    let more = if nth == 0 { String::new() } else { format!("_{}", nth + 1) };
    let day = receipt.dated_on.map_or_else(|| "日付なし".to_owned(), |day| day.to_string());
    let items = kept.items(receipt);
    let item = items.first().map_or_else(|| "科目なし".to_owned(), |item| safe(item));
    let (number, amount, ending) = (receipt.number, receipt.amount_yen.0, picture_ending(media_type));
    format!("{number:03}{more}_{day}_{item}_{amount}円.{ending}")
}

/// Without signs that one of the systems does not take in a name.
fn safe(item: &str) -> String {
    let plain = |c: char| if c.is_control() || "<>:\"/\\|?*".contains(c) { '・' } else { c };
    item.trim().chars().map(plain).take(LONGEST_ITEM).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_system_takes_the_name_of_an_item() {
        assert_eq!(safe(" 会議費/雑費: \"お茶\"?\n"), "会議費・雑費・ ・お茶・・");
        assert_eq!(safe(&"長".repeat(300)).chars().count(), LONGEST_ITEM);
    }
}
