//! Papers as they leave the house or come onto the page: without what a camera wrote into them. The originals stay
//! encrypted as they came.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use office::OfficeFile;
use office::attachments::photos::PDF;
use office::attachments::{self, Attachment, AttachmentId, Owner};
use paper::{Picture, PictureForm};
use pictures::{LONGEST_SIDE, Seen, Wanted};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::framed;
use super::picture::{is_drawn, unseen};
use crate::command::Command;
use crate::office::Changed;
use crate::{Desk, Error, Result, Token};

/// What a picture on the page is.
const JPEG: &str = "image/jpeg";
/// Pixels of a picture on the page.
const ON_PAGE: [u32; 2] = [1_600, 1_600];

/// Pixels of a picture that is handed on: as many as it has.
const WHOLE: [u32; 2] = [LONGEST_SIDE; 2];

/// Bytes as they may be handed on; none when they are lost or damaged, or nobody can tell what they say.
pub(crate) fn copy(desk: &Desk, office: &OfficeFile, content_id: &str, quarters: u8) -> Option<Vec<u8>> {
    leaving(desk, office.content(content_id).ok()?, quarters)
}

/// A photograph of an iPhone leaves as a JPEG, which everybody can open; one that cannot be decoded as what it is. Another that
/// cannot be walked is drawn anew.
fn leaving(desk: &Desk, bytes: Vec<u8>, quarters: u8) -> Option<Vec<u8>> {
    let drawn = |bytes: Vec<u8>| drawn_anew(desk, bytes, quarters);
    match pictures::is_heic(&bytes) {
        true => drawn(bytes.clone()).or_else(|| pictures::leaving(bytes, quarters)),
        false => pictures::leaving(bytes.clone(), quarters).or_else(|| drawn(bytes)),
    }
}

/// What is seen as a JPEG of as many pixels; none where it cannot be decoded.
fn drawn_anew(desk: &Desk, bytes: Vec<u8>, quarters: u8) -> Option<Vec<u8>> {
    let wanted = Wanted { within: WHOLE, quarters, pages: 1 };
    let Seen { mut pictures, .. } = pictures::read_in_worker(&desk.place.program, bytes, &wanted).ok()?;
    pictures.pop().map(|picture| picture.bytes)
}

/// What a copy is called: by its own name, with the ending of what it became.
pub(crate) fn named(name: &str, copy: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let is_named_heic = ["heic", "heif"].contains(&ending.to_lowercase().as_str());
    match pictures::is_heic(copy) {
        true if !is_named_heic => format!("{stem}.heic"),
        false if is_named_heic && copy.starts_with(&[0xFF, 0xD8]) => format!("{stem}.jpg"),
        _ => name.to_owned(),
    }
}

fn found(office: &OfficeFile, id: AttachmentId) -> Result<Attachment> {
    let found = office.view(|view| attachments::find(view, id))?;
    found.ok_or_else(|| Error::refused("attachments.none_such"))
}

/// Lays a paper out as a readable file: where the user chose, or in the private folder for the system's viewer.
#[derive(Debug, Deserialize, TS)]
pub struct TakeOut {
    #[ts(type = "string")]
    pub id: AttachmentId,
    /// Of the folder that the user chose; none for a look only.
    pub folder: Option<String>,
}

impl Command for TakeOut {
    const NAME: &'static str = "attachments.take_out";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let office = desk.office()?;
        let found = found(&office, self.id)?;
        let bytes = office.content(&found.content_id)?;
        let bytes = match leaving(desk, bytes.clone(), found.quarters) {
            Some(clean) => clean,
            // Nobody can tell what a camera wrote into it: it is looked at here, and leaves only by her own hand.
            None if self.folder.is_none() => bytes,
            None => return Err(Error::refused("attachments.not_cleaned").with("name", &found.name)),
        };
        let name = named(&attachments::clean_name(&found.name), &bytes);
        desk.write_file(self.folder.as_ref(), &name, &bytes)
    }
}

