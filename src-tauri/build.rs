//! Tells Tauri which commands the page may have; everything else is refused by the capability.

fn main() {
    let ours = tauri_build::AppManifest::new().commands(&["call", "pick_file", "choose_folder", "open", "set_unsaved"]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(ours)).expect("the window's settings are sound");
}
