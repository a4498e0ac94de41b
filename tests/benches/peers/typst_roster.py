"""The roster with Typst: typst_roster.py FONT_FOLDER ROSTER.tsv OUT.pdf"""

import sys
from pathlib import Path

import typst

fonts, data, out = sys.argv[1:]
source = Path(out).with_suffix(".typ")
source.write_text(
    f"""#set page(paper: "a4", margin: (x: 36pt, top: 60pt, bottom: 45pt), footer: context align(center)[
  #counter(page).display("1 / 1", both: true)
])
#set text(font: "BIZ UDGothic", size: 8pt, lang: "ja")
#let rows = csv("{Path(data).name}", delimiter: "\\t")
#table(
  columns: (32pt, 78pt, 96pt, 40pt, 163pt, 72pt, 42pt), rows: 17.5pt, stroke: .5pt, inset: (x: 3pt, y: 0pt),
  align: (x, _) => horizon + if x == 0 {{ right }} else {{ left }},
  fill: (_, y) => if y == 0 {{ luma(237) }}, table.header(..rows.first().map(strong)), ..rows.slice(1).flatten(),
)
""",
    encoding="utf-8",
)
typst.compile(str(source), output=out, font_paths=[fonts], ignore_system_fonts=True, root=str(Path(data).parent))
