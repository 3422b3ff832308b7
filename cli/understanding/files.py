"""Files of messages with their labels."""

import csv
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from cli.errors import Mistake

OUT_OF_SCOPE = "__oos__"
COLUMNS = ("text", "label")


@dataclass(frozen=True)
class Labelled:
    """A message, what it is about, and the line of its file on which it begins."""

    text: str
    label: str
    line: int


def read_training(file: Path) -> list[Labelled]:
    """The messages to train on.

    Args:
        file: UTF-8 CSV with the columns `text` and `label`; others are ignored.

    Raises:
        Mistake: the file cannot be read, a text or a label is empty, a label is `__oos__`, or there are fewer than two
            labels or not one with two examples; names the file, the line and the remedy.
    """
    rows = _read(file)
    for row in rows:
        if not row.text:
            raise Mistake(f"{file}:{row.line}: the text is empty; write one, or take the row out.")
        if row.label == OUT_OF_SCOPE:
            raise Mistake(
                f"{file}:{row.line}: the label is {OUT_OF_SCOPE}, which may stand in the test file alone: what is out "
                "of scope is decided without examples of it. Take the row out."
            )
    counts = Counter(row.label for row in rows)
    if len(counts) < 2:
        raise Mistake(f"{file}: every row is labelled '{rows[0].label}'; give rows of two labels or more.")
    if max(counts.values()) < 2:
        raise Mistake(f"{file}: no label has two examples; give at least two for each.")
    return rows


def read_test(file: Path) -> list[Labelled]:
    """The messages to understand; a label `__oos__` says that none of the training labels is right.

    Args:
        file: as for `read_training`; an empty text is a message too.

    Raises:
        Mistake: the file cannot be read, or a label is empty; names the file, the line and the remedy.
    """
    return _read(file)


def remarks(training: list[Labelled], test: list[Labelled], training_file: Path, test_file: Path) -> list[str]:
    """What does not stop an evaluation and makes its figures mean less, a sentence each; often none."""
    counts = Counter(row.label for row in training)
    lone = [row for row in training if counts[row.label] == 1]
    unknown = [row for row in test if row.label not in counts and row.label != OUT_OF_SCOPE]
    known = {row.text.casefold() for row in training}
    repeated = [row for row in test if row.text and row.text.casefold() in known]
    found = [
        *(f"{training_file}:{row.line}: '{row.label}' has this one example; write a few more." for row in lone),
        *_unknown(unknown, test_file),
    ]
    if repeated:
        found.append(
            f"{test_file}: {len(repeated)} of {len(test)} texts stand in {training_file} too, the first on line "
            f"{repeated[0].line}; they are easier than what shoppers will write."
        )
    return found


def _unknown(rows: list[Labelled], file: Path) -> list[str]:
    if not rows:
        return []
    return [
        f"{file}:{rows[0].line}: '{rows[0].label}' is no label of the training file ({len(rows)} such rows), so they "
        f"count as wrong; if they are out of scope, label them {OUT_OF_SCOPE}."
    ]


def _read(file: Path) -> list[Labelled]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = _rows(file, csv.DictReader(lines))
    except UnicodeDecodeError as error:
        raise Mistake(f"{file}:{_line_of(file, error)}: is not UTF-8; save the file as UTF-8 CSV.") from error
    except OSError as error:
        raise Mistake(f"{file}: {error.strerror}; check the path.") from error
    if not rows:
        raise Mistake(f"{file}: has no rows under its header; write at least one, such as 'where is my order,ORDER'.")
    return rows


def _rows(file: Path, reader: "csv.DictReader[str]") -> list[Labelled]:
    columns = _columns(file, reader)
    rows: list[Labelled] = []
    line = reader.line_num + 1
    try:
        for row in reader:
            text, label = (" ".join((row[column] or "").split()) for column in columns)
            if not label:
                raise Mistake(f"{file}:{line}: the label is empty; write one, or take the row out.")
            rows.append(Labelled(text, label, line))
            line = reader.line_num + 1
    except csv.Error as error:
        raise Mistake(f"{file}:{line}: {error}; look for a quotation mark that is never closed.") from error
    return rows


def _columns(file: Path, reader: "csv.DictReader[str]") -> list[str]:
    """The columns of the file that are meant by 'text' and 'label', however they are capitalised."""
    found = {name.strip().casefold(): name for name in reader.fieldnames or [] if name}
    for column in COLUMNS:
        if column not in found:
            has = f"its header is '{','.join(reader.fieldnames or [])}'" if reader.fieldnames else "the file is empty"
            raise Mistake(f"{file}:1: there is no column '{column}': {has}. Write the header 'text,label'.")
    return [found[column] for column in COLUMNS]


def _line_of(file: Path, error: UnicodeDecodeError) -> int:
    """The line of the first byte that is not UTF-8; the decoder counts within the piece that it was given."""
    content = file.read_bytes()
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError as whole:
        return content[: whole.start].count(b"\n") + 1
    raise error
