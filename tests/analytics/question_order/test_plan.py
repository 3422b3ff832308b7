from pathlib import Path

import pytest

from analytics.configuration import ConfigurationError
from analytics.question_order.learn_plan import as_stored, learn_plan
from analytics.question_order.plan import NO_ANSWER, PLAN_FILE, QuestionPlan, load_plan, save_plan
from tests.analytics.question_order import tables

PLAN = QuestionPlan(
    order=("who", "how", "age"),
    classes=("no", "yes"),
    start=(0.0, 0.0),
    weights={"who": {"me": (0.0, 3.0), NO_ANSWER: (0.0, 0.5)}, "how": {"web": (0.0, -3.0)}},
)


def test_the_plan_that_ships_asks_in_the_order_of_the_catalogue_and_leaves_nothing_out() -> None:
    plan = load_plan(PLAN_FILE)

    assert plan.order == ()
    assert plan.threshold == 0.9
    assert plan.not_worth_asking({"who": "given"}, {"who": "me"}) == []


@pytest.mark.slow
def test_a_learned_plan_is_read_as_it_was_written_and_tells_the_class(tmp_path: Path) -> None:
    table = as_stored(tables.additive(people=400), ["tells_1", "tells_2", "noise_1"])
    plan = learn_plan(table, "buys", threshold=0.8, version=4)
    save_plan(plan, tmp_path / "question_order.yml")

    read = load_plan(tmp_path / "question_order.yml")

    assert (read.version, read.threshold, read.people, read.classes) == (4, 0.8, 400, ("0", "1"))
    assert read.order == ("tells_1", "tells_2", "noise_1")
    everything = {"tells_1": "1", "tells_2": "1"}
    assert read.certainty({}, {}) < read.certainty(everything, everything) > 0.8


def test_what_is_left_of_the_order_is_not_asked_once_it_is_sure_enough() -> None:
    assert PLAN.not_worth_asking({}, {}) == []
    assert PLAN.not_worth_asking({"who": "given"}, {"who": "me"}) == ["how", "age"]
    assert PLAN.not_worth_asking({"who": "skipped"}, {}) == []
    assert PLAN.not_worth_asking({"who": "given", "how": "given"}, {"who": "me", "how": "web"}) == []


def test_patience_ends_the_order_even_when_nothing_is_sure() -> None:
    plan = QuestionPlan(order=("who", "how", "age"), patience=2)

    assert plan.not_worth_asking({"who": "skipped"}, {}) == []
    assert plan.not_worth_asking({"who": "skipped", "how": "skipped"}, {}) == ["age"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("order: []\nthreshold: 0.9\npatience: 0\n", "version"),
        ("version: 1\norder: []\nthreshold: 9\npatience: 0\n", "threshold is 9.0"),
        ("version: 1\norder: []\nthreshold: 0.9\npatience: -1\n", "patience is -1"),
        ("version: 1\norder: []\nthreshold: 0.9\npatience: 0\nclasses: [a, b]\n", "each of the 2 classes"),
        ("version: [\n", "questions learn"),
    ],
)
def test_a_plan_that_cannot_be_followed_is_refused(tmp_path: Path, content: str, words: str) -> None:
    file = tmp_path / "question_order.yml"
    file.write_text(content)

    with pytest.raises(ConfigurationError, match=words):
        load_plan(file)


def test_a_missing_plan_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="the file is missing"):
        load_plan(tmp_path / "question_order.yml")
