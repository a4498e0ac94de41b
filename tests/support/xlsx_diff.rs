//! Two archives part by part.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// Names of the parts that differ, are new or are gone.
pub fn changed_parts(before: &Path, after: &Path) -> Vec<String> {
    let (before, after) = (parts(before), parts(after));
    let names: std::collections::BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    names.into_iter().filter(|name| before.get(*name) != after.get(*name)).cloned().collect()
}

/// The parts of an archive by their names.
pub fn parts(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(std::fs::File::open(path).expect("the file")).expect("an archive");
    let mut parts = BTreeMap::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).expect("a part");
        let name = part.name().expect("a name").into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("readable");
        parts.insert(name, bytes);
    }
    parts
}
