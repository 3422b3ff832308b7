"""Trains the model: `python -m bot.train [--force]`."""

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timezone
from pathlib import Path

from bot import models_folder
from bot.environment import MODELS, ROOT
from bot.log import configure_logging


def train(models: Path = MODELS, root: Path = ROOT) -> Path:
    """Trains a model from config.yml, the domain, the training data and the catalogue.

    Args:
        models: folder to write the archive to.
        root: folder in which config.yml, domain.yml and data/ stand.

    Returns:
        The archive.
    """
    from bot.importer import CatalogueImporter
    from bot.training import train_model

    trained_from = models_folder.fingerprint(root)
    importer = CatalogueImporter(str(root / "config.yml"), str(root / "domain.yml"), [str(root / "data")])
    archive = train_model(importer, models / models_folder.archive_name(datetime.now(timezone.utc), trained_from))
    models_folder.drop_old(models)
    return archive


def main(arguments: Sequence[str] | None = None) -> int:
    """Trains if anything that the model depends on has changed; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.train", description="Train the model that the bot loads.")
    parser.add_argument("--force", action="store_true", help="train even if nothing has changed")
    parser.add_argument("--models", type=Path, default=MODELS, help="folder of the trained models")
    options = parser.parse_args(arguments)
    if not options.force and models_folder.is_up_to_date(options.models):
        _say(f"The model {models_folder.newest(options.models)} is up to date.")
        return 0
    return _train_aloud(options.models)


def _train_aloud(models: Path) -> int:
    started = time.monotonic()
    _say("Training the model ...")
    configure_logging("INFO")
    try:
        archive = train(models)
    except Exception as error:  # noqa: BLE001 - whatever Rasa, the catalogue or the disk raises, people read a sentence
        _say(f"Training failed: {error}")
        return 1
    _say(f"Trained {archive} in {time.monotonic() - started:.1f} s.")
    return 0


def _say(sentence: str) -> None:
    sys.stdout.write(f"{sentence}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
