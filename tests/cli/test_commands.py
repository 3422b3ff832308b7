"""What the commands do to an installation, and that the guide names every one of them."""

import json
from pathlib import Path

import pytest
import typer

from cli.app import app
from settings import ROOT, Settings
from tests.cli.conftest import Askwell

MANY = 12
"""Enough for a group to be shown: smaller ones are hidden from staff."""
CUSTOMERS = "customer_id,district\n" + "".join(f"neighbour-{number},Sha Tin\n" for number in range(MANY))


def all_commands(command: object, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The words of every command that can be run."""
    inner = getattr(command, "commands", None)
    if inner is None:
        return [path]
    return [found for name, command in inner.items() for found in all_commands(command, (*path, name))]


COMMANDS = all_commands(typer.main.get_command(app))


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_and_stands_in_the_guide(askwell: Askwell, command: tuple[str, ...]) -> None:
    outcome = askwell(*command, "--help")

    assert outcome.code == 0
    assert "Usage" in outcome.out
    assert f"`./askwell {' '.join(command)}" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_stands_in_the_guide(name: str) -> None:
    assert f"`ASKWELL_{name.upper()}`" in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_customers_are_imported_counted_and_imported_again_without_a_change(askwell: Askwell, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")

    first = json.loads(askwell("import", "customers", str(file), "--json").out)
    again = json.loads(askwell("import", "customers", str(file), "--json").out)
    counted = json.loads(askwell("segments", "how many customers", "--json").out)

    assert (first["added"], again["added"], again["unchanged"]) == (MANY, 0, MANY)
    assert counted["total"] == MANY


def test_a_table_is_printed_as_people_read_it(askwell: Askwell, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")
    askwell("import", "customers", str(file))

    shown = askwell("segments", "how many customers by district").out

    assert "Sha Tin" in shown
    assert "100.0%" in shown


def test_a_bad_row_is_named_by_line_and_remedy_and_the_good_ones_are_kept(askwell: Askwell, tmp_path: Path) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS + "priya,Atlantis\n", encoding="utf-8")

    outcome = askwell("import", "customers", str(file))

    assert f"customers.csv: {MANY + 1} rows; {MANY} added, 0 changed, 0 unchanged, 1 refused." in outcome.out
    assert f"customers.csv:{MANY + 2}: district is 'Atlantis'" in outcome.out


@pytest.mark.slow
def test_staff_are_added_once(askwell: Askwell) -> None:
    added = askwell("staff", "add", "alice", "--password", "long enough for this")
    again = askwell("staff", "add", "alice", "--password", "long enough for this")

    assert added.out == "alice may sign in as agent.\n"
    assert (again.code, again.err) == (2, "askwell: There is already somebody called 'alice'; take another name.\n")


@pytest.mark.slow
def test_the_secrets_are_made_once_and_only_their_owner_can_read_them(askwell: Askwell, tmp_path: Path) -> None:
    file = tmp_path / "var" / "secrets.json"

    askwell("segments", "how many customers")
    first = file.read_text(encoding="utf-8")
    askwell("segments", "how many customers")

    assert file.read_text(encoding="utf-8") == first
    assert file.stat().st_mode & 0o077 == 0
