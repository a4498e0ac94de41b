//! 総会資料 of some forty pages, from the start of the program to the file, beside LibreOffice making PDFs of the same papers'
//! workbooks in one go. To open the office is made slow on purpose, against guessing of its passphrase; LibreOffice opens none, so
//! what that alone costs is measured as well and does not count as making.
//! The workbooks are ours and ready: LibreOffice neither gathers the figures nor numbers the pages.

mod support;

use std::path::PathBuf;
use std::process::{Command, ExitCode};

use api::{Desk, Origin, Place};
use serde_json::{Value, json};
use suite::{PASSPHRASE, TestDesk};
use support::office::sheet;
use support::race::{Contender, aim_times, peer, product, race, times, without};
use support::watch::{Times, ms, once};
use support::{aim, file, folder, program};

/// The year of the meeting; the one before is the specimen's.
const YEAR: i32 = 2026;
/// Matters that are taken up beside the usual ones.
const MORE: [&str; 2] = ["property", "members"];
/// Activities that the specimen's year gets beside its own: a page each.
const ACTIVITIES: usize = 24;
const ROUNDS: usize = 12;
/// What the booklet has at least.
const PAGES: usize = 40;

fn main() -> ExitCode {
    support::run(&[("booklet", bind), ("open", || drop(opened()))], compare)
}

fn compare() {
    let desk = TestDesk::sample(&program());
    let id = meeting(&desk);
    let shown = || desk.call("meetings.booklet", json!({ "id": id }));
    let first = ms(once(shown));
    let sheets = shown()["pages"]["sheets"].as_array().map_or(0, Vec::len);
    println!("総会資料: {sheets} pages");
    assert!(sheets >= PAGES, "a booklet of at least {PAGES} pages is measured, not one of {sheets}");
    let put_out = || desk.call("meetings.put_out_booklet", asked(&id));
    let (page, paper) = (Times::of(0..ROUNDS, |_| shown()), Times::of(0..ROUNDS, |_| put_out()));
    println!("  on the page: first {first:.0} ms, median {:.0} ms, worst {:.0} ms", page.median(), page.worst());
    let worst = format!("median {:.0} ms, worst {:.0} ms", paper.median(), paper.worst());
    aim("folded, as PDF", &worst, "1 s", paper.worst() <= 1000.0);
    let books = workbooks(&desk, &shown());
    std::fs::write(folder().join("meeting.txt"), id.as_str().unwrap_or_default()).expect("the folder is there");
    std::fs::write(folder().join("desk.txt"), desk.folder().display().to_string()).expect("the folder is there");
    desk.call("office.close", json!({}));
    let title = format!("PDF: a booklet of {sheets} pages from the start of the program; {} workbooks", books.len());
    let costs =
        race(&title, &[product("booklet"), product("open").named("opening the office alone"), libreoffice(&books)]);
    aim_times("LibreOffice", times(without(costs[0], costs[1]), costs[2]), 20.0);
}

/// The general meeting with all its items, and as many activities as make a booklet of forty pages.
fn meeting(desk: &TestDesk) -> Value {
    let head = ["行事名", "事業名", "実施日", "場所"];
    let row = |n: usize| {
        let day = format!("令和7年{}月{}日", 5 + n % 7, 1 + n);
        [format!("第{n}回のつどい"), format!("地域の取り組み{n}"), day, "見本コミュニティセンター".to_owned()]
    };
    let made = desk.import("activities", &sheet("地域の取り組み", &head, (0..ACTIVITIES).map(row)), YEAR - 1);
    assert_eq!(made["value"]["new"], ACTIVITIES, "{made}");
    let held = json!({ "id": null, "version": 0, "year": YEAR, "kind": "ordinary", "organisation_id": null, "number": "",
        "held": "R8.4.26", "begins": "10:00", "ends": "", "place": "見本コミュニティセンター", "notice": "", "slips_due": "", "is_written": false, "agreed": "",
        "chair": "", "signers": "", "note": "" });
    let id = desk.call("meetings.save_meeting", json!({ "meeting": held }))["value"]["id"].clone();
    desk.call("meetings.add_usual_items", json!({ "id": id }));
    for matter in MORE {
        let item = json!({ "id": null, "version": 0, "meeting_id": id, "kind": "other", "matter": matter, "title": "",
            "explanation": "", "discussion": "", "subject_year": null, "revision_id": null, "old_text": "", "new_text": "", "from": "", "to": "" });
        desk.call("meetings.save_item", json!({ "item": item }));
    }
    id
}

fn asked(id: &Value) -> Value {
    json!({ "id": id, "binds": "folded_a3", "folder": null })
}

/// The same papers as workbooks.
fn workbooks(desk: &TestDesk, shown: &Value) -> Vec<String> {
    let papers = shown["chapters"].as_array().into_iter().flatten().flat_map(|one| one["papers"].as_array().cloned());
    let papers = papers.flatten().map(|paper| (paper["form"].clone(), paper["year"].clone()));
    let front = ["meeting-booklet", "meeting-item"].map(|form| (json!(form), json!(YEAR)));
    let write = |(nth, (form, year)): (usize, (Value, Value))| {
        let asked = json!({ "form": form, "year": year, "grant": null, "format": "xlsx", "folder": null });
        let made = desk.path(&desk.call("reports.output", asked)["files"][0]["token"]);
        let path = file(&format!("booklet-{nth}.xlsx"));
        std::fs::copy(made, &path).expect("the folder is there");
        path
    };
    papers.chain(front).enumerate().map(write).collect()
}

/// The job: the office is opened, everything is gathered, laid out and folded.
fn bind() {
    call(&opened(), "meetings.put_out_booklet", asked(&Value::String(read("meeting.txt"))));
}

/// The office on the way to it.
fn opened() -> Desk {
    let data = PathBuf::from(read("desk.txt"));
    let place = Place { office: data.join("council.office"), data, program: program().into() };
    let desk = Desk::new(place).on("2026-03-14".parse().expect("a day"));
    call(&desk, "office.unlock", json!({ "passphrase": PASSPHRASE }));
    desk
}

fn read(name: &str) -> String {
    std::fs::read_to_string(folder().join(name)).expect("the desk is there")
}

fn call(desk: &Desk, name: &str, args: Value) {
    api::call(desk, Origin::CommandLine, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.message));
}

/// A profile of its own: a LibreOffice that runs already would do the work out of sight.
fn libreoffice(books: &[String]) -> Contender {
    let there = Command::new("soffice").arg("--version").output().is_ok_and(|said| said.status.success());
    let soffice =
        if there { Ok("soffice".to_owned()) } else { Err("Debian has it in libreoffice-calc-nogui".to_owned()) };
    let profile = format!("-env:UserInstallation=file://{}", file("libreoffice"));
    let out = file("");
    let mut print = vec![profile.as_str(), "--headless", "--convert-to", "pdf", "--outdir", &out];
    print.extend(books.iter().map(String::as_str));
    peer("LibreOffice", soffice, &print)
}
