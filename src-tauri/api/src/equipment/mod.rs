//! 備品: the register as a list, one piece, what is typed of it, checks, loans and disposals.

mod checks;
mod disposal;
mod draft;
mod effect;
mod list;
mod loans;
mod one;
mod seals;

pub use checks::CheckEquipment;
pub use disposal::{DisposalEffect, Dispose, DropPlan, PlanDisposal};
pub(crate) use draft::EquipmentDraft;
pub use draft::{EquipmentForm, PassOver, SaveEquipment};
pub use effect::EquipmentEffect;
pub use list::ListEquipment;
pub use loans::{EraseBorrowers, GiveBack, Lend, PrintLoan};
pub use one::EquipmentById;
pub use seals::{PrintSeals, SealPapers};

use serde::Serialize;
use ts_rs::TS;

use crate::{Error, WireError};

/// Something that is said beside a form: what holds, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Advised {
    pub title: String,
    pub hint: String,
}

/// A sentence of `errors.toml` that nothing is refused by.
fn said(error: Error) -> Advised {
    let WireError { message, hint, .. } = error.into();
    Advised { title: message, hint }
}
