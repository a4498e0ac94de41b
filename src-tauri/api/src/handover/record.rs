//! 引き渡しの記録

use office::FiscalYear;
use office::handover::{HandoverId, acts};
use serde::Deserialize;
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, typed};

/// Writes down that an office was handed over.
#[derive(Debug, Deserialize, TS)]
pub struct RecordHandover {
    /// The year that is handed over.
    pub year: FiscalYear,
    /// 会長, 会計, 事務局
    pub office: String,
    /// 引き渡した日; empty is today.
    pub on: String,
    pub from_name: String,
    pub to_name: String,
    pub witness: String,
    pub note: String,
    /// Both have read the paper and say so.
    pub both_confirm: bool,
}

impl Command for RecordHandover {
    const NAME: &'static str = "handover.record";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        // A day without a year is one of the spring after the year that is handed over.
        let on = typed::day(&self.on, Some(self.year.next()), "on")?.unwrap_or_else(|| desk.today());
        let year = self.year;
        let new = acts::NewHandover {
            office: self.office,
            from_name: self.from_name,
            to_name: self.to_name,
            witness: self.witness,
            note: self.note,
            both_confirm: self.both_confirm,
        };
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::record(tx, year, on, &new).map(drop))?.into())
    }
}

/// Takes a handover that was written down by mistake out.
#[derive(Debug, Deserialize, TS)]
pub struct RemoveHandover {
    #[ts(type = "string")]
    pub id: HandoverId,
}

impl Command for RemoveHandover {
    const NAME: &'static str = "handover.remove_record";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::remove_record(tx, self.id))?.into())
    }
}
