"""NAME.refused.csv: the rows that were left out, as they were, each with what is wrong and what to do."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from profiles.errors import UnreadableFile
from profiles.imports.summary import Problem

REMARKS = ("refused_line", "refused_because")
"""The columns that are put behind those of the file; an import passes over them, so that the file can be corrected and
imported as it is."""


class RefusedFile:
    """The file of refused rows beside an import file, written once a row is refused.

    One that is there already tells of an earlier import and is removed.

    Args:
        imported: the import file.
        header: its columns.
        notes: columns that the refused rows get if the file lacks them, so that they can be imported by themselves.
    """

    def __init__(self, imported: Path, header: Sequence[str], notes: Sequence[str] = ()) -> None:
        self.path = imported.with_name(f"{imported.stem}.refused.csv")
        self._kept = [place for place, name in enumerate(header) if name not in REMARKS]
        self._notes = [name for name in notes if name not in header]
        self._header = [*(header[place] for place in self._kept), *self._notes, *REMARKS]
        self._open_file = ExitStack()
        self._writer: Any = None
        with self._explained():
            self.path.unlink(missing_ok=True)

    def close(self) -> None:
        """Closes the file, if there is one."""
        self._open_file.close()

    def add(self, row: Sequence[str], problems: Sequence[Problem], notes: Mapping[str, object]) -> None:
        """Adds a row with all that is wrong with it."""
        writer = self._writer or self._begun()
        cells = [row[place] if place < len(row) else "" for place in self._kept]
        because = "; ".join(f"{problem.column}: {problem.remedy}" for problem in problems)
        writer.writerow([*cells, *(notes.get(name, "") for name in self._notes), problems[0].line, because])

    def _begun(self) -> Any:
        with self._explained():
            file = self._open_file.enter_context(self.path.open("w", encoding="utf-8-sig", newline=""))
        self._writer = csv.writer(file)
        self._writer.writerow(self._header)
        return self._writer

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise UnreadableFile(
                f"{self.path}, where refused rows are noted, cannot be written: {error.strerror}. "
                "Copy the import file to a folder that you may write to."
            ) from error
