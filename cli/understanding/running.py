"""Runs the pipeline where it lives: Askwell's in the bot's environment, stock Rasa in an environment of its own."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cli.errors import Mistake
from cli.stock import stock_python
from cli.understanding.figures import Prediction
from cli.understanding.files import Labelled
from settings import ROOT

ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""The bot's embedding and regression are fastest on one thread; more of them fight each other."""
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONWARNINGS": "ignore"}


@dataclass(frozen=True)
class Run:
    """What a pipeline made of a test; `threshold` is None where it learns none."""

    predictions: list[Prediction]
    threshold: float | None
    training_seconds: float


def run_askwell(training: Sequence[Labelled], texts: Sequence[str]) -> Run:
    """Trains config.yml's pipeline on `training` and understands `texts`.

    Raises:
        Mistake: it failed; gives its last words.
    """
    return _run(training, texts, [bot_python(), "-m", "bot.evaluation", "split"], ONE_THREAD)


def run_stock(training: Sequence[Labelled], texts: Sequence[str]) -> Run:
    """Trains Rasa's default pipeline on `training` and understands `texts`; installs it first where it is missing.

    Raises:
        Mistake: it failed; gives its last words.
    """
    return _run(training, texts, [str(stock_python()), "benchmarks/stock/understand.py"], {})


def run_cross_validation() -> dict[str, Any]:
    """Understands every utterance of data/nlu with a model trained without it (bot/evaluation/cross_validation.py).

    Raises:
        Mistake: it failed; gives its last words.
    """
    with TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        _start([bot_python(), "-m", "bot.evaluation", "cross-validate", str(result)], ONE_THREAD)
        rows: dict[str, Any] = json.loads(result.read_text("utf-8"))
    return rows


def bot_python() -> str:
    """The interpreter of the bot's environment."""
    return str(ROOT / "bot" / ".venv" / "bin" / "python")


def _run(training: Sequence[Labelled], texts: Sequence[str], command: list[str], variables: dict[str, str]) -> Run:
    with TemporaryDirectory() as folder:
        job, result = Path(folder) / "job.json", Path(folder) / "result.json"
        job.write_text(json.dumps({"training": [(row.text, row.label) for row in training], "texts": list(texts)}))
        _start([*command, str(job), str(result)], variables)
        made = json.loads(result.read_text("utf-8"))
    predictions = [Prediction(one["intent"], one["confidence"], one["milliseconds"]) for one in made["predictions"]]
    return Run(predictions, made.get("threshold"), made["training_seconds"])


def _start(command: list[str], variables: dict[str, str]) -> None:
    environment = {**os.environ, **QUIET, **variables}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)  # noqa: S603 - our own programs
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip().splitlines()
        raise Mistake(f"the pipeline could not be evaluated: {words[-1] if words else 'it said nothing'}")
