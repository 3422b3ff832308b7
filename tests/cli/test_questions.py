"""`./askwell questions` as people meet it."""

import json
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from typer.testing import CliRunner

from analytics.question_order.plan import load_plan
from cli.app import app
from cli.environment import installation
from cli.errors import Mistake
from profiles import Store
from tests.cast import Person
from tests.cli.conftest import Askwell
from tests.profiles.people import answer, arrive

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


@pytest.fixture
def shop_answers(tmp_path: Path) -> Path:
    """Made-up answers to questions of the catalogue, of which the last one alone tells who is price-sensitive."""
    rng = np.random.default_rng(2)
    people = 400
    sensitive = rng.integers(0, 2, people)
    decide = np.where(rng.random(people) < 0.9, sensitive, 1 - sensitive)
    columns = {
        "for_whom": rng.choice(["self", "gift"], people),
        "times_a_month": rng.integers(1, 6, people),
        "how_decide": np.where(decide == 1, "deal_led", "planned"),
        "shoe_size": rng.integers(36, 45, people),
        "price_sensitive": np.where(sensitive == 1, "yes", "no"),
    }
    file = tmp_path / "collected.csv"
    pd.DataFrame(columns).to_csv(file, index=False)
    return file


@pytest.mark.slow
def test_an_order_that_is_better_on_people_held_out_is_written_down(shop_answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "question_order.yml"
    options = ["--answers", str(shop_answers), "--target", "price_sensitive", "--out", str(out)]

    result = runner.invoke(app, ["questions", "learn", *options], catch_exceptions=False)

    plan = load_plan(out)
    assert "shoe_size (no question of the catalogue)" in result.stdout
    assert plan.order[0] == "how_decide"
    assert plan.certainty({"how_decide": "given"}, {"how_decide": "deal_led"}) > 0.8


@pytest.mark.slow
def test_an_order_that_is_no_better_is_not_written(shop_answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "question_order.yml"
    table = pd.read_csv(shop_answers)
    table[["how_decide", "for_whom", "price_sensitive"]].to_csv(shop_answers, index=False)
    options = ["--answers", str(shop_answers), "--target", "price_sensitive", "--out", str(out)]

    result = runner.invoke(app, ["questions", "learn", *options], catch_exceptions=False)

    assert "Nothing was written" in result.stdout
    assert not out.exists()


def test_a_table_without_a_question_of_the_catalogue_teaches_nothing(answers: Path) -> None:
    result = runner.invoke(app, ["questions", "learn", "--answers", str(answers), "--target", "buys"])

    assert isinstance(result.exception, Mistake)
    assert "name columns as the questions' ids" in str(result.exception)


@pytest.mark.slow
def test_the_chats_own_answers_teach_which_question_tells_a_segment(askwell: Askwell, tmp_path: Path) -> None:
    """How somebody decides makes them price-sensitive or not; what is asked before says nothing of it."""
    chance = np.random.default_rng(4)
    config = installation()
    with Store.open(config.database, config.data_key.get_secret_value()) as store:
        for number in range(150):
            person = Person(f"c{number}", "Somebody")
            arrive(store, person, f"visit-{number}")
            told = {
                "for_whom": str(chance.choice(["self", "household"])),
                "last_channel": str(chance.choice(["web", "app", "store"])),
                "how_decide": str(chance.choice(["deal_led", "planned", "compare"])),
            }
            with store.transaction() as unit:
                for question, value in told.items():
                    unit.answers.save(answer(person, question, value, conversation_id=f"visit-{number}"))
    plan = tmp_path / "question_order.yml"
    outcome = askwell("questions", "learn", "--target", "price_sensitive", "--out", str(plan))

    assert outcome.code == 0, outcome.err
    assert load_plan(plan).order[0] == "how_decide"
    assert "150 people" in outcome.out


def test_a_segment_that_there_is_not_is_named_with_those_that_there_are(askwell: Askwell) -> None:
    outcome = askwell("questions", "learn", "--target", "rich")

    assert outcome.code == 2
    assert "--target is 'rich'; write the id of a segment:" in outcome.err
