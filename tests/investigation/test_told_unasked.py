"""What went wrong is taken where it is told, asked for or not (I2, I3)."""

from collections.abc import Callable

import pytest

from investigation import Step
from profiles.records import Need
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]
REASON = {
    "en": "3, the driver never rings the bell and leaves the parcel in the rain",
    "zh-Hant": "3分，司機次次都唔撳鐘，啲貨擺喺門口淋雨",
}
FAULT = {"en": "The app lost my basket twice", "zh-Hant": "個app兩次都唔見咗我個購物籃"}


def wordings(step: Step) -> list[str]:
    return [said.wording for said in step.says]


def needs(shopper: Shopper) -> list[Need]:
    with shopper.store.transaction(writes=False) as unit:
        conversation = unit.conversations.get(shopper.conversation_id)
        assert conversation is not None and conversation.customer_id is not None
        return unit.needs.of(conversation.customer_id)


@pytest.fixture(params=["en", "zh-Hant"])
def buyer(request: pytest.FixtureRequest, meet: Meet) -> Shopper:
    """Somebody who has agreed and buys on the website, in each language."""
    shopper = meet(language=request.param)
    shopper.agree()
    shopper.skip_until("last_channel")
    shopper.pick("last_channel", "web")
    return shopper


def language(shopper: Shopper) -> str:
    return shopper.step.language


def test_the_reason_that_comes_with_a_score_is_not_asked_for_again(buyer: Shopper) -> None:
    buyer.skip_until("delivery_score")
    said = REASON[language(buyer)]
    buyer.say(said)

    assert buyer.facts["delivery_score"] == "3"
    assert buyer.facts["delivery_reason"] == said
    assert [(need.type, need.theme) for need in needs(buyer)] == [("dissatisfaction", "delivery")]
    assert buyer.step.open_slot is not None
    assert buyer.step.open_slot.startswith("probe_")
    assert "delivery_reason" not in buyer.seen_after_skipping_all()


def test_words_that_give_no_reason_leave_it_to_be_asked_for(buyer: Shopper) -> None:
    buyer.skip_until("delivery_score")
    buyer.say({"en": "I'd say 8 today", "zh-Hant": "今日俾8分啦"}[language(buyer)])

    assert buyer.facts["delivery_score"] == "8"
    assert buyer.step.open_slot == "delivery_reason"


def test_what_went_wrong_is_kept_though_something_else_was_asked(buyer: Shopper) -> None:
    buyer.skip_until("how_decide")
    step = buyer.say(FAULT[language(buyer)])

    assert wordings(step) == ["sorry_to_hear"]
    assert step.open_slot == "how_decide"
    assert [(need.type, need.theme, need.question_id) for need in needs(buyer)] == [
        ("dissatisfaction", "site_app", "how_decide")
    ]


def test_words_without_a_fault_are_no_need(buyer: Shopper) -> None:
    buyer.skip_until("how_decide")
    buyer.say({"en": "it depends on what the weather does", "zh-Hant": "睇下個天氣點先啦"}[language(buyer)])

    assert needs(buyer) == []
