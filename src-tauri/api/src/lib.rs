//! The one door: what the window, the command line, the browser in tests and later a tablet may ask.
//! [`answer`] finds a command by its name, runs it on the [`Desk`] and answers in JSON.

mod bindings;
mod call;
mod command;
mod desk;
mod files;
mod kept;
mod labels;
mod laid_out;
mod rows;
mod typed;
mod wire;

mod accounts;
mod activities;
mod attachments;
mod enrolment;
mod equipment;
mod grants;
mod handover;
mod help;
mod home;
mod intake;
mod lists;
mod meetings;
mod office;
mod packed;
mod plan;
mod privacy;
mod recovery;
mod reports;
mod roster;
mod sample;
mod search;
mod side_by_side;

pub use bindings::typescript;
pub use call::{Origin, answer, call};
pub use desk::{Desk, Place};
pub use files::Token;
pub use wire::{Error, Result, WireError};

use std::ffi::OsString;
use std::process::ExitCode;

/// What the program does when it is started to read one file and nothing else; the words after `read-worker`: a path, and
/// the encoding where one was chosen, or that a picture comes through the standard input.
pub fn read_worker(words: &[OsString]) -> ExitCode {
    match words {
        [] => ExitCode::from(2),
        [what] if what == pictures::ARGUMENT => pictures::worker_main(),
        [path, chosen @ ..] => {
            sheets::worker_main(path.as_ref(), chosen.first().and_then(|encoding| encoding.to_str()))
        }
    }
}
