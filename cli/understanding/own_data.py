"""How well our own training data are understood, by language and by intent."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from cli.understanding.figures import Share
from cli.understanding.languages import LANGUAGES, language_of
from cli.understanding.picture import REJECTED

WORST = 12


def summary(result: dict[str, Any]) -> dict[str, Any]:
    """The figures of a cross-validation.

    Args:
        result: `rows` with `text`, `label`, `intent` and `followed` each, and `training_seconds`.

    Returns:
        `{accuracy, followed, followed_right, training_seconds, languages: {language: {utterances, accuracy, followed,
        followed_right}}, intents: {intent: accuracy}, confusions: [{is, taken_for, times}]}`: `accuracy` without a
        threshold, `followed` the share above it, `followed_right` how much of that is right.
    """
    rows = result["rows"]
    by_language = {language: [row for row in rows if language_of(row["text"]) == language] for language in LANGUAGES}
    intents = sorted({row["label"] for row in rows})
    confused = Counter((row["label"], row["intent"]) for row in rows if row["label"] != row["intent"])
    return {
        **_figures(rows),
        "training_seconds": result["training_seconds"],
        "languages": {language: {"utterances": len(some), **_figures(some)} for language, some in by_language.items()},
        "intents": {intent: _right(row for row in rows if row["label"] == intent).value for intent in intents},
        "confusions": [
            {"is": label, "taken_for": intent, "times": times} for (label, intent), times in confused.most_common(WORST)
        ],
    }


def taken_for(result: dict[str, Any]) -> list[tuple[str, str]]:
    """Each utterance's intent and what it was taken for, asking back included."""
    return [(row["label"], row["intent"] if row["followed"] else REJECTED) for row in result["rows"]]


def _figures(rows: list[dict[str, Any]]) -> dict[str, float | None]:
    followed = [row for row in rows if row["followed"]]
    return {
        "accuracy": _right(rows).value,
        "followed": Share(len(followed), len(rows)).value,
        "followed_right": _right(followed).value,
    }


def _right(rows: Iterable[dict[str, Any]]) -> Share:
    found = [row["label"] == row["intent"] for row in rows]
    return Share(sum(found), len(found))
