"""A learned order: what tells most is asked first, and the rest is left out once enough is known."""

from collections.abc import Callable

import pytest

from analytics.answer_meaning import AnswerMeanings
from analytics.needs import NeedsReader
from analytics.question_order.plan import QuestionPlan
from catalogue import load
from investigation import Investigation
from profiles import Store
from tests.investigation.conftest import SHOP, Shopper

PLAN = QuestionPlan(
    order=("how_decide", "membership", "for_whom", "product_information"),
    classes=("no", "yes"),
    start=(0.0, 0.0),
    weights={"how_decide": {"deal_led": (0.0, 3.0)}},
)


@pytest.fixture
def meet_with(sqlite_store: Store, reader: NeedsReader) -> Callable[[QuestionPlan], Shopper]:
    """Somebody new whose investigation follows a plan."""

    def meet(plan: QuestionPlan) -> Shopper:
        investigation = Investigation(sqlite_store, load(), reader, AnswerMeanings(), SHOP, plan=plan)
        shopper = Shopper(sqlite_store, investigation, "en", None)
        shopper.agree()
        return shopper

    return meet


def test_the_question_that_tells_most_is_asked_first(meet_with: Callable[[QuestionPlan], Shopper]) -> None:
    assert meet_with(PLAN).step.open_slot == "how_decide"


def test_the_rest_of_the_order_is_left_out_once_the_class_is_sure(
    meet_with: Callable[[QuestionPlan], Shopper],
) -> None:
    shopper = meet_with(PLAN)
    before = shopper.step.progress
    shopper.pick("how_decide", "deal_led")
    after = shopper.step.progress

    assert before is not None and after is not None
    assert after.total <= before.total - 2
    assert not {"membership", "product_information"} & set(shopper.seen_after_skipping_all())


def test_a_question_that_others_wait_for_is_asked_all_the_same(meet_with: Callable[[QuestionPlan], Shopper]) -> None:
    shopper = meet_with(PLAN)
    shopper.pick("how_decide", "deal_led")

    assert shopper.step.open_slot == "for_whom"


def test_an_unsure_class_leaves_nothing_out(meet_with: Callable[[QuestionPlan], Shopper]) -> None:
    shopper = meet_with(PLAN)
    shopper.pick("how_decide", "compare")

    assert shopper.step.open_slot == "membership"


def test_nothing_is_asked_that_was_said_before(meet_with: Callable[[QuestionPlan], Shopper]) -> None:
    shopper = meet_with(PLAN)
    shopper.pick("membership", "dont_know")
    shopper.pick("how_decide", "compare")

    assert shopper.step.open_slot == "for_whom"
