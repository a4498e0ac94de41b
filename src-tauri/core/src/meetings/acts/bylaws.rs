//! Texts of 規約 that are typed by hand: the first one, and those decided before there were records of meetings.

use rusqlite::Connection;

use crate::file::Tx;
use crate::meetings::{Bylaws, BylawsId, store};
use crate::{Error, Result};

/// Writes a text: a new one, or one that was typed by hand, whose version must be the one that was seen.
pub fn save_bylaws(tx: &Tx, new: &Bylaws, is_new: bool) -> Result<BylawsId> {
    if new.body.trim().is_empty() {
        return Err(Error::refused("meetings.bylaws_missing").with("field", "body"));
    }
    if !is_new && typed_by_hand(tx, new.id)?.version != new.version {
        return Err(Error::refused("meetings.changed_elsewhere"));
    }
    let is_other = |text: &Bylaws| text.id != new.id && text.from_on == new.from_on;
    if store::bylaws(tx)?.iter().any(is_other) {
        return Err(Error::refused("meetings.bylaws_same_day").with("field", "from"));
    }
    tell(tx, new);
    store::put_bylaws(tx, new)?;
    Ok(new.id)
}

/// Takes out a text that was typed by hand.
pub fn remove_bylaws(tx: &Tx, id: BylawsId) -> Result<()> {
    tell(tx, &typed_by_hand(tx, id)?);
    store::delete_bylaws(tx, id)
}

/// What a meeting decided is changed by the next meeting alone.
fn typed_by_hand(conn: &Connection, id: BylawsId) -> Result<Bylaws> {
    let stored = store::bylaws(conn)?.into_iter().find(|text| text.id == id);
    let stored = stored.ok_or_else(|| Error::refused("meetings.no_such_bylaws"))?;
    if stored.item_id.is_some() { Err(Error::refused("meetings.bylaws_decided")) } else { Ok(stored) }
}

fn tell(tx: &Tx, text: &Bylaws) {
    tx.say("from", paper::wareki::long(text.from_on));
}
