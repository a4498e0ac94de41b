//! What the activities state.

mod people;
mod records;
mod volunteers;

use std::collections::{BTreeMap, HashMap};

use chrono::Datelike;
use paper::Value;
use rusqlite::Connection;

use super::announcement::told;
use super::series::listed;
use super::{
    Activity, ActivityId, ActivityPlan, Announcement, Occasion, OccasionId, Volunteer, helped, hours_label, store,
};
use crate::Result;
use crate::attachments::photos::{self, Printed};
use crate::calendar::{FiscalYear, weekday};
use crate::council::{self, Council};
use crate::fact::{Fact, FactRow, Facts, row, words};
use crate::roster::{self, OrganisationId};
use people::{came, counted, to_come};
pub use people::{came_in_all, people_label};
pub use volunteers::volunteers;

/// Names of activities and of the committees behind them.
struct Names {
    activities: HashMap<ActivityId, Activity>,
    bodies: HashMap<OrganisationId, String>,
    /// The photographs that reports show, by occasion.
    photos: HashMap<String, Vec<Printed>>,
    council: Council,
    /// What helpers did who are marked by name.
    helped: BTreeMap<OccasionId, Volunteer>,
}

/// States `activities.*` for one year, under the names by which its papers know the lines of work.
pub fn facts(conn: &Connection, year: FiscalYear, activities: Vec<Activity>) -> Result<Facts> {
    let mut occasions = store::occasions(conn, year)?;
    let names = Names::load(conn, activities, helped(&occasions, &store::attendance_in(conn, year)?))?;
    let calendar = occasions.iter().map(|o| records::invited_row(o, &occasions, &names)).collect();
    let mut facts = Facts::default();
    state_seasons(&mut facts, &occasions);
    occasions.retain(|o| !o.is_planned());
    let held: Vec<&Occasion> = occasions.iter().filter(|o| o.is_held()).collect();
    facts.state("activities.occasions", Value::Count(held.len() as i64));
    facts.state("activities.cancelled", Value::Count((occasions.len() - held.len()) as i64));
    facts.state("activities.participants", Value::Count(held.iter().filter_map(|o| o.participants).sum()));
    facts.state("activities.came", came_in_all(&held));
    facts.state("activities.helpers", Value::Count(held.iter().filter_map(|o| o.helpers).sum()));
    facts.state("activities.worked", Value::text(names.worked(&held)));
    let weather = occasions.iter().find(|o| !o.weather.is_empty()).map_or("", |o| &o.weather);
    facts.state("activities.weather", Value::text(weather));
    facts.state_list("activities.calendar", calendar);
    facts.state_list("activities.occasions_list", records::rows(&occasions, &names));
    facts.state_list("activities.incidents", incidents(&occasions.iter().collect::<Vec<_>>(), &names));
    facts.state_list("activities.list", by_activity(&names, &occasions));
    let plans = store::plans(conn, year)?;
    facts.state("activities.planned", Value::Count(plans.len() as i64));
    facts.state("activities.planned_next", Value::Count(store::plans(conn, year.next())?.len() as i64));
    facts.state_list("activities.plan", plans.iter().map(|plan| plan_row(plan, &names)).collect());
    Ok(facts)
}

/// How many occasions a season had, and of how many nobody has written who came or, where nobody is counted, how it went; what
/// was called off is none.
fn state_seasons(facts: &mut Facts, occasions: &[Occasion]) {
    for (all, unwritten, months) in [
        ("activities.summer", "activities.summer_unwritten", 6..=7),
        ("activities.autumn", "activities.autumn_unwritten", 8..=11),
    ] {
        let is_of = |o: &&Occasion| months.contains(&o.from_on.month()) && (o.is_held() || o.is_planned());
        let of: Vec<&Occasion> = occasions.iter().filter(is_of).collect();
        facts.state(all, Value::Count(of.len() as i64));
        let is_unwritten = |o: &&&Occasion| o.participants.is_none() && o.reflection.trim().is_empty();
        facts.state(unwritten, Value::Count(of.iter().filter(is_unwritten).count() as i64));
    }
}

fn plan_row(plan: &ActivityPlan, names: &Names) -> FactRow {
    let id = Some(plan.activity_id);
    row([
        ("activity", words(names.activity(id))),
        ("committee", words(names.committee(id))),
        ("schedule", words(&plan.schedule)),
        ("aims", words(&plan.aims)),
        ("content", words(&plan.content)),
        ("place", words(&plan.place)),
        ("target", words(&plan.target)),
        ("participants", to_come(plan)),
        ("notice", words(&plan.notice)),
    ])
}

