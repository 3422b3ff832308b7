"""What came of an import, and how far one has got."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Problem:
    """Why a row was refused: its line in the file (the header is line 1), the column, what stands there, what to do."""

    line: int
    column: str
    value: str
    remedy: str

    def sentence(self, file: Path) -> str:
        """The problem in one sentence.

        >>> print(Problem(218, "unit_price", "12,90", "write a number such as 12.90").sentence(Path("shop/orders.csv")))
        orders.csv:218: unit_price is '12,90'; write a number such as 12.90.
        """
        return f"{file.name}:{self.line}: {self.column} is '{self.value}'; {self.remedy}."


@dataclass(frozen=True)
class Progress:
    """How far an import has got: rows read, and bytes of the file out of all its bytes."""

    rows: int
    bytes_read: int
    bytes_in_all: int


@dataclass
class ImportSummary:
    """What came of an import.

    `rows` were read; each of them was added, changed something, was unchanged, or was refused. `customers_added` are
    people who were named by an order or an answer and not known before. `problems` holds the first hundred, and
    `refused_file` (None if no row was refused) all of them, beside the rows as they were. `left_out` are columns of the
    file that were not used, and `without_goods` counts rows that an export uses for something else than goods.
    """

    kind: str
    file: Path
    rows: int = 0
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    without_goods: int = 0
    customers_added: int = 0
    problems: list[Problem] = field(default_factory=list)
    refused_file: Path | None = None
    left_out: tuple[str, ...] = ()
