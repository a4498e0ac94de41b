//! The program itself, run as a script runs it: its words, its answers with `--json`, its exit status.

#![expect(clippy::unwrap_used, reason = "a test may fail by panicking")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// A data folder of its own, and an office file in it.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Desk {
        Desk { folder: tempfile::tempdir().unwrap() }
    }

    fn office(&self) -> PathBuf {
        self.folder.path().join("見本.office")
    }

    fn run(&self, words: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_jimukyoku"))
            .arg("--office")
            .arg(self.office())
            .arg("--json")
            .args(words)
            .env("JIMUKYOKU_PASSPHRASE", "test")
            .env("JIMUKYOKU_DATA", self.folder.path())
            .env("JIMUKYOKU_TODAY", "2026-04-02")
            .env("JIMUKYOKU_OPERATOR", "計算の係")
            .output()
            .unwrap()
    }

    fn answer(&self, words: &[&str]) -> Value {
        let run = self.run(words);
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(run.status.code(), Some(0), "{words:?}: {said}");
        serde_json::from_slice(&run.stdout).unwrap()
    }

    /// What was said against it: `{code, params, message, hint}`.
    fn refusal(&self, words: &[&str]) -> Value {
        let run = self.run(words);
        assert_eq!(run.status.code(), Some(1), "{words:?}: {}", String::from_utf8_lossy(&run.stdout));
        let told: Value = serde_json::from_slice(&run.stderr).unwrap();
        for key in ["code", "params", "message", "hint"] {
            assert!(told.get(key).is_some(), "{key} in {told}");
        }
        told
    }
}

/// A file of the sample council.
fn sample(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../assets/sample")
        .join(name)
        .with_extension("xlsx")
        .display()
        .to_string()
}

fn keys(object: &Value) -> Vec<&str> {
    object.as_object().unwrap().keys().map(String::as_str).collect()
}

#[test]
fn a_year_by_the_command_line_alone() {
    let desk = Desk::new();
    let new = desk.answer(&["new", "--council", "見本地区コミュニティ協議会", "--profile", "高松市", "--year", "2025"]);
    assert_eq!(new["office"], desk.office().display().to_string());
    assert!(new["recovery_key"].as_str().unwrap().len() > 20);

    let roster = sample("名簿");
    let planned = desk.answer(&["import", "roster", &roster, "--year", "2025", "--dry-run"]);
    assert_eq!((&planned["new"], &planned["same"]), (&180.into(), &0.into()));
    assert_eq!(desk.answer(&["facts", "--year", "2025"])["facts"]["roster.persons"], 0, "a dry run writes nothing");
    for (kind, file) in [
        ("roster", "名簿"),
        ("associations", "自治会加入状況"),
        ("budget", "収支予算書"),
        ("cash-book", "出納帳"),
        ("activities", "事業実績"),
    ] {
        let plan = desk.answer(&["import", kind, &sample(file), "--year", "2025"]);
        for count in ["new", "same", "changed", "unsure", "skipped"] {
            assert!(plan[count].is_u64(), "{kind} {count}: {plan}");
        }
        for issue in plan["issues"].as_array().unwrap() {
            assert!(["sheet", "cell", "code", "message"].iter().all(|key| issue[*key].is_string()), "{issue}");
        }
        let again = desk.answer(&["import", kind, &sample(file), "--year", "2025"]);
        assert_eq!((&again["new"], &again["changed"]), (&0.into(), &0.into()), "{kind} again");
    }
    let words = [
        "decision",
        "地域まちづくり交付金",
        "--year",
        "2025",
        "--amount",
        "5022000",
        "--on",
        "2025-05-01",
        "--number",
        "高コミ第12号",
    ];
    let decided = desk.answer(&words);
    assert_eq!(decided["op"], "grants.record_decision");

    let facts = desk.answer(&["facts", "--year", "2025"]);
    assert_eq!(facts["facts"]["roster.persons"], 180);
    assert_eq!(facts["facts"]["settlement.expense_yen"], 5_738_791);
    let names = desk.answer(&["facts", "--year", "2025", "--names"]);
    assert!(names["names"].as_array().unwrap().iter().any(|name| name == "enrolment.rate_percent"));
    papers(&desk);
}

