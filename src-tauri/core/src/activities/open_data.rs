//! イベント一覧 of the 自治体標準オープンデータセット: the columns of each edition are data (`assets/open-data/events.toml`), this
//! fills them. The older edition is known column by column; of the current one the names were seen in published files, while
//! their order, and 所在地_町字, 所在地_番地以下 and 建物名等(方書), are confirmed nowhere: that is told where it is put out. What the
//! records have no place for (料金, 定員, 緯度 and so on) stays blank.

use std::sync::OnceLock;

use chrono::NaiveTime;
use serde::Deserialize;

use super::Occasion;

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
    Council,
    Phone,
    Note,
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
        let events = (1..).zip(occasions).map(|(number, occasion)| self.line(number, occasion, by));
        std::iter::once(heads).chain(events).collect()
    }

    fn line(&self, number: usize, o: &Occasion, by: &Organiser) -> Vec<String> {
        let clock = |at: Option<NaiveTime>| at.map_or(String::new(), |at| at.format("%H:%M").to_string());
        let note = if o.is_held() || o.is_planned() { String::new() } else { o.told_content() };
        let cell = |column: &Column| match column.from {
            None => String::new(),
            Some(Source::Code) => by.code.clone(),
            Some(Source::Prefecture) => by.prefecture.clone(),
            Some(Source::City) => by.city.clone(),
            Some(Source::Number) => format!("{number:010}"),
            Some(Source::Title) => o.told_title(),
            Some(Source::FromOn) => o.from_on.to_string(),
            Some(Source::ToOn) => o.to_on.to_string(),
            Some(Source::Begins) => clock(o.begins_at),
            Some(Source::Ends) => clock(o.ends_at),
            Some(Source::Content) => o.content.clone(),
            Some(Source::Place) => o.place.clone(),
            Some(Source::Council) => by.council.clone(),
            Some(Source::Phone) => by.phone.clone(),
            Some(Source::Note) => note.clone(),
        };
        self.columns.iter().map(cell).collect()
    }
}
