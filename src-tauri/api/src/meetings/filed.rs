//! What a 認可地縁団体 files with the city because of what its meeting approved.

use std::collections::HashSet;

use office::FiscalYear;
use office::meetings::{Known, Outcome, draws};
use office::profile::Edition;

use super::booklet::LIST;
use super::item::PaperDrawn;

/// What the approved items have a 認可地縁団体 file: of the meeting where the paper tells of it, else of the year from which
/// it holds.
pub(super) fn filed(edition: &Edition, known: &Known) -> Vec<PaperDrawn> {
    let approved = known.items.iter().filter(|item| known.decision(item).outcome == Outcome::Approved);
    let papers = approved.flat_map(|item| {
        let forms = draws(item.matter).map_or(&[][..], |draws| &draws.filed);
        let from = FiscalYear::of(item.from_on.unwrap_or(known.meeting.held_on));
        forms.iter().filter_map(move |form| {
            let form = edition.form(form).ok()?;
            let tells_of_it = form.needs.iter().any(|list| list == LIST);
            let year = if tells_of_it { known.meeting.fiscal_year } else { from };
            Some(PaperDrawn { form: form.id.clone(), title: form.title.clone(), year })
        })
    });
    let mut seen = HashSet::new();
    papers.filter(|paper| seen.insert((paper.form.clone(), paper.year))).collect()
}