fn occasion_row(o: &Occasion, names: &Names) -> FactRow {
    let a = &o.announcement;
    row([
        ("id", words(&o.id.to_string())),
        ("when", words(&o.when())),
        ("from_on", Value::Date(o.from_on).into()),
        ("to_on", Value::Date(o.to_on).into()),
        ("title", words(&o.told_title())),
        ("state", words(o.state.label())),
        ("to_come", words(if o.is_planned() { &o.title } else { "" })),
        ("was_held", words(if o.is_held() { &o.title } else { "" })),
        ("called_off", words(&o.called_off())),
        ("hours", words(&o.hours())),
        ("era_year", words(&paper::wareki::year(o.from_on))),
        ("month", words(&format!("{}月", o.from_on.month()))),
        ("day", words(&o.day_label())),
        ("weather", words(&o.weather)),
        ("incident", words(&o.incident)),
        ("activity", words(names.activity(o.activity_id))),
        ("committee", words(names.committee(o.activity_id))),
        ("place", words(&o.place)),
        ("participants", counted(o, o.participants)),
        ("came", came(o)),
        ("participants_label", words(&if o.is_held() { o.participants_label() } else { String::new() })),
        ("helpers", counted(o, o.helpers)),
        ("worked", words(&names.worked(&[o]))),
        ("target", words(&o.target)),
        ("notice", words(&o.notice)),
        ("content", words(&o.told_content())),
        ("told", words(&lines([&o.told_content(), &o.effect]))),
        ("reflection", words(&o.reflection)),
        ("effect", words(&o.effect)),
        ("author", words(&o.author)),
        ("on_told", words(&on_told(&[o]))),
        ("where", words(&lines([&o.place, &told(&a.way())]))),
        ("apply", words(&told(&a.to_come()))),
        ("title_to_apply", words(&(o.told_title() + &o.to_apply()))),
        ("bring", words(&a.bring)),
        ("organiser", words(or(&a.organiser, &names.council.name))),
        ("asked", words(&asked(a, &names.council))),
        ("photos", Fact::List(photo_rows(o, names))),
    ])
}

/// 3月20日（金）　雨のときは翌日; where days say different things, each with its own: 3月20日（金）（雨のときは翌日）、4月3日（金）
fn on_told(days: &[&Occasion]) -> String {
    let day = |o: &Occasion| format!("{}月{}", o.from_on.month(), o.day_label());
    let note = &days[0].announcement.day_note;
    if days.iter().all(|o| o.announcement.day_note == *note) {
        let days: Vec<String> = days.iter().map(|o| day(o)).collect();
        return [days.join("、").as_str(), note].join("　").trim_end().to_owned();
    }
    let noted = |o: &&Occasion| match o.announcement.day_note.as_str() {
        "" => day(o),
        note => format!("{}（{note}）", day(o)),
    };
    days.iter().map(noted).collect::<Vec<_>>().join("、")
}

/// Whom to ask: as announced, else the council; and the page where more is said.
fn asked(a: &Announcement, council: &Council) -> String {
    let whom = [or(&a.contact, &council.name), or(&a.contact_phone, &council.phone)].join("　");
    lines([whom.trim_end(), &a.url])
}

fn or<'a>(own: &'a str, other: &'a str) -> &'a str {
    if own.is_empty() { other } else { own }
}

