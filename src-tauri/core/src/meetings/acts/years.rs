//! A meeting that is moved and takes up other years: over the border of a year, or into the last two months of it.

use crate::Result;
use crate::file::Tx;
use crate::meetings::{AgendaItem, Known, Meeting, draws, said_of_years, store};

/// Lets the items go along while nothing was decided; one whose year was chosen stays, and a 補正 stays with the draft that it
/// decides. What is told of it.
pub(super) fn follow_years(tx: &Tx, stored: Meeting, after: &Meeting) -> Result<String> {
    let (before, now) = (stored.years(), after.years());
    if before == now {
        return Ok(String::new());
    }
    let known = Known::of(tx, stored)?;
    let is_decided = !known.effects.is_empty() || known.items.iter().any(|item| item.ballot.is_some());
    let (mut moved, mut stay) = (0, Vec::new());
    for item in &known.items {
        let drawn = draws(item.matter).filter(|draws| draws.is_of_a_year() || draws.is_of_its_year());
        let Some(draws) = drawn.filter(|draws| draws.year(before) != draws.year(now)) else { continue };
        let (own, next) = (known.year_of(item), draws.year(now));
        let is_usual = item.subject_year.is_none_or(|year| year == draws.year(before));
        if !is_decided && is_usual && item.revision_id.is_none() {
            let is_titled = item.title == draws.title(own);
            let title = if is_titled { draws.title(next) } else { item.title.replace(&own.label(), &next.label()) };
            let subject_year = draws.is_of_a_year().then_some(next);
            store::put_item(tx, &AgendaItem { title, subject_year, ..item.clone() })?;
            moved += 1;
        } else {
            if item.subject_year.is_none() {
                store::put_item(tx, &AgendaItem { subject_year: Some(own), ..item.clone() })?;
            }
            if own != next {
                stay.push((item.title.clone(), own));
            }
        }
    }
    Ok(said_of_years(moved, &stay))
}
