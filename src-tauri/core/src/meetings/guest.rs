//! 来賓 of a meeting.

use super::MeetingId;
use crate::id::Id;

/// Key of a guest.
pub type GuestId = Id<Guest>;

/// 来賓
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guest {
    /// Key.
    pub id: GuestId,
    /// The meeting.
    pub meeting_id: MeetingId,
    /// Place in the list and among the seats of guests, from 1.
    pub position: i64,
    /// 所属
    pub body: String,
    /// 職
    pub office: String,
    /// 氏名
    pub name: String,
    /// 祝辞
    pub greets: bool,
}

impl Guest {
    /// 見本市　市長　高松　太郎, without what is not known.
    pub fn label(&self) -> String {
        let parts = [&self.body, &self.office, &self.name].into_iter().filter(|part| !part.is_empty());
        parts.map(String::as_str).collect::<Vec<_>>().join("　")
    }
}
