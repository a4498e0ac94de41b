//! Contenders in turns: every round runs each of them once, so that what disturbs the machine disturbs all.

use std::process::{Command, ExitCode, Stdio};
use std::time::Duration;

use super::{JOB, MEASURE, program};

/// Rounds that count; one before them warms the caches of the disk and is not counted.
const ROUNDS: usize = 5;

/// The product or a peer of it.
pub struct Contender {
    name: &'static str,
    /// Its command line, or the sentence that says how to get it.
    command: Result<Vec<String>, String>,
}

impl Contender {
    /// The same under another name.
    pub fn named(self, name: &'static str) -> Contender {
        Contender { name, ..self }
    }
}

/// What a run cost.
#[derive(Debug, Clone, Copy)]
pub struct Cost {
    /// Median of the rounds, user and system, children of children too.
    pub cpu: Duration,
    /// The least of the rounds.
    pub least: Duration,
    /// Peak memory of the largest process, the highest of the rounds.
    pub peak_mb: u64,
}

/// A job of the product.
pub fn product(job: &str) -> Contender {
    Contender { name: "まちの事務局", command: Ok([&program(), JOB, job].map(ToOwned::to_owned).to_vec()) }
}

/// Another program; `program` is where it is, or the sentence that says how to get it.
pub fn peer(name: &'static str, program: Result<String, String>, arguments: &[&str]) -> Contender {
    let command =
        program.map(|program| [&[program.as_str()], arguments].concat().into_iter().map(Into::into).collect());
    Contender { name, command }
}

/// Runs all contenders and prints one table: the product first, then its peers with how many times its cost theirs is.
pub fn race(title: &str, contenders: &[Contender]) -> Vec<Option<Cost>> {
    let mut runs: Vec<Option<Vec<(Duration, u64)>>> = contenders.iter().map(|_| Some(Vec::new())).collect();
    for round in 0..=ROUNDS {
        for (contender, runs) in contenders.iter().zip(&mut runs) {
            let Some(so_far) = runs else { continue };
            match contender.command.as_deref().ok().and_then(once) {
                Some(run) if round > 0 => so_far.push(run),
                Some(_) => {}
                None => *runs = None,
            }
        }
    }
    let costs: Vec<Option<Cost>> = runs.into_iter().map(|runs| cost(runs?)).collect();
    print(title, contenders, &costs);
    costs
}

fn cost(mut runs: Vec<(Duration, u64)>) -> Option<Cost> {
    runs.sort_unstable();
    let peak_mb = runs.iter().map(|(_, peak)| *peak).max()?;
    Some(Cost { cpu: runs.get(runs.len() / 2)?.0, least: runs.first()?.0, peak_mb })
}

fn print(title: &str, contenders: &[Contender], costs: &[Option<Cost>]) {
    println!("\n{title}");
    let product = costs.first().copied().flatten();
    for (contender, cost) in contenders.iter().zip(costs) {
        match (cost, &contender.command) {
            (Some(cost), _) => println!("  {}", line(contender.name, cost, product.as_ref())),
            (None, Err(how)) => println!("  {}: left out. {how}", contender.name),
            (None, Ok(command)) => println!("  {}: failed. It was: {}", contender.name, command.join(" ")),
        }
    }
}

fn line(name: &str, cost: &Cost, product: Option<&Cost>) -> String {
    let seconds = [cost.cpu, cost.least].map(|time| time.as_secs_f64());
    let [times, memory] = product.map_or([f64::NAN; 2], |product| {
        [cost.cpu.as_secs_f64() / product.cpu.as_secs_f64(), cost.peak_mb as f64 / product.peak_mb.max(1) as f64]
    });
    let gap = " ".repeat(30usize.saturating_sub(paper::text::width(name)));
    format!(
        "{name}{gap} CPU median {:>7.2} s, least {:>7.2} s, peak {:>5} MB   {times:>5.1} × CPU {memory:>5.1} × memory",
        seconds[0], seconds[1], cost.peak_mb
    )
}

/// What a run costs beside a part of it that was measured alone.
pub fn without(whole: Option<Cost>, part: Option<Cost>) -> Option<Cost> {
    whole.zip(part).map(|(whole, part)| Cost { cpu: whole.cpu.saturating_sub(part.cpu), ..whole })
}

/// How many times the product's processor time the peer needs.
pub fn times(product: Option<Cost>, peer: Option<Cost>) -> Option<f64> {
    product.zip(peer).map(|(product, peer)| peer.cpu.as_secs_f64() / product.cpu.as_secs_f64())
}

/// A ratio beside its aim; nothing is said of a peer that was left out.
pub fn aim_times(peer: &str, times: Option<f64>, least: f64) {
    if let Some(times) = times {
        super::aim(peer, &format!("{times:.1} × our CPU"), &format!("{least:.0} × or more"), times >= least);
    }
}

fn once(command: &[String]) -> Option<(Duration, u64)> {
    let output = Command::new(program()).arg(MEASURE).args(command).output().ok()?;
    let said = String::from_utf8(output.stdout).ok()?;
    let (cpu, peak) = said.trim().split_once(' ')?;
    Some((Duration::from_micros(cpu.parse().ok()?), peak.parse().ok()?))
}

/// Runs a command and says its microseconds of processor time and its megabytes at the peak. Children of children
/// count: this process has no others.
#[cfg(unix)]
pub fn measure(command: &[String]) -> ExitCode {
    use nix::sys::resource::{UsageWho, getrusage};
    let child = Command::new(&command[0]).args(&command[1..]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    let (Ok(status), Ok(usage)) = (child, getrusage(UsageWho::RUSAGE_CHILDREN)) else { return ExitCode::FAILURE };
    if !status.success() {
        return ExitCode::FAILURE;
    }
    println!("{} {}", cpu(&usage).as_micros(), usage.max_rss() / 1024);
    ExitCode::SUCCESS
}

/// User and system time together.
#[cfg(unix)]
pub fn cpu(usage: &nix::sys::resource::Usage) -> Duration {
    let micros = |time: nix::sys::time::TimeVal| time.tv_sec() * 1_000_000 + time.tv_usec();
    Duration::from_micros((micros(usage.user_time()) + micros(usage.system_time())).unsigned_abs())
}

#[cfg(not(unix))]
pub fn measure(_: &[String]) -> ExitCode {
    ExitCode::FAILURE
}
