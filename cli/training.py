"""`./askwell train`: trains the language understanding inside Rasa."""

import subprocess
from typing import Annotated

import typer

from cli.environment import installation, variables
from cli.errors import Mistake
from cli.progress import step
from settings import ROOT, Settings


def train(force: Annotated[bool, typer.Option("--force", help="Train although nothing has changed.")] = False) -> None:
    """Train the model if its configuration, training data or catalogue changed."""
    train_if_changed(installation(), force)


def train_if_changed(config: Settings, force: bool = False) -> None:
    """Trains in the bot's own environment; does nothing when the newest model fits the files.

    Raises:
        Mistake: the training failed; gives its last words.
    """
    command = [str(ROOT / "bot" / ".venv" / "bin" / "python"), "-m", "bot.train", *(["--force"] if force else [])]
    with step("Training, if the training data changed"):
        done = subprocess.run(command, cwd=ROOT, env=variables(config), capture_output=True, text=True, check=False)  # noqa: S603 - our own program
    if done.returncode != 0:
        words = (done.stderr or done.stdout).strip().splitlines()
        raise Mistake(f"the training failed: {words[-1] if words else 'it said nothing'}")
