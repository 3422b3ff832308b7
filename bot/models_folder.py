"""The trained models in models/: which is the newest, and whether it was trained from the files as they are."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from bot.environment import MODELS, ROOT

TRAINED_FROM = ("config.yml", "domain.yml", "domain", "data", "catalogue", "bot")
"""What a model depends on: files, and folders with everything in them that is read in training."""

READ_IN_TRAINING = (".yml", ".yaml", ".py", ".lock")
NOT_OURS = (".venv", "__pycache__", "examples")
"""What lies in these folders without being trained from; how free answers are said is learnt outside of Rasa."""
KEPT_MODELS = 3


class NoModel(RuntimeError):
    """There is no trained model to load; the message says what to do."""


def fingerprint(root: Path = ROOT) -> str:
    """Sixteen characters that change whenever a file changes that a model is trained from."""
    digest = hashlib.sha256()
    for path in sorted(_sources(root)):
        digest.update(str(path.relative_to(root)).encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def archive_name(trained_at: datetime, trained_from: str) -> str:
    """The file name of a model; names sort by time.

    >>> archive_name(datetime(2026, 3, 2, 10, 0), "00ff00ff00ff00ff")
    '20260302-100000-00ff00ff00ff00ff.tar.gz'
    """
    return f"{trained_at:%Y%m%d-%H%M%S}-{trained_from}.tar.gz"


def trained_from(archive: Path) -> str:
    """The fingerprint that a model was trained from.

    >>> trained_from(Path("models/20260302-100000-00ff00ff00ff00ff.tar.gz"))
    '00ff00ff00ff00ff'
    """
    return archive.name.split(".")[0].rsplit("-", 1)[-1]


def newest(models: Path = MODELS) -> Path | None:
    """The newest model of a folder; None for a folder without any."""
    return max(models.glob("*.tar.gz"), default=None, key=lambda archive: archive.name)


def require(model: Path | None = None, models: Path = MODELS) -> Path:
    """The model to load: the one given, else the newest.

    Raises:
        NoModel: it is not there.
    """
    chosen = model or newest(models)
    if chosen is None:
        raise NoModel(f"There is no trained model in {models}; run ./askwell train.")
    if not chosen.is_file():
        raise NoModel(f"There is no model at {chosen}; run ./askwell train, or name another with --model.")
    return chosen


def is_up_to_date(models: Path = MODELS, root: Path = ROOT) -> bool:
    """Whether the newest model was trained from the files as they are now."""
    archive = newest(models)
    return archive is not None and trained_from(archive) == fingerprint(root)


def drop_old(models: Path = MODELS, kept: int = KEPT_MODELS) -> None:
    """Deletes all but the newest `kept` models."""
    for archive in sorted(models.glob("*.tar.gz"))[:-kept]:
        archive.unlink()


def _sources(root: Path) -> Iterator[Path]:
    for name in TRAINED_FROM:
        yield from _files(root / name)


def _files(path: Path) -> Iterable[Path]:
    found = [path] if path.is_file() else path.rglob("*")
    return (
        file
        for file in found
        if file.suffix in READ_IN_TRAINING and file.is_file() and not set(NOT_OURS) & set(file.parts)
    )
