//! Reading a stranger's file in a process of its own.

use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;

use paper::RawBook;
use worker::Died;

use crate::Error;
use crate::limits::Limit;

/// Reads a file in a process of its own: `program` is started with the argument `read-worker`, the path and, where one
/// was chosen, the encoding.
pub fn read_in_worker(program: &Path, path: &Path, encoding: Option<&str>) -> Result<RawBook, Error> {
    let words = std::iter::once(path.as_os_str()).chain(encoding.map(OsStr::new));
    worker::ask(program, words, None).unwrap_or_else(|died| Err(died.into()))
}

/// What the program does when it was started as a reader.
pub fn worker_main(path: &Path, encoding: Option<&str>) -> ExitCode {
    worker::answer(|| crate::read_as(path, encoding), || Err(Error::damaged("panic")))
}

impl From<Died> for Error {
    fn from(died: Died) -> Error {
        match died {
            Died::TimeOut => Error::TimeOut,
            Died::OutOfMemory => Error::too_large(Limit::Memory),
            Died::Ended => Error::WorkerDied,
        }
    }
}
