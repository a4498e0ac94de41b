//! The app around the one window: it holds the desk and lets the page call it.

use std::process::ExitCode;
use std::sync::Arc;

use api::{Desk, Origin, WireError};
use serde_json::Value;
use tauri::async_runtime::spawn_blocking;
use tauri::ipc::Response;
use tauri::{Manager, RunEvent, State};

use crate::alone::Alone;
use crate::{dialogs, system, window};

pub type SharedDesk<'a> = State<'a, Arc<Desk>>;

pub fn run() -> ExitCode {
    let desk = match Desk::from_env() {
        Ok(desk) => desk,
        Err(why) => return system::cannot_start(&why.into()),
    };
    let alone = match Alone::claim(desk.data()) {
        Ok(Some(alone)) => {
            desk.clear_laid_out();
            Some(alone)
        }
        Ok(None) => return ExitCode::SUCCESS,
        // A folder that knows no locks: the office file itself still refuses a second reader.
        Err(why) => {
            eprintln!("{why}");
            None
        }
    };
    let app = tauri::Builder::default()
        .manage(Arc::new(desk))
        .manage(window::Unsaved::default())
        .invoke_handler(tauri::generate_handler![
            call,
            dialogs::pick_file,
            dialogs::choose_folder,
            dialogs::open,
            window::set_unsaved
        ])
        .setup(|app| {
            window::open(app)?;
            alone.into_iter().for_each(|alone| alone.answer(app.handle().clone()));
            Ok(())
        });
    let app = app.build(tauri::generate_context!()).expect("the system has a web view");
    app.run(|app, event| {
        if let RunEvent::Exit = event {
            put_away(&app.state::<Arc<Desk>>());
        }
    });
    ExitCode::SUCCESS
}

/// The office keeps a copy of itself when the desk is put away. What was written is safe either way.
fn put_away(desk: &Desk) {
    if let Err(why) = desk.close() {
        eprintln!("{why}");
    }
}

/// The page's one door. Off the window's thread, so that long work never freezes it.
#[tauri::command]
async fn call(desk: SharedDesk<'_>, name: String, args: Value) -> Result<Response, WireError> {
    let desk = Arc::clone(&desk);
    let answer = spawn_blocking(move || api::answer(&desk, Origin::Window, &name, args)).await;
    answer.expect("a panic is caught inside the call").map(Response::new)
}
