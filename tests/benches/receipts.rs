//! Receipts after twenty years: 8,000 of them, each with a picture; and the mount sheets of a year with three hundred
//! photographs of twelve million points and a hundred scans, taken in through the same door as anybody's.

mod support;

use std::process::ExitCode;
use std::time::Instant;

use chrono::NaiveDate;
use office::accounts::{Books, Entry, EntryKind, Receipt, ReceiptId, ReceiptKind, ReceiptPart, ReceiptPartId, store};
use office::attachments::{self, Attachment, AttachmentId, Owner};
use office::file::{By, Tx};
use office::{FiscalYear, OfficeFile, Yen};
use serde_json::json;
use suite::photo::{jpeg, marked};
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
    let (desk, kept) = old();
    println!("  taking in a picture: median {:.0} ms, worst {:.0} ms by the clock", kept[EACH / 2], kept[EACH - 1]);
    println!("\nReceipts after 20 years, {} in all", EACH * (LAST - FIRST + 1) as usize);
    let mut slowest: f64 = 0.0;
    for (name, what) in
        [("accounts.list_receipts", "receipts of a year"), ("accounts.list_entries", "entries of a year")]
    {
        let answer = || desk.answer(name, json!({ "year": LAST }));
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
    let mut longest: f64 = 0.0;
    for (size, as_sheet) in [("three", false), ("six", false), ("one", false), ("six", true)] {
        let asked = json!({ "year": LAST, "size": size, "as_sheet": as_sheet, "folder": null });
        let (mut times, mut bytes) = (Vec::new(), 0.0);
        for _ in 0..3 {
            let began = Instant::now();
            bytes = desk.call("accounts.print_mounts", asked.clone())["size"].as_f64().unwrap_or_default();
            times.push(began.elapsed().as_secs_f64());
        }
        let what = if as_sheet { "a workbook" } else { size };
        println!("  mounts, {what}, {PHOTOGRAPHS} photographs: {times:.2?} s by the clock, {:.1} MB", bytes / 1e6);
        longest = longest.max(times[0]);
    }
    aim("the slowest mounts", &format!("{longest:.2} s"), "1 s", longest <= 1.0);
}

/// The specimen's office with the receipts of twenty years, and the milliseconds that each picture of the last one took to
/// be taken in, sorted.
fn old() -> (TestDesk, Vec<f64>) {
    let desk = TestDesk::sample(&program());
    desk.call("office.close", json!({}));
    let office = OfficeFile::open(&desk.folder().join("council.office"), PASSPHRASE).expect("the office opens");
    let by = By { operator: "測る人".to_owned(), at: "2026-03-14T09:00:00+09:00".to_owned() };
    let model = office.view(|view| Books::load(view, FiscalYear(LAST))).expect("the books");
    let model = model.entries.into_iter().find(|entry| entry.kind == EntryKind::Expense).expect("an expense");
    let photo = jpeg(4_000, 3_000, 1);
    println!("each photograph is of {:.1} MB", photo.len() as f64 / 1e6);
    let mut last = Vec::new();
    for year in FIRST..=LAST {
        let fill = |tx: &Tx| (0..EACH).map(|nth| add(tx, &model, year, nth)).collect::<office::Result<Vec<_>>>();
        last = office.change(&by, "accounts.save_receipt", fill).expect("written").value;
        if year < LAST {
            let papers: Vec<Attachment> = last.iter().map(|receipt| earlier(&office, *receipt)).collect();
            let attach = |tx: &Tx| papers.iter().try_for_each(|paper| attachments::attach(tx, paper).map(drop));
            office.change(&by, "attachments.attach", attach).expect("written");
        }
    }
    office.close().expect("closed");
    desk.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    let scan =
        desk.call("reports.output", json!({ "form": "audit-report", "year": LAST, "format": "pdf", "folder": null }));
    let scan = std::fs::read(desk.path(&scan["files"][0]["token"])).expect("a paper");
    let picture = |nth: usize| if nth < PHOTOGRAPHS { (marked(&photo, nth), "jpg") } else { (scan.clone(), "pdf") };
    let mut kept: Vec<f64> =
        last.iter().enumerate().map(|(nth, receipt)| taken_in(&desk, *receipt, picture(nth))).collect();
    kept.sort_unstable_by(f64::total_cmp);
    (desk, kept)
}

/// Attaches a picture as the window does; milliseconds by the clock.
fn taken_in(desk: &TestDesk, receipt: ReceiptId, (bytes, ending): (Vec<u8>, &str)) -> f64 {
    let path = desk.folder().join(format!("領収書.{ending}"));
    std::fs::write(&path, bytes).expect("a picture");
    let asked = json!({ "owner_kind": "receipt", "owner_id": receipt, "token": desk.token(&path), "label": "領収書", "note": "" });
    let began = Instant::now();
    desk.call("attachments.attach", asked);
    began.elapsed().as_secs_f64() * 1_000.0
}

/// An expense with its receipt.
fn add(tx: &Tx, model: &Entry, year: i32, nth: usize) -> office::Result<ReceiptId> {
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
    Ok(receipt.id)
}

/// A picture of an earlier year, which nobody looks at here.
fn earlier(office: &OfficeFile, receipt: ReceiptId) -> Attachment {
    let bytes = format!("%PDF-1.7 {receipt}").into_bytes();
    Attachment {
        id: AttachmentId::new(),
        owner_kind: Owner::Receipt,
        owner_id: receipt.to_string(),
        content_id: office.keep_content(&bytes).expect("kept"),
        name: "写し".to_owned(),
        media_type: "application/pdf".to_owned(),
        bytes: bytes.len() as i64,
        label: "領収書".to_owned(),
        added_on: NaiveDate::default(),
        note: String::new(),
        quarters: 0,
    }
}
