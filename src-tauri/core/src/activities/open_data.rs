//! イベント一覧 of the 自治体標準オープンデータセット: the columns of each edition are data (`assets/open-data/events.toml`), this
//! fills them. The older edition is known column by column; of the current one the names were seen in published files, while
//! their order, and 所在地_町字, 所在地_番地以下 and 建物名等(方書), are confirmed nowhere: that is told where it is put out. What the
//! records have no place for (緯度, 経度, イベント種類 and so on) stays blank.

use std::sync::OnceLock;

use chrono::NaiveTime;
use serde::Deserialize;

use super::{Occasion, OccasionState};

/// One edition of the columns.
#[derive(Debug, Deserialize)]
pub struct EventSet {
    /// events-older
    pub id: String,
    /// As the user chooses it; also the name of the file.
    pub title: String,
    /// False where the names are known and their order is not.
    pub is_order_confirmed: bool,
    columns: Vec<Column>,
}

#[derive(Debug, Deserialize)]
struct Column {
    head: String,
    from: Option<Source>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Source {
    Code,
    Prefecture,
    City,
    Number,
    Title,
    FromOn,
    ToOn,
    Begins,
    Ends,
    Content,
    Place,
    Note,
    Kana,
    DayNote,
    Fee,
    FeeNote,
    Organiser,
    Contact,
    ContactPhone,
    Address,
    AddressPrefecture,
    AddressCity,
    Access,
    Parking,
    Capacity,
    ApplyByOn,
    ApplyByAt,
    ApplyHow,
    Url,
}

/// Who holds the events, and where.
#[derive(Debug, Clone, Default)]
pub struct Organiser {
    /// 全国地方公共団体コード of the city; empty where it is not known.
    pub code: String,
    /// 香川県
    pub prefecture: String,
    /// 高松市
    pub city: String,
    /// The council.
    pub council: String,
    /// Its telephone.
    pub phone: String,
}

impl Organiser {
    /// True for an address that names this city at its head, behind the prefecture or without it; a town stands behind its 郡.
    fn is_at(&self, address: &str) -> bool {
        let named = address.strip_prefix(self.prefecture.as_str()).filter(|_| !self.prefecture.is_empty());
        let rest = named.unwrap_or(address);
        let is_here = |rest: &str| !self.city.is_empty() && rest.starts_with(self.city.as_str());
        // Without a prefecture a longer name in front would be that of another one.
        let is_county = |county: &str| named.is_some() || county.chars().count() <= LONGEST_COUNTY;
        let behind = rest.split_once('郡').filter(|(county, _)| is_county(county));
        is_here(rest) || behind.is_some_and(|(_, town)| is_here(town))
    }
}

/// No 郡 has a longer name, in characters without 郡: 西津軽.
const LONGEST_COUNTY: usize = 3;

#[derive(Deserialize)]
struct Sets {
    set: Vec<EventSet>,
}

/// The editions, the older one first.
///
/// # Panics
/// Never in a released program: a test reads the file.
pub fn event_sets() -> &'static [EventSet] {
    static SETS: OnceLock<Vec<EventSet>> = OnceLock::new();
    let text = include_str!("../../../../assets/open-data/events.toml");
    SETS.get_or_init(|| toml::from_str::<Sets>(text).expect("assets/open-data/events.toml is read by a test").set)
}

impl EventSet {
    /// The headings and a line for each occasion.
    pub fn lines(&self, occasions: &[Occasion], by: &Organiser) -> Vec<Vec<String>> {
        let heads = self.columns.iter().map(|column| column.head.clone()).collect();
        let events = occasions.iter().map(|occasion| self.line(occasion, by));
        std::iter::once(heads).chain(events).collect()
    }

    fn line(&self, o: &Occasion, by: &Organiser) -> Vec<String> {
        let clock = |at: Option<NaiveTime>| at.map_or(String::new(), |at| at.format("%H:%M").to_string());
        let a = &o.announcement;
        let is_off = o.state == OccasionState::Cancelled;
        let (content, note) = match o.announced_content() {
            why if is_off => (String::new(), why),
            content => (content, a.bring.clone()),
        };
        let or = |own: &str, council: &str| if own.is_empty() { council.to_owned() } else { own.to_owned() };
        let in_city = |place: &str| if by.is_at(&a.address) { place.to_owned() } else { String::new() };
        let number = |n: Option<i64>| n.map_or(String::new(), |n| n.to_string());
        let cell = |column: &Column| match column.from {
            None => String::new(),
            Some(Source::Code) => by.code.clone(),
            Some(Source::Prefecture) => by.prefecture.clone(),
            Some(Source::City) => by.city.clone(),
            Some(Source::Number) => o.id.number(),
            Some(Source::Title) => o.told_title(),
            Some(Source::Kana) => a.kana.clone(),
            Some(Source::FromOn) => o.from_on.to_string(),
            Some(Source::ToOn) => o.to_on.to_string(),
            Some(Source::Begins) => clock(o.begins_at),
            Some(Source::Ends) => clock(o.ends_at),
            Some(Source::DayNote) => a.day_note.clone(),
            Some(Source::Content) => content.clone(),
            Some(Source::Fee) => number(a.fee_yen.map(|yen| yen.0)),
            Some(Source::FeeNote) => a.fee_note.clone(),
            Some(Source::Organiser) => or(&a.organiser, &by.council),
            Some(Source::Contact) => or(&a.contact, &by.council),
            Some(Source::ContactPhone) => or(&a.contact_phone, &by.phone),
            Some(Source::Place) => o.place.clone(),
            Some(Source::Address) => a.address.clone(),
            Some(Source::AddressPrefecture) => in_city(&by.prefecture),
            Some(Source::AddressCity) => in_city(&by.city),
            Some(Source::Access) => a.access.clone(),
            Some(Source::Parking) => a.parking.clone(),
            Some(Source::Capacity) => number(a.capacity),
            Some(Source::ApplyByOn) => a.apply_by_on.map_or(String::new(), |day| day.to_string()),
            Some(Source::ApplyByAt) => clock(a.apply_by_at),
            Some(Source::ApplyHow) => a.apply_how.clone(),
            Some(Source::Url) => a.url.clone(),
            Some(Source::Note) => note.clone(),
        };
        self.columns.iter().map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn v01_an_address_is_in_the_town_that_it_names() {
        let of = |prefecture: &str, city: &str| Organiser {
            prefecture: prefecture.to_owned(),
            city: city.to_owned(),
            ..Organiser::default()
        };
        let (town, city) = (of("三重県", "東員町"), of("福島県", "郡山市"));
        for (by, address, is_at) in [
            (&town, "三重県員弁郡東員町大字山田1600番地", true),
            (&town, "員弁郡東員町大字山田", true),
            (&town, "東員町大字山田", true),
            (&town, "三重県桑名郡木曽岬町", false),
            (&town, "岡山県員弁郡東員町", false),
            (&city, "福島県郡山市朝日一丁目", true),
            (&city, "郡山市朝日一丁目", true),
            (&of("", ""), "員弁郡", false),
        ] {
            assert_eq!(by.is_at(address), is_at, "{address}");
        }
    }
}
