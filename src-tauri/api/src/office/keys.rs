//! 合言葉と回復キー: who can open the office, and the change of both when officers change.

use office::file::{Cost, Holder, keeps_out};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::labels::long_day;
use crate::{Desk, Error, Result};

/// Who can open the office.
#[derive(Debug, Deserialize, TS)]
pub struct OfficeKeys {}

/// Whose passphrases open the office, and how the paper key stands.
#[derive(Debug, Serialize, TS)]
pub struct KeysShown {
    pub holders: Vec<HolderShown>,
    /// The name that the history gives to what is done now.
    pub operator: String,
    /// The paper key was typed back once.
    pub recovery_confirmed: bool,
    /// A new paper key waits to be typed back; the one before still opens the office.
    pub recovery_renewed: bool,
    /// The new paper can still be printed.
    pub has_sheet: bool,
    /// Nobody keeps anything of the specimen secret.
    pub is_sample: bool,
    /// Folder that is handed over.
    pub folder: String,
}

/// 合言葉を持つ人
#[derive(Debug, Serialize, TS)]
pub struct HolderShown {
    pub id: String,
    /// Empty for the one with which the office was made.
    pub name: String,
    pub since_label: String,
    /// The office was opened with it.
    pub is_here: bool,
}

impl HolderShown {
    fn new(Holder { id, name, since }: Holder, here: &Holder) -> HolderShown {
        HolderShown { is_here: id == here.id, id, name, since_label: long_day(since) }
    }
}

impl Command for OfficeKeys {
    const NAME: &'static str = "office.keys";
    type Output = KeysShown;
    fn run(self, desk: &Desk) -> Result<KeysShown> {
        shown(desk)
    }
}

fn shown(desk: &Desk) -> Result<KeysShown> {
    let (office, folder) = (desk.office()?, desk.place().office.parent());
    let here = office.opened_by();
    Ok(KeysShown {
        holders: office.holders()?.into_iter().map(|one| HolderShown::new(one, &here)).collect(),
        operator: desk.by().operator,
        recovery_confirmed: office.recovery_confirmed()?,
        recovery_renewed: office.recovery_renewed()?,
        has_sheet: desk.unconfirmed.is_kept(),
        is_sample: office.view(|view| office::council::read(view))?.is_sample,
        folder: folder.map(|folder| folder.display().to_string()).unwrap_or_default(),
    })
}

/// Lets one more passphrase open the office.
#[derive(Debug, Deserialize, TS)]
pub struct AddPassphrase {
    /// Whose it is.
    pub name: String,
    pub passphrase: String,
    /// The same once more.
    pub again: String,
}

impl Command for AddPassphrase {
    const NAME: &'static str = "office.add_passphrase";
    type Output = KeysShown;
    fn run(self, desk: &Desk) -> Result<KeysShown> {
        let name = holder_name(&self.name)?;
        keeps_out(&self.passphrase)?;
        if self.passphrase != self.again {
            return Err(Error::refused("office.passphrase_differs").with("field", "again"));
        }
        desk.office()?.add_passphrase(&self.passphrase, Cost::STRONG, (name, desk.today()))?;
        shown(desk)
    }
}

fn holder_name(typed: &str) -> Result<&str> {
    let name = typed.trim();
    if name.is_empty() { Err(Error::refused("office.holder_missing").with("field", "name")) } else { Ok(name) }
}

/// Writes whose a passphrase is: from now on the history bears the name.
#[derive(Debug, Deserialize, TS)]
pub struct NamePassphrase {
    pub id: String,
    pub name: String,
}

impl Command for NamePassphrase {
    const NAME: &'static str = "office.name_passphrase";
    type Output = KeysShown;
    fn run(self, desk: &Desk) -> Result<KeysShown> {
        desk.office()?.name_passphrase(&self.id, holder_name(&self.name)?)?;
        shown(desk)
    }
}

/// Takes a passphrase out, once another one was typed that opens the office.
#[derive(Debug, Deserialize, TS)]
pub struct RemovePassphrase {
    pub id: String,
    /// One that stays.
    pub remaining: String,
}

impl Command for RemovePassphrase {
    const NAME: &'static str = "office.remove_passphrase";
    type Output = KeysShown;
    fn run(self, desk: &Desk) -> Result<KeysShown> {
        desk.office()?.remove_passphrase(&self.id, &self.remaining)?;
        shown(desk)
    }
}

/// Makes a new paper key, to be printed and typed back.
#[derive(Debug, Deserialize, TS)]
pub struct RenewRecovery {}

impl Command for RenewRecovery {
    const NAME: &'static str = "office.renew_recovery";
    type Output = KeysShown;
    fn run(self, desk: &Desk) -> Result<KeysShown> {
        let key = desk.office()?.renew_recovery()?;
        desk.unconfirmed.keep(Some(key.to_string()));
        shown(desk)
    }
}
