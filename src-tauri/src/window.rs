//! The one window: as large as it was left, bound to its own page, and careful with what is half typed.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use api::Desk;
use serde::{Deserialize, Serialize};
use tauri::webview::NewWindowResponse;
use tauri::{App, Manager, State, Url, WebviewUrl, WebviewWindow, WebviewWindowBuilder, WindowEvent};

use crate::system;

/// Whether something on the page has been typed and not yet saved.
#[derive(Default)]
pub struct Unsaved(AtomicBool);

#[tauri::command]
pub fn set_unsaved(unsaved: State<'_, Unsaved>, value: bool) {
    unsaved.0.store(value, Ordering::Relaxed);
}

pub fn open(app: &App) -> tauri::Result<()> {
    let size = Size::remembered(app).unwrap_or_default();
    let window = WebviewWindowBuilder::new(app, "main", WebviewUrl::default())
        .title("まちの事務局")
        .inner_size(size.width, size.height)
        .min_inner_size(768.0, 600.0)
        .maximized(size.maximized)
        .zoom_hotkeys_enabled(true)
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false)
        .build()?;
    watch(window);
    Ok(())
}

/// Only the page that the program carries, by its address on each system.
fn is_ours(url: &Url) -> bool {
    url.scheme() == "tauri" && url.host_str() == Some("localhost") || url.host_str() == Some("tauri.localhost")
}

fn watch(window: WebviewWindow) {
    let watched = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            Size::remember(&watched);
            if watched.state::<Unsaved>().0.load(Ordering::Relaxed) {
                api.prevent_close();
                tauri::async_runtime::spawn(close_if_told(watched.clone()));
            }
        }
    });
}

async fn close_if_told(window: WebviewWindow) {
    if system::may_lose_typed(&window).await {
        // A window that is already gone needs no closing.
        let _ = window.destroy();
    }
}

#[derive(Serialize, Deserialize)]
struct Size {
    width: f64,
    height: f64,
    maximized: bool,
}

impl Default for Size {
    /// The laptop in most offices is 1366 × 768: fill it.
    fn default() -> Self {
        Size { width: 1366.0, height: 768.0, maximized: true }
    }
}

impl Size {
    fn remembered(app: &impl Manager<tauri::Wry>) -> Option<Size> {
        serde_json::from_slice(&fs::read(kept_in(app)).ok()?).ok()
    }

    /// A size that cannot be kept is no reason to disturb anybody.
    fn remember(window: &WebviewWindow) {
        let now = || -> tauri::Result<Size> {
            let shown = window.inner_size()?.to_logical::<f64>(window.scale_factor()?);
            Ok(Size { width: shown.width, height: shown.height, maximized: window.is_maximized()? })
        };
        if let Ok(bytes) = now().and_then(|size| Ok(serde_json::to_vec(&size)?)) {
            let _ = fs::write(kept_in(window), bytes);
        }
    }
}

fn kept_in(manager: &impl Manager<tauri::Wry>) -> PathBuf {
    manager.state::<Arc<Desk>>().place().data.join("window.json")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn the_window_goes_nowhere_else() {
        let goes = |address: &str| is_ours(&address.parse().unwrap());
        assert!(goes("tauri://localhost/#/home") && goes("http://tauri.localhost/"));
        for elsewhere in
            ["https://example.com/", "file:///etc/passwd", "tauri://elsewhere/", "http://tauri.localhost.example.com/"]
        {
            assert!(!goes(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn the_page_may_do_this_and_nothing_else() {
        let capability: Value = serde_json::from_str(include_str!("../capabilities/main.json")).unwrap();
        let ours = ["allow-call", "allow-pick-file", "allow-choose-folder", "allow-open", "allow-set-unsaved"];
        let allowed: Vec<&str> = std::iter::once("core:event:default").chain(ours).collect();
        assert_eq!((&capability["windows"], &capability["permissions"]), (&json!(["main"]), &json!(allowed)));
    }

    #[test]
    fn no_script_but_our_own_runs() {
        let settings: Value = serde_json::from_str(include_str!("../tauri.conf.json")).unwrap();
        let security = &settings["app"]["security"];
        let policy = security["csp"].as_str().unwrap();
        assert!(policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"));
        assert_eq!((&security["freezePrototype"], &settings["app"]["withGlobalTauri"]), (&json!(true), &json!(false)));
        assert_eq!(security["assetProtocol"]["enable"], json!(false));
    }
}
