"""Makes the two rare-kanji fonts beside this file from Debian's fonts-noto-cjk.

They hold what the BIZ UD faces lack: kanji of JIS X 0213 and beyond the basic plane, the variant forms
(ideographic variation sequences) that only Noto has, and Latin letters of residents' names from abroad.

    python3 subset.py        (needs fonttools; writes RareMincho.otf and RareGothic.otf)
"""

from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
NOTO = Path("/usr/share/fonts/opentype/noto")
JAPANESE_FACE = 0
LATIN = {*range(0x00C0, 0x0250), *range(0x0300, 0x0370), *range(0x1E00, 0x1F00)}


def variants(font):
    """The (base, selector) pairs that a font draws."""
    tables = [t for t in font["cmap"].tables if t.format == 14]
    return {(base, vs) for t in tables for vs, pairs in t.uvsDict.items() for base, _ in pairs}


def jis_x_0213():
    """Every single character of the standard, through Python's codec."""
    found = set()
    for plane in (b"", b"\x8f"):
        for row in range(0xA1, 0xFF):
            for cell in range(0xA1, 0xFF):
                text = (plane + bytes([row, cell])).decode("euc_jis_2004", "ignore")
                if len(text) == 1:
                    found.add(ord(text))
    return found


def is_kanji(code):
    return 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or code >= 0x20000


def rename(font, family):
    """A subset is a version of its own: it goes by a name of its own."""
    names = {1: family, 2: "Regular", 3: f"{family};まちの事務局", 4: family, 6: family.replace(" ", "")}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(
                names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID
            )
        elif record.nameID not in (0, 5, 7, 13, 14):
            font["name"].removeNames(nameID=record.nameID)
    cff = font["CFF "].cff
    cff.fontNames = [names[6]]
    cff.topDictIndex[0].FullName = cff.topDictIndex[0].FamilyName = family


def build(source, main, out, family):
    path = NOTO / source
    noto = TTFont(path, fontNumber=JAPANESE_FACE, lazy=True)
    ours = TTFont(HERE / main, lazy=True)
    lacking = set(noto.getBestCmap()) - set(ours.getBestCmap())
    wanted = jis_x_0213() | LATIN | set(range(0x20000, 0x40000))
    characters = {c for c in lacking & wanted if is_kanji(c) or c in LATIN}
    pairs = {(base, vs) for base, vs in variants(noto) - variants(ours) if vs >= 0xE0100}

    options = subset.Options()
    options.font_number = JAPANESE_FACE
    options.layout_features = ["vert", "ccmp"]
    options.name_IDs = ["*"]
    options.hinting = False
    font = subset.load_font(path, options)
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=characters | {c for pair in pairs for c in pair})
    chosen.subset(font)
    rename(font, family)
    font["head"].modified = font["head"].created  # the same input makes the same bytes
    font.recalcTimestamp = False
    font.save(HERE / out)
    size = (HERE / out).stat().st_size
    print(f"{out}: {len(characters)} characters, {len(pairs)} variants, {size:,} bytes")


build("NotoSerifCJK-Regular.ttc", "BIZUDMincho-Regular.ttf", "RareMincho.otf", "Jimukyoku Rare Mincho")
build("NotoSansCJK-Regular.ttc", "BIZUDGothic-Regular.ttf", "RareGothic.otf", "Jimukyoku Rare Gothic")
