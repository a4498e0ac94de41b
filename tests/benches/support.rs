//! What every benchmark shares: a run is a process of its own, its processor time and its peak memory come from the
//! operating system, and the product stands beside its peers in one table of ratios.
//!
//! The benchmark starts itself: once per job of the product, and once around every process that is measured.

#![allow(dead_code, reason = "each benchmark uses its own share")]

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use paper::{Block, Cell, Column, Document, Fit, Negative, Orientation, Row, Run, Table, Typeface, Value};

/// Says that this process is only there to measure the command that follows.
const MEASURE: &str = "--measure";

/// Says that this process is one job of the product; its name follows.
const JOB: &str = "--job";

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    pub cpu: Duration,
    pub peak_mb: u64,
}

/// A piece of the product's work, by name.
pub type Job = (&'static str, fn());

/// The benchmark's `main`: a job, a measurement, or the comparison itself.
pub fn run(jobs: &[Job], compare: fn()) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.first().map(String::as_str) {
        Some(MEASURE) => return measure(&arguments[1..]),
        Some(sheets::ARGUMENT) => return sheets::worker_main(Path::new(&arguments[1])),
        Some(JOB) => jobs.iter().filter(|(name, _)| *name == arguments[1]).for_each(|(_, job)| job()),
        _ => compare(),
    }
    ExitCode::SUCCESS
}

/// The cost of a job of this benchmark, the median of three runs.
pub fn job(name: &str) -> Option<Cost> {
    median(&[&std::env::current_exe().ok()?.to_string_lossy(), JOB, name])
}

/// The cost of another program, the median of three runs; nothing where it is missing or fails.
pub fn peer(program: &Path, arguments: &[&str]) -> Option<Cost> {
    median(&[&[program.to_str()?], arguments].concat())
}

fn median(command: &[&str]) -> Option<Cost> {
    let mut costs: Vec<Cost> = (0..3).map(|_| once(command)).collect::<Option<_>>()?;
    costs.sort_by_key(|cost| cost.cpu);
    costs.get(1).copied()
}

fn once(command: &[&str]) -> Option<Cost> {
    let output = Command::new(std::env::current_exe().ok()?).arg(MEASURE).args(command).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let (cpu, peak) = said.trim().split_once(' ')?;
    Some(Cost { cpu: Duration::from_micros(cpu.parse().ok()?), peak_mb: peak.parse().ok()? })
}

/// Runs a command and says its microseconds of processor time and its megabytes at the peak. Children of children
/// count: this process has no others.
#[cfg(unix)]
fn measure(command: &[String]) -> ExitCode {
    use nix::sys::resource::{UsageWho, getrusage};
    let child = Command::new(&command[0]).args(&command[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let (Ok(status), Ok(usage)) = (child, getrusage(UsageWho::RUSAGE_CHILDREN)) else { return ExitCode::FAILURE };
    let micros = |time: nix::sys::time::TimeVal| time.tv_sec() * 1_000_000 + time.tv_usec();
    if status.success() {
        println!("{} {}", micros(usage.user_time()) + micros(usage.system_time()), usage.max_rss() / 1024);
    }
    if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

#[cfg(not(unix))]
fn measure(_: &[String]) -> ExitCode {
    ExitCode::FAILURE
}

/// One table: the product first, then its peers with how many times the product's cost theirs is.
pub fn report(title: &str, product: Option<Cost>, peers: &[(&str, Option<Cost>)]) {
    println!("\n{title}");
    let Some(product) = product else { return println!("  the product failed") };
    println!("  {:<28} {:>8.2} s CPU {:>6} MB", "まちの事務局", product.cpu.as_secs_f64(), product.peak_mb);
    for (name, cost) in peers {
        match cost {
            Some(cost) => println!(
                "  {name:<34} {:>8.2} s CPU {:>6} MB   {:>5.1} x CPU {:>5.1} x memory",
                cost.cpu.as_secs_f64(),
                cost.peak_mb,
                cost.cpu.as_secs_f64() / product.cpu.as_secs_f64(),
                cost.peak_mb as f64 / product.peak_mb.max(1) as f64,
            ),
            None => println!("  {name:<34} not here, left out"),
        }
    }
}

/// A Python with these packages, in a virtual environment that is made once beside the build.
pub fn python(packages: &[&str]) -> Option<PathBuf> {
    let home = folder().join("python");
    let python = home.join("bin/python");
    if !python.exists() {
        succeeds(Command::new("python3").args(["-m", "venv"]).arg(&home))?;
    }
    if succeeds(Command::new(&python).arg("-c").arg(format!("import {}", packages.join(",")))).is_none() {
        succeeds(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(packages))?;
    }
    Some(python)
}

fn succeeds(command: &mut Command) -> Option<()> {
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
    status.success().then_some(())
}

/// Where benchmarks put what they make: beside the build.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("benches");
    std::fs::create_dir_all(&folder).expect("a folder beside the build");
    folder
}

/// A program of a peer, kept beside the benchmarks.
pub fn peer_script(name: &str) -> String {
    format!("{}/benches/peers/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The paper that is made in every benchmark of writers: a roster of seven columns, all people invented.
pub fn roster(people: usize) -> Document {
    let head = ["番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "所属"];
    let columns = [5, 14, 16, 10, 30, 14, 18].map(|width| Column { width, fit: Fit::Shrink, ..Column::default() });
    let table = Table {
        columns: columns.to_vec(),
        head: vec![Row::head(head)],
        rows: (0..people).map(person).collect(),
        ..Table::default()
    };
    Document {
        title: "会員名簿".to_owned(),
        orientation: Orientation::Portrait,
        typeface: Typeface::Gothic,
        negative: Negative::White,
        running_head: Some("会員名簿".to_owned()),
        page_numbers: true,
        blocks: vec![Block::Heading { level: 1, runs: vec![Run::form("会員名簿")] }, Block::Table(table)],
    }
}

/// The nth person; the peers' programs count the same way.
fn person(n: usize) -> Row {
    const FAMILY: [(&str, &str); 6] = [
        ("髙橋", "タカハシ"),
        ("山﨑", "ヤマサキ"),
        ("濵田", "ハマダ"),
        ("渡邊", "ワタナベ"),
        ("齋藤", "サイトウ"),
        ("吉田", "ヨシダ"),
    ];
    let (family, kana) = FAMILY[n % 6];
    let number = Cell { value: Value::Count(n as i64 + 1), ..Cell::default() };
    let words = [
        format!("{family}　{n}郎"),
        format!("{kana}　{n}ロウ"),
        format!("760-{:04}", n % 10_000),
        format!("高松市番町{}丁目{}番{}号", n % 9 + 1, n % 77 + 1, n % 31 + 1),
        format!("087-{:03}-{:04}", n % 1000, n % 10_000),
        format!("番町{}丁目自治会", n % 40 + 1),
    ];
    Row { cells: std::iter::once(number).chain(words.into_iter().map(Cell::form)).collect(), ..Row::default() }
}