/// What is in a paper, for showing it.
#[derive(Debug, Deserialize, TS)]
pub struct AttachmentContent {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

/// The bytes of a paper; of a photograph as it is seen, upright and no larger than the page needs.
#[derive(Debug, Serialize, TS)]
pub struct ContentShown {
    pub name: String,
    pub media_type: String,
    pub base64: String,
}

/// A photograph of an occasion as it was made small when it came in, or the first page of its flyer; none for anything else.
pub(crate) fn photo(desk: &Desk, office: &OfficeFile, paper: &Attachment) -> Option<Picture> {
    let is_photo = paper.owner_kind == Owner::Occasion && (is_drawn(&paper.media_type) || paper.media_type == PDF);
    let bytes = || office.content(&paper.content_id).ok();
    let seen = is_photo.then(|| framed::seen(desk, office, paper, framed::PHOTO, bytes)).flatten()?.ok()?;
    seen.pictures.into_iter().next()
}

impl Command for AttachmentContent {
    const NAME: &'static str = "attachments.content";
    type Output = ContentShown;
    fn run(self, desk: &Desk) -> Result<ContentShown> {
        let office = desk.office()?;
        let found = found(&office, self.id)?;
        let small = photo(desk, &office, &found).filter(|seen| seen.form != PictureForm::Page);
        if let Some(small) = small {
            return Ok(ContentShown {
                name: found.name,
                media_type: JPEG.to_owned(),
                base64: STANDARD.encode(small.bytes),
            });
        }
        let Attachment { name, media_type, content_id, quarters, .. } = found;
        let bytes = office.content(&content_id)?;
        if !is_drawn(&media_type) {
            return Ok(ContentShown { name, media_type, base64: STANDARD.encode(bytes) });
        }
        let wanted = Wanted { within: ON_PAGE, quarters, pages: 1 };
        let seen = pictures::read_in_worker(&desk.place.program, bytes, &wanted);
        let seen = seen.map_err(|why| unseen(why).with("name", &name))?;
        let bytes = seen.pictures.into_iter().next().map(|picture| picture.bytes).unwrap_or_default();
        Ok(ContentShown { name, media_type: JPEG.to_owned(), base64: STANDARD.encode(bytes) })
    }
}

/// Turns a picture by a quarter, clockwise.
#[derive(Debug, Deserialize, TS)]
pub struct Turn {
    #[ts(type = "string")]
    pub id: AttachmentId,
}

impl Command for Turn {
    const NAME: &'static str = "attachments.turn";
    type Output = Changed<()>;
    fn run(self, desk: &Desk) -> Result<Changed<()>> {
        Ok(desk.office()?.change(&desk.by(), Self::NAME, |tx| attachments::turn(tx, self.id))?.into())
    }
}

/// Takes in what lies in no file: a photograph just taken, a picture that was copied.
#[derive(Debug, Deserialize, TS)]
pub struct HandIn {
    pub name: String,
    pub base64: String,
}

impl Command for HandIn {
    const NAME: &'static str = "attachments.hand_in";
    type Output = Token;
    fn run(self, desk: &Desk) -> Result<Token> {
        let name = attachments::clean_name(&self.name);
        let broken = || Error::refused("attachments.picture_broken").with("name", &name);
        let bytes = STANDARD.decode(self.base64).map_err(|_| broken())?;
        attachments::accepted(&name, &bytes)?;
        desk.write_file(None, &name, &bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_called_by_what_it_became() {
        let (jpeg, heic) = (b"\xFF\xD8\xFF\xE0".as_slice(), b"\0\0\0\x18ftypheic".as_slice());
        assert_eq!(named("IMG_0001.HEIC", jpeg), "IMG_0001.jpg");
        assert_eq!(named("IMG_0001.HEIC", heic), "IMG_0001.HEIC");
        assert_eq!(named("003.jpg", heic), "003.heic");
        assert_eq!(named("領収書.png", b"\x89PNG"), "領収書.png");
    }
}
