"""Changing an earlier answer in words, and what only sounds like it."""

from collections.abc import Callable

import pytest

from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


@pytest.fixture
def daniel(meet: Meet) -> Shopper:
    """Daniel, who lives in Sha Tin, is 32, and is asked something else."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.say("for myself, I'm 32 and I live in Sha Tin")
    return daniel


def wordings(shopper: Shopper) -> list[str]:
    return [said.wording for said in shopper.step.says]


@pytest.mark.parametrize(
    ("said", "question", "value"),
    [
        ("actually I'm 35 to 44", "age_band", "35-44"),
        ("sorry, I need to change an earlier answer: District is Tai Po", "district", "tai_po"),
        ("the age group should be 45 to 54", "age_band", "45-54"),
        ("地區嗰條應該係大埔", "district", "tai_po"),
    ],
)
def test_the_new_value_takes_the_old_ones_place_and_the_open_question_stays(
    daniel: Shopper, said: str, question: str, value: str
) -> None:
    was_open = daniel.step.open_slot
    daniel.say(said, "change_answer")

    assert daniel.facts[question] == value
    assert wordings(daniel) == ["answer_corrected"]
    assert daniel.step.open_slot == was_open


def test_an_answer_that_is_named_without_a_value_is_asked_again(daniel: Shopper) -> None:
    was_open = daniel.step.open_slot
    daniel.say("the district answer was wrong", "change_answer")
    assert (daniel.step.open_slot, wordings(daniel)) == ("district", ["let_us_change"])

    daniel.say("Tai Po")

    assert daniel.facts["district"] == "tai_po"
    assert daniel.step.open_slot == was_open


def test_where_it_is_open_which_answer_is_meant_all_are_shown(daniel: Shopper) -> None:
    daniel.say("I want to change something", "change_answer")

    assert daniel.step.open_slot == "which_to_change"


def test_what_went_wrong_is_no_change_although_it_speaks_of_wrong(daniel: Shopper) -> None:
    while daniel.step.open_slot != "what_went_wrong":
        if daniel.step.open_slot == "last_channel":
            daniel.pick("last_channel", "store")
        else:
            daniel.say("skip", "skip")
    daniel.say("they delivered to the wrong district, it was very annoying", "complaint")

    assert daniel.facts["district"] == "sha_tin"
    assert "what_went_wrong" in daniel.facts


@pytest.mark.parametrize("nothing", ["no, nothing really", "暫時冇"])
def test_whoever_has_nothing_to_change_after_all_goes_on_with_the_question(meet: Meet, nothing: str) -> None:
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "self")
    asked = daniel.step.open_slot
    assert daniel.say("can I change an answer", "change_answer").open_slot == "which_to_change"

    assert daniel.say(nothing).open_slot == asked


def test_a_name_in_full_outweighs_a_word_that_another_answer_is_called_by(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "web")
    daniel.skip_until("times_a_month")
    daniel.say("4")
    daniel.say("3")

    assert daniel.say("the Online purchases a month answer was wrong").open_slot == "times_a_month"
