//! The embedded fonts: five files, read once, shared by every layout.

use std::sync::{Arc, OnceLock};

use harfrust::{Direction, Font as ShapingFont, Script, ShapePlan};
use printpdf::{AzulParsedFont, ParsedFont};
use rust_fontconfig::FontBytes;

use crate::{Error, Face};

/// Tags (six capital letters, as a PDF marks its subsets) and bytes, in the order that [`chain`] counts by.
const FILES: [(&str, &[u8]); 5] = [
    ("MINCHO", include_bytes!("../../../assets/fonts/BIZUDMincho-Regular.ttf")),
    ("GOTHIC", include_bytes!("../../../assets/fonts/BIZUDGothic-Regular.ttf")),
    ("GOTHBD", include_bytes!("../../../assets/fonts/BIZUDGothic-Bold.ttf")),
    ("RAREMN", include_bytes!("../../../assets/fonts/RareMincho.otf")),
    ("RAREGT", include_bytes!("../../../assets/fonts/RareGothic.otf")),
];

/// The fonts to try for a face, best first: its own, the rare kanji of its family, then any other.
pub(crate) fn chain(face: Face) -> &'static [usize] {
    match face {
        Face::Mincho => &[0, 3, 1, 4],
        Face::Gothic => &[1, 4, 0, 3],
        Face::GothicBold => &[2, 4, 0, 3],
    }
}

/// The fonts of the product. Cheap to clone.
#[derive(Clone)]
pub struct Fonts(Arc<[Font]>);

/// One font, for shaping and, once a PDF uses it, for embedding.
pub(crate) struct Font {
    pub tag: &'static str,
    pub shaping: ShapingFont,
    across: ShapePlan,
    down: ShapePlan,
    bytes: &'static [u8],
    embedding: OnceLock<Option<ParsedFont>>,
}

impl Fonts {
    /// Reads the fonts that are part of the program.
    pub fn embedded() -> Result<Fonts, Error> {
        let fonts: Result<Vec<Font>, Error> = FILES.iter().map(|(tag, bytes)| Font::read(tag, bytes)).collect();
        Ok(Fonts(fonts?.into()))
    }

    pub(crate) fn all(&self) -> &[Font] {
        &self.0
    }
}

impl Font {
    fn read(tag: &'static str, bytes: &'static [u8]) -> Result<Font, Error> {
        let shaping = ShapingFont::new(bytes, 0).ok_or(Error::Font(tag))?;
        let plan = |direction| ShapePlan::new(&shaping, direction, Some(Script::HAN), None, &[]);
        let (across, down) = (plan(Direction::LeftToRight), plan(Direction::TopToBottom));
        Ok(Font { tag, shaping, across, down, bytes, embedding: OnceLock::new() })
    }

    pub(crate) fn plan(&self, vertical: bool) -> &ShapePlan {
        if vertical { &self.down } else { &self.across }
    }

    /// The font as the PDF writer wants it; parsed at the first PDF that uses it, but for its outlines, which the subset copies.
    pub(crate) fn embedding(&self) -> Result<&ParsedFont, Error> {
        let parsed = || {
            let bytes = Arc::new(FontBytes::Owned(self.bytes.into()));
            AzulParsedFont::from_bytes_shared(bytes, 0, &mut Vec::new()).map(ParsedFont::from_azul)
        };
        self.embedding.get_or_init(parsed).as_ref().ok_or(Error::Font(self.tag))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// One set of fonts for all tests of the package.
    pub(crate) fn shared() -> &'static Fonts {
        static FONTS: OnceLock<Fonts> = OnceLock::new();
        FONTS.get_or_init(|| Fonts::embedded().unwrap())
    }

    #[test]
    fn every_face_has_a_fallback_for_rare_kanji() {
        let fonts = shared();
        for face in [Face::Mincho, Face::Gothic, Face::GothicBold] {
            let has = |font: usize| fonts.all()[font].shaping.charmap().map_unicode('𠮷').is_some();
            assert!(!has(chain(face)[0]), "the main faces lack it, which is why the others are shipped");
            assert!(has(chain(face)[1]), "{face:?}");
        }
    }
}
