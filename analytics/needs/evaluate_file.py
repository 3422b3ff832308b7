"""What `./askwell needs FILE.csv --evaluate` prints: the figures of a labelled file, and the baselines beside them."""

import csv
import time
from pathlib import Path
from typing import Any

import numpy as np

from analytics.needs.baselines import RuleReader, rule_suggestions, tfidf_suggestions
from analytics.needs.evaluate import SUGGESTIONS, evaluate, suggestion_figures
from analytics.needs.labelled import LabelsError, read_labelled
from analytics.needs.reader import NeedsReader

NATURAL_SHARES = (0.10, 0.15, 0.25)


def evaluate_file(file: Path, train: Path | None = None) -> dict[str, Any]:
    """How well a labelled file is read.

    Args:
        file: CSV with the columns text and needs (see docs/needs.md), or text and is_suggestion (1 or 0).
        train: CSV with text and is_suggestion, for the baseline that learns; it never teaches the reader.

    Returns:
        The figures by what read: `reader`, `rule`, and for suggestions with `train` also `tfidf`; with `speed`, in
        processor time.

    Raises:
        LabelsError: the file has no labels, or labels that cannot be read.
    """
    began = time.process_time()
    reader = NeedsReader.load()
    loaded = time.process_time() - began
    columns = _columns(file)
    figures = _suggestions(reader, file, train) if "is_suggestion" in columns else _needs(reader, file)
    return {**figures, "speed": {"load_seconds": round(loaded, 2), **_speed(reader, file)}}


def _columns(file: Path) -> list[str]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            columns = next(csv.reader(lines), [])
    except (OSError, UnicodeDecodeError) as error:
        raise LabelsError(f"{file} cannot be read: {error}; name a UTF-8 CSV file.") from error
    if "text" not in columns or not {"needs", "is_suggestion"} & set(columns):
        raise LabelsError(f"{file} has the columns {', '.join(columns)}; it needs text, and needs or is_suggestion.")
    return columns


def _needs(reader: NeedsReader, file: Path) -> dict[str, Any]:
    texts = read_labelled(file)
    if not texts:
        raise LabelsError(f"{file} has a header alone; add labelled texts.")
    return {"reader": evaluate(reader, texts), "rule": evaluate(RuleReader(reader.themes), texts)}


def _suggestions(reader: NeedsReader, file: Path, train: Path | None) -> dict[str, Any]:
    rows = _labels(file)
    texts, truth = [text for text, _ in rows], np.array([label for _, label in rows])
    found = {
        "reader": [any(need.type in SUGGESTIONS for need in needs) for needs in reader.read_many(texts)],
        "rule": rule_suggestions(texts),
    }
    if train is not None:
        found["tfidf"] = tfidf_suggestions(_labels(train), texts)
    return {name: suggestion_figures(truth, np.array(labels), NATURAL_SHARES) for name, labels in found.items()}


def _labels(file: Path) -> list[tuple[str, bool]]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        rows = [(row["text"], row["is_suggestion"]) for row in csv.DictReader(lines)]
    if not rows:
        raise LabelsError(f"{file} has a header alone; add labelled texts.")
    wrong = next((label for _, label in rows if label not in ("0", "1")), None)
    if wrong is not None:
        raise LabelsError(f"{file} has the label '{wrong}' in is_suggestion; write 1 for a suggestion and 0 for none.")
    return [(text, label == "1") for text, label in rows]


def _speed(reader: NeedsReader, file: Path) -> dict[str, float]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        texts = [row["text"] for row in csv.DictReader(lines)]
    began = time.process_time()
    reader.read_many(texts)
    return {"texts_per_second": round(len(texts) / max(time.process_time() - began, 1e-9))}
