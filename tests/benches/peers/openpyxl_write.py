"""The roster of the benchmarks written with openpyxl: the same cells, ruled, with a bold head."""
import sys

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

people, out = int(sys.argv[1]), sys.argv[2]
FAMILY = [("髙橋", "タカハシ"), ("山﨑", "ヤマサキ"), ("濵田", "ハマダ"), ("渡邊", "ワタナベ"), ("齋藤", "サイトウ"), ("吉田", "ヨシダ")]
thin = Side(style="thin")
border = Border(left=thin, right=thin, top=thin, bottom=thin)
body, bold = Font(name="BIZ UDGothic", size=9.5), Font(name="BIZ UDGothic", size=9.5, bold=True)
shrink, middle = Alignment(vertical="center", shrink_to_fit=True), Alignment(horizontal="center", vertical="center")
shade = PatternFill("solid", fgColor="EDEDED")

book = Workbook()
sheet = book.active
sheet.title = "会員名簿"


def put(row, values, font, alignment, fill=None):
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column, value)
        cell.font, cell.border, cell.alignment = font, border, alignment
        if fill:
            cell.fill = fill


put(1, ["番号", "氏名", "フリガナ", "郵便番号", "住所", "電話番号", "所属"], bold, middle, shade)
for n in range(people):
    family, kana = FAMILY[n % 6]
    put(
        n + 2,
        [
            n + 1,
            f"{family}　{n}郎",
            f"{kana}　{n}ロウ",
            f"760-{n % 10000:04}",
            f"高松市番町{n % 9 + 1}丁目{n % 77 + 1}番{n % 31 + 1}号",
            f"087-{n % 1000:03}-{n % 10000:04}",
            f"番町{n % 40 + 1}丁目自治会",
        ],
        body,
        shrink,
    )
sheet.print_title_rows = "1:1"
sheet.page_setup.paperSize = 9
sheet.page_setup.fitToHeight = 0
sheet.sheet_properties.pageSetUpPr.fitToPage = True
book.save(out)
