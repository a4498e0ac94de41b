//! A year of photographs: sixty occasions with fifty each, of some five megabytes. What the pages of the activities take to be
//! listed, the report with four of each occasion, and the memory of a program that does nothing else.
//!
//! Each of them is bytes of its own and comes in through the same door as anybody's: 18 GB beside the office, which go with the
//! bench. Where the disk has no room for them, `PHOTOS_SMALL=1` leaves those small that no report shows.

mod support;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use api::{Desk, Origin, Place};
use serde_json::{Value, json};
use suite::photo::{jpeg, marked};
use suite::{PASSPHRASE, TestDesk};
use support::office::sheet;
use support::race::{product, race};
use support::watch::{Times, ms, once};
use support::{aim, folder, program};

const YEAR: i32 = 2025;
const OCCASIONS: usize = 60;
/// Photographs of each occasion.
const EACH: usize = 50;
/// Photographs of each occasion on the report.
const CHOSEN: usize = 4;
const ROUNDS: usize = 20;

fn main() -> ExitCode {
    support::run(&[("photos", put_out)], compare)
}

fn compare() {
    let desk = TestDesk::empty(&program());
    let occasions = fill(&desk);
    let first = &occasions[0];
    println!("\n{} photographs of {OCCASIONS} occasions", OCCASIONS * EACH);
    let mut slowest: f64 = 0.0;
    for (name, what, args) in [
        ("activities.list_occasions", "occasions of the year", json!({ "year": YEAR })),
        ("activities.occasion", "one occasion", json!({ "id": first })),
        ("attachments.list", "its fifty photographs", json!({ "owner_kind": "occasion", "owner_id": first })),
        ("activities.cost", "what it cost", json!({ "id": first })),
    ] {
        let answer = || desk.answer(name, args.clone());
        let first = ms(once(answer));
        let times = Times::of(0..ROUNDS, |_| answer());
        let (median, worst) = (times.median(), times.worst());
        println!("  {what:<24} first {first:>7.1} ms   median {median:>7.1} ms   worst {worst:>7.1} ms");
        slowest = slowest.max(first).max(times.p99());
    }
    aim("the slowest list", &format!("{slowest:.0} ms"), "100 ms", slowest <= 100.0);
    let photo = desk.call("attachments.list", json!({ "owner_kind": "occasion", "owner_id": first }))[0]["id"].clone();
    let shown = Times::of(0..ROUNDS, |_| desk.answer("attachments.content", json!({ "id": photo })));
    println!("  one photograph on the page: median {:.1} ms, worst {:.1} ms", shown.median(), shown.worst());
    let mut longest: f64 = 0.0;
    for format in ["pdf", "xlsx"] {
        let began = Instant::now();
        let made = desk.call("reports.output", asked(format));
        let took = began.elapsed().as_secs_f64();
        let bytes = std::fs::metadata(desk.path(&made["files"][0]["token"])).expect("the report").len();
        println!(
            "  the report with {} photographs, {format}: {took:.2} s by the clock, {:.1} MB",
            OCCASIONS * CHOSEN,
            bytes as f64 / 1e6
        );
        longest = longest.max(took);
    }
    aim("the slower report", &format!("{longest:.2} s"), "3 s", longest <= 3.0);
    std::fs::write(folder().join("photos.txt"), desk.folder().display().to_string()).expect("the folder is there");
    desk.call("office.close", json!({}));
    let costs = race("Lists and report from the start of the program", &[product("photos")]);
    let peak = costs[0].map_or(u64::MAX, |cost| cost.peak_mb);
    aim("the peak of its memory", &format!("{peak} MB"), "300 MB", peak <= 300);
}

fn asked(format: &str) -> Value {
    json!({ "form": "activity-sheets", "year": YEAR, "grant": null, "format": format, "folder": null })
}

