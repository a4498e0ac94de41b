//! kill -9 at any moment: nothing acknowledged is lost, nothing half done is there.

#![allow(clippy::unwrap_used)]

mod support;

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use office::file::{Act, OfficeFile};
use support::random::{Dice, act};
use support::{Desk, PASSPHRASE, by};

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
    for _ in 0..10 {
        let desk = Desk::new();
        drop(desk.create());
        let mut said: Vec<Acknowledged> = Vec::new();
        for _ in 0..20 {
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

/// Starts this very test as a writer, kills it a random moment after its first word, and returns what it said.
fn kill_a_writer(path: &Path, dice: &mut Dice) -> Vec<Acknowledged> {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([NAME, "--exact", "--nocapture"])
        .envs([(FILE, path.as_os_str()), (SEED, dice.throw(1 << 30).to_string().as_ref())])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let moment = Duration::from_micros(dice.throw(60_000));
    let said = listen(&mut writer, moment);
    assert_ne!(writer.wait().unwrap().code(), Some(101), "the writer was killed, it did not fail by itself");
    said
}

fn listen(writer: &mut Child, moment: Duration) -> Vec<Acknowledged> {
    let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut said = Vec::new();
    for line in lines {
        let line = line.unwrap();
        if line == "open" {
            std::thread::sleep(moment);
            writer.kill().unwrap();
        }
        let words: Vec<&str> = line.split(' ').collect();
        if let ["did", seq, hash, "."] = words[..] {
            said.push((seq.parse().unwrap(), hash.to_owned()));
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
