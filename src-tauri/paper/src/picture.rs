//! Pictures on a paper: ready to be drawn, upright, without anything that a camera wrote into them.

use serde::{Deserialize, Serialize};

/// A picture. Only the ratio of its sides matters to where it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Width as it is seen: pixels, of a page points.
    pub width: u32,
    /// Height as it is seen.
    pub height: u32,
    /// What its bytes are.
    pub form: PictureForm,
    /// A JPEG, or a PDF of one page.
    #[serde(with = "whole")]
    pub bytes: Vec<u8>,
}

/// What the bytes of a picture are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum PictureForm {
    /// A JPEG of greys.
    Grey,
    /// A JPEG of colours.
    Colour,
    /// A PDF of one page, which is turned as its `Rotate` says.
    Page,
}

/// Bytes that are handed over as one piece: serde alone hands them over one by one, which takes longer than reading a picture.
pub mod whole {
    use std::fmt;

    use serde::de::{Deserializer, Error, Visitor};
    use serde::ser::Serializer;

    /// All at once.
    pub fn serialize<S: Serializer>(bytes: &[u8], to: S) -> Result<S::Ok, S::Error> {
        to.serialize_bytes(bytes)
    }

    /// All at once.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<u8>, D::Error> {
        from.deserialize_byte_buf(Whole)
    }

    struct Whole;

    impl Visitor<'_> for Whole {
        type Value = Vec<u8>;

        fn expecting(&self, words: &mut fmt::Formatter) -> fmt::Result {
            words.write_str("bytes in one piece")
        }

        fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<Vec<u8>, E> {
            Ok(bytes.to_vec())
        }

        fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<Vec<u8>, E> {
            Ok(bytes)
        }
    }
}
