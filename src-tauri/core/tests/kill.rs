//! kill -9 at any moment: nothing acknowledged is lost, nothing half done is there.

#![allow(clippy::unwrap_used)]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use office::file::{Act, OfficeFile};
use support::random::{Dice, act};
use support::{Desk, PASSPHRASE, by, create};

const FILE: &str = "OFFICE_FILE_TO_WRITE_IN";
const SEED: &str = "OFFICE_SEED";
const NAME: &str = "nothing_acknowledged_is_lost_and_nothing_half_done_is_there_after_200_kills";

/// What the writer said it had done: number and hash of the row of the log.
type Acknowledged = (i64, String);

#[test]
fn nothing_acknowledged_is_lost_and_nothing_half_done_is_there_after_200_kills() {
    if let Ok(path) = std::env::var(FILE) {
        return write_until_killed(Path::new(&path), std::env::var(SEED).unwrap().parse().unwrap());
    }
    let mut dice = Dice::new(7);
    let (mut acknowledged, mut rows) = (0, 0);
    for _ in 0..25 {
        let desk = Desk::new();
        drop(desk.create());
        let mut said: Vec<Acknowledged> = Vec::new();
        for _ in 0..8 {
            said.extend(kill_a_writer(&desk.path(), &mut dice));
            rows = look(&desk.open(), &said);
        }
        acknowledged += said.len();
    }
    assert!(
        acknowledged > 200 && rows > 0,
        "{acknowledged} acts were acknowledged: the writers were killed too early to tell"
    );
}

#[test]
fn a_creation_killed_at_any_moment_is_an_office_or_no_obstacle_to_one() {
    if let Ok(path) = std::env::var(FILE) {
        return drop(create(Path::new(&path)).unwrap());
    }
    let start =
        |path: &Path| this_test_as_child("a_creation_killed_at_any_moment_is_an_office_or_no_obstacle_to_one", path, 0);
    let (mut dice, mut interrupted, begun) = (Dice::new(3), 0, Instant::now());
    start(&Desk::new().path()).wait().unwrap();
    let whole = begun.elapsed().as_micros() as u64;
    for _ in 0..50 {
        let desk = Desk::new();
        let mut creator = start(&desk.path());
        std::thread::sleep(Duration::from_micros(dice.throw(whole)));
        creator.kill().unwrap();
        creator.wait().unwrap();
        interrupted += usize::from(desk.beside("new").exists());
        look(&if desk.path().exists() { desk.open() } else { create(&desk.path()).unwrap() }, &[]);
    }
    assert!(interrupted > 0, "no creation was met in the middle");
}

/// Starts this very test as a writer, kills it a random moment after some words, and returns what it said.
fn kill_a_writer(path: &Path, dice: &mut Dice) -> Vec<Acknowledged> {
    let mut writer = this_test_as_child(NAME, path, dice.throw(1 << 30));
    let said = listen(&mut writer, 1 + dice.throw(6), Duration::from_micros(dice.throw(15_000)));
    assert_ne!(writer.wait().unwrap().code(), Some(101), "the writer was killed, it did not fail by itself");
    said
}

fn this_test_as_child(name: &str, path: &Path, seed: u64) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args([name, "--exact", "--nocapture"])
        .envs([(FILE, path.as_os_str()), (SEED, seed.to_string().as_ref())])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap()
}

/// Reads what the writer says; after so many words it has a random moment left to live.
fn listen(writer: &mut Child, words: u64, moment: Duration) -> Vec<Acknowledged> {
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let (mut said, mut heard) = (Vec::new(), 0);
    for line in lines {
        let line = line.unwrap();
        let did: Option<(&str, &str)> =
            line.strip_prefix("did ").and_then(|did| did.strip_suffix(" .")?.split_once(' '));
        said.extend(did.map(|(seq, hash)| (seq.parse().unwrap(), hash.to_owned())));
        if line == "open" || did.is_some() {
            heard += 1;
        }
        if heard == words {
            std::thread::sleep(moment);
            writer.kill().unwrap();
            heard += 1;
        }
    }
    said
}

/// Everything acknowledged is in the log as it was said, the chain is whole, and the records are what the log makes them.
fn look(office: &OfficeFile, said: &[Acknowledged]) -> usize {
    let found = office.check().unwrap();
    assert!(found.problems.is_empty(), "{:?}", found.problems);
    let history: Vec<Act> = office.history(usize::MAX >> 1).unwrap();
    for (seq, hash) in said {
        assert!(
            history.iter().any(|act| act.seq == *seq && act.hash == *hash),
            "operation {seq} was acknowledged and is gone"
        );
    }
    history.len()
}

/// Changes, takes back, does again, copies and reopens until the end.
fn write_until_killed(path: &Path, seed: u64) {
    let mut dice = Dice::new(seed);
    let mut office = OfficeFile::open(path, PASSPHRASE).unwrap();
    say("open");
    loop {
        let last = office.history(1).unwrap().remove(0);
        match dice.throw(10) {
            0 => drop(office.undo(&by())),
            1 => drop(office.redo(&by())),
            2 => drop(office.undo_one(&by(), 1 + dice.throw(last.seq as u64) as i64)),
            3 => {
                office.close().unwrap();
                office = OfficeFile::open(path, PASSPHRASE).unwrap();
            }
            _ => drop(office.change(&by(), "council.settings", |tx| act(tx, &mut dice)).unwrap()),
        }
        let did = office.history(1).unwrap().remove(0);
        if did.seq > last.seq {
            say(&format!("did {} {} .", did.seq, did.hash));
        }
    }
}

fn say(words: &str) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{words}").and_then(|()| out.flush()).unwrap();
}
