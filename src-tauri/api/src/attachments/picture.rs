//! Pictures of strangers as they come in: looked at whole before they are kept, so that nobody finds at the year's end
//! that there is nothing to be seen.

use office::attachments::Owner;
use pictures::{LONGEST_SIDE, Unseen};

use super::framed::{self, Framed};
use crate::{Desk, Error, Result};

/// What is seen of a picture of a receipt or of an occasion. Refuses a photograph that cannot be seen; a PDF is kept as it is, seen or not, and so
/// is a photograph of a form that a later version may show.
pub(super) fn looked_at(
    desk: &Desk,
    owner: Owner,
    name: &str,
    media_type: &str,
    bytes: &[u8],
) -> Result<Option<Framed>> {
    match framed::each(desk, owner, bytes) {
        Ok(framed) => Ok(Some(framed)),
        Err(why) if is_drawn(media_type) && why != Unseen::Unread => Err(unseen(why).with("name", name)),
        Err(_) => Ok(None),
    }
}

/// True for what is decoded here.
pub(super) fn is_drawn(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png" | "image/heic")
}

/// Why a picture is not seen, as a refusal that still wants its name.
pub(crate) fn unseen(why: Unseen) -> Error {
    match why {
        Unseen::TooLarge => Error::refused("attachments.picture_too_large").with("most", LONGEST_SIDE),
        Unseen::CutShort => Error::refused("attachments.picture_cut"),
        Unseen::Unread => Error::refused("attachments.picture_unread"),
        Unseen::Broken | Unseen::Locked | Unseen::Apart => Error::refused("attachments.picture_broken"),
    }
}
