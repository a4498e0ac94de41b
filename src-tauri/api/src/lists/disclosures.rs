//! 個人情報の提供記録: the copies of a year, and ticking them off.

use office::FiscalYear;
use office::file::Tx;
use office::lists::{Disclosure, DisclosureId, acts, store};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Result, labels};

/// The copies of a year that left the office.
#[derive(Debug, Deserialize, TS)]
pub struct Disclosures {
    pub year: FiscalYear,
}

/// One copy as it is shown.
#[derive(Debug, Serialize, TS)]
pub struct DisclosureShown {
    #[serde(flatten)]
    pub copy: Disclosure,
    pub disclosed_label: String,
    pub due_label: String,
    pub returned_label: String,
    pub withdrawn_label: String,
    /// Its day has passed and it is not back.
    pub is_overdue: bool,
}

impl Command for Disclosures {
    const NAME: &'static str = "lists.disclosures";
    type Output = Vec<DisclosureShown>;
    fn run(self, desk: &Desk) -> Result<Vec<DisclosureShown>> {
        let copies = desk.office()?.view(|view| store::disclosures(view, self.year))?;
        let today = desk.today();
        let shown = |copy: Disclosure| DisclosureShown {
            disclosed_label: labels::long_day(Some(copy.disclosed_on)),
            due_label: labels::long_day(copy.due_on),
            returned_label: labels::long_day(copy.returned_on),
            withdrawn_label: labels::long_day(copy.withdrawn_on),
            is_overdue: copy.returned_on.or(copy.withdrawn_on).is_none() && copy.due_on.is_some_and(|due| due < today),
            copy,
        };
        Ok(copies.into_iter().map(shown).collect())
    }
}

/// Ticks a copy off today, or takes the tick back.
#[derive(Debug, Deserialize, TS)]
pub struct MarkReturned {
    #[ts(type = "string")]
    pub id: DisclosureId,
    pub is_returned: bool,
}

impl Command for MarkReturned {
    const NAME: &'static str = "lists.mark_returned";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let mark = |tx: &Tx| acts::mark_returned(tx, self.id, self.is_returned.then(|| desk.today()));
        Ok(desk.office()?.change(&desk.by(), Self::NAME, mark)?.into())
    }
}

/// Marks a copy as recorded by mistake; its number stays taken.
#[derive(Debug, Deserialize, TS)]
pub struct Withdraw {
    #[ts(type = "string")]
    pub id: DisclosureId,
    pub reason: String,
}

impl Command for Withdraw {
    const NAME: &'static str = "lists.withdraw";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        let withdraw = |tx: &Tx| acts::withdraw(tx, self.id, desk.today(), &self.reason);
        Ok(desk.office()?.change(&desk.by(), Self::NAME, withdraw)?.into())
    }
}
