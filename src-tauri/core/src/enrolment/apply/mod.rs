//! 加入状況の取り込みを書く: all of a plan in one operation, with the column meanings for the next time.

mod towns;

use rusqlite::Connection;

use crate::Result;
use crate::enrolment::import::{AssociationDraft, CountDraft, Index, Stored};
use crate::enrolment::{
    AssociationYear, AssociationYearId, HouseholdObservation, Observation, ObservationId, known, store,
};
use crate::file::Tx;
use crate::intake::columns::Kind;
use crate::intake::mapping;
use crate::intake::plan::{Counts, Decision, Plan, Planned, RowDecision, Verdict};
use crate::roster::{self, OrganisationId, OrganisationKind};

pub use towns::{apply_towns, stored_towns};

/// What an import is compared with.
pub fn stored(conn: &Connection) -> Result<Stored> {
    Ok(Stored {
        associations: known::associations(conn)?,
        observations: store::observations(conn)?,
        further: store::further_counts(conn)?,
        years: store::association_years(conn)?,
        people: roster::store::people(conn)?,
    })
}

/// Writes a plan with the user's decisions; `file` is named as the source of every count.
pub fn apply_import(tx: &Tx, plan: &Plan<AssociationDraft>, decisions: &[RowDecision], file: &str) -> Result<Counts> {
    let stored = stored(tx)?;
    let index = Index::new(&stored);
    for (row, decision) in plan.decided(decisions) {
        let is_left_out = decision.is_some_and(|d| d.decision == Decision::Skip) || row.verdict == Verdict::Same;
        if !is_left_out {
            write(tx, &index, row, file)?;
        }
    }
    mapping::remember(tx, Kind::Associations, &plan.mappings)?;
    let counts = plan.counts();
    tx.say("new", counts.new);
    tx.say("changed", counts.changed);
    Ok(counts)
}

fn write(tx: &Tx, index: &Index, row: &Planned<AssociationDraft>, file: &str) -> Result<()> {
    let draft = &row.draft;
    let id = match draft.known {
        Some(id) => id,
        None => roster::store::insert_organisation(tx, OrganisationKind::Association, &draft.name)?,
    };
    let source = format!("{file}「{}」", row.sheet);
    for count in draft.counts.iter().filter(|count| index.is_other(id, count)) {
        store::put_observation(tx, &observation(index, id, count, &source))?;
        if let Some(flats) = index.new_flats(id, count) {
            store::put_further_count(tx, &HouseholdObservation { source: source.clone(), ..flats })?;
        }
    }
    store::put_association_year(tx, &record(index, id, draft))
}

/// The count of a year; households that the file does not give stay as they are.
fn observation(index: &Index, id: OrganisationId, count: &CountDraft, source: &str) -> Observation {
    let kept = index.observation(id, count.year).filter(|_| count.denominator.is_none());
    Observation {
        id: ObservationId::new(),
        association_id: id,
        fiscal_year: count.year,
        as_of_on: count.as_of_on,
        numerator: count.numerator,
        numerator_certainty: count.numerator_certainty,
        denominator: kept.map_or(count.denominator, |o| o.denominator),
        denominator_certainty: kept.map_or(count.denominator_certainty, |o| o.denominator_certainty),
        source: source.to_owned(),
    }
}

/// The record of the year with what the file says; what it leaves empty stays.
fn record(index: &Index, id: OrganisationId, draft: &AssociationDraft) -> AssociationYear {
    let stored = index.year(id, draft.year);
    let words = |new: &str, old: fn(&AssociationYear) -> &String| match stored {
        Some(stored) if new.is_empty() => old(stored).clone(),
        _ => new.to_owned(),
    };
    let chair_name = words(&draft.chair_name, |y| &y.chair_name);
    AssociationYear {
        id: AssociationYearId::new(),
        association_id: id,
        fiscal_year: draft.year,
        town: words(&draft.town, |y| &y.town),
        chair_person_id: index.chair(&chair_name),
        chair_name,
        blocks: draft.blocks.or_else(|| stored?.blocks),
        fee_month_yen: draft.fee_month_yen.or_else(|| stored?.fee_month_yen),
        note: words(&draft.note, |y| &y.note),
        version: 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FiscalYear;
    use crate::enrolment::import::plan;
    use crate::enrolment::rates_by_year;
    use crate::file::OfficeFile;
    use crate::intake::mapping::Hints;
    use crate::intake::sketch::{book, by, office};
    use crate::roster::{Person, PersonName};

    const FIRST: &str = "基準日：令和7年4月1日
自治会名|会長名|区域内世帯|R6加入|R7加入
桜町一丁目東自治会|𠮷田　和夫|=100|=50|=49
桜町一丁目西自治会|林　凜|=90|=40|未提出";

    fn import(file: &OfficeFile, drawn: &str) -> Counts {
        let stored = file.view(|v| stored(v)).unwrap();
        let remembered = file.view(|v| mapping::remembered(v, Kind::Associations)).unwrap();
        let plan =
            plan(&book(drawn), &stored, &Hints { chosen: &[], remembered: &remembered }, FiscalYear(2025)).unwrap();
        file.change(&by(), "enrolment.import", |tx| apply_import(tx, &plan, &[], "加入状況.xlsx")).unwrap().value
    }

    fn person(family: &str, given: &str) -> Person {
        let name = PersonName { family: family.into(), given: given.into(), ..PersonName::default() };
        Person::named(name)
    }

    #[test]
    fn counts_are_written_and_the_same_file_brings_nothing() {
        let (_folder, file) = office();
        let counts = import(&file, FIRST);
        assert_eq!((counts.new, counts.changed), (2, 0));
        let rates = rates_by_year(&file.view(|v| store::observations(v)).unwrap());
        let of = |year: i32| rates.get(&FiscalYear(year)).map(|r| (r.associations_counted, r.enrolled, r.households));
        assert_eq!((of(2024), of(2025)), (Some((2, 90, 190)), Some((1, 49, 100))), "未提出 is not counted");
        let again = import(&file, &FIRST.replace("一丁目", "１丁目").replace('𠮷', "吉"));
        assert_eq!((again.new, again.changed, again.same), (0, 0, 2));
        let late = import(&file, &FIRST.replace("未提出", "=38"));
        assert_eq!((late.new, late.changed, late.same), (0, 1, 1));
        let source = file.view(|v| store::observations(v)).unwrap().pop().map(|o| o.source);
        assert_eq!(source.as_deref(), Some("加入状況.xlsx「Sheet1」"));
    }

    #[test]
    fn a_chair_is_linked_when_exactly_one_person_fits() {
        let (_folder, file) = office();
        file.change(&by(), "roster.save_person", |tx| {
            let people = [person("吉田", "和夫"), person("林", "凜"), person("林", "凛")];
            people.iter().try_for_each(|p| roster::store::insert_person(tx, p))
        })
        .unwrap();
        import(&file, FIRST);
        let years = file.view(|v| store::association_years(v)).unwrap();
        let linked: Vec<bool> = years.iter().map(|y| y.chair_person_id.is_some()).collect();
        assert_eq!(linked, [true, false], "two people are called 林 凜");
        assert_eq!(years[0].chair_name, "𠮷田　和夫", "the name stays as written");
    }
}
