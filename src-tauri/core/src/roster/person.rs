//! 人・団体・役職: names exactly as typed; who holds which role from when to when.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::closed::closed_words;
use crate::id::Id;

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
    /// 齋藤　花子, with a full-width space as in print.
    pub fn full(&self) -> String {
        join(&self.family, &self.given)
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
    /// 退会日; a leaver stays in the file and is not counted after that day.
    pub left_on: Option<NaiveDate>,
    /// 備考
    pub note: String,
    /// Raised by every change; a writer that saw an older one is told.
    #[ts(type = "number")]
    pub version: i64,
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
}
closed_words!(OrganisationKind { Council = "council", Committee = "committee", Association = "association", MemberBody = "member_body" });

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
    /// The body it belongs to.
    #[ts(type = "string | null")]
    pub parent_id: Option<OrganisationId>,
    /// Order on papers.
    #[ts(type = "number")]
    pub position: i64,
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
}
