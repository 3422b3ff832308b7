"""What the bot's tests share: a trained model, and the server with a stand-in action server behind it."""

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.bot.running_bot import RunningBot
    from tests.bot.stand_in_actions import StandInActions

if find_spec("rasa") is None:  # Rasa is in the bot's environment alone; pytest.ini says how to run these tests.
    collect_ignore_glob = ["*.py"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Training takes most of a minute, so whatever needs a trained model is slow."""
    for item in items:
        if "model" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model trained from the repository as it is: the one in models/ if it is up to date, else a new one."""
    from bot import models_folder
    from bot.train import train

    newest = models_folder.newest()
    if newest is not None and models_folder.is_up_to_date():
        return newest
    return train(tmp_path_factory.mktemp("models"))


@pytest.fixture(scope="session")
def actions() -> "Iterator[StandInActions]":
    """An action server that does what a test tells it to."""
    from tests.bot.stand_in_actions import StandInActions

    with StandInActions() as standing_in:
        yield standing_in


@pytest.fixture(scope="session")
def bot(
    model: Path,
    actions: "StandInActions",
    tmp_path_factory: pytest.TempPathFactory,
) -> "Iterator[RunningBot]":
    """The real server process."""
    from tests.bot.running_bot import RunningBot

    with RunningBot(model, actions.port, tmp_path_factory.mktemp("state")) as running:
        yield running


@pytest.fixture(autouse=True)
def ordinary_actions(request: pytest.FixtureRequest) -> None:
    """Makes the stand-in answer in the ordinary way again after a test has told it otherwise."""
    if "actions" in request.fixturenames or "bot" in request.fixturenames:
        request.getfixturevalue("actions").behave()
