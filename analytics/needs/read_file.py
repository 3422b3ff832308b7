"""The needs in a file of texts: what `./askwell needs FILE.csv` prints."""

import csv
from pathlib import Path
from typing import Any

from analytics.needs.reader import NeedsReader

COLUMN = "text"


class UnreadableFile(Exception):
    """A file that cannot be read for needs; says what is wrong and what to do."""


def read_file(file: Path, reader: NeedsReader) -> list[dict[str, Any]]:
    """Reads the needs in the column `text` of a CSV file.

    Args:
        file: UTF-8 (with or without a byte-order mark), with a header row.
        reader: finds the needs.

    Returns:
        A row each, in the file's order: `{text, needs: [{type, theme, span: [from, to], strength, explicit}]}`; an
        empty list for a file with a header alone.

    Raises:
        UnreadableFile: the file is not there, is empty, is not UTF-8, or has no column `text`.
    """
    texts = read_texts(file)
    return [
        {
            "text": text,
            "needs": [
                {
                    "type": need.type,
                    "theme": need.theme,
                    "span": list(need.span),
                    "strength": need.strength,
                    "explicit": need.explicit,
                }
                for need in needs
            ],
        }
        for text, needs in zip(texts, reader.read_many(texts), strict=True)
    ]


def read_texts(file: Path) -> list[str]:
    """The column `text` of a CSV file; raises `UnreadableFile` as `read_file` does."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            rows = csv.DictReader(lines)
            columns = list(rows.fieldnames or [])
            if COLUMN not in columns:
                found = f"it has {', '.join(columns)}" if columns else "it is empty"
                raise UnreadableFile(f"{file} has no column '{COLUMN}': {found}. Name the column of texts '{COLUMN}'.")
            return [row[COLUMN] or "" for row in rows]
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{file} is not UTF-8 (byte {error.start}); save it as UTF-8 CSV.") from error
    except OSError as error:
        raise UnreadableFile(f"{file}: {error.strerror}; check the path.") from error
