//! Goldens: text that a treasurer could proof-read, kept under `tests/golden` and renewed with `UPDATE=1`.

use std::path::Path;

/// Compares with the golden of that name, or renews it when `UPDATE` is set.
pub fn check(name: &str, now: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("the folder");
        std::fs::write(&path, now).expect("written");
    }
    let golden = std::fs::read_to_string(&path).unwrap_or_default();
    if golden != now {
        let first = golden.lines().zip(now.lines()).find(|(a, b)| a != b);
        panic!("{name} differs from its golden, first at {first:?}; look at it, then renew it with UPDATE=1");
    }
}
