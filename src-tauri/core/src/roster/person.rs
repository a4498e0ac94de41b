//! 人・団体・役職: names exactly as typed; who holds which role from when to when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Stay;
use crate::closed::closed_words;
use crate::id::Id;
use crate::words::ERASED_NAME;

/// Key of a person.
pub type PersonId = Id<Person>;
/// Key of an organisation.
pub type OrganisationId = Id<Organisation>;
/// Key of a role.
pub type RoleId = Id<Role>;

/// 氏名とフリガナ, exactly as typed; never normalised.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct PersonName {
    /// 姓
    pub family: String,
    /// 名
    pub given: String,
    /// セイ
    pub family_kana: String,
    /// メイ
    pub given_kana: String,
}

impl PersonName {
    /// 齋藤　花子, with a full-width space as in print; （消去した人） once the name was erased.
    pub fn full(&self) -> String {
        if self.is_blank() { ERASED_NAME.to_owned() } else { join(&self.family, &self.given) }
    }

    /// True when there is no name: nobody is written down so, but a name may have been erased.
    pub fn is_blank(&self) -> bool {
        self.family.trim().is_empty() && self.given.trim().is_empty()
    }

    /// サイトウ　ハナコ
    pub fn full_kana(&self) -> String {
        join(&self.family_kana, &self.given_kana)
    }
}

fn join(family: &str, given: &str) -> String {
    if family.is_empty() || given.is_empty() { format!("{family}{given}") } else { format!("{family}　{given}") }
}

/// 住民・会員: one human being, once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Person {
    /// Key.
    #[ts(type = "string")]
    pub id: PersonId,
    /// 氏名
    #[serde(flatten)]
    pub name: PersonName,
    /// 郵便番号, NNN-NNNN
    pub postal: String,
    /// 住所
    pub address: String,
    /// 自宅の電話
    pub phone: String,
    /// 携帯電話
    pub mobile: String,
    /// 生年月日
    pub birth_on: Option<NaiveDate>,
    /// 入会日 of the present stay; none when it lies before the records.
    pub joined_on: Option<NaiveDate>,
    /// 入会, 転入 …
    pub joined_reason: String,
    /// 退会日; a leaver stays in the file and is not counted from that day on.
    pub left_on: Option<NaiveDate>,
    /// 退会, 転出, 死亡, 休会 …
    pub left_reason: String,
    /// 代替表記 for systems that lack a character of the name.
    pub alternate_name: String,
    /// 備考
    pub note: String,
    /// 前の在籍, oldest first.
    #[serde(skip)]
    pub former_stays: Vec<Stay>,
    /// Raised by every change; a writer that saw an older one is told.
    #[ts(type = "number")]
    pub version: i64,
}

impl Person {
    /// Somebody of whom only the name is known.
    pub fn named(name: PersonName) -> Person {
        let (postal, address, phone, mobile, note) = Default::default();
        let (joined_reason, left_reason, alternate_name) = Default::default();
        Person {
            id: PersonId::new(),
            name,
            postal,
            address,
            phone,
            mobile,
            birth_on: None,
            joined_on: None,
            joined_reason,
            left_on: None,
            left_reason,
            alternate_name,
            note,
            former_stays: vec![],
            version: 1,
        }
    }
}

/// What an organisation is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationKind {
    /// 協議会そのもの
    Council,
    /// 部会
    Committee,
    /// 自治会・町内会
    Association,
    /// 構成団体 (女性会, 子ども会 …)
    MemberBody,
    /// 地区: several associations of the council's area
    Area,
    /// 班・組 of an association
    Block,
}
closed_words!(OrganisationKind {
    Council = "council",
    Committee = "committee",
    Association = "association",
    MemberBody = "member_body",
    Area = "area",
    Block = "block",
});

impl OrganisationKind {
    /// True for a body in which people live: an association or one of its blocks.
    pub fn is_place(self) -> bool {
        matches!(self, OrganisationKind::Association | OrganisationKind::Block)
    }
}

/// 団体: the council, its committees, the associations and member bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Organisation {
    /// Key.
    #[ts(type = "string")]
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// 名称 as typed.
    pub name: String,
    /// フリガナ
    pub kana: String,
    /// The body it belongs to now; none stands under the council itself.
    #[ts(type = "string | null")]
    pub parent_id: Option<OrganisationId>,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
    /// 設立日
    pub founded_on: Option<NaiveDate>,
    /// 解散日; the body stays in the file for the years that knew it.
    pub dissolved_on: Option<NaiveDate>,
    /// 備考
    pub note: String,
    /// Raised by every change.
    #[ts(type = "number")]
    pub version: i64,
}

impl Organisation {
    /// A body of which only the name is known.
    pub fn named(kind: OrganisationKind, name: &str) -> Organisation {
        let (id, name) = (OrganisationId::new(), name.to_owned());
        let (kana, note, parent_id, founded_on, dissolved_on) = Default::default();
        Organisation { id, kind, name, kana, parent_id, position: 1, founded_on, dissolved_on, note, version: 1 }
    }
}

/// 選任の別: how somebody came to the office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Appointment {
    /// 新任: for the first time
    New,
    /// 再任: again after a pause or in a further term
    Again,
    /// 留任: within a term that goes on
    Remaining,
}
closed_words!(Appointment { New = "new", Again = "again", Remaining = "remaining" });

impl Appointment {
    /// As papers say it.
    pub fn label(self) -> &'static str {
        match self {
            Appointment::New => "新任",
            Appointment::Again => "再任",
            Appointment::Remaining => "留任",
        }
    }
}

impl Role {
    /// A role of which only the office is known.
    pub fn held(person_id: PersonId, organisation_id: OrganisationId, title: &str) -> Role {
        let (id, title) = (RoleId::new(), title.to_owned());
        let (from_on, to_on, appointment, elected_by_id, seat) = Default::default();
        Role { id, person_id, organisation_id, title, from_on, to_on, appointment, elected_by_id, seat }
    }
}

/// 役職・所属: a seat of a person in an organisation for a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Role {
    /// Key.
    #[ts(type = "string")]
    pub id: RoleId,
    /// Who.
    #[ts(type = "string")]
    pub person_id: PersonId,
    /// Where.
    #[ts(type = "string")]
    pub organisation_id: OrganisationId,
    /// 会長, 部会員, 代表 … as written. 会員 alone is membership, not a role.
    pub title: String,
    /// First day; none when the paper does not say.
    pub from_on: Option<NaiveDate>,
    /// Last day; none when the paper does not say.
    pub to_on: Option<NaiveDate>,
    /// 新任・再任・留任, when it is known.
    pub appointment: Option<Appointment>,
    /// 選出団体
    #[ts(type = "string | null")]
    pub elected_by_id: Option<OrganisationId>,
    /// 席次
    #[ts(type = "number | null")]
    pub seat: Option<i64>,
}
