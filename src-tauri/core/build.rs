//! Embeds the profiles, the layouts of banks and the pages of help: lists every file under a folder of `assets` in a table of name and bytes.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    embed("profiles")?;
    embed("banks")?;
    embed("help")
}

/// Writes `<folder>.rs` with the table of its files.
fn embed(folder: &str) -> io::Result<()> {
    let assets = PathBuf::from(env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?).join("../../assets");
    let root = assets.join(folder);
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    list(&root.canonicalize()?, "", &mut files)?;
    files.sort();
    let mut table = String::from("static FILES: &[(&str, &[u8])] = &[\n");
    for (name, path) in files {
        writeln!(table, "    ({name:?}, include_bytes!({path:?})),").map_err(io::Error::other)?;
    }
    table.push_str("];\n");
    fs::write(PathBuf::from(env::var("OUT_DIR").map_err(io::Error::other)?).join(format!("{folder}.rs")), table)
}

/// Names are joined by `/` on every platform.
fn list(folder: &Path, prefix: &str, files: &mut Vec<(String, PathBuf)>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.push((name, entry.path()));
        }
    }
    Ok(())
}
