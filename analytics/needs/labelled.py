"""Sentences that a person has labelled with their needs, as files of a test set hold them."""

import csv
from dataclasses import dataclass
from pathlib import Path

NEITHER = "neither"


@dataclass(frozen=True)
class LabelledNeed:
    """A need as a person labelled it: its type, its theme, and where its words stand in the text."""

    type: str
    theme: str
    span: tuple[int, int]


@dataclass(frozen=True)
class LabelledText:
    """A text with its needs (none: neither) and the notes of whoever labelled it."""

    id: str
    text: str
    needs: tuple[LabelledNeed, ...]
    notes: frozenset[str]

    @property
    def types(self) -> frozenset[str]:
        """The types in the text, or `neither` alone."""
        return frozenset(need.type for need in self.needs) or frozenset({NEITHER})

    @property
    def themes(self) -> frozenset[str]:
        """The themes in the text."""
        return frozenset(need.theme for need in self.needs)


class LabelsError(ValueError):
    """A labelled file holds what cannot be read; the message names the place and the remedy."""


def read_labelled(file: Path) -> list[LabelledText]:
    """The sentences of a CSV file with the columns id, text, needs and notes.

    Raises:
        LabelsError: a need is not `type/theme/words`, or its words do not stand in the text.
    """
    with file.open(encoding="utf-8", newline="") as lines:
        return [_labelled(file, row) for row in csv.DictReader(lines)]


def _labelled(file: Path, row: dict[str, str]) -> LabelledText:
    needs = tuple(_need(file, row, need) for need in row["needs"].split(" | ") if need)
    return LabelledText(row["id"], row["text"], needs, frozenset(row["notes"].split()))


def _need(file: Path, row: dict[str, str], label: str) -> LabelledNeed:
    parts = label.split("/", 2)
    start = row["text"].find(parts[-1])
    if len(parts) < 3 or start < 0:
        raise LabelsError(f"{file}: {row['id']} has the need '{label}'; write type/theme/words, words as in the text.")
    return LabelledNeed(parts[0], parts[1], (start, start + len(parts[2])))
