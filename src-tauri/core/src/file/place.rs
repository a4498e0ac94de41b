//! Where an office file may lie, what lies beside it, and who may hold it.

use std::ffi::OsString;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf, Prefix};
use std::time::Duration;

use crate::error::{Error, Result};

/// An office file and the files beside it.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The office file itself.
    pub(super) file: PathBuf,
}

/// Held as long as the office is open; freed by the operating system even when the process is killed.
pub(super) struct Lock(#[expect(dead_code, reason = "the open handle is the lock")] File);

impl Place {
    /// The place of an office file, refused where SQLite cannot keep its promises.
    pub(super) fn new(path: &Path) -> Result<Place> {
        let file = std::path::absolute(path)?;
        match unfit(&file) {
            Some(why) => Err(Error::refused("office.bad_place").with("path", file.display()).with("why", why)),
            None => Ok(Place { file }),
        }
    }

    /// The folder in which it lies.
    pub(super) fn folder(&self) -> PathBuf {
        self.file.parent().map_or_else(PathBuf::new, Path::to_path_buf)
    }

    /// The file beside it with that ending, `FILE.keys`.
    pub(super) fn beside(&self, ending: &str) -> PathBuf {
        beside(&self.file, ending)
    }

    /// Anything that a new office would overwrite or be mixed up with.
    pub(super) fn occupied(&self) -> Option<PathBuf> {
        let beside = ["keys", "lock", "cas", "copies", "new"].map(|ending| self.beside(ending));
        let journals = ["-wal", "-shm", "-journal"].map(|ending| appended(&self.file, ending));
        [self.file.clone()].into_iter().chain(beside).chain(journals).find(|path| path.symlink_metadata().is_ok())
    }

    /// True when the last process that held the file did not close it: its write-ahead log is still there.
    pub(super) fn was_left_open(&self) -> bool {
        appended(&self.file, "-wal").metadata().is_ok_and(|wal| wal.len() > 0)
    }

    /// Takes the lock or says who stands in the way.
    pub(super) fn lock(&self) -> Result<Lock> {
        let path = self.beside("lock");
        let opened = OpenOptions::new().create(true).truncate(false).write(true).open(&path);
        let handle = opened.map_err(|e| match e.kind() {
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                Error::refused("office.bad_place").with("path", self.file.display()).with("why", "read_only").because(e)
            }
            _ => e.into(),
        })?;
        match patiently(|| handle.try_lock()) {
            Ok(()) => Ok(Lock(handle)),
            Err(TryLockError::WouldBlock) => Err(Error::refused("office.in_use").with("path", self.file.display())),
            Err(TryLockError::Error(e)) => Err(e.into()),
        }
    }
}

/// Tries for a second: a process that is just being started holds, for a moment, every lock of the one that starts it.
fn patiently(mut lock: impl FnMut() -> Result<(), TryLockError>) -> Result<(), TryLockError> {
    for _ in 0..50 {
        match lock() {
            Err(TryLockError::WouldBlock) => std::thread::sleep(Duration::from_millis(20)),
            settled => return settled,
        }
    }
    lock()
}

/// `FILE.ending`
pub(super) fn beside(file: &Path, ending: &str) -> PathBuf {
    appended(file, &format!(".{ending}"))
}

