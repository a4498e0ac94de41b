//! Reading a stranger's picture in a process of its own.

use std::path::Path;
use std::process::ExitCode;

use serde::{Deserialize, Serialize};
use worker::Died;

use crate::{Seen, Unseen, Wanted, read_each};

/// The word after `read-worker` that says that a picture comes through the standard input.
pub const ARGUMENT: &str = "picture";

#[derive(Serialize, Deserialize)]
struct Asked {
    wanted: Vec<Wanted>,
    #[serde(with = "paper::whole")]
    bytes: Vec<u8>,
}

/// Reads a picture in a process of its own: `program` is started with `read-worker picture`.
pub fn read_in_worker(program: &Path, bytes: Vec<u8>, wanted: &Wanted) -> Result<Seen, Unseen> {
    read_each_in_worker(program, bytes, &[*wanted])?.pop().ok_or(Unseen::Broken)
}

/// The same for several wants at once, one answer for each.
pub fn read_each_in_worker(program: &Path, bytes: Vec<u8>, wanted: &[Wanted]) -> Result<Vec<Seen>, Unseen> {
    let asked = postcard::to_stdvec(&Asked { wanted: wanted.to_vec(), bytes }).map_err(|_| Unseen::Broken)?;
    worker::ask(program, [ARGUMENT], Some(asked)).unwrap_or_else(|died| Err(died.into()))
}

/// What the program does when it was started to read a picture.
pub fn worker_main() -> ExitCode {
    worker::answer(answer, || Err(Unseen::Broken))
}

fn answer() -> Result<Vec<Seen>, Unseen> {
    let handed = worker::handed().map_err(|_| Unseen::Broken)?;
    let Asked { wanted, bytes } = postcard::from_bytes(&handed).map_err(|_| Unseen::Broken)?;
    drop(handed);
    read_each(&bytes, &wanted)
}

impl From<Died> for Unseen {
    fn from(died: Died) -> Unseen {
        match died {
            Died::TimeOut | Died::OutOfMemory => Unseen::TooLarge,
            Died::Ended => Unseen::Broken,
        }
    }
}
