//! 総会・役員会・部会: one meeting.

use chrono::{Months, NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Opened, Rules};
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::council::LegalForm;
use crate::id::Id;
use crate::roster::OrganisationId;

/// Key of a meeting.
pub type MeetingId = Id<Meeting>;

/// 会議の種類
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MeetingKind {
    /// 定期総会
    Ordinary,
    /// 臨時総会
    Extraordinary,
    /// 役員会
    Board,
    /// 部会
    Committee,
}
closed_words!(MeetingKind {
    Ordinary = "ordinary",
    Extraordinary = "extraordinary",
    Board = "board",
    Committee = "committee",
});

impl MeetingKind {
    /// As papers call it.
    pub fn label(self) -> &'static str {
        match self {
            MeetingKind::Ordinary => "定期総会",
            MeetingKind::Extraordinary => "臨時総会",
            MeetingKind::Board => "役員会",
            MeetingKind::Committee => "部会",
        }
    }

    /// The kind whose rules it follows: both 総会 follow the same ones.
    pub fn ruled_as(self) -> MeetingKind {
        if self == MeetingKind::Extraordinary { MeetingKind::Ordinary } else { self }
    }

    /// True for 総会.
    pub fn is_general(self) -> bool {
        self.ruled_as() == MeetingKind::Ordinary
    }
}

/// 会議
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Meeting {
    /// Key.
    #[ts(type = "string")]
    pub id: MeetingId,
    /// 定期総会, 役員会 …
    pub kind: MeetingKind,
    /// The 部会 that meets.
    #[ts(type = "string | null")]
    pub organisation_id: Option<OrganisationId>,
    /// 年度
    pub fiscal_year: FiscalYear,
    /// 第○回
    #[ts(type = "number | null")]
    pub number: Option<i64>,
    /// 開催日; for a written one the day on which the slips are counted.
    pub held_on: NaiveDate,
    /// 開会
    #[ts(type = "string | null")]
    pub begins_at: Option<NaiveTime>,
    /// 閉会
    #[ts(type = "string | null")]
    pub ends_at: Option<NaiveTime>,
    /// 場所
    pub place: String,
    /// 招集通知を出した日
    pub notice_on: Option<NaiveDate>,
    /// 票の提出期限
    pub slips_due_on: Option<NaiveDate>,
    /// 書面だけの会議
    pub is_written: bool,
    /// The day on which all members had agreed to decide in writing.
    pub agreed_on: Option<NaiveDate>,
    /// 会則の決まり as they were when it was called.
    pub rules: Rules,
    /// The day as of which 名簿 was taken for the roll; none while there is no roll.
    pub voters_on: Option<NaiveDate>,
    /// Who took part when 資格報告 was read out; none while it is not opened.
    pub opened: Option<Opened>,
    /// 会長 is there, who has no number on the roll: the proxies to 会長 count.
    pub president_came: bool,
    /// 議長
    pub chair: String,
    /// 議事録署名人, one a line.
    pub signers: String,
    /// メモ
    pub note: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// The years that a meeting takes up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Years {
    /// In which it is held.
    pub own: FiscalYear,
    /// Whose work it reports on; plan and budget are of the one after.
    pub reported: FiscalYear,
}

impl Years {
    /// Of a meeting that looks back on the year before.
    pub fn usual(own: FiscalYear) -> Years {
        Years { own, reported: own.previous() }
    }
}

impl Meeting {
    /// 第3回役員会, 令和7年度 定期総会; `body` is the name of the 部会 that meets.
    pub fn title(&self, body: &str) -> String {
        let name = if self.kind == MeetingKind::Committee && !body.is_empty() { body } else { self.kind.label() };
        let number = self.number.map_or(String::new(), |number| format!("第{number}回"));
        format!("{}　{number}{name}", self.fiscal_year.label())
    }

    /// True for an ordinary 総会 in the last two months of its year: it looks back on that year, which is about to end, and decides
    /// on the next.
    pub fn closes_its_year(&self) -> bool {
        self.kind == MeetingKind::Ordinary && self.held_on >= self.fiscal_year.next().first_day() - Months::new(2)
    }

    /// The years that it takes up.
    pub fn years(&self) -> Years {
        let own = self.fiscal_year;
        if self.closes_its_year() { Years { own, reported: own } } else { Years::usual(own) }
    }

    /// A general meeting in writing of a 認可地縁団体 of which nobody has written down that all agreed to it.
    pub fn lacks_agreement(&self, of: LegalForm) -> bool {
        of.is_recognised() && self.is_written && self.kind.is_general() && self.agreed_on.is_none()
    }

    /// The last day on which the notice is in time.
    pub fn notice_until(&self) -> Option<NaiveDate> {
        let days = u64::try_from(self.rules.notice_days).ok()?;
        self.held_on.checked_sub_days(chrono::Days::new(days))
    }
}