fn appended(file: &Path, ending: &str) -> PathBuf {
    let mut name: OsString = file.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

/// Writes beside, then renames: whole or not at all.
pub(super) fn write_whole(path: &Path, bytes: &[u8]) -> Result<()> {
    let part = beside(path, "part");
    std::fs::write(&part, bytes)?;
    sync(&part)?;
    rename(&part, path)
}

/// Waits until a file has reached the disk.
pub(super) fn sync(path: &Path) -> Result<()> {
    Ok(OpenOptions::new().write(true).open(path)?.sync_all()?)
}

/// Renames and makes the new name durable.
pub(super) fn rename(from: &Path, to: &Path) -> Result<()> {
    std::fs::rename(from, to)?;
    sync_folder_of(to)
}

/// Makes a folder and those above it, each name durable: a file in a folder that a power cut takes away is gone with it.
pub(super) fn make_folder(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    folder.parent().map_or(Ok(()), make_folder)?;
    match std::fs::create_dir(folder) {
        Err(e) if e.kind() != ErrorKind::AlreadyExists => Err(e.into()),
        _ => sync_folder_of(folder),
    }
}

/// Where a folder cannot be opened as a file (Windows), renaming is durable by itself.
fn sync_folder_of(path: &Path) -> Result<()> {
    match path.parent().map(File::open) {
        Some(Ok(folder)) => Ok(folder.sync_all()?),
        _ => Ok(()),
    }
}

/// Why a place is unfit: its file system loses locks or syncs, or another program copies it half-way.
fn unfit(file: &Path) -> Option<&'static str> {
    let folder = file.parent().and_then(|folder| folder.canonicalize().ok());
    let real = folder.as_deref().unwrap_or(file);
    if real.components().any(|c| is_network_share(&c)) {
        return Some("network");
    }
    if real.components().chain(file.components()).any(|c| is_synchronised(&c.as_os_str().to_string_lossy())) {
        return Some("cloud");
    }
    let mounts = std::fs::read_to_string("/proc/mounts").ok()?;
    unfit_file_system(file_system(&mounts, real)?)
}

fn is_network_share(component: &Component) -> bool {
    matches!(component, Component::Prefix(p) if matches!(p.kind(), Prefix::UNC(..) | Prefix::VerbatimUNC(..)))
}

/// Folders that OneDrive, Dropbox, Google Drive and iCloud keep in step.
fn is_synchronised(folder: &str) -> bool {
    const WHOLE: [&str; 8] = [
        "dropbox",
        "google drive",
        "googledrive",
        "マイドライブ",
        "icloud drive",
        "iclouddrive",
        "mobile documents",
        "cloudstorage",
    ];
    let folder = folder.to_lowercase();
    folder == "onedrive" || folder.starts_with("onedrive - ") || WHOLE.contains(&folder.as_str())
}

/// The type of the file system that holds a path, from the table of mounts.
fn file_system<'a>(mounts: &'a str, path: &Path) -> Option<&'a str> {
    let mounted = mounts.lines().filter_map(|line| {
        let mut words = line.split(' ').skip(1);
        let (point, kind) = (words.next()?.replace("\\040", " "), words.next()?);
        path.starts_with(&point).then_some((point.len(), kind))
    });
    mounted.max_by_key(|(length, _)| *length).map(|(_, kind)| kind)
}

fn unfit_file_system(kind: &str) -> Option<&'static str> {
    match kind {
        "nfs" | "nfs4" | "cifs" | "smb3" | "smbfs" | "ncpfs" | "afs" | "davfs" | "fuse.davfs2" | "fuse.sshfs"
        | "fuse.rclone" | "fuse.gvfsd-fuse" => Some("network"),
        "vfat" | "exfat" | "msdos" => Some("removable"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_innermost_mount_decides() {
        let mounts =
            "/dev/sda1 / ext4 rw 0 0\nnas:/x /mnt/nas nfs4 rw 0 0\n/dev/sdb1 /media/hanako/USB\\040DISK exfat rw 0 0\n";
        let kind = |path: &str| file_system(mounts, Path::new(path)).and_then(unfit_file_system);
        assert_eq!(kind("/home/hanako"), None);
        assert_eq!(kind("/mnt/nas/office"), Some("network"));
        assert_eq!(kind("/media/hanako/USB DISK/office"), Some("removable"));
        assert_eq!(kind("/mnt/nasty"), None, "a name that only begins alike is another folder");
    }

    #[test]
    fn folders_kept_in_step_by_other_programs_are_known() {
        for folder in ["OneDrive", "OneDrive - 緑町", "Dropbox", "Google Drive", "Mobile Documents"] {
            assert!(is_synchronised(folder), "{folder}");
        }
        assert!(!is_synchronised("Documents") && !is_synchronised("onedriver"));
    }
}
