"""The report's tables as a spreadsheet, a sheet each; numbers stay numbers, and no cell is ever a formula."""

from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

from analytics.report.document import Cell, Column, Report, Table, Withheld
from analytics.report.speech import Speech
from analytics.statistics import Interval

FILE = "report.xlsx"
FORMATS = {
    "text": {"text_wrap": True, "valign": "top"},
    "number": {"num_format": "#,##0", "valign": "top"},
    "decimal": {"num_format": "0.0", "valign": "top"},
    "percent": {"num_format": "0%", "valign": "top"},
    "growth": {"num_format": "+0%;-0%;0%", "valign": "top"},
    "points": {"num_format": "+0%;-0%;0%", "valign": "top"},
    "money": {"num_format": "#,##0", "valign": "top"},
    "interval": {"num_format": "0%", "valign": "top"},
    "decimal_interval": {"num_format": "0.0", "valign": "top"},
    "points_interval": {"num_format": "+0%;-0%;0%", "valign": "top"},
}
FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
LONGEST_NAME = 31
HEAD = 3
WIDEST = 70


def write_spreadsheet(report: Report, folder: Path, speech: Speech, day: date) -> Path:
    """Write `report.xlsx`.

    Args:
        report: whose tables.
        folder: an existing folder.
        speech: the words around the tables.
        day: when it is written; stands in the file's properties.

    Returns:
        The path; the same report gives the same bytes.
    """
    file = folder / FILE
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(str(file), options) as book:
        book.set_properties({"title": report.title, "created": datetime.combine(day, time.min)})
        _Sheets(book, speech).write(report)
    return file


class _Sheets:
    """The sheets of one workbook."""

    def __init__(self, book: xlsxwriter.Workbook, speech: Speech) -> None:
        self._book = book
        self._speech = speech
        self._title = book.add_format({"bold": True, "font_size": 14, "font_color": "#0d6b63"})
        self._note = book.add_format({"font_color": "#52605c", "italic": True})
        self._head = book.add_format(
            {"bold": True, "bg_color": "#e2f1ee", "bottom": 1, "text_wrap": True, "valign": "top"}
        )
        self._formats = {kind: book.add_format(look) for kind, look in FORMATS.items()}

    def write(self, report: Report) -> None:
        """A first sheet with all that is said in sentences, then a sheet for each table, then the quotes."""
        self._sentences(report)
        for section in report.sections:
            for figure in section.figures:
                self._table(figure.table)
        self._quotes(report)

    def _sheet(self, name: str, title: str, note: str) -> Any:
        sheet = self._book.add_worksheet(sheet_name(name, [made.get_name() for made in self._book.worksheets()]))
        sheet.hide_gridlines(2)
        sheet.write_string(0, 0, title, self._title)
        sheet.write_string(1, 0, note, self._note)
        return sheet

    def _sentences(self, report: Report) -> None:
        sheet = self._sheet(self._speech.say("summary"), report.title, f"{report.period} · {report.written}")
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 1, 100)
        row = HEAD
        for section in report.sections:
            said = [("", sentence) for sentence in section.sentences]
            tiles = [(tile.label, f"{tile.value} {tile.note}".strip()) for tile in section.tiles]
            sheet.write_string(row, 0, section.heading, self._head)
            sheet.write_string(row, 1, "", self._head)
            for place, (label, text) in enumerate([*tiles, *said, *section.terms], start=row + 1):
                sheet.write_string(place, 0, label, self._formats["text"])
                sheet.write_string(place, 1, text, self._formats["text"])
            row += len(said) + len(tiles) + len(section.terms) + 2

    def _table(self, table: Table) -> None:
        sheet = self._sheet(table.title, table.title, table.note)
        columns = [part for column in table.columns for part in self._split(column)]
        for place, column in enumerate(columns):
            sheet.write_string(HEAD, place, column.label, self._head)
        for down, row in enumerate(table.rows, start=HEAD + 1):
            cells = [part for cell, column in zip(row, table.columns, strict=True) for part in _parts(cell, column)]
            for place, (cell, column) in enumerate(zip(cells, columns, strict=True)):
                self._cell(sheet, down, place, cell, column.kind)
        sheet.freeze_panes(HEAD + 1, 1)
        longest = max((len(str(row[0])) for row in table.rows), default=10)
        sheet.set_column(0, 0, min(max(longest * 1.6, 18), WIDEST))
        sheet.set_column(1, len(columns), 18)

    def _split(self, column: Column) -> list[Column]:
        """An interval takes two columns, so that it can be counted with."""
        if "interval" not in column.kind:
            return [column]
        bounds = ("interval_low", "interval_high")
        return [Column(self._speech.say(bound, interval=column.label), column.kind) for bound in bounds]

    def _cell(self, sheet: Any, row: int, column: int, cell: Cell, kind: str) -> None:
        if cell is None:
            sheet.write_blank(row, column, None, self._formats[kind])
        elif isinstance(cell, int | float):
            exact = kind == "number" and not float(cell).is_integer()
            sheet.write_number(row, column, cell, self._formats["decimal" if exact else kind])
        else:
            sheet.write_string(row, column, self._speech.cell(cell, "text"), self._formats["text"])

    def _quotes(self, report: Report) -> None:
        groups = [group for section in report.sections for group in section.quotes]
        if not groups:
            return
        columns = tuple(Column(self._speech.say(f"column_{name}")) for name in ("theme", "type", "words"))
        rows = tuple((group.heading, quote.about, quote.words) for group in groups for quote in group.quotes)
        name = self._speech.say("verbatims")
        self._table(Table("quotes", name, columns, rows, self._speech.say("verbatims_note")))


def _parts(cell: Cell, column: Column) -> list[Cell]:
    if "interval" not in column.kind:
        return [cell]
    if isinstance(cell, Interval):
        return [cell.low, cell.high]
    return [cell, cell if isinstance(cell, Withheld) else None]


def sheet_name(title: str, taken: list[str]) -> str:
    """A name that a workbook allows: at most 31 characters, without brackets and the like, and not twice.

    >>> sheet_name("Needs: by theme?", []), sheet_name("Needs", ["needs"])
    ('Needs  by theme', 'Needs 2')
    """
    plain = title.translate(FORBIDDEN).strip()[:LONGEST_NAME]
    used = {name.lower() for name in taken}
    number = 2
    name = plain
    while name.lower() in used:
        name = f"{plain[: LONGEST_NAME - 3]} {number}"
        number += 1
    return name
