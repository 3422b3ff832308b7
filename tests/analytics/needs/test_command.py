"""`./askwell needs` as it is typed: needs, new themes and figures, as tables and as JSON."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.app import app
from tests.analytics.needs.test_new_themes import LESSONS

pytestmark = pytest.mark.slow  # reads and groups whole files

LATE = "the delivery always comes late"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "texts.csv"
    path.write_text("\n".join(["text", LATE, *(f'"{text}"' for text in LESSONS)]), encoding="utf-8")
    return path


def printed(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["needs", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_needs_are_printed_as_json_a_row_each(file: Path) -> None:
    rows = json.loads(printed(str(file), "--json"))

    assert [row["text"] for row in rows] == [LATE, *LESSONS]
    assert rows[0]["needs"][0]["theme"] == "delivery"


def test_new_themes_are_printed_with_examples(file: Path) -> None:
    (theme,) = json.loads(printed(str(file), "--new-themes", "--json"))

    assert set(theme["examples"]) <= set(LESSONS)
    assert "Stability" in printed(str(file), "--new-themes")


def test_figures_are_printed_beside_the_rule(tmp_path: Path) -> None:
    labelled = tmp_path / "labelled.csv"
    labelled.write_text(f"id,text,needs,notes\n1,{LATE},dissatisfaction/delivery/{LATE},\n", encoding="utf-8")
    figures = json.loads(printed(str(labelled), "--evaluate", "--json"))

    assert figures["reader"]["type_macro_f1"]["value"] == 1.0
    assert set(figures) == {"reader", "rule", "speed"}


def test_a_file_that_cannot_be_used_is_a_mistake_and_no_traceback(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["needs", str(tmp_path / "nowhere.csv"), "--evaluate"])

    assert done.exit_code != 0
    assert "Traceback" not in done.output
    assert "nowhere.csv" in str(done.exception) + done.output