/// The forms of the year, one of them as PDF and Excel, and the city's own workbook.
fn papers(desk: &Desk) {
    let forms = desk.answer(&["forms", "--year", "2025"]);
    let forms = forms["forms"].as_array().unwrap();
    for id in [
        "performance-report",
        "budget-statement",
        "budget-office",
        "revised-budget",
        "settlement-statement",
        "activity-report",
        "activity-sheets",
        "expense-breakdown",
        "grant-settlement",
        "enrolment-list",
        "officer-list",
        "member-list",
        "body-list",
        "movement-table",
        "city-performance-report",
    ] {
        assert!(forms.iter().any(|form| form["id"] == id && form["title"].is_string()), "{id}");
    }
    let out = desk.folder.path().join("書類").display().to_string();
    let report = desk.answer(&["report", "settlement-statement", "--year", "2025", "--out", &out]);
    let files: Vec<&str> = report["files"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
    assert!(files.len() == 2 && files.iter().all(|file| Path::new(file).is_file()), "{files:?}");
    assert!(report["missing"].is_array());
    let workbook = desk.folder.path().join("市.xlsx").display().to_string();
    let stamped = desk.answer(&["stamp", "city-performance-report", "--year", "2025", "--out", &workbook]);
    assert_eq!(stamped["files"][0], workbook);
    assert!(stamped["missing"].as_array().unwrap().iter().all(|m| m["form"].is_string() && m["code"].is_string()));
}

#[test]
fn the_sample_is_undone_redone_told_and_checked() {
    let desk = Desk::new();
    let out = desk.office().display().to_string();
    assert_eq!(desk.answer(&["sample", "--out", &out])["office"], out);
    let before = desk.answer(&["check"]);
    assert_eq!((&before["ok"], &before["problems"]), (&true.into(), &Value::Array(vec![])));
    let undone = desk.answer(&["undo"]);
    assert_eq!(keys(&undone), ["areas", "op", "sentence"]);
    assert_ne!(desk.answer(&["check"])["state_hash"], before["state_hash"]);
    desk.answer(&["redo"]);
    assert_eq!(desk.answer(&["check"])["state_hash"], before["state_hash"]);
    let history = desk.answer(&["history", "--limit", "2"]);
    let entries = history["entries"].as_array().unwrap();
    assert_eq!(entries.len(), 2);
    assert!(entries[0]["seq"].as_i64() > entries[1]["seq"].as_i64(), "newest first");
    for key in ["seq", "op", "operator", "at", "sentence", "hash"] {
        assert!(entries[0].get(key).is_some(), "{key} in {}", entries[0]);
    }
    assert_eq!(entries[0]["operator"], "計算の係", "whom the command line names goes before whose passphrase it is");
    let status = desk.answer(&["call", "roster.bodies", "{}"]);
    assert!(status.as_array().is_some_and(|bodies| !bodies.is_empty()));
    let sheets = desk.answer(&["sheet", &sample("名簿")]);
    let cell = &sheets["sheets"][0]["rows"][0]["cells"][0];
    assert!(sheets["sheets"][0]["name"].is_string() && cell["col"].is_u64() && cell["kind"].is_string(), "{cell}");
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_written() {
    let desk = Desk::new();
    assert_eq!(desk.refusal(&["facts", "--year", "2025"])["code"], "office.no_file");
    let nowhere = desk.refusal(&["new", "--council", "緑町", "--profile", "無い市", "--year", "2025"]);
    assert_eq!(nowhere["code"], "profile.unknown");
    assert!(!desk.office().exists());
    desk.answer(&["new", "--council", "緑町", "--profile", "高松市", "--year", "2025"]);
    let again = desk.refusal(&["new", "--council", "緑町", "--profile", "高松市", "--year", "2025"]);
    assert_eq!(again["code"], "office.already_exists");
    let mistaken = desk.refusal(&["import", "cash-book", &sample("名簿"), "--year", "2025"]);
    assert!(mistaken["message"].as_str().unwrap().contains("出納帳"), "{mistaken}");
    let history = desk.answer(&["history"]);
    assert_eq!(history["entries"].as_array().unwrap().len(), 1, "only the beginning: {history}");
    for words in [&["facts"][..], &["import", "roster"], &["nonsense"], &["facts", "--year", "令和"]] {
        assert_eq!(desk.run(words).status.code(), Some(2), "{words:?}");
    }
}
