//! 議案: what a meeting takes up, in its order. The numbers follow from the order.

use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Ballot, Counted, MeetingId};
use crate::accounts::BudgetRevisionId;
use crate::calendar::FiscalYear;
use crate::closed::closed_words;
use crate::id::Id;
use crate::roster::{OrganisationId, PersonId, RoleId};

/// Key of an item.
pub type AgendaItemId = Id<AgendaItem>;
/// Key of a nomination.
pub type NominationId = Id<Nomination>;

/// 議題の種類
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 報告: told, not voted on
    Report,
    /// 議案
    Motion,
    /// その他
    Other,
}
closed_words!(ItemKind { Report = "report", Motion = "motion", Other = "other" });

/// 案件: what an item is about. It decides the majority and the papers that it draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Matter {
    /// 事業報告
    Activities,
    /// 決算
    Settlement,
    /// 監査報告
    Audit,
    /// 規約改正
    Bylaws,
    /// 役員改選
    Officers,
    /// 事業計画
    Plan,
    /// 予算
    Budget,
    /// 補正予算
    Revision,
    /// 備品
    Property,
    /// 名簿
    Members,
    /// 規約の全文, as 資料
    BylawsText,
    /// コミュニティプランの進捗, as 資料
    CommunityPlan,
    /// 解散
    Dissolution,
    /// 自由
    Free,
}
closed_words!(Matter {
    Activities = "activities",
    Settlement = "settlement",
    Audit = "audit",
    Bylaws = "bylaws",
    Officers = "officers",
    Plan = "plan",
    Budget = "budget",
    Revision = "revision",
    Property = "property",
    Members = "members",
    BylawsText = "bylaws_text",
    CommunityPlan = "community_plan",
    Dissolution = "dissolution",
    Free = "free",
});

impl Matter {
    /// As agendas call it.
    pub fn label(self) -> &'static str {
        match self {
            Matter::Activities => "事業報告",
            Matter::Settlement => "決算",
            Matter::Audit => "監査報告",
            Matter::Bylaws => "規約改正",
            Matter::Officers => "役員改選",
            Matter::Plan => "事業計画",
            Matter::Budget => "予算",
            Matter::Revision => "補正予算",
            Matter::Property => "備品",
            Matter::Members => "名簿",
            Matter::BylawsText => "規約の全文",
            Matter::CommunityPlan => "まちづくり計画",
            Matter::Dissolution => "解散",
            Matter::Free => "その他の案件",
        }
    }
}

/// 議案・報告
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AgendaItem {
    /// Key.
    #[ts(type = "string")]
    pub id: AgendaItemId,
    /// The meeting.
    #[ts(type = "string")]
    pub meeting_id: MeetingId,
    /// Place in the order, from 1.
    #[ts(type = "number")]
    pub position: i64,
    /// 報告, 議案, その他
    pub kind: ItemKind,
    /// 案件
    pub matter: Matter,
    /// 令和8年度 収支予算（案）
    pub title: String,
    /// 提案の理由・説明
    pub explanation: String,
    /// 質疑, for the minutes.
    pub discussion: String,
    /// The year that it is about, of matters that have one; none of items that were written down before they said so.
    pub subject_year: Option<FiscalYear>,
    /// The draft of 補正予算 that is decided.
    #[ts(type = "string | null")]
    pub revision_id: Option<BudgetRevisionId>,
    /// いままでの規約の全文, where the item is 規約改正 and no text is in force in the records.
    pub old_text: String,
    /// 新しい規約の全文, where the item is 規約改正.
    pub new_text: String,
    /// First day of what is decided: the officers' term, the text of 規約.
    pub from_on: Option<NaiveDate>,
    /// Last day of the officers' term.
    pub to_on: Option<NaiveDate>,
    /// What was counted; none while nothing was.
    pub ballot: Option<Ballot>,
    /// Of whom it was counted; none of a result that was written down before this was kept.
    pub counted: Option<Counted>,
    /// When the vote was taken, for a meeting that people leave.
    #[ts(type = "string | null")]
    pub voted_at: Option<NaiveTime>,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

/// What an item has not yet, without which its pages in the booklet say nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Lack {
    /// 役員の候補
    Candidates,
    /// 新しい規約
    NewText,
    /// 提案の理由・説明
    Explanation,
}

impl AgendaItem {
    /// True for what is put to the vote: 議案, and whatever a vote was taken on all the same. 報告 and その他 are only told.
    pub fn is_voted_on(&self) -> bool {
        self.kind == ItemKind::Motion || self.ballot.is_some()
    }

    /// What it lacks, if it has no papers of the records: nobody nominated, no new text, not a word of why. その他 decides nothing
    /// and needs none.
    pub fn lacks(&self, nominations: usize, papers: usize) -> Option<Lack> {
        let is_mute = self.explanation.trim().is_empty() && papers == 0;
        match self.matter {
            Matter::Officers => (nominations == 0).then_some(Lack::Candidates),
            Matter::Bylaws => self.new_text.trim().is_empty().then_some(Lack::NewText),
            _ => (is_mute && self.kind != ItemKind::Other).then_some(Lack::Explanation),
        }
    }

    /// An item of which no more is known.
    pub fn new(meeting_id: MeetingId, kind: ItemKind, matter: Matter, title: String) -> AgendaItem {
        let (explanation, discussion, old_text, new_text) = Default::default();
        let (subject_year, revision_id, from_on, to_on, ballot, counted, voted_at) = Default::default();
        let (id, position, version) = (AgendaItemId::new(), 0, 1);
        AgendaItem {
            id,
            meeting_id,
            position,
            kind,
            matter,
            title,
            explanation,
            discussion,
            subject_year,
            revision_id,
            old_text,
            new_text,
            from_on,
            to_on,
            ballot,
            counted,
            voted_at,
            version,
        }
    }
}

/// 役員の候補
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nomination {
    /// Key.
    #[ts(type = "string")]
    pub id: NominationId,
    /// The item that elects.
    #[ts(type = "string")]
    pub item_id: AgendaItemId,
    /// The role that somebody holds now and that ends; none for a seat that nobody holds.
    #[ts(type = "string | null")]
    pub role_id: Option<RoleId>,
    /// Where.
    #[ts(type = "string")]
    pub organisation_id: OrganisationId,
    /// 会長, 会計 …
    pub title: String,
    /// Who; none leaves the seat open.
    #[ts(type = "string | null")]
    pub person_id: Option<PersonId>,
}

/// 第1号議案, 報告第1号; empty for what has no number. Numbers run within their kind, in the order of the agenda.
pub fn number_labels(items: &[AgendaItem]) -> Vec<String> {
    let (mut motions, mut reports) = (0, 0);
    let label = |item: &AgendaItem| match item.kind {
        ItemKind::Motion => {
            motions += 1;
            format!("第{motions}号議案")
        }
        ItemKind::Report => {
            reports += 1;
            format!("報告第{reports}号")
        }
        ItemKind::Other => String::new(),
    };
    items.iter().map(label).collect()
}

/// The order after one of it has moved to the place `to`, from 1; beyond the ends it stays at the end.
pub fn moved<Of>(mut order: Vec<Id<Of>>, item: Id<Of>, to: usize) -> Vec<Id<Of>> {
    order.retain(|one| *one != item);
    order.insert(to.saturating_sub(1).min(order.len()), item);
    order
}