/// The occasions with their photographs; their keys.
fn fill(desk: &TestDesk) -> Vec<Value> {
    let head = ["行事名", "事業名", "実施日", "場所", "参加者数", "内容"];
    let row = |n: usize| {
        let (title, activity) = (format!("第{}回のつどい", n + 1), format!("地域の取り組み{}", n % 12 + 1));
        let day = format!("令和7年{}月{}日", 4 + n % 9, 1 + n / 9 * 4);
        [
            title,
            activity,
            day,
            "見本コミュニティセンター".to_owned(),
            (20 + n).to_string(),
            "みんなで行った。".to_owned(),
        ]
    };
    let made = desk.import("activities", &sheet("事業実績", &head, (0..OCCASIONS).map(row)), YEAR);
    assert_eq!(made["value"]["new"], OCCASIONS, "{made}");
    let all = desk.call("activities.list_occasions", json!({ "year": YEAR }))["occasions"].clone();
    let ids: Vec<Value> = all.as_array().into_iter().flatten().map(|one| one["id"].clone()).collect();
    take_in(desk, &ids);
    ids.iter().for_each(|id| choose(desk, id));
    ids
}

/// Fifty photographs of each occasion, no two of the same bytes; those that the report shows come first.
fn take_in(desk: &TestDesk, ids: &[Value]) {
    let whole = jpeg(4_000, 3_000, 1);
    let is_small = std::env::var_os("PHOTOS_SMALL").is_some();
    let other = if is_small { jpeg(400, 300, 1) } else { whole.clone() };
    println!("each photograph is of {:.1} MB", whole.len() as f64 / 1e6);
    if is_small {
        println!("  PHOTOS_SMALL: those that no report shows are of {:.2} MB", other.len() as f64 / 1e6);
    }
    let photo = |nth: usize| marked(if nth % EACH < CHOSEN { &whole } else { &other }, nth);
    let all = 0..ids.len() * EACH;
    let mut kept: Vec<f64> = all.map(|nth| taken_in(desk, &ids[nth / EACH], &photo(nth))).collect();
    kept.sort_unstable_by(f64::total_cmp);
    let (median, worst) = (kept[kept.len() / 2], kept[kept.len() - 1]);
    println!("  taking in a photograph: median {median:.0} ms, worst {worst:.0} ms by the clock");
}

/// Attaches a photograph as the window does; milliseconds by the clock.
fn taken_in(desk: &TestDesk, occasion: &Value, photo: &[u8]) -> f64 {
    let path = desk.folder().join("行事.jpg");
    std::fs::write(&path, photo).expect("a photograph");
    let asked = json!({ "owner_kind": "occasion", "owner_id": occasion, "token": desk.token(&path), "label": "写真", "note": "つどいのようす" });
    let began = Instant::now();
    desk.call("attachments.attach", asked);
    began.elapsed().as_secs_f64() * 1_000.0
}

fn choose(desk: &TestDesk, occasion: &Value) {
    let all = desk.call("attachments.list", json!({ "owner_kind": "occasion", "owner_id": occasion }));
    let chosen: Vec<Value> = all.as_array().into_iter().flatten().take(CHOSEN).map(|one| one["id"].clone()).collect();
    desk.call("attachments.choose_photos", json!({ "occasion_id": occasion, "chosen": chosen }));
}

/// The job: the office is opened, the year and every occasion are listed, the report is put out.
fn put_out() {
    let data = PathBuf::from(std::fs::read_to_string(folder().join("photos.txt")).expect("the desk is there"));
    let place = Place { office: data.join("council.office"), data, program: program().into() };
    let desk = Desk::new(place).on("2026-03-14".parse().expect("a day"));
    let call = |name: &str, args: Value| {
        api::call(&desk, Origin::CommandLine, name, args).unwrap_or_else(|e| panic!("{name}: {}", e.message))
    };
    call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    let all = call("activities.list_occasions", json!({ "year": YEAR }))["occasions"].clone();
    for one in all.as_array().into_iter().flatten() {
        call("attachments.list", json!({ "owner_kind": "occasion", "owner_id": one["id"] }));
    }
    call("reports.output", asked("pdf"));
    call("reports.output", asked("xlsx"));
}
