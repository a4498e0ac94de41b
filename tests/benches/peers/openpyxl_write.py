"""The roster with openpyxl, ruled, with a bold head: openpyxl_write.py ROSTER.tsv OUT.xlsx [usual|write-only]"""

import sys

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Side

data, out, way = sys.argv[1:]
head, *rows = [line.rstrip("\n").split("\t") for line in open(data, encoding="utf-8")]
table = [("head", head)] + [("body", [int(number), *(word or None for word in words)]) for number, *words in rows]
thin = Side(style="thin")
border = Border(left=thin, right=thin, top=thin, bottom=thin)
plain, bold = Font(name="BIZ UDGothic", size=9.5), Font(name="BIZ UDGothic", size=9.5, bold=True)
shrink, middle = Alignment(vertical="center", shrink_to_fit=True), Alignment(horizontal="center", vertical="center")
shade = PatternFill("solid", fgColor="EDEDED")

book = Workbook(write_only=way == "write-only")
sheet = book.create_sheet("会員名簿") if book.write_only else book.active
for column, width in zip("ABCDEFG", (5, 14, 18, 8, 40, 15, 8)):
    sheet.column_dimensions[column].width = width
sheet.print_title_rows = "1:1"
sheet.page_setup.paperSize = 9
sheet.page_setup.fitToHeight = 0
sheet.sheet_properties.pageSetUpPr.fitToPage = True


def by_rows():
    """The fast way: cells by rows, looks by name."""
    book.add_named_style(NamedStyle("body", font=plain, border=border, alignment=shrink))
    book.add_named_style(NamedStyle("head", font=bold, border=border, alignment=middle, fill=shade))
    for style, values in table:
        cells = [WriteOnlyCell(sheet, value) for value in values]
        for cell in cells:
            cell.style = style
        sheet.append(cells)


def by_cells():
    """The usual way: cell by cell, each with its look."""
    for row, (style, values) in enumerate(table, 1):
        for column, value in enumerate(values, 1):
            cell = sheet.cell(row, column, value)
            cell.font, cell.border, cell.alignment = bold if style == "head" else plain, border, shrink
            if style == "head":
                cell.alignment, cell.fill = middle, shade


by_rows() if book.write_only else by_cells()
book.save(out)
