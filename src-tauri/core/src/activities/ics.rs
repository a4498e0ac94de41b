//! カレンダーに入れるファイル (iCalendar, RFC 5545): occasions for any calendar program, in the time of Japan. Written here, because
//! the library for it reads the clock and this program does so in one place only.

use chrono::{Days, NaiveDate, NaiveDateTime, TimeDelta};

use super::announcement::told;
use super::{Occasion, OccasionState};

/// Japan is this far before Greenwich, all year.
const JAPAN: TimeDelta = TimeDelta::hours(9);
/// The zone in which the times stand; Japan has had no summer time since 1951.
const ZONE: [&str; 8] = [
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Tokyo",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0900",
    "TZOFFSETTO:+0900",
    "END:STANDARD",
    "END:VTIMEZONE",
];
/// A line is folded so that it has at most so many bytes.
const LINE_BYTES: usize = 75;

/// A calendar of some occasions under a name; `now` is the moment of writing in Japan.
pub fn calendar(name: &str, occasions: &[Occasion], now: NaiveDateTime) -> String {
    let mut lines = vec![
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//machi-no-jimukyoku//JA".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        format!("X-WR-CALNAME:{}", escaped(name)),
        "X-WR-TIMEZONE:Asia/Tokyo".to_owned(),
    ];
    lines.extend(ZONE.map(str::to_owned));
    lines.extend(occasions.iter().flat_map(|o| event(o, now)));
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn event(o: &Occasion, now: NaiveDateTime) -> Vec<String> {
    let status = if o.state == OccasionState::Cancelled { "CANCELLED" } else { "CONFIRMED" };
    let mut lines = vec![
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{}@machi-no-jimukyoku", o.id),
        format!("DTSTAMP:{}Z", moment(now - JAPAN)),
        format!("SEQUENCE:{}", o.version),
        format!("SUMMARY:{}", escaped(&o.told_title())),
        format!("STATUS:{status}"),
    ];
    lines.extend(times(o));
    for (name, words) in [("LOCATION", &o.place), ("DESCRIPTION", &description(o))] {
        if !words.is_empty() {
            lines.push(format!("{name}:{}", escaped(words)));
        }
    }
    if !o.announcement.url.is_empty() {
        lines.push(format!("URL:{}", o.announcement.url));
    }
    lines.push("END:VEVENT".to_owned());
    lines
}

/// What is to be done there, and what whoever comes has to know; of one that was called off only why.
fn description(o: &Occasion) -> String {
    let is_off = o.state == OccasionState::Cancelled;
    let lines = if is_off { Vec::new() } else { o.announcement.lines() };
    let hours = if is_off || is_one_stretch(o) { String::new() } else { o.hours() };
    let hours = if hours.is_empty() { hours } else { format!("時間　{hours}") };
    [hours, o.announced_content(), told(&lines)]
        .iter()
        .map(String::as_str)
        .filter(|words| !words.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

/// Whole days end on the day after. A time without an end is left to the calendar program on a single day; over several days
/// only the days are sure.
fn times(o: &Occasion) -> Vec<String> {
    match (o.begins_at, o.ends_at) {
        (Some(begins), Some(ends)) if is_one_stretch(o) => {
            vec![timed("DTSTART", o.from_on.and_time(begins)), timed("DTEND", o.to_on.and_time(ends))]
        }
        (Some(begins), None) if is_one_stretch(o) => vec![timed("DTSTART", o.from_on.and_time(begins))],
        _ => vec![whole("DTSTART", o.from_on), whole("DTEND", after(o.to_on))],
    }
}

/// True on one day, and through one night: on more days the hours are those of each day.
fn is_one_stretch(o: &Occasion) -> bool {
    let is_night = o.begins_at.zip(o.ends_at).is_some_and(|(begins, ends)| ends < begins);
    o.from_on == o.to_on || (is_night && o.to_on == after(o.from_on))
}

fn timed(name: &str, at: NaiveDateTime) -> String {
    format!("{name};TZID=Asia/Tokyo:{}", moment(at))
}

fn whole(name: &str, day: NaiveDate) -> String {
    format!("{name};VALUE=DATE:{}", day.format("%Y%m%d"))
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn after(day: NaiveDate) -> NaiveDate {
    day.checked_add_days(Days::new(1)).unwrap_or(day)
}

/// Characters that mean something to a calendar program.
fn escaped(words: &str) -> String {
    words
        .replace('\\', "\\\\")
        .replace(';', "\\;")
        .replace(',', "\\,")
        .replace("\r\n", "\\n")
        .replace(['\n', '\r'], "\\n")
}

/// A line with its end, in pieces that each begin with a space but for the first; never within a character.
fn folded(line: &str) -> String {
    let (mut out, mut room) = (String::new(), LINE_BYTES);
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE_BYTES - 1;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out + "\r\n"
}
