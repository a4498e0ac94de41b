//! The reading process: the program starts itself, so that a hostile file can end the reader but never the program.
//!
//! The reader gets a path and nothing else: no key, no database. On Unix its memory and its processor time are
//! capped and it leaves no core dump; on Windows, where that takes a job object of the shell, the sizes that are
//! checked before unpacking and the minute that the program waits are the limits.

use std::io::{BufWriter, Read, Write};
use std::panic;
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use paper::RawBook;

use crate::Error;
use crate::limits::{self, Limit};

/// The argument that makes the program a reader; the path follows, and the encoding of a text file where one was chosen.
pub const ARGUMENT: &str = "read-worker";

/// The most that a reader may answer, in bytes.
const ANSWER: u64 = limits::MEMORY;

/// What the standard library says before it ends a process that ran out of memory.
const OUT_OF_MEMORY: &str = "memory allocation of";

/// Reads a file in a process of its own: `program` is started with the argument `read-worker`, the path and, where one
/// was chosen, the encoding.
pub fn read_in_worker(program: &Path, path: &Path, encoding: Option<&str>) -> Result<RawBook, Error> {
    let mut command = Command::new(program);
    command.arg(ARGUMENT).arg(path).args(encoding);
    run(command, Duration::from_secs(limits::SECONDS))
}

/// What the program does when it was started as a reader.
pub fn worker_main(path: &Path, encoding: Option<&str>) -> ExitCode {
    cap();
    // A parser that trips over a damaged file panics; that too is an answer.
    let answer =
        panic::catch_unwind(|| crate::read_as(path, encoding)).unwrap_or_else(|_| Err(Error::damaged("panic")));
    // Standard output alone would be written anew at every byte that happens to be a line feed.
    let mut out = BufWriter::with_capacity(1 << 20, std::io::stdout().lock());
    let sent = postcard::to_io(&answer, &mut out).is_ok() && out.flush().is_ok();
    // The process ends here: a million cells need not be cleared away one by one.
    std::mem::forget(answer);
    if sent { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Memory, processor time and core dumps of this process.
#[cfg(unix)]
fn cap() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    for (resource, most) in [(Resource::Data, limits::MEMORY), (Resource::Cpu, limits::SECONDS), (Resource::Core, 0)] {
        // A limit that the system refuses leaves the others and the sizes checked before unpacking.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

#[cfg(not(unix))]
fn cap() {}

fn run(mut command: Command, patience: Duration) -> Result<RawBook, Error> {
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    hide_window(&mut command);
    let mut child = command.spawn().map_err(|_| Error::WorkerDied)?;
    let answer = listen(child.stdout.take(), ANSWER);
    let complaint = listen(child.stderr.take(), 64 << 10);
    match answer.recv_timeout(patience) {
        Ok(answer) => judge(child, &answer, &complaint),
        Err(_) => {
            end(child);
            Err(Error::TimeOut)
        }
    }
}

fn judge(mut child: Child, answer: &[u8], complaint: &mpsc::Receiver<Vec<u8>>) -> Result<RawBook, Error> {
    let ended_well = child.wait().is_ok_and(|status| status.success());
    if ended_well && let Ok(answer) = postcard::from_bytes(answer) {
        return answer;
    }
    let said = complaint.recv().unwrap_or_default();
    match String::from_utf8_lossy(&said).contains(OUT_OF_MEMORY) {
        true => Err(Error::too_large(Limit::Memory)),
        false => Err(Error::WorkerDied),
    }
}

fn end(mut child: Child) {
    // Both fail only when it is gone already.
    let _ = child.kill();
    let _ = child.wait();
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

    fn shell(script: &str, patience: Duration) -> Error {
        let mut command = Command::new("sh");
        command.args(["-c", script]);
        run(command, patience).unwrap_err()
    }

    #[test]
    fn a_reader_that_does_not_answer_is_ended() {
        assert_eq!(shell("exec sleep 600", Duration::from_millis(50)), Error::TimeOut);
    }

    #[test]
    fn a_reader_that_dies_takes_nothing_with_it() {
        let patience = Duration::from_secs(60);
        assert_eq!(shell("kill -SEGV $$", patience), Error::WorkerDied);
        assert_eq!(shell("echo nonsense", patience), Error::WorkerDied);
        let out_of_memory = "echo 'memory allocation of 549755813888 bytes failed' >&2; kill -ABRT $$";
        assert_eq!(shell(out_of_memory, patience), Error::too_large(Limit::Memory));
    }

    #[test]
    fn a_program_that_is_not_there_is_no_panic() {
        let missing = Path::new("/no/such/program");
        assert_eq!(read_in_worker(missing, missing, None), Err(Error::WorkerDied));
    }
}
