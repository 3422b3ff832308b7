"""The orders on tables whose structure is known."""

import numpy as np
import pytest

from analytics.question_order.evaluation import ORDERS, Evaluation, evaluate
from tests.analytics.question_order import tables

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def additive() -> Evaluation:
    return evaluate(tables.additive())


@pytest.fixture(scope="module")
def branching() -> Evaluation:
    return evaluate(tables.branching())


def test_the_best_fixed_order_is_the_one_that_the_answers_were_made_with(additive: Evaluation) -> None:
    assert additive.best_order[:3] == ("tells_1", "tells_2", "tells_3")
    assert additive.questions_needed("best_fixed") < additive.questions_needed("as_written")
    assert additive.questions_needed("best_fixed") < additive.questions_needed("random")


def test_the_fixed_order_is_kept_where_one_order_suits_everybody(additive: Evaluation) -> None:
    gain, _ = additive.gain("adaptive", "best_fixed")

    assert gain == pytest.approx(0, abs=0.01)
    assert additive.better_order == "best_fixed"


def test_the_adaptive_order_is_better_where_an_answer_decides_what_is_worth_asking(branching: Evaluation) -> None:
    assert branching.better_order == "adaptive"
    assert branching.questions_needed("adaptive") < branching.questions_needed("best_fixed")
    assert {fold.learned.kind for fold in branching.folds} == {"interacting"}


def test_stopping_early_asks_less_and_classifies_as_well(branching: Evaluation) -> None:
    stopped = branching.early_stop("adaptive")

    assert stopped["mean_questions"] < 4
    assert stopped["accuracy"] >= stopped["accuracy_with_all"] - 0.01


def test_random_orders_climb_to_the_same_end_as_every_other(additive: Evaluation) -> None:
    ends = [additive.curve(order)[-1] for order in ORDERS]

    assert ends == pytest.approx([additive.all_questions] * 4)
    assert np.mean(additive.curve("random")) < np.mean(additive.curve("best_fixed"))


def test_several_classes_are_judged_by_balanced_accuracy() -> None:
    figures = evaluate(tables.three_classes(), seed=7).to_dict()

    assert figures["metric"] == "balanced_accuracy"
    assert figures["all_questions"] > 0.6
