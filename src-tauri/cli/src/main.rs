//! `jimukyoku`: the desk on the command line, over the same door as the window.

mod args;
mod desk;
mod files;
mod show;
mod verbs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut words = std::env::args_os().skip(1);
    if words.next().is_some_and(|first| first == "read-worker") {
        return words.next().map_or(ExitCode::from(2), |path| api::read_worker(path.as_ref()));
    }
    match args::parse() {
        Ok(args) => answer(verbs::run(&args), args.is_json),
        Err(usage) => {
            eprintln!("{usage}\n\n{}", args::USAGE);
            ExitCode::from(2)
        }
    }
}

/// The answer on standard output, a refusal on standard error.
fn answer(result: Result<show::Answer, api::WireError>, is_json: bool) -> ExitCode {
    match result {
        Ok(answer) => {
            answer.print(is_json);
            ExitCode::SUCCESS
        }
        Err(error) => {
            show::print_error(&error, is_json);
            // A word that is lacking is off like one that is wrong.
            if error.code == "cli.option_missing" { ExitCode::from(2) } else { ExitCode::FAILURE }
        }
    }
}
