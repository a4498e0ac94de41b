//! What the page may ask of the system. Paths stay in Rust: the page gets tokens.

use api::{Token, WireError};
use tauri::WebviewWindow;

use crate::shell::SharedDesk;
use crate::system::{self, Wanted};

/// Lets the user choose a file to bring in or to attach. Nothing when she changes her mind.
#[tauri::command]
pub async fn pick_file(desk: SharedDesk<'_>, window: WebviewWindow, what: Wanted) -> Result<Option<Token>, WireError> {
    Ok(system::ask_file(&window, what).await.map(|path| desk.offer_file(path)).transpose()?)
}

/// Lets the user choose where papers are put.
#[tauri::command]
pub async fn choose_folder(desk: SharedDesk<'_>, window: WebviewWindow) -> Result<Option<Token>, WireError> {
    Ok(system::ask_folder(&window).await.map(|path| desk.offer_file(path)).transpose()?)
}

/// Opens a file or folder that the desk has handed out in the system's own viewer, which also prints it.
/// Answers whether it was there and a viewer took it.
#[tauri::command]
pub async fn open(desk: SharedDesk<'_>, token: String) -> Result<bool, WireError> {
    Ok(desk.file_of(&token).is_some_and(|path| system::show(&path).is_ok()))
}
