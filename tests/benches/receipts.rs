//! Receipts after twenty years: 8,000 of them, each with a picture; and the mount sheets of a year with three hundred
//! photographs of twelve million points.

mod support;

use std::process::ExitCode;
use std::time::Instant;

use chrono::NaiveDate;
use office::accounts::{Books, Entry, EntryKind, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, store};
use office::attachments::{self, Attachment, AttachmentId, Owner};
use office::file::{By, Tx};
use office::{FiscalYear, OfficeFile, Yen};
use serde_json::json;
use suite::photo::jpeg;
use suite::{PASSPHRASE, TestDesk};
use support::watch::{Times, ms, once};
use support::{aim, program};

const FIRST: i32 = 2006;
const LAST: i32 = 2025;
/// Receipts of each year.
const EACH: usize = 400;
/// Photographs among those of the last year.
const PHOTOGRAPHS: usize = 300;
const ROUNDS: usize = 20;

fn main() -> ExitCode {
    support::run(&[], compare)
}

fn compare() {
    let desk = old();
    println!("\nReceipts after 20 years, {} in all", EACH * (LAST - FIRST + 1) as usize);
    let mut slowest: f64 = 0.0;
    for (name, what) in
        [("accounts.list_receipts", "receipts of a year"), ("accounts.list_entries", "entries of a year")]
    {
        let answer = || desk.call(name, json!({ "year": LAST })).to_string();
        let first = ms(once(answer));
        let times = Times::of(0..ROUNDS, |_| answer());
        println!(
            "  {what:<20} first {first:>7.1} ms   median {:>7.1} ms   worst {:>7.1} ms",
            times.median(),
            times.worst()
        );
        slowest = slowest.max(times.p99());
    }
    aim("the slowest", &format!("{slowest:.0} ms"), "100 ms", slowest <= 100.0);
    for size in ["three", "six", "one"] {
        let (began, asked) = (Instant::now(), json!({ "year": LAST, "size": size, "folder": null }));
        let made = desk.call("accounts.print_mounts", asked);
        let seconds = began.elapsed().as_secs_f64();
        let megabytes = made["size"].as_f64().unwrap_or_default() / 1e6;
        println!(
            "  mounts, {size:<5} to a page, {PHOTOGRAPHS} photographs: {seconds:.1} s by the clock, {megabytes:.1} MB"
        );
    }
}

/// The specimen's office with the receipts of twenty years.
fn old() -> TestDesk {
    let desk = TestDesk::sample(&program());
    desk.call("office.close", json!({}));
    let office = OfficeFile::open(&desk.folder().join("council.office"), PASSPHRASE).expect("the office opens");
    let by = By { operator: "測る人".to_owned(), at: "2026-03-14T09:00:00+09:00".to_owned() };
    let model = office.view(|view| Books::load(view, FiscalYear(LAST))).expect("the books");
    let model = model.entries.into_iter().find(|entry| entry.kind == EntryKind::Expense).expect("an expense");
    let photo = jpeg(4_000, 3_000, 1);
    println!("each photograph is of {:.1} MB", photo.len() as f64 / 1e6);
    for year in FIRST..=LAST {
        let pictures: Vec<(String, usize)> = (0..EACH)
            .map(|nth| {
                let is_photo = year == LAST && nth < PHOTOGRAPHS;
                let bytes = if is_photo { marked(&photo, nth) } else { format!("%PDF-1.7 {year} {nth}").into_bytes() };
                (office.keep_content(&bytes).expect("kept"), bytes.len())
            })
            .collect();
        let fill = |tx: &Tx| {
            pictures
                .iter()
                .enumerate()
                .try_for_each(|(nth, (content, bytes))| add(tx, &model, year, nth, content, *bytes))
        };
        office.change(&by, "accounts.save_receipt", fill).expect("written");
    }
    office.close().expect("closed");
    desk.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    desk
}

/// The same photograph with a remark that makes it another one.
fn marked(photo: &[u8], nth: usize) -> Vec<u8> {
    let mut marked = photo[..2].to_vec();
    marked.extend([0xFF, 0xFE, 0, 8]);
    marked.extend(format!("{nth:06}").bytes());
    marked.extend(&photo[2..]);
    marked
}

/// An expense with its receipt and one picture.
fn add(tx: &Tx, model: &Entry, year: i32, nth: usize, content: &str, bytes: usize) -> office::Result<()> {
    let day = NaiveDate::from_ymd_opt(year, 4 + nth as u32 / 50, 1 + nth as u32 % 28).expect("a day");
    let amount_yen = Yen(1_000 + nth as i64);
    let entry = Entry {
        item_id: model.item_id,
        description: format!("事務用品 その{nth}"),
        counterparty: "見本商店".to_owned(),
        has_receipt: true,
        ..Entry::new(EntryKind::Expense, day, model.purse_id, amount_yen)
    };
    store::insert_entry(tx, &entry)?;
    let receipt = Receipt {
        id: ReceiptId::new(),
        fiscal_year: FiscalYear(year),
        number: nth as i64 + 1,
        kind: ReceiptKind::Receipt,
        dated_on: Some(day),
        addressee: "見本地区コミュニティ協議会".to_owned(),
        purpose: "事務用品".to_owned(),
        issuer: "見本商店".to_owned(),
        amount_yen,
        note: String::new(),
        ticked: Vec::new(),
        parts: vec![ReceiptPart { id: ReceiptPartId::new(), entry_id: entry.id, amount_yen }],
        version: 1,
    };
    store::put_receipt(tx, &receipt)?;
    let media_type = if bytes > 1_000 { "image/jpeg" } else { "application/pdf" };
    let paper = Attachment {
        id: AttachmentId::new(),
        owner_kind: Owner::Receipt,
        owner_id: receipt.id.to_string(),
        content_id: content.to_owned(),
        name: "写し".to_owned(),
        media_type: media_type.to_owned(),
        bytes: bytes as i64,
        label: "領収書".to_owned(),
        added_on: day,
        note: String::new(),
        quarters: 0,
    };
    attachments::attach(tx, &paper).map(drop)
}
