"""Trains Rasa's default pipeline on some utterances and has it understand others, one at a time.

`python understand.py JOB RESULT` in the environment of benchmarks/stock: JOB is JSON, `{training: [[text, label], ...],
texts: [text, ...]}`; RESULT becomes `{training_seconds, predictions: [{intent, confidence, milliseconds}, ...]}`.
"""

import json
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

BEGAN = time.monotonic()

import yaml  # noqa: E402 - the clock starts before the libraries, as it does for Askwell's own pipeline
from rasa.core.channels.channel import UserMessage  # noqa: E402
from rasa.engine.constants import PLACEHOLDER_MESSAGE, PLACEHOLDER_TRACKER  # noqa: E402
from rasa.engine.loader import load_predict_graph_runner  # noqa: E402
from rasa.engine.runner.dask import DaskGraphRunner  # noqa: E402
from rasa.engine.storage.local_model_storage import LocalModelStorage  # noqa: E402
from rasa.model_training import train_nlu  # noqa: E402
from rasa.shared.core.trackers import DialogueStateTracker  # noqa: E402
from rasa.shared.nlu.training_data.formats.rasa_yaml import RasaYAMLWriter  # noqa: E402
from rasa.shared.nlu.training_data.message import Message  # noqa: E402
from rasa.shared.nlu.training_data.training_data import TrainingData  # noqa: E402

CONFIG = Path(__file__).with_name("config.yml")
FALLBACK = "nlu_fallback"
WARMING_UP = 3


def understand(training: list[list[str]], texts: list[str]) -> dict[str, Any]:
    """Trains on `training` and understands `texts`."""
    labels = sorted({label for _, label in training})
    names = {label: f"label_{number}" for number, label in enumerate(labels)}
    meant = {name: label for label, name in names.items()}
    with TemporaryDirectory() as folder:
        archive = _train([(text, names[label]) for text, label in training], Path(folder))
        seconds = time.monotonic() - BEGAN
        storage = Path(folder) / "unpacked"
        storage.mkdir()
        metadata, graph = load_predict_graph_runner(storage, archive, LocalModelStorage, DaskGraphRunner)
    predictions = []
    for place, text in enumerate([*[text for text, _ in training[:WARMING_UP]], *texts]):
        began = time.perf_counter()
        inputs = {PLACEHOLDER_MESSAGE: [UserMessage(text)], PLACEHOLDER_TRACKER: DialogueStateTracker("test", [])}
        parsed = graph.run(inputs, [metadata.nlu_target])[metadata.nlu_target][0]
        milliseconds = (time.perf_counter() - began) * 1000
        if place >= WARMING_UP:
            predictions.append({**_likeliest(parsed, meant), "milliseconds": milliseconds})
    return {"training_seconds": seconds, "predictions": predictions}


def _train(utterances: list[tuple[str, str]], folder: Path) -> Path:
    data = TrainingData([Message.build(text=text, intent=intent) for text, intent in utterances])
    RasaYAMLWriter().dump(folder / "nlu.yml", data)
    domain = {"version": "3.1", "intents": sorted({intent for _, intent in utterances})}
    (folder / "domain.yml").write_text(yaml.safe_dump(domain), encoding="utf-8")
    archive = train_nlu(str(CONFIG), str(folder / "nlu.yml"), str(folder), domain=str(folder / "domain.yml"))
    return Path(archive)


def _likeliest(parsed: Message, meant: dict[str, str]) -> dict[str, Any]:
    ranking = [one for one in parsed.get("intent_ranking") or [] if one["name"] not in (FALLBACK, None)]
    if not ranking:
        return {"intent": None, "confidence": 0.0}
    return {"intent": meant[ranking[0]["name"]], "confidence": float(ranking[0]["confidence"])}


if __name__ == "__main__":
    job = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    Path(sys.argv[2]).write_text(json.dumps(understand(job["training"], job["texts"])), "utf-8")