fn lines(all: [&str; 2]) -> String {
    all.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Those at which something went wrong.
fn incidents(occasions: &[&Occasion], names: &Names) -> Vec<FactRow> {
    occasions.iter().filter(|o| !o.incident.trim().is_empty()).map(|o| occasion_row(o, names)).collect()
}

/// The photographs of an occasion, each with its words, or with the name of the occasion where there are none.
fn photo_rows(o: &Occasion, names: &Names) -> Vec<FactRow> {
    let all = names.photos.get(&o.id.to_string()).map_or(&[][..], Vec::as_slice);
    let said = |photo: &Printed| if photo.caption.is_empty() { o.title.clone() } else { photo.caption.clone() };
    let caption = |photo: &Printed| format!("{}　{}", o.when(), said(photo));
    all.iter().map(|one| row([("photo", words(&one.id.to_string())), ("caption", words(&caption(one)))])).collect()
}

/// One row per line of work that had an occasion, in the order in which they first happened; those without one last.
fn by_activity(names: &Names, occasions: &[Occasion]) -> Vec<FactRow> {
    let mut order: Vec<Option<ActivityId>> = Vec::new();
    for occasion in occasions {
        if !order.contains(&occasion.activity_id) {
            order.push(occasion.activity_id);
        }
    }
    order.sort_by_key(Option::is_none);
    order.into_iter().map(|id| activity_row(id, names, occasions)).collect()
}

fn activity_row(id: Option<ActivityId>, names: &Names, occasions: &[Occasion]) -> FactRow {
    let own: Vec<&Occasion> = occasions.iter().filter(|o| o.activity_id == id).collect();
    let held: Vec<&Occasion> = own.iter().copied().filter(|o| o.is_held()).collect();
    let joined = |of: fn(&Occasion) -> &str| {
        let texts = distinct(&own, |o| of(o).to_owned());
        words(&texts.into_iter().map(|(_, text)| text).collect::<Vec<_>>().join("、"))
    };
    row([
        ("activity", words(names.activity(id))),
        ("committee", words(names.committee(id))),
        ("occasions", Value::Count(held.len() as i64).into()),
        ("participants", Value::Count(held.iter().filter_map(|o| o.participants).sum()).into()),
        ("came", came_in_all(&held).into()),
        ("helpers", Value::Count(held.iter().filter_map(|o| o.helpers).sum()).into()),
        ("worked", words(&names.worked(&held))),
        ("incidents", Fact::List(incidents(&own, names))),
        ("target", joined(|o| &o.target)),
        ("notice", joined(|o| &o.notice)),
        ("author", joined(|o| &o.author)),
        ("content", words(&dated(&own, Occasion::told_content))),
        ("reflection", words(&dated(&own, |o| o.reflection.clone()))),
        ("effect", words(&dated(&own, |o| o.effect.clone()))),
        ("photos", Fact::List(own.iter().flat_map(|o| photo_rows(o, names)).collect())),
        ("occasions_list", Fact::List(records::rows(own.iter().copied(), names))),
    ])
}

/// The different texts of some occasions, each with the first occasion that says it.
fn distinct<'a>(own: &[&'a Occasion], of: impl Fn(&Occasion) -> String) -> Vec<(&'a Occasion, String)> {
    let mut texts: Vec<(&Occasion, String)> = Vec::new();
    for occasion in own {
        let text = of(occasion).trim().to_owned();
        if !text.is_empty() && texts.iter().all(|(_, seen)| *seen != text) {
            texts.push((occasion, text));
        }
    }
    texts
}

/// What every day says alike as it is; else each text with the days that say it in front, a line each.
fn dated(own: &[&Occasion], of: impl Fn(&Occasion) -> String) -> String {
    let says = |o: &Occasion, text: &str| of(o).trim() == text;
    let told = distinct(own, &of).into_iter().map(|(_, text)| {
        let days: Vec<&Occasion> = own.iter().copied().filter(|o| says(o, &text)).collect();
        if days.len() == own.len() { text } else { format!("{} {text}", listed(&days)) }
    });
    told.collect::<Vec<_>>().join("\n")
}

impl Names {
    fn load(conn: &Connection, activities: Vec<Activity>, helped: BTreeMap<OccasionId, Volunteer>) -> Result<Names> {
        let bodies = roster::store::organisations(conn)?.into_iter().map(|b| (b.id, b.name)).collect();
        let photos = photos::printed(conn)?;
        let activities = activities.into_iter().map(|a| (a.id, a)).collect();
        Ok(Names { photos, activities, bodies, council: council::read(conn)?, helped })
    }

    /// How long those marked by name helped at some occasions; empty where nobody knows of any.
    fn worked(&self, occasions: &[&Occasion]) -> String {
        let minutes: i64 = occasions.iter().filter_map(|o| self.helped.get(&o.id)).map(|sum| sum.minutes).sum();
        if minutes == 0 { String::new() } else { hours_label(minutes) }
    }

    fn activity(&self, id: Option<ActivityId>) -> &str {
        id.and_then(|id| self.activities.get(&id)).map_or("", |a| &a.name)
    }

    fn committee(&self, id: Option<ActivityId>) -> &str {
        let committee = id.and_then(|id| self.activities.get(&id)).and_then(|a| a.committee_id);
        committee.and_then(|id| self.bodies.get(&id)).map_or("", String::as_str)
    }
}

impl Occasion {
    /// 4月13日, 6月13日～14日, 通年: the days without the year, as papers of one year show them.
    pub fn when(&self) -> String {
        let (a, b) = (self.from_on, self.to_on);
        if (a, b) == (self.fiscal_year.first_day(), self.fiscal_year.last_day()) {
            return "通年".to_owned();
        }
        let from = format!("{}月{}日", a.month(), a.day());
        match (a == b, (a.year(), a.month()) == (b.year(), b.month())) {
            (true, _) => from,
            (false, true) => format!("{from}～{}日", b.day()),
            (false, false) => format!("{from}～{}月{}日", b.month(), b.day()),
        }
    }

    /// 12日（土）; 30日（火）～1月2日 for several days.
    pub fn day_label(&self) -> String {
        let (a, b) = (self.from_on, self.to_on);
        let from = format!("{}日（{}）", a.day(), weekday(a));
        match (a == b, (a.year(), a.month()) == (b.year(), b.month())) {
            (true, _) => from,
            (false, true) => format!("{from}～{}日", b.day()),
            (false, false) => format!("{from}～{}月{}日", b.month(), b.day()),
        }
    }
}
