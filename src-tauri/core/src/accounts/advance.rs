//! 仮払: what one person holds of the council's money until it is settled. The money itself is a purse (`books`).

use chrono::NaiveDate;

use super::{Books, PurseId};
use crate::activities::ActivityId;
use crate::id::Id;
use crate::money::Yen;

/// Key of an advance.
pub type AdvanceId = Id<Advance>;

/// 仮払
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advance {
    /// Key.
    pub id: AdvanceId,
    /// What the person holds.
    pub purse_id: PurseId,
    /// 受け取った人
    pub holder: String,
    /// 使いみち
    pub purpose: String,
    /// 事業
    pub activity_id: Option<ActivityId>,
    /// 渡した日
    pub given_on: NaiveDate,
    /// 精算の期限
    pub due_on: Option<NaiveDate>,
    /// 精算した日
    pub settled_on: Option<NaiveDate>,
}

impl Advance {
    /// What is still with the person. This alone says whether it is open: what was taken back later opens it again.
    pub fn open_yen(&self, books: &Books) -> Yen {
        books.closing_of(self.purse_id)
    }

    /// What the person was given in all, and what of it was paid.
    pub fn given_and_paid_yen(&self, books: &Books) -> (Yen, Yen) {
        let given = books.entries.iter().filter(|e| e.kind.side().is_none()).map(|e| e.effect_on(self.purse_id));
        let paid = books.entries.iter().filter(|e| e.kind.side().is_some()).map(|e| -e.effect_on(self.purse_id));
        let back_or_given: Yen = given.sum();
        (books.opening_of(self.purse_id) + back_or_given, paid.sum())
    }

    /// True when the books of a year know of it.
    pub fn is_in(&self, books: &Books) -> bool {
        let is_touched =
            |entry: &super::Entry| [Some(entry.purse_id), entry.to_purse_id].contains(&Some(self.purse_id));
        books.opening_of(self.purse_id) != Yen(0) || books.entries.iter().any(is_touched)
    }
}
