use super::*;
use crate::fonts::tests::shared;

fn drawn(text: &str, face: Face) -> (Vec<Glyph>, Shaper) {
    let mut shaper = Shaper::new(shared());
    let glyphs = clusters(text).flat_map(|c| shaper.glyphs(c, face, false).to_vec()).collect();
    (glyphs, shaper)
}

#[test]
fn letters_keep_their_marks_and_selectors() {
    let split = |text| clusters(text).collect::<Vec<&str>>();
    assert_eq!(split("葛\u{E0100}城か\u{309A}"), ["葛\u{E0100}", "城", "か\u{309A}"]);
    assert_eq!(split(""), Vec::<&str>::new());
}

#[test]
fn a_variant_form_draws_its_own_glyph() {
    let (with, _) = drawn("葛\u{E0100}", Face::Mincho);
    let (without, _) = drawn("葛", Face::Mincho);
    assert_eq!((with.len(), without.len()), (1, 1), "the selector is never a glyph of its own");
    assert_ne!(with[0].id, without[0].id);
}

#[test]
fn a_selector_that_changes_nothing_is_not_extracted() {
    let (glyphs, shaper) = drawn("葛\u{E0101}", Face::Mincho);
    assert_eq!(shaper.used()[glyphs[0].font][&glyphs[0].id], "葛", "or every plain 葛 would be found as the variant");
    assert!(shaper.flaws.is_empty());
}

#[test]
fn rare_kanji_come_from_the_fallback_of_their_family() {
    for (face, font) in [(Face::Mincho, "RAREMN"), (Face::Gothic, "RAREGT"), (Face::GothicBold, "RAREGT")] {
        let (glyphs, shaper) = drawn("𠮷", face);
        assert_eq!(shaper.fonts.all()[glyphs[0].font].tag, font);
        assert!((glyphs[0].advance - 1.0).abs() < 1e-6);
    }
}

#[test]
fn names_of_registers_are_drawn_as_typed() {
    let names = "髙橋﨑濵邊邉齋齊嵜德瀨凜栁桒圡彅𠮷槗𣘺\u{FA19}\u{FA1A}\u{FA1B}\u{F9DC}\u{FA12}\u{FA1E}\u{FA10}辻\u{E0100}辻\u{E0101}Nguyễn";
    let mut shaper = Shaper::new(shared());
    for face in [Face::Mincho, Face::Gothic, Face::GothicBold] {
        shaper.width(names, face);
    }
    assert_eq!(shaper.drawable(names.to_owned()), names);
    assert_eq!(shaper.into_missing(), []);
}

#[test]
fn what_no_font_has_is_shown_and_reported() {
    let mut shaper = Shaper::new(shared());
    let text = "山\u{10FFFD}川葛\u{E01EF}";
    shaper.width(text, Face::Mincho);
    assert_eq!(shaper.drawable(text.to_owned()), "山〓川葛");
    let flaw = |character: &str, drawn: &str| MissingGlyph {
        character: character.into(),
        drawn: drawn.into(),
        text: text.into(),
    };
    assert_eq!(shaper.into_missing(), [flaw("葛\u{E01EF}", "葛"), flaw("\u{10FFFD}", GETA)]);
}

#[test]
fn a_mark_joins_its_letter() {
    let (glyphs, _) = drawn("か\u{309A}", Face::Gothic);
    assert_eq!(glyphs.len(), 1, "the font has the joined form");
}

#[test]
fn full_width_is_one_em_and_half_width_half() {
    let mut shaper = Shaper::new(shared());
    assert!((shaper.width("円１ｶa1\u{200B}\n", Face::Gothic) - 3.5).abs() < 1e-6);
}

#[test]
fn standing_text_takes_the_upright_forms() {
    let mut shaper = Shaper::new(shared());
    let across = shaper.glyphs("ー", Face::Mincho, false)[0];
    let down = shaper.glyphs("ー", Face::Mincho, true)[0];
    assert_ne!(across.id, down.id);
    assert!((down.advance - 1.0).abs() < 1e-6);
}

/// The cache by cluster rests on this: the marks that change a neighbour are all part of its cluster.
#[test]
fn neighbours_do_not_change_each_other() {
    let text = "第12条 東ヶ丘・fi ffi AVA To 々「（，．）」10,000円ｶﾞ";
    let mut shaper = Shaper::new(shared());
    for face in [Face::Mincho, Face::Gothic, Face::GothicBold] {
        let alone: Vec<Glyph> = clusters(text).flat_map(|c| shaper.glyphs(c, face, false).to_vec()).collect();
        let font = alone[0].font;
        assert_eq!(run(&shaper.fonts.all()[font], font, text, false), alone, "{face:?}");
    }
}

/// Unicode calls these equal to their everyday forms; a register does not.
#[test]
fn compatibility_forms_are_not_normalised_away() {
    for (form, everyday) in [("\u{FA19}", "神"), ("\u{FA1B}", "福"), ("\u{FA10}", "塚"), ("﨑", "崎"), ("髙", "高")]
    {
        for face in [Face::Mincho, Face::Gothic] {
            let (form, everyday) = (drawn(form, face).0, drawn(everyday, face).0);
            assert_ne!((form[0].font, form[0].id), (everyday[0].font, everyday[0].id));
        }
    }
}

#[test]
fn variants_that_only_the_rare_font_has_are_told_to_the_screen() {
    let mut shaper = Shaper::new(shared());
    let face = Face::Mincho;
    let map = |font: usize| shared().all()[font].shaping.charmap();
    let selectors = '\u{E0100}'..='\u{E0110}';
    let mut letters = ('\u{4E00}'..'\u{9FA0}').flat_map(|c| selectors.clone().map(move |vs| (c, vs)));
    let only_rare = |(c, vs): &(char, char)| {
        map(0).map_unicode(*c).is_some()
            && map(0).map_unicode_variant(*c, *vs).is_none()
            && map(3).map_unicode_variant(*c, *vs).is_some()
    };
    let (c, vs) = letters.find(only_rare).expect("the rare font was made for these");
    let text = |text: String| {
        let (x, y, size, spacing, length, vertical) = (0.0, 0.0, 10.0, 0.0, 10.0, false);
        Item::Text(crate::Text { x, y, size, text, face, spacing, length, vertical, source: paper::Source::Form })
    };
    let items = [text(format!("{c}{vs}田")), text("葛\u{E0100}城".to_owned())];
    assert_eq!(shaper.rare_variants(&items), [format!("{c}{vs}")], "what the face itself has is drawn by it");
}

#[test]
fn from_top_to_bottom_marks_turn_and_latin_words_lie_on_their_side() {
    let mut shaper = Shaper::new(shared());
    let mut id = |text: &str, vertical: bool| shaper.glyphs(text, Face::Mincho, vertical)[0].id;
    for mark in ["‐", "ー", "（", "）", "、", "。"] {
        assert_ne!(id(mark, true), id(mark, false), "{mark} has a standing form");
    }
    assert!((shaper.height("Sunny", Face::Mincho) - shaper.width("Sunny", Face::Mincho)).abs() < 1e-6);
    assert!((shaper.height("桜町", Face::Mincho) - 2.0).abs() < 1e-6);
    assert!(is_sideways("é") && is_sideways("\u{A0}") && !is_sideways("1") && !is_sideways("Ａ") && !is_sideways("×"));
}
