"""Starting and ending the server: one clear sentence for whatever stands in the way."""

import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.bot.running_bot import RunningBot, environment, free_port, start
from tests.bot.stand_in_actions import StandInActions

pytestmark = pytest.mark.slow


def refusal(variables: dict, *arguments: str) -> str:
    """What the server says when it does not start."""
    process = start(variables, *arguments)
    _, said = process.communicate(timeout=120)
    assert process.returncode == 1
    return said


def test_without_a_model(tmp_path: Path) -> None:
    said = refusal(environment(free_port(), 1, tmp_path), "--model", str(tmp_path / "none.tar.gz"))

    assert said == f"There is no model at {tmp_path}/none.tar.gz; run ./askwell train, or name another with --model.\n"


def test_with_a_broken_model(tmp_path: Path) -> None:
    (tmp_path / "broken.tar.gz").write_bytes(b"this is no archive")

    said = refusal(environment(free_port(), 1, tmp_path), "--model", str(tmp_path / "broken.tar.gz"))

    assert said.startswith(f"The model {tmp_path}/broken.tar.gz cannot be loaded")
    assert said.count("\n") == 1


def test_without_a_secret(tmp_path: Path) -> None:
    said = refusal({**environment(free_port(), 1, tmp_path), "ASKWELL_BOT_SECRET": ""})

    assert said.startswith("ASKWELL_BOT_SECRET is not set")


def test_on_a_port_that_is_taken(tmp_path: Path, model: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = refusal(environment(port, 1, tmp_path), "--model", str(model))

    assert said.startswith(f"Port {port} cannot be used")


def test_with_a_tracker_database_that_is_none(tmp_path: Path, model: Path) -> None:
    (tmp_path / "tracker.db").write_text("this is no database, but long enough to be looked at as one " * 20)

    said = refusal(environment(free_port(), 1, tmp_path), "--model", str(model))

    assert said.startswith(f"{tmp_path}/tracker.db: ")


def test_sigterm_ends_the_server_and_a_restart_goes_on_where_it_was(
    tmp_path: Path, model: Path, actions: StandInActions
) -> None:
    with RunningBot(model, actions.port, tmp_path) as bot:
        bot.turn(conversation_id="goes-on")
    assert bot.stop() == 0

    with RunningBot(model, actions.port, tmp_path) as bot:
        bot.turn(conversation_id="goes-on")
    assert actions.calls[-1]["tracker"]["slots"]["requested_slot"] == "delivery_score"


def test_a_conversation_whose_session_has_expired_is_forgotten(
    tmp_path: Path, model: Path, actions: StandInActions
) -> None:
    with RunningBot(model, actions.port, tmp_path) as bot:
        bot.turn(conversation_id="expired")
        bot.turn(conversation_id="recent")
    with closing(sqlite3.connect(tmp_path / "tracker.db")) as database, database:
        database.execute("UPDATE conversation SET updated_at = 0 WHERE conversation_id = 'expired'")

    with RunningBot(model, actions.port, tmp_path):
        pass

    with closing(sqlite3.connect(tmp_path / "tracker.db")) as database:
        assert database.execute("SELECT conversation_id FROM conversation").fetchall() == [("recent",)]


def test_an_action_server_that_is_away_is_a_503_until_it_is_back(tmp_path: Path, model: Path) -> None:
    port = free_port()
    with RunningBot(model, port, tmp_path) as bot:
        status, refused = bot.turn()
        assert (status, refused["error"]) == (503, "action_failed")
        with StandInActions(port):
            assert bot.turn()[0] == 200
