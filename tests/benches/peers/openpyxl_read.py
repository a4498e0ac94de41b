"""Reads every cell of a workbook with openpyxl, in the mode made for speed, and keeps nothing."""
import sys

from openpyxl import load_workbook

count = 0
for sheet in load_workbook(sys.argv[1], read_only=True, data_only=True):
    for row in sheet.iter_rows(values_only=True):
        count += sum(value is not None for value in row)
assert count > 0
