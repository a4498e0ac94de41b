//! The reading process: the program starts itself, so that a hostile file can end the reader but never the program.
//!
//! The reader gets a path or bytes and nothing else: no key, no database. On Unix its memory and its processor time are
//! capped and it leaves no core dump; on Windows, where that takes a job object of the shell, the sizes that are
//! checked before unpacking and the minute that the program waits are the limits.

#![deny(missing_docs)]
#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test may panic"))]

use std::io::{BufWriter, Read, Write};
use std::panic::{self, UnwindSafe};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// The argument that makes the program a reader; what it shall read follows.
pub const ARGUMENT: &str = "read-worker";
/// Bytes of memory that a reader may take, and the most that it may answer.
pub const MEMORY: u64 = 1 << 30;
/// Seconds that the reading may take.
const SECONDS: u64 = 60;

/// What the standard library says before it ends a process that ran out of memory.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// Why a reader gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Died {
    /// The reading took longer than a minute.
    #[error("reading took too long")]
    TimeOut,
    /// It asked for more memory than it may have.
    #[error("the reading process ran out of memory")]
    OutOfMemory,
    /// It ended, or could not be started.
    #[error("the reading process ended without an answer")]
    Ended,
}

/// Starts `program` as a reader with some words and, where there are any, bytes through its standard input; its answer.
pub fn ask<T: DeserializeOwned>(
    program: &Path,
    words: impl IntoIterator<Item = impl AsRef<std::ffi::OsStr>>,
    bytes: Option<Vec<u8>>,
) -> Result<T, Died> {
    let mut command = Command::new(program);
    command.arg(ARGUMENT).args(words);
    run(command, bytes, Duration::from_secs(SECONDS))
}

/// What a reader does: caps itself, reads, answers. A parser that trips over a damaged file panics; that too is an answer.
pub fn answer<T: Serialize>(read: impl FnOnce() -> T + UnwindSafe, tripped: impl FnOnce() -> T) -> ExitCode {
    cap();
    let answer = panic::catch_unwind(read).unwrap_or_else(|_| tripped());
    // Standard output alone would be written anew at every byte that happens to be a line feed.
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let sent = postcard::to_io(&answer, &mut out).is_ok() && out.flush().is_ok();
    // The process ends here: a million cells need not be cleared away one by one.
    std::mem::forget(answer);
    if sent { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The bytes that a reader was handed.
pub fn handed() -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().take(MEMORY).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Memory, processor time and core dumps of this process.
#[cfg(unix)]
fn cap() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::Data, MEMORY), (Resource::Cpu, SECONDS), (Resource::Core, 0)] {
        // A limit that the system refuses leaves the others and the sizes checked before unpacking.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn cap() {}

fn run<T: DeserializeOwned>(mut command: Command, bytes: Option<Vec<u8>>, patience: Duration) -> Result<T, Died> {
    let input = if bytes.is_some() { Stdio::piped() } else { Stdio::null() };
    command.stdin(input).stdout(Stdio::piped()).stderr(Stdio::piped());
    hide_window(&mut command);
    let mut child = command.spawn().map_err(|_| Died::Ended)?;
    hand(child.stdin.take(), bytes);
    let answer = listen(child.stdout.take(), MEMORY);
    let complaint = listen(child.stderr.take(), 64 << 10);
    match answer.recv_timeout(patience) {
        Ok(answer) => judge(child, &answer, &complaint),
        Err(_) => {
            end(child);
            Err(Died::TimeOut)
        }
    }
}

fn judge<T: DeserializeOwned>(mut child: Child, answer: &[u8], complaint: &mpsc::Receiver<Vec<u8>>) -> Result<T, Died> {
    let ended_well = child.wait().is_ok_and(|status| status.success());
    if ended_well && let Ok(answer) = postcard::from_bytes(answer) {
        return Ok(answer);
    }
    let said = complaint.recv().unwrap_or_default();
    let is_memory = String::from_utf8_lossy(&said).contains(OUT_OF_MEMORY);
    Err(if is_memory { Died::OutOfMemory } else { Died::Ended })
}

fn end(mut child: Child) {
    // Both fail only when it is gone already.
    let _ = child.kill();
    let _ = child.wait();
}

/// Puts bytes into a pipe on a thread of its own; a reader that ends before it has read them all says so by its answer.
fn hand(pipe: Option<impl Write + Send + 'static>, bytes: Option<Vec<u8>>) {
    if let (Some(mut pipe), Some(bytes)) = (pipe, bytes) {
        thread::spawn(move || pipe.write_all(&bytes));
    }
}

/// Collects what comes through a pipe on a thread of its own, so that neither side waits for the other.
fn listen(pipe: Option<impl Read + Send + 'static>, most: u64) -> mpsc::Receiver<Vec<u8>> {
    let (send, receive) = mpsc::channel();
    thread::spawn(move || {
        let mut heard = Vec::new();
        if let Some(pipe) = pipe {
            // What came before the pipe broke is judged like any other answer.
            let _ = pipe.take(most).read_to_end(&mut heard);
        }
        let _ = send.send(heard);
    });
    receive
}

/// No console window flashes up.
#[cfg(windows)]
fn hide_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn hide_window(_: &mut Command) {}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn shell(script: &str, bytes: Option<Vec<u8>>, patience: Duration) -> Result<u8, Died> {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        run(command, bytes, patience)
    }

    #[test]
    fn a_reader_that_does_not_answer_is_ended() {
        assert_eq!(shell("exec sleep 600", None, Duration::from_millis(50)), Err(Died::TimeOut));
    }

    #[test]
    fn a_reader_that_dies_takes_nothing_with_it() {
        let patience = Duration::from_secs(60);
        assert_eq!(shell("kill -SEGV $$", None, patience), Err(Died::Ended));
        let unread = Some(vec![0; 10 << 20]);
        assert_eq!(shell("echo nonsense; exit 1", unread, patience), Err(Died::Ended));
        let out_of_memory = "echo 'memory allocation of 549755813888 bytes failed' >&2; kill -ABRT $$";
        assert_eq!(shell(out_of_memory, None, patience), Err(Died::OutOfMemory));
    }

    #[test]
    fn bytes_come_through() {
        assert_eq!(shell("cat", Some(vec![7]), Duration::from_secs(60)), Ok(7));
    }

    #[test]
    fn a_program_that_is_not_there_is_no_panic() {
        assert_eq!(ask::<u8>(Path::new("/no/such/program"), ["x"], None), Err(Died::Ended));
    }
}
