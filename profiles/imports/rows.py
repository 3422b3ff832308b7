"""A CSV file as chunks of text cells, each row with the line it stands on."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from profiles.errors import UnreadableFile
from profiles.imports.layout import Layout, layout_of
from profiles.imports.summary import Progress

CHUNK = 20_000
"""Rows that are stored in one transaction: few enough that a shopper's turn never waits long for its own."""


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
        text = TextIOWrapper(binary, encoding="utf-8-sig", newline="")
        self._reader = csv.reader(text)
        self._rows = 0
        header = next(self._lines(), (1, []))[1]
        self.layout: Layout = layout_of(kind, [name.strip() for name in header], path)

    def chunks(self) -> Iterator[Chunk]:
        """The rows, some thousands at a time; empty lines are passed over.

        Raises:
            UnreadableFile: the file is not UTF-8, or a quotation mark is never closed; names the line.
        """
        width = len(self.layout.header)
        rows: list[list[str]] = []
        lines: list[int] = []
        crooked: list[tuple[int, list[str]]] = []
        for line, row in self._lines():
            if len(row) == width:
                rows.append(row)
                lines.append(line)
            else:
                crooked.append((line, row))
            if len(rows) + len(crooked) == CHUNK:
                yield self._chunk(rows, lines, crooked)
                rows, lines, crooked = [], [], []
        if rows or crooked:
            yield self._chunk(rows, lines, crooked)

    def _chunk(self, rows: list[list[str]], lines: list[int], crooked: list[tuple[int, list[str]]]) -> Chunk:
        self._rows += len(rows) + len(crooked)
        return Chunk(rows, lines, crooked, Progress(self._rows, self._binary.tell(), self._size))

    def _lines(self) -> Iterator[tuple[int, list[str]]]:
        reader = self._reader
        end = reader.line_num
        try:
            for row in reader:
                if row:
                    yield end + 1, row
                end = reader.line_num
        except UnicodeDecodeError as error:
            raise UnreadableFile(
                f"{self._path}: after line {end} comes something that is not UTF-8. "
                "Save the file as 'CSV UTF-8' and import it again; what was read before is stored."
            ) from error
        except csv.Error as error:
            raise UnreadableFile(
                f"{self._path}:{end + 1}: {error}. A quotation mark is probably opened and never closed: "
                "correct the line and import the file again; what was read before is stored."
            ) from error


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
