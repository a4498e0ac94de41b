//! 使い方: the pages of help and their pictures; there before any office is opened.

mod booklet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::help::{FieldHelp, HelpPage, TourStep, fields, pages, picture, tour};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use booklet::PrintHelp;

use crate::command::Command;
use crate::{Desk, Result};

/// Every page of help.
#[derive(Debug, Deserialize, TS)]
pub struct Pages {}

/// Every page of help, in order.
#[derive(Debug, Serialize, TS)]
pub struct HelpPages {
    pub pages: Vec<HelpPage>,
    /// What is said of each field.
    pub fields: Vec<FieldHelp>,
    /// はじめての一週間
    pub tour: Vec<TourStep>,
}

impl Command for Pages {
    const NAME: &'static str = "help.pages";
    type Output = HelpPages;
    fn run(self, _desk: &Desk) -> Result<HelpPages> {
        Ok(HelpPages { pages: pages().to_vec(), fields: fields().to_vec(), tour: tour().to_vec() })
    }
}

/// The picture of a page of help.
#[derive(Debug, Deserialize, TS)]
pub struct HelpPicture {
    pub id: String,
}

/// The picture of a page of help.
#[derive(Debug, Serialize, TS)]
pub struct PictureShown {
    /// A JPEG; empty while there is none.
    pub base64: String,
}

impl Command for HelpPicture {
    const NAME: &'static str = "help.picture";
    type Output = PictureShown;
    fn run(self, _desk: &Desk) -> Result<PictureShown> {
        Ok(PictureShown { base64: picture(&self.id).map(|bytes| STANDARD.encode(bytes)).unwrap_or_default() })
    }
}
