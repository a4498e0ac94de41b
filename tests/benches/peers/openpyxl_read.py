"""Reads every cell with openpyxl and keeps nothing: openpyxl_read.py BOOK.xlsx CELLS [usual|read-only]"""

import sys

from openpyxl import load_workbook

count = 0
for sheet in load_workbook(sys.argv[1], read_only=sys.argv[3] == "read-only", data_only=True):
    for row in sheet.iter_rows(values_only=True):
        count += sum(value is not None for value in row)
assert count >= int(sys.argv[2]), f"{count} cells"
