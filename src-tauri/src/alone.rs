//! One window for each data folder: a second start raises the first window and ends.
//!
//! The folder's `window.lock` is held as long as the window is open; the system frees it however the program ends. Beside
//! it stands the port, on this computer alone, at which the first is knocked up. What is sent there is not even read.

use std::fs::{self, File, TryLockError};
use std::io;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::thread;

use tauri::{AppHandle, Manager};

/// The folder's only window.
pub struct Alone {
    door: TcpListener,
    /// Held, never read: a locked file cannot be read on Windows.
    _lock: File,
}

impl Alone {
    /// Claims a folder for this window; none when another window has it, which has then been raised.
    pub fn claim(data: &Path) -> io::Result<Option<Alone>> {
        let (lock, port) = (data.join("window.lock"), data.join("window.port"));
        let lock = File::options().create(true).write(true).truncate(false).open(lock)?;
        match lock.try_lock() {
            Ok(()) => {
                let door = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
                fs::write(port, door.local_addr()?.port().to_string())?;
                Ok(Some(Alone { door, _lock: lock }))
            }
            Err(TryLockError::WouldBlock) => {
                knock(&port);
                Ok(None)
            }
            Err(TryLockError::Error(why)) => Err(why),
        }
    }

    /// Raises the window whenever the program is started once more.
    pub fn answer(self, app: AppHandle) {
        thread::spawn(move || {
            // Whole, the lock too: a closure would take the door alone.
            let Alone { door, _lock } = self;
            for _knock in door.incoming().flatten() {
                raise(&app);
            }
        });
    }
}

/// A window that does not answer yet is about to open.
fn knock(port: &Path) {
    let port = fs::read_to_string(port).ok().and_then(|port| port.trim().parse::<u16>().ok());
    if let Some(port) = port {
        let _ = TcpStream::connect((Ipv4Addr::LOCALHOST, port));
    }
}

/// A system that keeps its windows where they are is not argued with.
fn raise(app: &AppHandle) {
    if let Some(window) = app.get_webview_window("main") {
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_has_one_window_and_the_second_knocks_at_its_door() {
        let data = std::env::temp_dir().join(format!("alone-{}", std::process::id()));
        fs::create_dir_all(&data).unwrap();
        let first = Alone::claim(&data).unwrap().expect("the folder is free");
        assert!(Alone::claim(&data).unwrap().is_none(), "taken");
        first.door.accept().expect("the second knocked");
        drop(first);
        assert!(Alone::claim(&data).unwrap().is_some(), "free again");
        fs::remove_dir_all(&data).unwrap();
    }
}
