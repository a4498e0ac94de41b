//! A desk for one run of the command line: which office file, and the passphrase for it.

use std::path::Path;

use api::{Desk, Origin, WireError};
use serde_json::{Value, json};

use crate::args::Args;

/// What a call answers.
pub type Answer = Result<Value, WireError>;

/// A desk with nothing open.
pub fn closed(args: &Args) -> Result<Desk, WireError> {
    let desk = Desk::from_env()?;
    Ok(match &args.office {
        Some(office) => desk.at(office.clone()),
        None => desk,
    })
}

/// A desk with the office file open.
pub fn open(args: &Args) -> Result<Desk, WireError> {
    let desk = closed(args)?;
    call(&desk, "office.unlock", json!({ "passphrase": passphrase(&desk.place().office)? }))?;
    if let Ok(typed) = std::env::var("JIMUKYOKU_RECOVERY") {
        call(&desk, "office.confirm_recovery", json!({ "typed": typed }))?;
    }
    Ok(desk)
}

/// One call through the door.
pub fn call(desk: &Desk, name: &str, args: Value) -> Answer {
    api::call(desk, Origin::CommandLine, name, args)
}

/// `JIMUKYOKU_PASSPHRASE`, else asked at the terminal.
pub fn passphrase(office: &Path) -> Result<String, WireError> {
    if let Ok(passphrase) = std::env::var("JIMUKYOKU_PASSPHRASE") {
        return Ok(passphrase);
    }
    let prompt = format!("{} の合言葉: ", office.display());
    rpassword::prompt_password(prompt).map_err(|e| api::Error::refused("cli.no_terminal").because(e).into())
}
