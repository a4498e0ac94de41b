//! A call from outside: which command it names, and its answer in JSON.

use office::calendar::YearStart;
use serde_json::Value;

use crate::command::{Command, dispatch};
use crate::{Desk, Error, Result, WireError};

/// Where a call comes from; rights are checked here, before anything runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The desk's own window.
    Window,
    /// The command line.
    CommandLine,
    /// A browser in tests and development.
    Browser,
}

/// Reads the arguments of a command, runs it and writes its answer as text at once: a tree of every value in between takes
/// twice as long.
pub(crate) fn run<C: Command>(desk: &Desk, args: Value) -> Result<String> {
    let args = if args.is_null() { Value::Object(Default::default()) } else { args };
    let command: C = serde_json::from_value(args)
        .map_err(|e| Error::refused("api.bad_arguments").with("command", C::NAME).with("detail", e))?;
    let answer = command.run(desk)?;
    serde_json::to_string(&answer).map_err(|e| no_answer(C::NAME, &e))
}

fn no_answer(name: &str, why: &serde_json::Error) -> Error {
    Error::refused("api.no_answer").with("command", name).with("detail", why)
}

/// The answer of the command of that name, as values.
pub fn call(desk: &Desk, origin: Origin, name: &str, args: Value) -> Result<Value, WireError> {
    let text = answer(desk, origin, name, args)?;
    serde_json::from_str(&text).map_err(|e| no_answer(name, &e).into())
}

/// Runs the command of that name; its answer is JSON. While it runs, years are the open council's. A panic becomes one
/// code; the desk goes on.
pub fn answer(desk: &Desk, _origin: Origin, name: &str, args: Value) -> Result<String, WireError> {
    let asked = || {
        desk.follow_calendar()?;
        dispatch(desk, name, args)
    };
    let attempt = std::panic::AssertUnwindSafe(|| YearStart::CITY.during(asked));
    match std::panic::catch_unwind(attempt) {
        Ok(answered) => answered.map_err(WireError::from),
        Err(_) => Err(Error::refused("api.bug").with("command", name).into()),
    }
}
