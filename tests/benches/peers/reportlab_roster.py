"""The roster with reportlab: reportlab_roster.py FONT ROSTER.tsv OUT.pdf"""

import sys

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

font, data, out = sys.argv[1:]
pdfmetrics.registerFont(TTFont("Gothic", font))
head, *rows = [line.rstrip("\n").split("\t") for line in open(data, encoding="utf-8")]
table = LongTable([head] + rows, colWidths=[32, 78, 96, 40, 163, 72, 42], rowHeights=17.5, repeatRows=1)
table.setStyle(
    TableStyle(
        [
            ("FONT", (0, 0), (-1, -1), "Gothic", 8),
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("BACKGROUND", (0, 0), (-1, 0), colors.Color(0.93, 0.93, 0.93)),
            ("ALIGN", (0, 1), (0, -1), "RIGHT"),
            ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
            ("LEFTPADDING", (0, 0), (-1, -1), 3),
            ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ]
    )
)


def number(canvas, document):
    canvas.setFont("Gothic", 8)
    canvas.drawCentredString(A4[0] / 2, 25, f"{document.page}")


paper = SimpleDocTemplate(out, pagesize=A4, leftMargin=30, rightMargin=30, topMargin=54, bottomMargin=39)
paper.build([table], onFirstPage=number, onLaterPages=number)
