"""A hint of which nothing made clear what it is about is asked about, and never guessed (I2, I7)."""

from collections.abc import Callable

import pytest

from profiles.records import Need
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]
HINT = {"en": "everybody at home laughs when I open the box", "zh-Hant": "開箱嗰陣屋企人個個都笑"}
NOTHING_MORE = {"en": "that's all", "zh-Hant": "就咁多"}
FIT = {"en": "the sizes", "zh-Hant": "尺碼"}


def needs(shopper: Shopper) -> list[Need]:
    with shopper.store.transaction(writes=False) as unit:
        return unit.needs.of("mei")


@pytest.fixture(params=["en", "zh-Hant"])
def asked(request: pytest.FixtureRequest, meet: Meet) -> Shopper:
    """Mei, who has hinted at something, said no more of it, and is asked what it was about, in each language."""
    mei = meet(customer_id="mei", language=request.param)
    mei.agree()
    mei.pick("for_whom", "self")
    mei.pick("last_channel", "none")
    mei.say(HINT[request.param])
    mei.say(NOTHING_MORE[request.param])
    assert needs(mei) == []
    mei.skip_until("need_place")
    return mei


def test_the_question_quotes_the_hint_and_offers_themes_and_that_nothing_is_lacking(asked: Shopper) -> None:
    question = asked.step.says[-1]

    assert (question.wording, question.values) == ("need_place", {"words": HINT[asked.step.language]})
    values = [value for _, value, _ in question.choices]
    assert len(values) == len(set(values)) == 8
    assert values[-2:] == ["other", "nothing_lacking"]


@pytest.mark.parametrize("by_button", [True, False])
def test_the_need_is_kept_under_the_theme_that_is_told_and_played_back(asked: Shopper, by_button: bool) -> None:
    step = asked.pick("need_place", "fit_size") if by_button else asked.say(FIT[asked.step.language])

    [need] = needs(asked)
    assert (need.words, need.theme, need.confirmed) == (HINT[asked.step.language], "fit_size", "open")
    assert (need.question_id, need.message_id) == ("not_yet_reason", "message-5")
    assert step.open_slot == "play_back"


def test_what_was_no_hint_is_kept_as_denied(asked: Shopper) -> None:
    asked.pick("need_place", "nothing_lacking")

    assert [need.confirmed for need in needs(asked)] == ["denied"]


def test_whoever_skips_it_leaves_no_need(asked: Shopper) -> None:
    step = asked.say("skip", "skip")

    assert needs(asked) == []
    assert step.open_slot == "play_back"


def test_a_button_picked_twice_keeps_one_need(asked: Shopper) -> None:
    asked.pick("need_place", "fit_size")
    asked.repeat()

    assert [need.theme for need in needs(asked)] == ["fit_size"]
