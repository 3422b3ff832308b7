"""What every kind of import is given, and what it gives back for a chunk."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Protocol

from sqlalchemy import Connection

from catalogue import Question
from profiles.imports.checked import Cells, Checked


@dataclass(frozen=True)
class Context:
    """The circumstances of an import: when it runs, the shop's time zone, and the catalogue's questions."""

    at: datetime
    zone: tzinfo
    questions: Mapping[str, Question]


@dataclass(frozen=True)
class Taken:
    """What came of a chunk: its good rows that were added and changed, and the people who were new by the way."""

    added: int
    changed: int
    customers_added: int = 0


class Importer(Protocol):
    """One kind of file. It lives as long as the import, so that it knows what stood in earlier chunks."""

    group: str
    """The column by which an export's rows belong together (`repeated` in columns.yml)."""

    noted: Sequence[str]
    """The names of the columns that `notes` gives."""

    def take(self, connection: Connection, checked: Checked) -> Taken:
        """Notes what is wrong with the rows, and stores those that are good."""

    def notes(self) -> Mapping[str, Cells]:
        """Columns to put beside the refused rows of the latest chunk, so that these can be imported by themselves."""
