"""Our own training data, each utterance understood by a model that was trained without it."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from bot.environment import ROOT
from bot.evaluation.understanding import understand
from bot.importer import CatalogueImporter
from bot.linear_model import SEED
from bot.utterances import read_utterances

FOLDS = 4


def cross_validate(folds: int = FOLDS) -> dict[str, Any]:
    """Understands every utterance of data/nlu; what the catalogue's choices are called is trained on each time.

    Returns:
        `rows`, each a prediction (bot/evaluation/understanding.py) with `text`, `label` and `followed`, and
        `training_seconds` of all folds.
    """
    written = list(read_utterances(sorted((ROOT / "data" / "nlu").glob("*.yml"))).values())
    fold = folds_of([intent for _, intent in written], folds)
    said_for_choices = _said_for_choices({text for text, _ in written})
    rows: list[dict[str, Any]] = []
    seconds = 0.0
    for number in range(folds):
        seen = [pair for pair, its in zip(written, fold, strict=True) if its != number]
        unseen = [pair for pair, its in zip(written, fold, strict=True) if its == number]
        understood = understand([*seen, *said_for_choices], [text for text, _ in unseen])
        seconds += understood.seconds
        for (text, intent), prediction in zip(unseen, understood.predictions, strict=True):
            followed = prediction["confidence"] >= understood.threshold
            rows.append({"text": text, "label": intent, "followed": followed, **prediction})
    return {"rows": rows, "training_seconds": seconds}


def folds_of(intents: Sequence[str], folds: int) -> np.ndarray:
    """A fold for each utterance, drawn so that the folds share every intent's utterances evenly.

    >>> sorted(folds_of(["skip", "skip", "skip", "skip"], 2).tolist())
    [0, 0, 1, 1]
    """
    generator = np.random.default_rng(SEED)
    names = np.asarray(intents)
    fold = np.zeros(len(names), dtype=int)
    for intent in np.unique(names):
        theirs = generator.permutation(np.flatnonzero(names == intent))
        fold[theirs] = np.arange(len(theirs)) % folds
    return fold


def _said_for_choices(written: set[str]) -> list[tuple[str, str]]:
    importer = CatalogueImporter(str(ROOT / "config.yml"), str(ROOT / "domain.yml"), [str(ROOT / "data")])
    examples = importer.get_nlu_data().intent_examples
    return [(one.get("text"), one.get("intent")) for one in examples if one.get("text") not in written]
