"""One import from the first line to the last."""

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Literal, get_args

from catalogue import Question, load
from profiles.engine import begin
from profiles.failures import explained
from profiles.imports.answers import AnswerImporter
from profiles.imports.checked import Checked
from profiles.imports.context import Context, Importer, Taken
from profiles.imports.customers import CustomerImporter
from profiles.imports.orders import OrderImporter
from profiles.imports.products import ProductImporter
from profiles.imports.refusals import RefusedFile
from profiles.imports.repeated import Repeated, about_goods
from profiles.imports.rows import Chunk, CsvFile, opened
from profiles.imports.summary import ImportSummary, Problem, Progress
from profiles.store import Store
from settings import settings

KindOfFile = Literal["customers", "orders", "products", "answers"]
KINDS: tuple[KindOfFile, ...] = get_args(KindOfFile)
_IMPORTERS: dict[str, Callable[[Context], Importer]] = {
    "customers": CustomerImporter,
    "orders": OrderImporter,
    "products": ProductImporter,
    "answers": AnswerImporter,
}
_PROBLEMS_SHOWN = 100


def import_file(
    store: Store,
    kind: KindOfFile,
    file: Path,
    *,
    at: datetime,
    zone: tzinfo | None = None,
    questions: Mapping[str, Question] | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> ImportSummary:
    """Imports a CSV file; what is good is stored as it goes, some thousands of rows at a time.

    Args:
        store: where to.
        kind: what the file is about.
        file: its path; refused rows are written to NAME.refused.csv beside it.
        at: now.
        zone: in which times without a zone are meant; the shop's if None.
        questions: the catalogue's questions by id; the repository's own if None.
        progress: called after each transaction.

    Returns:
        What came of it; all noughts for a file that has only a header.

    Raises:
        WrongHeader, UnreadableFile: the file is not what `kind` says, or can't be read; each says what to do.
        DatabaseFull, DatabaseReadOnly, DatabaseBusy, DatabaseUnreachable: what was read before is stored.
    """
    context = Context(at, zone or settings().zone, load().questions if questions is None else questions)
    summary = ImportSummary(kind, file)
    with opened(kind, file) as csv_file, closing(_Run(store, csv_file, _IMPORTERS[kind](context), summary)) as run:
        for chunk in csv_file.chunks():
            run.take(chunk)
            if progress is not None:
                progress(chunk.progress)
    return summary


class _Run:
    """An import under way."""

    def __init__(self, store: Store, file: CsvFile, importer: Importer, summary: ImportSummary) -> None:
        self._store = store
        self._layout = file.layout
        self._importer = importer
        self._repeated = Repeated(file.layout, importer.group)
        self._summary = summary
        summary.left_out = file.layout.left_out
        self._refused = RefusedFile(summary.file, file.layout.header, importer.noted)

    def close(self) -> None:
        """Closes the file of refused rows."""
        self._refused.close()

    def take(self, chunk: Chunk) -> None:
        """Stores the good rows of a chunk in one transaction, then writes down the refused ones."""
        goods = about_goods(chunk, self._layout)
        checked = Checked(goods, self._layout)
        self._repeated.fill(checked)
        engine = self._store.engine
        with explained(engine), begin(engine, writes=True) as connection:
            taken = self._importer.take(connection, checked)
        self._count(chunk, goods, checked, taken)
        self._write_down(goods, checked)

    def _count(self, chunk: Chunk, goods: Chunk, checked: Checked, taken: Taken) -> None:
        summary = self._summary
        summary.rows += len(chunk.rows) + len(chunk.crooked)
        summary.without_goods += len(chunk.rows) - len(goods.rows)
        summary.refused += len(checked.problems) + len(chunk.crooked)
        summary.added += taken.added
        summary.changed += taken.changed
        summary.unchanged += int(checked.good().sum()) - taken.added - taken.changed
        summary.customers_added += taken.customers_added

    def _write_down(self, chunk: Chunk, checked: Checked) -> None:
        notes = self._importer.notes()
        for row, problems in sorted(checked.problems.items()):
            self._refused.add(chunk.rows[row], problems, {name: cells[row] for name, cells in notes.items()})
            self._show(problems)
        for line, cells in chunk.crooked:
            remedy = f"the header has {len(self._layout.header)} columns; check the commas and quotation marks"
            problem = Problem(line, "row", f"{len(cells)} columns", remedy)
            self._refused.add(cells, [problem], {})
            self._show([problem])

    def _show(self, problems: list[Problem]) -> None:
        shown = self._summary.problems
        shown.extend(problems[: _PROBLEMS_SHOWN - len(shown)])
        self._summary.refused_file = self._refused.path
