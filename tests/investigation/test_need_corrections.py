"""A need that was played back wrongly is named, told apart from others, and put right (I7)."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.investigation.conftest import Shopper
from tests.investigation.test_play_back import confirmed_answers, needs_of, told

pytestmark = pytest.mark.slow  # each goes through a whole interview

Meet = Callable[..., Shopper]


def kept_needs(shopper: Shopper) -> list[tuple[str, str, str]]:
    with shopper.store.transaction(writes=False) as unit:
        return [(need.type, need.theme, need.confirmed) for need in unit.needs.of("daniel")]


def test_a_complaint_that_is_only_a_wish_is_kept_as_one_with_what_was_read_first_p3(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    step = daniel.pick("need_theme", "wish")

    assert "need_now_wish" in [said.wording for said in step.says]
    assert kept_needs(daniel) == [("wish", "delivery", "confirmed")]
    with daniel.store.transaction(writes=False) as unit:
        [need] = unit.needs.of("daniel")
    assert (need.read_type, need.read_theme) == ("dissatisfaction", "delivery")


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("that is not a complaint, I only wish it were so", ("wish", "delivery", "confirmed")),
        ("It's a wish, nothing went wrong", ("wish", "delivery", "confirmed")),
        ("it's just a wish, about the returns and the refund", ("wish", "returns", "confirmed")),
    ],
)
def test_the_type_of_a_need_can_be_put_right_in_words(meet: Meet, said: str, kept: tuple[str, str, str]) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    daniel.say(said)

    assert kept_needs(daniel) == [kept]


def test_that_is_no_complaint_is_understood_at_the_play_back_itself(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    step = daniel.say("that's not a complaint", "deny")

    assert kept_needs(daniel) == [("wish", "delivery", "confirmed")]
    assert step.open_slot == "chat_satisfaction"


def test_a_need_put_right_into_one_that_is_kept_already_leaves_one(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    with daniel.store.transaction() as unit:
        [need] = unit.needs.of("daniel")
        unit.needs.save(replace(need, need_id="twin", type="wish"))
    interview = daniel.interview()
    daniel.keep({**interview, "found": [*interview["found"], "twin"]})
    daniel.pick("play_back_needs", "change")
    daniel.pick("which_need", need.need_id)
    daniel.pick("need_theme", "wish")

    assert sorted(kept_needs(daniel)) == [("dissatisfaction", "delivery", "denied"), ("wish", "delivery", "confirmed")]


@pytest.mark.parametrize(
    ("said", "corrected"),
    [
        ("the first one", "delivery"),
        ("the second one", "site_app"),
        ("the delivery one is wrong", "delivery"),
        ("Site and app", "site_app"),
        ("the app is slow and crashes all the time", "site_app"),
    ],
)
def test_which_need_was_misunderstood_can_be_said_in_words(meet: Meet, said: str, corrected: str) -> None:
    daniel = told(meet)
    daniel.say("Also, the app is slow and crashes all the time")
    daniel.pick("play_back", "right")
    daniel.pick("play_back_needs", "change")
    daniel.say(said)
    assert daniel.step.open_slot == "need_theme"
    daniel.pick("need_theme", "nothing_lacking")

    denied = [theme for _, theme, confirmed in kept_needs(daniel) if confirmed == "denied"]
    assert denied == [corrected]


def test_words_that_may_mean_two_needs_leave_the_question_open(meet: Meet) -> None:
    daniel = told(meet)
    daniel.say("Also, the app is slow and crashes all the time")
    daniel.pick("play_back", "right")
    daniel.pick("play_back_needs", "change")

    assert daniel.say("both of them").open_slot == "which_need"
    assert daniel.say("skip", "skip").open_slot == "play_back_needs"


def test_a_skip_in_words_that_are_a_cue_of_a_theme_corrects_nothing(meet: Meet) -> None:
    daniel = confirmed_answers(meet)
    daniel.pick("play_back_needs", "change")
    step = daniel.say("next question please", "skip")

    assert step.open_slot == "play_back_needs"
    assert kept_needs(daniel) == [("dissatisfaction", "delivery", "open")]


TWO_THEMES = "the delivery always comes late, and the app is slow and crashes all the time"


def played_back(meet: Meet, *said: str) -> Shopper:
    """Daniel, who has told something and to whom what could be better is played back."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "none")
    for text in said:
        daniel.say(text)
    daniel.skip_until("play_back")
    daniel.pick("play_back", "right")
    return daniel


def test_of_several_needs_in_one_message_each_is_played_back_in_its_own_words(meet: Meet) -> None:
    daniel = played_back(meet, TWO_THEMES)

    assert daniel.step.placeholders["play_back"].splitlines() == [
        "• Not as it should be (Delivery): “the delivery always comes late”",
        "• Not as it should be (Site and app): “and the app is slow and crashes all the time”",
    ]
    step = daniel.pick("play_back_needs", "change")
    assert [label for _, _, label in step.says[-1].choices] == [
        "the delivery always comes late",
        "and the app is slow and crashes all the time",
    ]


def test_what_two_sentences_say_of_the_same_thing_is_one_need(meet: Meet) -> None:
    daniel = played_back(meet, "The delivery always comes late. Last week the delivery never came at all!")

    assert needs_of(daniel) == [("delivery", "open")]


def alike(meet: Meet, *others: dict[str, str]) -> tuple[Shopper, list[str]]:
    """Daniel with a need and others of the same words, and the ids of all of them."""
    daniel = confirmed_answers(meet)
    with daniel.store.transaction() as unit:
        [need] = unit.needs.of("daniel")
        for number, other in enumerate(others):
            unit.needs.save(replace(need, need_id=f"other-{number}", **other))  # type: ignore[arg-type]
    interview = daniel.interview()
    ids = [need.need_id, *(f"other-{number}" for number in range(len(others)))]
    daniel.keep({**interview, "found": ids})
    return daniel, ids


CUT = "the delivery always comes late and nobody tells…"


def test_needs_of_the_same_words_are_told_apart_by_their_theme_and_type(meet: Meet) -> None:
    daniel, ids = alike(meet, {"theme": "service"}, {"theme": "service", "type": "wish"})
    step = daniel.pick("play_back_needs", "change")

    assert [(value, label) for _, value, label in step.says[-1].choices] == [
        (ids[0], f"{CUT} (Delivery)"),
        (ids[1], f"{CUT} (Service: not as it should be)"),
        (ids[2], f"{CUT} (Service: would be better)"),
    ]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_each_of_the_needs_of_the_same_words_can_be_named_by_its_label(meet: Meet, place: int) -> None:
    daniel, ids = alike(meet, {"theme": "service"}, {"theme": "service", "type": "wish"})
    step = daniel.pick("play_back_needs", "change")
    daniel.say(step.says[-1].choices[place][2])
    daniel.pick("need_theme", "nothing_lacking")

    with daniel.store.transaction(writes=False) as unit:
        assert [need.need_id for need in unit.needs.of("daniel") if need.confirmed == "denied"] == [ids[place]]


def test_of_needs_that_are_alike_in_everything_one_has_a_button(meet: Meet) -> None:
    daniel, ids = alike(meet, {"message_id": "another"})
    step = daniel.pick("play_back_needs", "change")

    assert [value for _, value, _ in step.says[-1].choices] == ids[:1]
