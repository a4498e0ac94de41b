//! 引継ぎの控え: a seal, a key, a contract … with where it is and who holds it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::closed::closed_words;
use crate::id::Id;

/// Key of a line of the list.
pub type HandoverItemId = Id<HandoverItem>;

/// What a line is about, in the order of the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandoverKind {
    /// 印鑑
    #[default]
    Seal,
    /// 鍵
    Key,
    /// 通帳・証書
    Passbook,
    /// 契約
    Contract,
    /// 書類・帳簿
    Papers,
    /// 合言葉のありか: where the words are kept, never the words.
    Password,
    /// 連絡先
    Contact,
    /// 申し送り
    Caution,
}
closed_words!(HandoverKind {
    Seal = "seal",
    Key = "key",
    Passbook = "passbook",
    Contract = "contract",
    Papers = "papers",
    Password = "password",
    Contact = "contact",
    Caution = "caution",
});

impl HandoverKind {
    /// Kinds of which nothing is written down yet.
    pub fn missing(items: &[HandoverItem]) -> Vec<HandoverKind> {
        HandoverKind::ALL.into_iter().filter(|kind| items.iter().all(|item| item.kind != *kind)).collect()
    }

    /// All of them, in the order of the paper.
    pub const ALL: [HandoverKind; 8] = [
        HandoverKind::Seal,
        HandoverKind::Key,
        HandoverKind::Passbook,
        HandoverKind::Contract,
        HandoverKind::Papers,
        HandoverKind::Password,
        HandoverKind::Contact,
        HandoverKind::Caution,
    ];

    /// 印鑑
    pub fn label(self) -> &'static str {
        match self {
            HandoverKind::Seal => "印鑑",
            HandoverKind::Key => "鍵",
            HandoverKind::Passbook => "通帳・証書",
            HandoverKind::Contract => "契約",
            HandoverKind::Papers => "書類・帳簿",
            HandoverKind::Password => "合言葉・暗証番号のありか",
            HandoverKind::Contact => "連絡先",
            HandoverKind::Caution => "申し送り",
        }
    }
}

/// 控えの一行
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HandoverItem {
    /// Key.
    #[ts(type = "string")]
    pub id: HandoverItemId,
    /// 種類
    pub kind: HandoverKind,
    /// 会長印
    pub name: String,
    /// 置いてある所; of a contact how to reach it.
    pub place: String,
    /// 持っている人
    pub holder: String,
    /// 備考
    pub note: String,
}
