"""The figures of an evaluation, its baselines, its languages and its picture."""

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import pytest

from cli.understanding.baseline import commonest, words_and_regression
from cli.understanding.figures import Prediction, Share, figures, shares
from cli.understanding.files import Labelled
from cli.understanding.held_out import ROUNDS, chosen_threshold, held_out_round
from cli.understanding.languages import language_of
from cli.understanding.own_data import summary, taken_for
from cli.understanding.picture import REJECTED, draw_confusion

LABELS = ["A", "A", "B", "__oos__", "__oos__"]
PREDICTIONS = [
    Prediction("A", 0.9, 1.0),
    Prediction("A", 0.3, 2.0),
    Prediction("A", 0.8, 3.0),
    Prediction("B", 0.2, 4.0),
    Prediction("B", 0.7, 5.0),
]


def test_the_first_accuracy_knows_no_threshold_and_a_rejected_out_of_scope_row_is_right() -> None:
    counted = shares(LABELS, PREDICTIONS, threshold=0.5)

    assert counted.in_scope == Share(2, 3)
    assert counted.at_threshold == Share(2, 5)
    assert counted.out_of_scope == Share(1, 2)


def test_the_figures_are_those_of_the_contract() -> None:
    found = figures(LABELS, PREDICTIONS, threshold=0.5, training_seconds=7.0).as_dict()

    assert list(found) == [
        "in_scope_accuracy",
        "threshold",
        "accuracy_at_threshold",
        "oos_recall",
        "training_seconds",
        "parse_ms_p50",
        "parse_ms_p99",
    ]
    assert found["accuracy_at_threshold"] == 0.4
    assert found["parse_ms_p50"] == 3.0


def test_a_test_without_one_kind_of_row_has_no_figure_for_it() -> None:
    inside = figures(["A"], PREDICTIONS[:1], 0.5, 1.0)
    outside = figures(["__oos__"], [Prediction(None, 0.0, 1.0)], 0.5, 1.0)

    assert (inside.in_scope_accuracy, inside.oos_recall) == (1.0, None)
    assert (outside.in_scope_accuracy, outside.oos_recall) == (None, 1.0)


def test_the_interval_is_wider_for_fewer_rows_and_stays_between_0_and_1() -> None:
    few, many = Share(9, 10).interval(), Share(900, 1000).interval()

    assert few[0] < many[0] < 0.9 < many[1] < few[1]
    assert Share(0, 5).interval()[0] == 0
    assert Share(5, 5).interval()[1] == 1
    assert Share(0, 0).interval() == (0.0, 1.0)


def rows() -> list[Labelled]:
    said = {
        "ORDER": ["where is my order", "order not here", "track my order", "my order is late", "order status"],
        "REFUND": ["refund please", "i want a refund", "refund not received", "when is my refund", "refund status"],
        "BYE": ["bye", "bye bye", "good bye", "ok bye", "bye now"],
        "SIZE": ["which size", "size chart", "size too small", "what size", "size guide"],
    }
    return [Labelled(text, label, 2) for label, texts in said.items() for text in texts]


def test_each_label_plays_out_of_scope_once_and_is_then_not_trained_on() -> None:
    played = []
    for number in range(ROUNDS):
        seen, unseen = held_out_round(rows(), number)
        outside = {row.text for row in unseen if row.label == "__oos__"}
        theirs = {row.label for row in rows() if row.text in outside}
        assert theirs.isdisjoint({row.label for row in seen})
        assert {row.text for row in seen}.isdisjoint({row.text for row in unseen})
        played += sorted(theirs)

    assert sorted(played) == ["BYE", "ORDER", "REFUND", "SIZE"]


def test_a_threshold_parts_what_is_known_from_what_is_not() -> None:
    def sure_of_what_it_was_trained_on(seen: Sequence[Labelled], texts: Sequence[str]) -> list[Prediction]:
        known = {row.label for row in seen}
        truth = {row.text: row.label for row in rows()}
        return [Prediction(truth[text], 0.8 if truth[text] in known else 0.4, 0.0) for text in texts]

    assert 0.4 < chosen_threshold(rows(), sure_of_what_it_was_trained_on) <= 0.8


def test_the_baselines_are_simple_and_work() -> None:
    predicted = words_and_regression(rows(), ["refund my money", "bye 再見", "😀"])

    assert [one.label for one in predicted[:2]] == ["REFUND", "BYE"]
    assert {one.label for one in commonest([*rows(), Labelled("ta", "BYE", 2)], ["a", "b"])} == {"BYE"}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("👍", "en"),
        ("next pls", "en"),
        ("下一題", "zh-Hant"),
        ("唔該下一條", "yue"),
        ("skip 呢題", "mixed"),
        ("係呀", "yue"),
    ],
)
def test_the_language_is_told_by_the_letters(text: str, language: str) -> None:
    assert language_of(text) == language


def test_a_cross_validation_is_summed_up_by_language_and_intent() -> None:
    result = {
        "training_seconds": 3.0,
        "rows": [
            {"text": "skip it", "label": "skip", "intent": "skip", "followed": True},
            {"text": "跳過", "label": "skip", "intent": "stop", "followed": True},
            {"text": "停", "label": "stop", "intent": "stop", "followed": False},
        ],
    }
    found = summary(result)

    assert (found["accuracy"], found["followed"], found["followed_right"]) == pytest.approx((2 / 3, 2 / 3, 1 / 2))
    assert found["languages"]["zh-Hant"] == {"utterances": 2, "accuracy": 0.5, "followed": 0.5, "followed_right": 0.0}
    assert found["languages"]["mixed"] == {"utterances": 0, "accuracy": None, "followed": None, "followed_right": None}
    assert found["intents"] == {"skip": 0.5, "stop": 1.0}
    assert found["confusions"] == [{"is": "skip", "taken_for": "stop", "times": 1}]
    assert taken_for(result) == [("skip", "skip"), ("skip", "stop"), ("stop", REJECTED)]


@pytest.mark.slow
def test_the_picture_is_drawn_without_a_browser(tmp_path: Path) -> None:
    file = tmp_path / "confusion.svg"

    draw_confusion([("skip", "skip"), ("skip", REJECTED), ("stop", "skip")], file)

    words = {text.strip() for text in ElementTree.parse(file).getroot().itertext()}  # noqa: S314 - our own picture
    assert {"skip", "stop", REJECTED} <= words
