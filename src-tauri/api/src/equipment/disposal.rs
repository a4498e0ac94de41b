//! 処分: planned, done, and what the city wants to know first.

use office::FiscalYear;
use office::equipment::{Disposal, DisposalWay, Early, EquipmentId, acts, early, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Advised, said};
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, typed};

/// A disposal as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct DisposalDraft {
    pub way: DisposalWay,
    /// The day, or the planned one.
    pub on: String,
    pub reason: String,
    pub approval_no: String,
}

impl DisposalDraft {
    fn parsed(self, year: FiscalYear, is_done: bool) -> Result<Disposal> {
        let missing = || Error::refused("typed.day_missing").with("field", "on");
        Ok(Disposal {
            way: self.way,
            on: typed::day(&self.on, Some(year), "on")?.ok_or_else(missing)?,
            reason: self.reason,
            approval_no: self.approval_no,
            is_done,
        })
    }
}

/// What a disposal on a day wants first; nothing while the day cannot be read.
#[derive(Debug, Deserialize, TS)]
pub struct DisposalEffect {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub on: String,
}

/// What is to be thought of before something is disposed of.
#[derive(Debug, Serialize, TS)]
pub struct DisposalSaid {
    pub warning: Option<Advised>,
    /// The paper that asks the city, where there is one.
    pub paper: Option<String>,
}

/// 財産処分承認申請書
const APPLICATION: &str = "grant-disposal";

impl Command for DisposalEffect {
    const NAME: &'static str = "equipment.disposal_effect";
    type Output = DisposalSaid;
    fn run(self, desk: &Desk) -> Result<DisposalSaid> {
        let item = desk.office()?.view(|view| store::find_item(view, self.id))?;
        let item = item.ok_or_else(|| Error::refused("equipment.no_such_item"))?;
        let on = typed::day(&self.on, Some(self.year), "on").ok().flatten().unwrap_or_else(|| desk.today());
        let warning = early(&item, on).map(|early| match early {
            Early::Before(last) => {
                said(Error::refused("equipment.early_until").with("until", paper::wareki::long(last)))
            }
            Early::Unknown => said(Error::refused("equipment.early_unknown")),
        });
        let has_paper = warning.is_some() && desk.edition(self.year)?.form(APPLICATION).is_ok();
        Ok(DisposalSaid { warning, paper: has_paper.then(|| APPLICATION.to_owned()) })
    }
}

/// Writes down how a piece is to be disposed of, so that the application can be printed.
#[derive(Debug, Deserialize, TS)]
pub struct PlanDisposal {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub draft: DisposalDraft,
}

impl Command for PlanDisposal {
    const NAME: &'static str = "equipment.plan_disposal";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let disposal = self.draft.parsed(self.year, false)?;
        let plan = |tx: &office::file::Tx| acts::record_disposal(tx, self.id, &disposal);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, plan)?.into())
    }
}

/// Writes down that a piece is gone.
#[derive(Debug, Deserialize, TS)]
pub struct Dispose {
    pub year: FiscalYear,
    #[ts(type = "string")]
    pub id: EquipmentId,
    pub draft: DisposalDraft,
}

impl Command for Dispose {
    const NAME: &'static str = "equipment.dispose";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let disposal = self.draft.parsed(self.year, true)?;
        let dispose = |tx: &office::file::Tx| acts::record_disposal(tx, self.id, &disposal);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, dispose)?.into())
    }
}

/// Forgets a disposal that was only planned.
#[derive(Debug, Deserialize, TS)]
pub struct DropPlan {
    #[ts(type = "string")]
    pub id: EquipmentId,
}

impl Command for DropPlan {
    const NAME: &'static str = "equipment.drop_plan";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| acts::drop_plan(tx, self.id))?.into())
    }
}
