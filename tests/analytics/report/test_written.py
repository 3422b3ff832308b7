"""The three files as people and programs meet them."""

import builtins
import json
import re
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from pypdf import PdfReader

from analytics.report import PeriodError, Written, write
from profiles import Store
from tests.analytics.report.conftest import FORMULA, SINCE, TODAY, UNTIL

pytestmark = pytest.mark.slow


def page_of(written: Written) -> str:
    return written.page.read_text(encoding="utf-8")


def sheets_of(written: Written) -> dict[str, list[list[object]]]:
    book = openpyxl.load_workbook(written.spreadsheet)
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def test_the_manager_page_finds_the_report_by_its_description(english: Written) -> None:
    described = json.loads(english.description.read_text(encoding="utf-8"))

    assert described == {
        "title": "What customers of Corner Grocer need",
        "since": "2026-03-01",
        "until": "2026-03-31",
        "created_at": "2026-04-01T16:00:00+00:00",
        "language": "en",
        "files": {"page": "index.html", "spreadsheet": "report.xlsx", "pdf": "report.pdf"},
    }
    assert all((english.folder / name).is_file() for name in described["files"].values())


def test_customers_words_stand_in_all_three_files_without_names_and_numbers(english: Written) -> None:
    page, words = page_of(english), str(sheets_of(english)["In their own words"])
    pdf = "\n".join(leaf.extract_text() for leaf in PdfReader(english.folder / "report.pdf").pages)

    for text in (page, words, pdf):
        assert "The parcel came late" in text
        assert "[phone]" in text and "[name]" in text
        assert not re.search(r"9123|John|Chan\b", text)


def test_what_was_denied_or_withdrawn_is_quoted_nowhere(english: Written) -> None:
    for text in (page_of(english), str(sheets_of(english))):
        assert "Denied words" not in text
        assert "Words of somebody who left" not in text


def test_a_cell_that_looks_like_a_formula_is_text(english: Written) -> None:
    book = openpyxl.load_workbook(english.spreadsheet)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row]

    assert [cell.data_type for cell in cells if cell.value == FORMULA] == ["s"]
    assert not [cell for cell in cells if cell.data_type == "f"]


def test_numbers_of_a_table_are_numbers_in_the_spreadsheet(english: Written) -> None:
    rows = sheets_of(english)["Customers with a need, by theme"]

    assert rows[4][:3] == ["Delivery", 12, 1]
    assert rows[4][3] == pytest.approx(0.7575, abs=0.0001)


def test_small_groups_are_in_no_file(english: Written) -> None:
    ages = {row[0]: row[1] for row in sheets_of(english)["Age"][4:]}

    assert ages["65 or over"] == "too few"
    assert [value for value in ages.values() if isinstance(value, int)] == [20]


def test_the_page_needs_no_script_and_nothing_from_elsewhere(english: Written) -> None:
    page = page_of(english)

    assert "<script" not in page
    assert "style=" not in page
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', page)
    for source in re.findall(r'src="([^"]+)"', page):
        assert (english.folder / source).is_file()


def test_each_picture_has_words_for_who_cannot_see_it_and_a_table_beside_it(english: Written) -> None:
    page = page_of(english)
    pictures = re.findall(r'<img src="pictures/(\w+)\.svg" alt="([^"]+)"', page)

    assert {"segments", "themes", "types", "worth", "first", "chats"} <= {id for id, _ in pictures}
    for id, words in pictures:
        assert re.search(r"\d", words)
        assert f'<table aria-labelledby="{id}">' in page


def test_the_chinese_report_has_no_english_sentence(chinese: Written) -> None:
    text = re.sub(r"<blockquote lang=\"en\">.*?</p>", "", page_of(chinese), flags=re.DOTALL)
    words = re.sub(r"<[^>]+>", " ", text)

    assert '<html lang="zh-Hant">' in text
    assert "送貨" in words and "2026年3月1日至2026年3月31日" in words
    assert not re.findall(r"\b(?:the|and|of|customers)\b", words)


def test_the_method_tells_consent_versions_and_what_was_left_out(english: Written) -> None:
    page = page_of(english)

    assert "version: 7" in page
    assert "No longer agree and left out: 1 customers" in page
    assert "version 1, as of 31 March 2026" in page


def test_the_same_data_give_the_same_bytes(greengrocer: Store, english: Written, tmp_path: Path) -> None:
    again = write(greengrocer, SINCE, UNTIL, tmp_path / "again", "en", TODAY)

    for file in sorted(path for path in english.folder.rglob("*") if path.is_file()):
        name = file.relative_to(english.folder)
        assert (again.folder / name).read_bytes() == file.read_bytes(), name


def test_nothing_recorded_gives_a_report_that_says_so(sqlite_store: Store, tmp_path: Path) -> None:
    written = write(sqlite_store, SINCE, UNTIL, tmp_path, "en", TODAY)

    assert "No shopper took part in a chat in this period" in page_of(written)
    assert "There are no customers on file yet." in page_of(written)
    assert written.pdf is not None and len(PdfReader(written.pdf).pages) >= 1


def test_without_pango_the_other_files_are_written_and_the_remedy_is_told(
    sqlite_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without_pango(name: str, *others: object, **named: object) -> object:
        if name == "weasyprint":
            raise OSError("cannot load library 'libpango-1.0-0'")
        return real(name, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(builtins, "__import__", without_pango)
    written = write(sqlite_store, SINCE, UNTIL, tmp_path, "en", TODAY)

    assert written.pdf is None
    assert "apt-get install libpango-1.0-0" in written.problem
    assert "pdf" not in json.loads(written.description.read_text(encoding="utf-8"))["files"]
    assert written.page.is_file() and written.spreadsheet.is_file()


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [(UNTIL, SINCE, "swap them"), (date(2026, 5, 1), date(2026, 5, 2), "choose an earlier one")],
)
def test_days_in_the_wrong_order_are_refused(
    sqlite_store: Store, tmp_path: Path, since: date, until: date, told: str
) -> None:
    with pytest.raises(PeriodError, match=told):
        write(sqlite_store, since, until, tmp_path, "en", TODAY)
