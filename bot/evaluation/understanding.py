"""Trains a pipeline on some utterances and has it understand others, one at a time, as the bot does."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from rasa.core.channels.channel import UserMessage
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER
from rasa.engine.loader import load_predict_graph_runner
from rasa.engine.runner.dask import DaskGraphRunner
from rasa.engine.storage.local_model_storage import LocalModelStorage
from rasa.shared.constants import DEFAULT_NLU_FALLBACK_INTENT_NAME
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.data import TrainingType

from bot.evaluation.importer import UtterancesImporter
from bot.intent_classifier import WEIGHTS_FILE
from bot.training import train_model
from bot.utterances import normal

WARMING_UP = 3

Parse = Callable[[str], list[dict[str, Any]]]


@dataclass(frozen=True)
class Understood:
    """What became of the test: a prediction for each text, the threshold that was learnt, and the time it took.

    A prediction: `intent` (the likeliest, whatever the threshold), `confidence`, `milliseconds`.
    """

    predictions: list[dict[str, Any]]
    threshold: float
    seconds: float

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        return {"predictions": self.predictions, "threshold": self.threshold, "training_seconds": self.seconds}


def understand(training: Iterable[tuple[str, str]], texts: Sequence[str], began: float | None = None) -> Understood:
    """Trains on `training` and understands `texts`.

    Args:
        training: utterances with their labels; a label may be any text. Of the same utterance with the same label,
            one counts: held out beside its twin it would look better known than it is.
        texts: what to understand.
        began: when the training is said to have begun (`time.monotonic`); now if not given.
    """
    began = time.monotonic() if began is None else began
    utterances = list({(normal(text), label): (text, label) for text, label in training}.values())
    labels = sorted({label for _, label in utterances})
    names = {label: f"label_{number}" for number, label in enumerate(labels)}
    with TemporaryDirectory() as folder:
        importer = UtterancesImporter((text, names[label]) for text, label in utterances)
        archive = train_model(importer, Path(folder) / "model.tar.gz", TrainingType.NLU)
        seconds = time.monotonic() - began
        parse, threshold = _loaded(archive, Path(folder) / "unpacked")
    for text, _ in utterances[:WARMING_UP]:
        parse(text)
    meant = {name: label for label, name in names.items()}
    return Understood([_prediction(parse, text, meant) for text in texts], threshold, seconds)


def _loaded(archive: Path, folder: Path) -> tuple[Parse, float]:
    folder.mkdir()
    metadata, graph = load_predict_graph_runner(folder, archive, LocalModelStorage, DaskGraphRunner)

    def parse(text: str) -> list[dict[str, Any]]:
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text)], PLACEHOLDER_TRACKER: DialogueStateTracker("test", [])}
        ranking: list[dict[str, Any]] = graph.run(inputs, [metadata.nlu_target])[metadata.nlu_target][0].get(
            "intent_ranking"
        )
        return ranking

    (weights,) = folder.rglob(WEIGHTS_FILE)
    with np.load(weights, allow_pickle=False) as stored:
        return parse, float(stored["threshold"])


def _prediction(parse: Parse, text: str, meant: dict[str, str]) -> dict[str, Any]:
    began = time.perf_counter()
    ranking = parse(text)
    milliseconds = (time.perf_counter() - began) * 1000
    likeliest = next(one for one in ranking if one["name"] != DEFAULT_NLU_FALLBACK_INTENT_NAME)
    return {
        "intent": meant[likeliest["name"]],
        "confidence": likeliest["confidence"],
        "milliseconds": milliseconds,
    }
