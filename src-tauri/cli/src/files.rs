//! Files of the command line: handed to the desk as tokens, put where the user said.

use std::path::{Path, PathBuf};

use api::{Desk, WireError};
use serde_json::{Value, json};

use crate::desk::call;

/// Tokens for files that exist.
pub fn tokens(desk: &Desk, paths: &[String]) -> Result<Vec<String>, WireError> {
    paths.iter().map(|path| token(desk, Path::new(path))).collect()
}

/// A token for one file.
pub fn token(desk: &Desk, path: &Path) -> Result<String, WireError> {
    let missing = || api::Error::refused("cli.no_such_file").with("path", path.display());
    if !path.is_file() {
        return Err(missing().into());
    }
    Ok(desk.offer_file(path.to_path_buf())?.token)
}

/// A paper that is asked for; `grant` is the key of its grant, or null.
pub struct Asked<'a> {
    pub form: &'a str,
    pub year: i32,
    pub grant: &'a Value,
    pub format: &'a str,
}

/// Puts a paper out in one format and says where it is.
pub fn put_out(desk: &Desk, asked: &Asked, folder: &Path) -> Result<(PathBuf, Value), WireError> {
    std::fs::create_dir_all(folder).map_err(api::Error::from)?;
    let folder = desk.offer_file(folder.to_path_buf())?.token;
    let Asked { form, year, grant, format } = asked;
    let args = json!({ "form": form, "year": year, "grant": grant, "format": format, "folder": folder });
    let answer = call(desk, "reports.output", args)?;
    let token = answer["files"][0]["token"].as_str().unwrap_or_default();
    Ok((desk.file_of(token).unwrap_or_default(), answer["missing"].clone()))
}
