//! 見本: the specimen office, made from its Excel files through the same importers as anybody's.

use std::path::Path;

use office::OfficeFile;
use office::file::{Cost, NewCouncil};
use office::intake::columns::Kind;
use office::intake::plan::Counts;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::equipment::{EquipmentDraft, SaveEquipment};
use crate::files::write_whole;
use crate::grants::RecordDecision;
use crate::intake::Apply;
use crate::office::{DeskStatus, status};
use crate::plan::SamplePlan;
use crate::{Desk, Error, Place, Result};

/// Nobody's data lies behind it, and it is written here for everybody.
const PASSPHRASE: &str = "見本地区の事務局";

/// `assets/sample/sample.toml`
#[derive(Deserialize)]
struct Sample {
    council: String,
    postal: String,
    address: String,
    phone: String,
    profile: String,
    year: office::FiscalYear,
    #[serde(rename = "file")]
    files: Vec<SampleFile>,
    decision: Decision,
    equipment: Vec<EquipmentDraft>,
    plan: SamplePlan,
}

#[derive(Deserialize)]
struct SampleFile {
    kind: Kind,
    name: String,
}

#[derive(Deserialize)]
struct Decision {
    grant: String,
    amount: String,
    on: String,
    number: String,
}

/// The files themselves, as the council's secretary kept them.
const FILES: [(&str, &[u8]); 5] = [
    ("名簿.xlsx", include_bytes!("../../../assets/sample/名簿.xlsx")),
    ("自治会加入状況.xlsx", include_bytes!("../../../assets/sample/自治会加入状況.xlsx")),
    ("収支予算書.xlsx", include_bytes!("../../../assets/sample/収支予算書.xlsx")),
    ("出納帳.xlsx", include_bytes!("../../../assets/sample/出納帳.xlsx")),
    ("事業実績.xlsx", include_bytes!("../../../assets/sample/事業実績.xlsx")),
];

/// Makes the specimen office where this desk's office file would lie.
#[derive(Debug, Deserialize, TS)]
pub struct MakeSample {
    /// None takes the specimen's own.
    pub passphrase: Option<String>,
}

/// What was brought in from each file.
#[derive(Debug, Serialize, TS)]
pub struct Made {
    pub imported: Vec<Imported>,
}

/// What was brought in from one file.
#[derive(Debug, Serialize, TS)]
pub struct Imported {
    pub file: String,
    pub counts: Counts,
}

impl Command for MakeSample {
    const NAME: &'static str = "office.make_sample";
    type Output = Made;
    fn run(self, desk: &Desk) -> Result<Made> {
        make(desk, self.passphrase.as_deref().unwrap_or(PASSPHRASE))
    }
}

/// Opens the specimen office beside the council's own; made the first time, and again when it is to begin anew.
#[derive(Debug, Deserialize, TS)]
pub struct OpenSample {
    pub reset: bool,
}

impl Command for OpenSample {
    const NAME: &'static str = "office.open_sample";
    type Output = DeskStatus;
    fn run(self, desk: &Desk) -> Result<DeskStatus> {
        desk.close()?;
        let path = desk.place.data.join("sample.office");
        let opened = if self.reset || !path.exists() { None } else { open(&path)? };
        let office = match opened {
            Some(office) => office,
            None => made_anew(desk, &path)?,
        };
        desk.put(Some(office))?;
        status(desk)
    }
}

/// The specimen as it was left; none when it cannot be opened: it holds nothing of the user's and is made anew. One that
/// another program holds, or a newer one has written, is not taken away.
fn open(path: &Path) -> Result<Option<OfficeFile>> {
    match OfficeFile::open(path, PASSPHRASE) {
        Ok(office) => Ok(Some(office)),
        Err(why) if ["office.in_use", "office.newer_file"].contains(&why.code) => Err(why),
        Err(_) => Ok(None),
    }
}

fn made_anew(desk: &Desk, path: &Path) -> Result<OfficeFile> {
    remove(path)?;
    let aside = Desk::new(Place { office: path.to_owned(), ..desk.place.clone() }).on(desk.today());
    make(&aside, PASSPHRASE)?;
    aside.close()?;
    OfficeFile::open(path, PASSPHRASE)
}

fn make(desk: &Desk, passphrase: &str) -> Result<Made> {
    let sample: Sample = toml::from_str(include_str!("../../../assets/sample/sample.toml"))
        .map_err(|e| Error::refused("office.sample_broken").because(e))?;
    let Sample { council: name, postal, address, phone, profile, year, files, decision, equipment, plan } = sample;
    let council = NewCouncil { name, profile, postal, address, phone, is_sample: true, ..NewCouncil::default() };
    let (office, _) = OfficeFile::create_at(&desk.place.office, passphrase, Cost::LIGHT, &council, &desk.by())?;
    desk.put(Some(office))?;
    let folder = unpack(desk)?;
    let mut imported = Vec::new();
    for SampleFile { kind, name } in files {
        let token = desk.offer_file(folder.join(&name))?.token;
        let apply = Apply {
            kind,
            files: vec![token],
            year: Some(year),
            columns: None,
            encoding: None,
            decisions: vec![],
            unsure: None,
        };
        imported.push(Imported { file: name, counts: apply.run(desk)?.value });
    }
    let Decision { grant, amount, on, number } = decision;
    RecordDecision { name: grant, year, amount, on, number, is_correction: false }.run(desk)?;
    for draft in equipment {
        SaveEquipment { year, id: None, draft }.run(desk)?;
    }
    plan.write(desk, year)?;
    Ok(Made { imported })
}

/// Lays the files out in the data folder, where a learner may also bring them in by hand.
fn unpack(desk: &Desk) -> Result<std::path::PathBuf> {
    let folder = desk.place.data.join("見本のファイル");
    std::fs::create_dir_all(&folder)?;
    for (name, bytes) in FILES {
        write_whole(&folder.join(name), bytes)?;
    }
    Ok(folder)
}

/// Takes the specimen and what stands beside it away.
fn remove(path: &Path) -> Result<()> {
    let beside = |extension: &str| path.with_file_name(format!("sample.office{extension}"));
    for extension in ["", ".keys", ".lock", "-wal", "-shm"] {
        let file = beside(extension);
        if file.exists() {
            std::fs::remove_file(file)?;
        }
    }
    for extension in [".cas", ".copies"] {
        let folder = beside(extension);
        if folder.exists() {
            std::fs::remove_dir_all(folder)?;
        }
    }
    Ok(())
}
