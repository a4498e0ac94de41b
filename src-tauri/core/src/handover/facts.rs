//! What 引継書 says beside the records: the list that is kept by hand, the checklists, and who handed over.

use chrono::NaiveDate;
use paper::Value;
use rusqlite::Connection;

use super::unsettled::Handing;
use super::{Checklist, Handover, HandoverItem, HandoverKind, checklists, store};
use crate::calendar::FiscalYear;
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::{Result, accounts, meetings, roster};

/// States `handover.*`: the list is of today, the records are those of the year, 仮払 are as on the day of the last of them; what was
/// decided and whom to reach is told as of the day of handing over.
pub fn facts(conn: &Connection, year: FiscalYear, today: NaiveDate) -> Result<Facts> {
    let (items, records) = (store::items(conn)?, store::records(conn, year)?);
    let (advances, entries) = (accounts::store::advances(conn)?, accounts::store::advance_entries(conn)?);
    let handing = Handing::of(year, &records);
    let day = handing.day(today);
    let mut facts = Facts::default();
    facts.state("handover.as_of", Value::text(handing.label()));
    facts.state("handover.on", Value::Date(day));
    facts.state_list("handover.meetings", meetings::facts::held_until(conn, year, day)?);
    facts.state_list("handover.bodies", roster::facts::member_bodies_on(conn, day)?);
    facts.state_list("handover.advances", handing.advances(&advances, &entries));
    facts.state_list("handover.kinds", HandoverKind::ALL.into_iter().map(|kind| kind_row(kind, &items)).collect());
    facts.state_list("handover.checklists", checklists().iter().map(checklist_row).collect());
    facts.state_list("handover.records", records.iter().map(record_row).collect());
    Ok(facts)
}

/// How many things are written on the list that is kept by hand.
pub fn kept(conn: &Connection) -> Result<Value> {
    Ok(Value::Count(store::items(conn)?.len() as i64))
}

fn kind_row(kind: HandoverKind, items: &[HandoverItem]) -> FactRow {
    let of_kind = items.iter().filter(|item| item.kind == kind);
    let item = |item: &HandoverItem| {
        row([
            ("name", words(&item.name)),
            ("place", words(&item.place)),
            ("holder", words(&item.holder)),
            ("note", words(&item.note)),
        ])
    };
    row([("kind", words(kind.label())), ("items", Fact::List(of_kind.map(item).collect()))])
}

fn checklist_row(list: &Checklist) -> FactRow {
    let item = |item: &String| row([("item", words(item))]);
    row([("office", words(&list.office)), ("checks", Fact::List(list.items.iter().map(item).collect()))])
}

fn record_row(handover: &Handover) -> FactRow {
    row([
        ("office", words(&handover.office)),
        ("handed_on", Value::Date(handover.handed_on).into()),
        ("from_name", words(&handover.from_name)),
        ("to_name", words(&handover.to_name)),
        ("witness", words(&handover.witness)),
        ("mark", words(&handover.mark)),
        ("note", words(&handover.note)),
    ])
}
