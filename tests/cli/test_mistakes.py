"""A user's mistake is one sentence with the value, the place and the remedy; the exit code is 2 and nothing is lost."""

import socket
from pathlib import Path

import pytest

from cli import up
from tests.cli.conftest import Askwell


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["segments", "how many customers", "--role", "boss"],
            "--role is 'boss'; write one of agent, analyst, manager.",
        ),
        (["segments", "how many custmoers wear hats"], "hats"),
        (["report", "--since", "31/1/2026"], "--since is '31/1/2026'; write a day as year, month and day"),
        (["report", "--since", "2026-02-01", "--until", "2026-01-01"], "2026-02-01"),
        (["report", "--language", "fr"], "--language is 'fr'; write one of en, zh-Hant."),
        (["staff", "add", "alice", "--role", "boss", "--password", "long enough for this"], "--role is 'boss'"),
        (["staff", "add", "alice", "--password", "short"], "The password has 5 characters; take at least 12."),
        (["import", "orders", "nowhere.csv"], "nowhere.csv"),
        (["needs", "nowhere.csv"], "nowhere.csv"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_the_value_and_the_remedy(
    askwell: Askwell, arguments: list[str], said: str
) -> None:
    outcome = askwell(*arguments)

    assert outcome.code == 2
    assert outcome.err.lstrip().startswith("askwell: ")
    assert said in outcome.err
    assert "Traceback" not in outcome.err
    assert outcome.out == ""


def test_a_setting_that_cannot_be_is_named_with_its_value(askwell: Askwell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ASKWELL_GATEWAY_PORT", "eighty")

    outcome = askwell("up")

    assert outcome.code == 2
    assert "ASKWELL_GATEWAY_PORT is 'eighty'" in outcome.err


def test_a_port_in_use_is_named_with_the_option_that_changes_it(askwell: Askwell) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]

        outcome = askwell("up", "--port", str(port))

    assert outcome.code == 2
    assert (
        outcome.err == f"askwell: Port {port} is taken by another program. Start with --port {port + 1}, or stop it.\n"
    )


def test_two_services_on_one_port_are_named(askwell: Askwell) -> None:
    outcome = askwell("up", "--bot-port", "7101", "--actions-port", "7101")

    assert outcome.code == 2
    assert "--bot-port and --actions-port are both 7101" in outcome.err


def test_a_disk_without_room_is_said_before_anything_is_started(
    askwell: Askwell, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(up, "NEEDED_BYTES", 2**60)

    outcome = askwell("up")

    assert outcome.code == 2
    assert f"{tmp_path / 'var'} has " in outcome.err
    assert "make room, or set ASKWELL_STATE_DIR to another disk." in outcome.err


def test_a_secrets_file_that_was_damaged_is_not_replaced(askwell: Askwell, tmp_path: Path) -> None:
    file = tmp_path / "var" / "secrets.json"
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")

    outcome = askwell("segments", "how many customers")

    assert outcome.code == 2
    assert "secrets.json is not JSON; restore it from a backup" in outcome.err
    assert file.read_text(encoding="utf-8") == "{"
