//! `jimukyoku`: the desk on the command line, over the same door as the window.

mod args;
mod desk;
mod files;
mod show;
mod verbs;

use std::process::ExitCode;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().skip(1).collect();
    if let [verb, words @ ..] = words.as_slice()
        && verb == "read-worker"
    {
        return api::read_worker(words);
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
