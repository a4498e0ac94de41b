//! npm packages, exactly as the lock files name them.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use crate::program;

/// Installs a folder's packages unless they are there and as new as its lock file.
/// Install scripts stay off: none of ours needs one, and some would download browsers.
pub fn install(folder: &str, log: &Path) -> Result<(), String> {
    let folder_path = program::top().join(folder);
    let changed = |file: &str| changed_at(&folder_path.join(file));
    if changed("node_modules/.package-lock.json") >= changed("package-lock.json").max(Some(SystemTime::UNIX_EPOCH)) {
        return Ok(());
    }
    program::run_into(log, &mut program::command(folder, "npm ci --ignore-scripts --no-audit --no-fund"))
}

fn changed_at(file: &Path) -> Option<SystemTime> {
    fs::metadata(file).and_then(|it| it.modified()).ok()
}
