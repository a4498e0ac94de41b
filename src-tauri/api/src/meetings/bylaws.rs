//! 規約: the text in force, every text before and after it, and those that are typed by hand.

use chrono::NaiveDate;
use office::FiscalYear;
use office::file::View;
use office::meetings::facts::decided;
use office::meetings::{Bylaws, BylawsId, MeetingId, acts, in_force, store, until};
use office::profile::Output;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::{Changed, with_value_of};
use crate::reports::{PutOutFiles, Sources, file_name, put_out};
use crate::roster::Written;
use crate::{Desk, Error, Result, labels, typed};

/// The form of the whole text, and the list that it draws.
pub(super) const FORM: &str = "bylaws";
pub(super) const LIST: &str = "meetings.bylaws";

/// The texts of 規約.
#[derive(Debug, Deserialize, TS)]
pub struct BylawsOn {
    /// The day on which a text is in force; empty is today.
    pub on: String,
}

/// The texts of 規約, the newest first.
#[derive(Debug, Serialize, TS)]
pub struct BylawsShown {
    /// The one in force on the day.
    #[ts(type = "string | null")]
    pub in_force: Option<BylawsId>,
    pub texts: Vec<BylawsText>,
}

/// One text.
#[derive(Debug, Serialize, TS)]
pub struct BylawsText {
    #[ts(type = "string")]
    pub id: BylawsId,
    pub from_label: String,
    /// Empty while no other follows.
    pub until_label: String,
    pub body: String,
    /// Where it was decided: a meeting in the records, or as typed.
    pub decided_label: String,
    /// The meeting that decided it; none where it was typed by hand.
    #[ts(type = "string | null")]
    pub meeting_id: Option<MeetingId>,
    #[ts(type = "number")]
    pub version: i64,
}

impl Command for BylawsOn {
    const NAME: &'static str = "meetings.bylaws";
    type Output = BylawsShown;
    fn run(self, desk: &Desk) -> Result<BylawsShown> {
        let on = typed::day(&self.on, None, "on")?.unwrap_or(desk.today());
        desk.office()?.view(|view| {
            let texts = store::bylaws(view)?;
            let all = (0..texts.len()).rev().map(|at| shown(view, &texts, at)).collect::<Result<_>>()?;
            Ok(BylawsShown { in_force: in_force(&texts, on).map(|text| text.id), texts: all })
        })
    }
}

fn shown(view: &View, texts: &[Bylaws], at: usize) -> Result<BylawsText> {
    let text = &texts[at];
    let item = text.item_id.map(|id| store::find_item(view, id)).transpose()?.flatten();
    Ok(BylawsText {
        id: text.id,
        from_label: labels::long_day(Some(text.from_on)),
        until_label: labels::long_day(until(texts, at)),
        body: text.body.clone(),
        decided_label: decided(view, text)?,
        meeting_id: item.map(|item| item.meeting_id),
        version: text.version,
    })
}

/// Writes a text down that is typed by hand.
#[derive(Debug, Deserialize, TS)]
pub struct SaveBylaws {
    pub bylaws: BylawsDraft,
}

/// A text as typed.
#[derive(Debug, Deserialize, TS)]
pub struct BylawsDraft {
    #[ts(type = "string | null")]
    pub id: Option<BylawsId>,
    #[ts(type = "number")]
    pub version: i64,
    pub from: String,
    pub decided: String,
    pub body: String,
}

impl Command for SaveBylaws {
    const NAME: &'static str = "meetings.save_bylaws";
    type Output = Changed<Written>;
    fn run(self, desk: &Desk) -> Result<Changed<Written>> {
        let missing = || Error::refused("typed.day_missing").with("field", "from");
        let text = Bylaws {
            id: self.bylaws.id.unwrap_or_else(BylawsId::new),
            from_on: typed::day(&self.bylaws.from, None, "from")?.ok_or_else(missing)?,
            body: self.bylaws.body,
            item_id: None,
            decided: self.bylaws.decided.trim().to_owned(),
            version: self.bylaws.version,
        };
        let save = |tx: &office::file::Tx| acts::save_bylaws(tx, &text, self.bylaws.id.is_none());
        Ok(with_value_of(desk.office()?.change(&desk.by(), Self::NAME, save)?, Written::of))
    }
}

/// Takes out a text that was typed by hand.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveBylaws {
    #[ts(type = "string")]
    pub id: BylawsId,
}

impl Command for RemoveBylaws {
    const NAME: &'static str = "meetings.remove_bylaws";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_bylaws(tx, self.id))?.into())
    }
}

/// Puts one text out as a file.
#[derive(Debug, Deserialize, TS)]
pub struct PutOutBylaws {
    #[ts(type = "string")]
    pub id: BylawsId,
    pub format: Output,
    /// The folder that the user chose; none keeps the file on the desk to be fetched.
    pub folder: Option<String>,
}

impl Command for PutOutBylaws {
    const NAME: &'static str = "meetings.put_out_bylaws";
    type Output = PutOutFiles;
    fn run(self, desk: &Desk) -> Result<PutOutFiles> {
        let texts = desk.office()?.view(|view| store::bylaws(view))?;
        let at = texts.iter().position(|text| text.id == self.id);
        let at = at.ok_or_else(|| Error::refused("meetings.no_such_bylaws"))?;
        let year = FiscalYear::of(told_on(&texts, at, desk.today()));
        let paper = Sources::load(desk, year)?;
        let paper = paper.paper(desk, FORM, None)?.put_out_as(self.format)?.only(LIST, &self.id.to_string());
        let from = texts[at].from_on.format("%Y-%m-%d").to_string();
        let name = file_name(&from, &paper, self.format);
        put_out(desk, &paper, year, self.format, self.folder.as_ref(), &name)
    }
}

/// The day nearest to today on which a text is in force.
fn told_on(texts: &[Bylaws], at: usize, today: NaiveDate) -> NaiveDate {
    let last = until(texts, at).map_or(today, |day| day.min(today));
    last.max(texts[at].from_on)
}
