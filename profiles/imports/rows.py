"""A CSV file as chunks of text cells, each row with the line it stands on."""

import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import accumulate, islice
from pathlib import Path
from typing import BinaryIO

from profiles.errors import UnreadableFile
from profiles.imports.layout import Layout, layout_of
from profiles.imports.summary import Progress

CHUNK = 20_000
"""Rows that are stored in one transaction: few enough that a shopper's turn never waits long for its own."""
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Chunk:
    """Some rows of a file: their cells as they stand there, the line each begins on, and rows of a wrong length."""

    rows: list[list[str]]
    lines: list[int]
    crooked: list[tuple[int, list[str]]]
    progress: Progress


class CsvFile:
    """A CSV file that is open; `layout` says where its columns are."""

    def __init__(self, kind: str, path: Path, binary: BinaryIO) -> None:
        self._path = path
        self._binary = binary
        self._size = path.stat().st_size
        self._reader = csv.reader(TextIOWrapper(binary, encoding="utf-8-sig", newline=""))
        self._rows = 0
        header = self._some(1)
        names = [name.strip() for name in header[0]] if header else []
        self.layout: Layout = layout_of(kind, names, path)

    def chunks(self) -> Iterator[Chunk]:
        """The rows, some thousands at a time; empty lines are passed over.

        Raises:
            UnreadableFile: the file is not UTF-8, or a quotation mark is never closed; names the line.
        """
        before = self._reader.line_num
        while rows := self._some(CHUNK):
            lines = _lines(rows, before, self._reader.line_num)
            before = self._reader.line_num
            yield self._chunk(rows, lines)

    def _chunk(self, rows: list[list[str]], lines: list[int]) -> Chunk:
        width = len(self.layout.header)
        crooked: list[tuple[int, list[str]]] = []
        if {len(row) for row in rows} != {width}:
            numbered = [(line, row) for line, row in zip(lines, rows, strict=True) if row]
            crooked = [(line, row) for line, row in numbered if len(row) != width]
            straight = [(line, row) for line, row in numbered if len(row) == width]
            lines, rows = [line for line, _ in straight], [row for _, row in straight]
        self._rows += len(rows) + len(crooked)
        return Chunk(rows, lines, crooked, Progress(self._rows, self._binary.tell(), self._size))

    def _some(self, number: int) -> list[list[str]]:
        try:
            return list(islice(self._reader, number))
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                f"{self._path}: after line {self._reader.line_num} comes something that is not UTF-8. "
                "Save the file as 'CSV UTF-8' and import it again."
            ) from error
        except csv.Error as error:
            raise UnreadableFile(
                f"{self._path}:{self._reader.line_num}: {error}. A quotation mark is probably opened before this line "
                "and never closed: correct it and import the file again."
            ) from error


def _lines(rows: list[list[str]], before: int, after: int) -> list[int]:
    """The line on which each row begins; a cell in quotation marks may go over several lines."""
    if after - before == len(rows):
        return list(range(before + 1, after + 1))
    heights = (1 + sum(len(_LINE_BREAK.findall(cell)) for cell in row) for row in rows)
    return list(accumulate(heights, initial=before + 1))[:-1]


@contextmanager
def opened(kind: str, path: Path) -> Iterator[CsvFile]:
    """Opens a file of customers, orders, products or answers.

    Raises:
        UnreadableFile: there is no such file, or it may not be read.
        WrongHeader: its first line does not name the columns that are needed.
    """
    try:
        binary = path.open("rb")
    except OSError as error:
        raise UnreadableFile(f"{path} cannot be read: {error.strerror}. Name a CSV file.") from error
    with binary:
        yield CsvFile(kind, path, binary)
