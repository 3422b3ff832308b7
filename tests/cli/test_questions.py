"""`./askwell questions` as people meet it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from cli.app import app
from cli.errors import Mistake

runner = CliRunner()


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    file = tmp_path / "answers.csv"
    rows = (f"{number},{number % 3},{number % 2},{'yes' if number % 2 else 'no'}" for number in range(60))
    file.write_text("id,noise,tells,buys\n" + "\n".join(rows) + "\n")
    return file


@pytest.mark.slow
def test_the_figures_are_printed_as_json_in_the_shape_that_programs_expect(answers: Path, tmp_path: Path) -> None:
    picture = tmp_path / "curves.svg"
    options = ["--answers", str(answers), "--target", "buys", "--json", "--picture", str(picture)]

    result = runner.invoke(app, ["questions", "evaluate", *options], catch_exceptions=False)

    figures = json.loads(result.stdout)
    orders = ["as_written", "random", "best_fixed", "adaptive"]
    assert list(figures) == ["metric", "all_questions", "questions_needed", "curve", "early_stop"]
    assert list(figures["questions_needed"]) == list(figures["curve"]) == orders
    assert {len(curve) for curve in figures["curve"].values()} == {2}
    assert list(figures["early_stop"]) == ["threshold", "mean_questions", "accuracy"]
    assert figures["questions_needed"]["adaptive"] == figures["questions_needed"]["best_fixed"] == 1
    assert picture.read_text().startswith("<svg")


@pytest.mark.slow
def test_the_text_says_what_was_left_out_and_which_order_to_use(answers: Path) -> None:
    result = runner.invoke(app, ["questions", "evaluate", "--answers", str(answers), "--target", "buys"])

    assert "Left out: id (a different whole number for everybody, so it is an id)." in result.stdout
    assert "Use: best fixed order." in result.stdout
    assert "Best fixed order: tells, noise" in result.stdout


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--target", "bought"], "there is no column 'bought'"),
        (["--target", "buys", "--threshold", "2"], "--threshold is 2"),
        (["--target", "buys", "--picture", "curves.gif"], "end its name in .svg or .png"),
        (["--target", "buys", "--seed", "-1"], "--seed is -1"),
    ],
)
def test_a_mistake_is_explained(answers: Path, options: list[str], words: str) -> None:
    result = runner.invoke(app, ["questions", "evaluate", "--answers", str(answers), *options])

    assert isinstance(result.exception, Mistake)
    assert words in str(result.exception)
