"""`./askwell train`: trains the language understanding inside Rasa, and the meanings of free answers."""

import subprocess
from typing import Annotated

import typer

from cli.environment import installation, variables
from cli.errors import Mistake
from cli.progress import step
from settings import ROOT, Settings


def train(force: Annotated[bool, typer.Option("--force", help="Train although nothing has changed.")] = False) -> None:
    """Train what the configuration, the training data or the catalogue have changed."""
    train_if_changed(installation(), force)


def train_if_changed(config: Settings, force: bool = False) -> None:
    """Trains Rasa's model in the bot's own environment and the answers' meanings in ours, at once; each if it changed.

    Raises:
        Mistake: the training failed, and its last words; or models/ cannot be written.
    """
    from analytics.answer_meaning.learning import learn_if_changed
    from catalogue import load

    catalogue = load()
    command = [str(ROOT / "bot" / ".venv" / "bin" / "python"), "-m", "bot.train", *(["--force"] if force else [])]
    with (
        step("Training, if the training data changed"),
        subprocess.Popen(  # noqa: S603 - our own program
            command, cwd=ROOT, env=variables(config), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as bot,
    ):
        try:
            learn_if_changed(catalogue, force)
        except OSError as error:
            raise Mistake(f"models/ cannot be written: {error.strerror}; make room there and train again.") from error
        finally:
            output, errors = bot.communicate()
    if bot.returncode != 0:
        words = (errors or output).strip().splitlines()
        raise Mistake(f"the training failed: {words[-1] if words else 'it said nothing'}")
