//! 事業・行事 and what is written down about each (`domain` 3.2 F-08).

use chrono::{NaiveDate, NaiveTime, Timelike};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Announcement;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::enrolment::Certainty;
use crate::id::Id;
use crate::roster::OrganisationId;

/// Key of an activity.
pub type ActivityId = Id<Activity>;
/// Key of an occasion.
pub type OccasionId = Id<Occasion>;
/// Key of what is one record on several days; there is nothing else to know about it.
pub type SeriesId = Id<Series>;

/// いくつかの日にわたる一つの行事: its days are the occasions that bear its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Series;

/// 事業: a line of work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Activity {
    /// Key.
    #[ts(type = "string")]
    pub id: ActivityId,
    /// 事業名
    pub name: String,
    /// 担当部会
    #[ts(type = "string | null")]
    pub committee_id: Option<OrganisationId>,
}

/// Whether an occasion is still to come, took place, or was called off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OccasionState {
    /// 予定
    Planned,
    /// 実施
    #[default]
    Held,
    /// 中止
    Cancelled,
}

closed_words!(OccasionState { Planned = "planned", Held = "held", Cancelled = "cancelled" });

impl OccasionState {
    /// As papers call it.
    pub fn label(self) -> &'static str {
        match self {
            OccasionState::Planned => "予定",
            OccasionState::Held => "実施",
            OccasionState::Cancelled => "中止",
        }
    }
}

/// 行事・開催: one occasion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Occasion {
    /// Key.
    #[ts(type = "string")]
    pub id: OccasionId,
    /// The line of work it belongs to.
    #[ts(type = "string | null")]
    pub activity_id: Option<ActivityId>,
    /// The one record on several days whose day it is; none for one that stands alone.
    #[ts(type = "string | null")]
    pub series_id: Option<SeriesId>,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 行事名
    pub title: String,
    /// First day.
    pub from_on: NaiveDate,
    /// Last day; the first one again for a single day.
    pub to_on: NaiveDate,
    /// Still to come, held, or called off.
    pub state: OccasionState,
    /// 中止の理由; empty unless it was called off.
    pub cancel_reason: String,
    /// はじまりの時刻
    #[ts(type = "string | null")]
    pub begins_at: Option<NaiveTime>,
    /// おわりの時刻
    #[ts(type = "string | null")]
    pub ends_at: Option<NaiveTime>,
    /// 天気
    pub weather: String,
    /// 事故・けがなど
    pub incident: String,
    /// 場所
    pub place: String,
    /// 参加者数
    #[ts(type = "number | null")]
    pub participants: Option<i64>,
    /// 約314名 is rounded.
    pub participants_certainty: Certainty,
    /// 従事者・スタッフ数
    #[ts(type = "number | null")]
    pub helpers: Option<i64>,
    /// 参加対象者
    pub target: String,
    /// 告知（広報）方法
    pub notice: String,
    /// 事業実施内容
    pub content: String,
    /// 自己評価・反省点
    pub reflection: String,
    /// 効果検証
    pub effect: String,
    /// 作成者
    pub author: String,
    /// 公開する情報
    pub announcement: Announcement,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Occasion {
    /// An occasion of which nothing but its name and its day is said.
    pub fn new(fiscal_year: FiscalYear, title: &str, day: NaiveDate) -> Occasion {
        let said = String::new;
        Occasion {
            id: OccasionId::new(),
            activity_id: None,
            series_id: None,
            fiscal_year,
            title: title.to_owned(),
            from_on: day,
            to_on: day,
            state: OccasionState::default(),
            cancel_reason: said(),
            begins_at: None,
            ends_at: None,
            weather: said(),
            incident: said(),
            place: said(),
            participants: None,
            participants_certainty: Certainty::default(),
            helpers: None,
            target: said(),
            notice: said(),
            content: said(),
            reflection: said(),
            effect: said(),
            author: said(),
            announcement: Announcement::default(),
            version: 1,
        }
    }

    /// True when it took place.
    pub fn is_held(&self) -> bool {
        self.state == OccasionState::Held
    }

    /// True when it is still to come.
    pub fn is_planned(&self) -> bool {
        self.state == OccasionState::Planned
    }

    /// 9:00～12:00; 9:00～ when only the beginning is known.
    pub fn hours(&self) -> String {
        let clock = |at: Option<NaiveTime>| at.map_or(String::new(), |at| format!("{}:{:02}", at.hour(), at.minute()));
        match (self.begins_at, self.ends_at) {
            (None, None) => String::new(),
            (begins, ends) => format!("{}～{}", clock(begins), clock(ends)),
        }
    }

    /// 夏祭り; 夏祭り（中止） when it was called off.
    pub fn told_title(&self) -> String {
        match self.state {
            OccasionState::Cancelled => format!("{}（中止）", self.title),
            OccasionState::Planned | OccasionState::Held => self.title.clone(),
        }
    }

    /// 台風のため、中止になりました。 Empty unless it was called off.
    pub fn called_off(&self) -> String {
        match (self.state, self.cancel_reason.as_str()) {
            (OccasionState::Cancelled, "") => "中止になりました。".to_owned(),
            (OccasionState::Cancelled, reason) => format!("{reason}、中止になりました。"),
            (OccasionState::Planned | OccasionState::Held, _) => String::new(),
        }
    }

    /// What anybody may read of it: what is to be done there, or why it was called off. What was done is for the council's own papers.
    pub fn announced_content(&self) -> String {
        match self.state {
            OccasionState::Planned => self.content.clone(),
            OccasionState::Held => String::new(),
            OccasionState::Cancelled if self.cancel_reason.is_empty() => String::new(),
            OccasionState::Cancelled => format!("中止：{}", self.cancel_reason),
        }
    }

    /// What was done; of one that was called off why, and what is written besides.
    pub fn told_content(&self) -> String {
        match self.state {
            OccasionState::Cancelled if self.cancel_reason.is_empty() => self.content.clone(),
            OccasionState::Cancelled if self.content.is_empty() => format!("中止：{}", self.cancel_reason),
            OccasionState::Cancelled => format!("中止：{}　{}", self.cancel_reason, self.content),
            OccasionState::Planned | OccasionState::Held => self.content.clone(),
        }
    }
}
