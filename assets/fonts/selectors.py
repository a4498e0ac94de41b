"""Lets the window draw names with variation selectors in the BIZ UD faces beside this file.

The faces hold the variant forms, but no glyph for the selectors themselves, and WebKit draws a sequence only in a font that
knows each of its characters. So the selectors are given to the faces' own empty glyph; no outline is touched.

    python3 selectors.py     (needs fonttools; rewrites the BIZ UD files)
"""

from pathlib import Path

from fontTools.ttLib import TTFont

EMPTY = "glyph00001"

for path in sorted(Path(__file__).parent.glob("BIZUD*.ttf")):
    font = TTFont(path, recalcBBoxes=False, recalcTimestamp=False)
    assert font["hmtx"][EMPTY] == (0, 0) and font["glyf"][EMPTY].numberOfContours == 0
    selectors = {vs for table in font["cmap"].tables if table.format == 14 for vs in table.uvsDict}
    for table in font["cmap"].tables:
        if table.format == 12:
            table.cmap.update(dict.fromkeys(selectors, EMPTY))
    font.save(path)
