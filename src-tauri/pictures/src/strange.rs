//! Files as strangers send them: far more in them than a picture, in a form that is not read, or locked.

use std::time::Instant;

use lopdf::{Dictionary, Document, EncryptionState, EncryptionVersion, Object, Permissions, dictionary};

use crate::tests::{flag, jpeg, one, plain, saved};
use crate::{Unseen, Wanted, read};

const WANTED: Wanted = Wanted { within: [400, 400], quarters: 0, pages: 2 };

/// A photograph with so many parts of this kind in front of it, each as long as a part may be.
fn laden(marker: u8, head: &[u8], parts: usize) -> Vec<u8> {
    let body = [head, &vec![0x5A; 65_533 - head.len()]].concat();
    let part = [&[0xFF, marker], (body.len() as u16 + 2).to_be_bytes().as_slice(), &body].concat();
    let photo = jpeg(&flag(600, 400));
    [&photo[..2], &part.repeat(parts), &photo[2..]].concat()
}

fn says(bytes: &[u8], word: &[u8]) -> bool {
    bytes.windows(word.len()).any(|one| one == word)
}

#[test]
fn a_photograph_under_megabytes_of_profiles_and_remarks_is_seen_without_them() {
    for (marker, head) in [(0xE2, b"ICC_PROFILE\0\x01\xFF".as_slice()), (0xE1, b"Exif\0\0"), (0xFE, b"remark")] {
        let bytes = laden(marker, head, 620);
        assert!(bytes.len() > 38 << 20);
        let begun = Instant::now();
        let picture = one(&bytes, &WANTED);
        assert!(begun.elapsed().as_secs() < 20, "{head:?} took {:?}", begun.elapsed());
        assert_eq!((picture.width, picture.height), (400, 267));
        assert!(picture.bytes.len() < 1 << 20 && !says(&picture.bytes, head), "{head:?} stays behind");
    }
}

#[test]
fn an_exif_that_points_nowhere_or_counts_without_end_is_left_aside() {
    let photo = jpeg(&flag(300, 200));
    let entry = |kind: u16, count: u32, at: u32| {
        [&0x0112_u16.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &at.to_le_bytes()].concat()
    };
    let directories = [
        [&1_u16.to_le_bytes()[..], &entry(3, u32::MAX, u32::MAX)].concat(),
        [&u16::MAX.to_le_bytes()[..], &entry(3, 1, 1)].concat(),
        [&1_u16.to_le_bytes()[..], &entry(3, 1, 99)].concat(),
        // The next directory is this one.
        [&1_u16.to_le_bytes()[..], &entry(3, 1, 1), &8_u32.to_le_bytes()].concat(),
    ];
    for directory in directories {
        let tiff = [b"II*\0\x08\0\0\0".as_slice(), &directory].concat();
        let part = [b"Exif\0\0".as_slice(), &tiff].concat();
        let length = (part.len() as u16 + 2).to_be_bytes();
        let bytes = [&photo[..2], b"\xFF\xE1", &length, &part, &photo[2..]].concat();
        let picture = one(&bytes, &WANTED);
        assert_eq!((picture.width, picture.height), (300, 200), "{directory:?}");
    }
}

#[test]
fn forms_that_are_not_read_are_told_apart() {
    for (bytes, why) in [
        (b"RIFF\x1A\0\0\0WEBPVP8L\x0D\0\0\0".as_slice(), Unseen::Broken),
        (b"BM\x46\0\0\0\0\0\0\0\x36\0\0\0", Unseen::Broken),
        (b"II*\0\x10\0\0\0CR\x02\0", Unseen::Broken),
        (b"MM\0*\0\0\0\x08", Unseen::Broken),
        (b"FUJIFILMCCD-RAW 0201", Unseen::Broken),
        (b"GIF89a\x01\0\x01\0", Unseen::Broken),
        (b"\0\0\0\x20ftypisom\0\0\x02\0isomiso2mp41", Unseen::Broken),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", Unseen::Broken),
        (b"\0\0\0\x20ftypavif", Unseen::CutShort),
    ] {
        assert_eq!(read(bytes, &WANTED), Err(why), "{bytes:?}");
    }
}

/// A page under a password: that of its owner, and that of whoever opens it.
fn locked(owner: &str, user: &str) -> Vec<u8> {
    let mut document: Document = plain(1, &Dictionary::new());
    let id = Object::string_literal(vec![7_u8; 16]);
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: owner,
        user_password: user,
        key_length: 128,
        permissions: Permissions::all(),
    };
    let state = EncryptionState::try_from(version).unwrap();
    document.encrypt(&state).unwrap();
    saved(document)
}

#[test]
fn a_pdf_under_a_password_is_told_as_locked() {
    assert_eq!(read(&locked("owner", "secret"), &WANTED), Err(Unseen::Locked));
    assert_eq!(read(&saved(with_lock_nobody_knows()), &WANTED), Err(Unseen::Locked));
}

/// Says to be locked in a way that no reader knows.
fn with_lock_nobody_knows() -> Document {
    let mut document = plain(1, &Dictionary::new());
    let lock = document.add_object(dictionary! { "Filter" => "Nobody.Knows", "V" => 99 });
    document.trailer.set("Encrypt", lock);
    document
}
