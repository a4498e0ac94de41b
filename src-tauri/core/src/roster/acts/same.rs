//! 統合: two records of one person become one, and nothing is lost. 「同じ人ではない」 is remembered.

use super::person;
use crate::file::Tx;
use crate::roster::{Person, PersonId, store};
use crate::{Error, Result};

/// Makes one person of two: `keep` gets all that belongs to `gone`, and from its fields those that `keep` lacks. The other
/// record stays in the file as it was, so that taking this back restores both.
pub fn merge_people(tx: &Tx, keep: PersonId, gone: PersonId) -> Result<()> {
    let (kept, other) = (person(tx, keep)?, person(tx, gone)?);
    tx.say("name", kept.name.full());
    tx.say("other", other.name.full());
    if keep == gone || store::merged_into(tx, keep)?.is_some() || store::merged_into(tx, gone)?.is_some() {
        return Err(Error::refused("roster.merged_already").with("name", other.name.full()));
    }
    let filled = filled(&kept, &other);
    if filled != kept {
        store::update_person(tx, &filled)?;
    }
    store::give_all(tx, gone, keep)?;
    store::mark_merged(tx, gone, keep)
}

/// What `kept` knows, and what only `other` knows.
fn filled(kept: &Person, other: &Person) -> Person {
    let mut filled = kept.clone();
    let texts = [
        (&mut filled.name.family_kana, &other.name.family_kana),
        (&mut filled.name.given_kana, &other.name.given_kana),
        (&mut filled.postal, &other.postal),
        (&mut filled.address, &other.address),
        (&mut filled.phone, &other.phone),
        (&mut filled.mobile, &other.mobile),
        (&mut filled.alternate_name, &other.alternate_name),
        (&mut filled.joined_reason, &other.joined_reason),
        (&mut filled.note, &other.note),
    ];
    for (own, theirs) in texts {
        if own.is_empty() {
            own.clone_from(theirs);
        }
    }
    filled.birth_on = kept.birth_on.or(other.birth_on);
    filled.joined_on = earlier(kept, other);
    // Whoever of the two is still here, is here.
    if kept.left_on.is_some() && other.left_on.is_none() {
        (filled.left_on, filled.left_reason) = (None, String::new());
    }
    filled
}

/// The day from which either was here; none when one of them always was.
fn earlier(kept: &Person, other: &Person) -> Option<chrono::NaiveDate> {
    kept.joined_on.zip(other.joined_on).map(|(a, b)| a.min(b))
}

/// Remembers that two people are two, so that they are not offered again.
pub fn keep_apart(tx: &Tx, one: PersonId, other: PersonId) -> Result<()> {
    tx.say("name", person(tx, one)?.name.full());
    tx.say("other", person(tx, other)?.name.full());
    store::insert_not_same(tx, one, other)
}
