"""`./askwell needs FILE.csv`: a row each, and errors that say what to do."""

from pathlib import Path

import pytest

from analytics.needs import NeedsReader
from analytics.needs.read_file import UnreadableFile, read_file


@pytest.fixture(scope="module")
def reader() -> NeedsReader:
    return NeedsReader.load()


def test_each_row_has_its_text_and_the_needs_with_their_spans(tmp_path: Path, reader: NeedsReader) -> None:
    file = tmp_path / "texts.csv"
    late = "the delivery always comes late"
    file.write_text(f"id,text\n1,{late}\n2,\n", encoding="utf-8-sig")
    first, second = read_file(file, reader)

    assert (first["text"], second["text"], second["needs"]) == (late, "", [])
    need = first["needs"][0]
    assert (need["type"], need["theme"]) == ("dissatisfaction", "delivery")
    assert first["text"][slice(*need["span"])]
    assert set(need) == {"type", "theme", "span", "strength", "explicit"}


def test_a_header_alone_gives_no_rows(tmp_path: Path, reader: NeedsReader) -> None:
    file = tmp_path / "texts.csv"
    file.write_text("text\n", encoding="utf-8")

    assert read_file(file, reader) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"words\nhello\n", "has no column 'text': it has words"), (b"", "it is empty"), (b"text\n\xff\n", "not UTF-8")],
)
def test_a_file_that_cannot_be_used_says_what_to_do(
    tmp_path: Path, reader: NeedsReader, content: bytes, said: str
) -> None:
    file = tmp_path / "texts.csv"
    file.write_bytes(content)

    with pytest.raises(UnreadableFile, match=said):
        read_file(file, reader)


def test_a_file_that_is_not_there_is_named(tmp_path: Path, reader: NeedsReader) -> None:
    with pytest.raises(UnreadableFile, match=r"nowhere\.csv"):
        read_file(tmp_path / "nowhere.csv", reader)
