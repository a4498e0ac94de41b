//! A desk in a folder of its own. Everything goes through the same door as the window.

use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use api::{Desk, Origin, Place, WireError};
use serde_json::{Value, json};

/// The passphrase of every office in tests.
pub const PASSPHRASE: &str = "さくら さくら さくら";
/// The day on which tests happen: the last weeks of 令和7年度.
const TODAY: &str = "2026-03-14";

/// A desk whose folder goes away with it.
pub struct TestDesk {
    desk: Desk,
    folder: tempfile::TempDir,
    program: PathBuf,
}

impl TestDesk {
    /// A desk with no office file yet; `program` is started with `read-worker` to read files.
    pub fn bare(program: &str) -> TestDesk {
        let folder = tempfile::tempdir().expect("a folder");
        TestDesk { desk: desk(folder.path(), Path::new(program)), folder, program: program.into() }
    }

    /// A desk with an empty office of a council in 高松市.
    pub fn empty(program: &str) -> TestDesk {
        let test = TestDesk::bare(program);
        test.call(
            "office.create",
            json!({ "council": "見本地区コミュニティ協議会", "profile": "takamatsu", "passphrase": PASSPHRASE }),
        );
        test
    }

    /// A desk with the specimen office, made once per run and copied.
    pub fn sample(program: &str) -> TestDesk {
        static MADE: OnceLock<tempfile::TempDir> = OnceLock::new();
        let made = MADE.get_or_init(|| {
            let TestDesk { desk, folder, .. } = TestDesk::bare(program);
            let asked = json!({ "passphrase": PASSPHRASE });
            api::call(&desk, Origin::Browser, "office.make_sample", asked).expect("the specimen");
            desk.close().expect("closed");
            folder
        });
        let test = TestDesk::bare(program);
        copy(made.path(), test.folder.path());
        test.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
        test
    }

    /// A second desk over the same office file, as another process would be.
    pub fn beside(other: &TestDesk, program: &str) -> TestDesk {
        let folder = tempfile::tempdir().expect("a folder");
        TestDesk { desk: desk(other.folder(), Path::new(program)), folder, program: program.into() }
    }

    /// The same desk on another day.
    #[must_use]
    pub fn on(self, today: &str) -> TestDesk {
        TestDesk { desk: self.desk.on(today.parse().expect("a day")), ..self }
    }

    /// Closes the office and opens it again, as after a restart.
    pub fn restart(&mut self) {
        self.desk.close().expect("closed");
        self.desk = desk(self.folder.path(), &self.program);
        self.call("office.unlock", json!({ "passphrase": PASSPHRASE }));
    }

    /// The answer of a call that must succeed.
    pub fn call(&self, name: &str, args: Value) -> Value {
        self.ask(name, args).unwrap_or_else(|e| panic!("{name}: {} {} {:?}", e.code, e.message, e.params))
    }

    /// The same as the window gets it: as text.
    pub fn answer(&self, name: &str, args: Value) -> String {
        let answer = api::answer(&self.desk, Origin::Browser, name, args);
        answer.unwrap_or_else(|e| panic!("{name}: {} {} {:?}", e.code, e.message, e.params))
    }

    /// The refusal of a call that must fail.
    pub fn refused(&self, name: &str, args: Value) -> WireError {
        self.ask(name, args).err().unwrap_or_else(|| panic!("{name} must be refused"))
    }

    /// One call.
    pub fn ask(&self, name: &str, args: Value) -> Result<Value, WireError> {
        api::call(&self.desk, Origin::Browser, name, args)
    }

    /// Where the desk's files lie.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A token for a file.
    pub fn token(&self, path: &Path) -> String {
        self.desk.offer_file(path.to_path_buf()).expect("the file").token
    }

    /// The path behind a token.
    pub fn path(&self, token: &Value) -> PathBuf {
        self.desk.file_of(token.as_str().expect("a token")).expect("known")
    }

    /// The plan for a file, nothing written.
    pub fn preview(&self, kind: &str, path: &Path, year: i32) -> Value {
        self.call("intake.preview", json!({ "kind": kind, "files": [self.token(path)], "year": year, "columns": null }))
    }

    /// Brings a file in.
    pub fn import(&self, kind: &str, path: &Path, year: i32) -> Value {
        let asked = json!({ "kind": kind, "files": [self.token(path)], "year": year, "columns": null, "decisions": [], "unsure": "new" });
        self.call("intake.apply", asked)
    }

    /// The facts of a year.
    pub fn facts(&self, year: i32) -> Value {
        self.call("reports.list_facts", json!({ "year": year }))["facts"].take()
    }

    /// The hash over all records.
    pub fn state_hash(&self) -> String {
        let check = self.call("office.check", json!({}));
        assert_eq!(check["ok"], true, "the file is sound: {check}");
        check["state_hash"].as_str().expect("a hash").to_owned()
    }
}

fn desk(folder: &Path, program: &Path) -> Desk {
    let place = Place { office: folder.join("council.office"), data: folder.to_path_buf(), program: program.into() };
    Desk::new(place).on(TODAY.parse().expect("a day"))
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("the folder").flatten() {
        if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).expect("copied");
        }
    }
}
