"""Lets the window draw names as the paper has them, in the BIZ UD faces beside this file. No outline is touched.

Variation selectors: the faces hold the variant forms, but no glyph for the selectors themselves, and WebKit draws a sequence only
in a font that knows each of its characters. So the selectors are given to the faces' own empty glyph.

Hinting: its instructions fit strokes to whole pixels, and at the size of a label's preview the hyphen of 桜町1-1 was fitted away.
They are taken out; printers and PDF readers never used them.

    python3 selectors.py     (needs fonttools; rewrites the BIZ UD files)
"""

from pathlib import Path

from fontTools.ttLib import TTFont

EMPTY = 1  # the glyph after .notdef has neither outline nor width
INSTRUCTIONS = ("fpgm", "prep", "cvt ", "hdmx", "VDMX", "LTSH")
SMOOTH_AT_ALL_SIZES = {0xFFFF: 0x0A}
DEPENDS_ON_INSTRUCTIONS = 0b11100


def know_selectors(font):
    empty = font.getGlyphOrder()[EMPTY]
    assert font["hmtx"][empty] == (0, 0) and font["glyf"][empty].numberOfContours == 0
    selectors = {vs for table in font["cmap"].tables if table.format == 14 for vs in table.uvsDict}
    for table in font["cmap"].tables:
        if table.format == 12:
            table.cmap.update(dict.fromkeys(selectors, empty))


def unhint(font):
    for tag in INSTRUCTIONS:
        if tag in font:
            del font[tag]
    for name in font.getGlyphOrder():
        font["glyf"][name].removeHinting()
    font["maxp"].maxSizeOfInstructions = font["maxp"].maxFunctionDefs = font["maxp"].maxStackElements = 0
    font["head"].flags &= ~DEPENDS_ON_INSTRUCTIONS
    font["gasp"].gaspRange = SMOOTH_AT_ALL_SIZES


for path in sorted(Path(__file__).parent.glob("BIZUD*.ttf")):
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
    know_selectors(font)
    unhint(font)
    font.save(path)
