//! Pictures of strangers as they come in: looked at whole before they are kept, so that nobody finds at the year's end
//! that there is nothing to be seen.

use pictures::{LONGEST_SIDE, Unseen, Wanted};

use crate::{Desk, Error, Result};

/// The smallest look at a picture.
const A_LOOK: Wanted = Wanted { within: [64, 64], quarters: 0, pages: 0 };

/// Refuses a photograph that cannot be seen; a PDF and an iPhone's photograph are kept as they are.
pub(super) fn looked_at(desk: &Desk, name: &str, media_type: &str, bytes: &[u8]) -> Result<()> {
    if !is_drawn(media_type) {
        return Ok(());
    }
    let seen = pictures::read_in_worker(&desk.place.program, bytes.to_vec(), &A_LOOK);
    seen.map(drop).map_err(|why| unseen(why).with("name", name))
}

/// True for what is decoded here.
pub(super) fn is_drawn(media_type: &str) -> bool {
    matches!(media_type, "image/jpeg" | "image/png")
}

/// Why a picture is not seen, as a refusal that still wants its name.
pub(crate) fn unseen(why: Unseen) -> Error {
    match why {
        Unseen::TooLarge => Error::refused("attachments.picture_too_large").with("most", LONGEST_SIDE),
        Unseen::CutShort => Error::refused("attachments.picture_cut"),
        Unseen::Broken | Unseen::Heic | Unseen::Locked | Unseen::Apart => Error::refused("attachments.picture_broken"),
    }
}
