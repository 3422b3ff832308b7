"""Answers: taken as people give them, into the right question, once (I7)."""

from collections.abc import Callable

from investigation import Step
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]


def wordings(step: Step) -> list[str]:
    return [said.wording for said in step.says]


def test_a_button_and_its_words_store_the_same_answer(meet: Meet) -> None:
    picks, writes = meet(), meet(customer_id="daniel")
    for shopper in (picks, writes):
        shopper.agree()
    picks.pick("for_whom", "household")
    writes.say("for my family")

    assert picks.facts["for_whom"] == writes.facts["for_whom"] == "household"


def test_the_same_message_again_gives_the_same_step_and_stores_nothing_more(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    first = daniel.pick("for_whom", "gift")
    again = daniel.repeat()

    assert again == first
    with daniel.store.transaction(writes=False) as unit:
        assert len(unit.answers.history("daniel", "for_whom")) == 1


def test_a_text_under_an_open_question_lands_in_that_question_alone(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    before = daniel.step.open_slot
    daniel.say("qwertz uiop")

    assert daniel.step.open_slot == before
    assert daniel.facts == {}


def test_several_answers_in_one_message_are_all_taken_and_none_is_asked_again(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    daniel.say("for my family, and I'm 32, in Sha Tin")

    assert daniel.facts == {"for_whom": "household", "age_band": "25-34", "district": "sha_tin"}


def test_an_earlier_button_changes_that_answer_and_says_so(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "household")
    open_before = daniel.step.open_slot
    step = daniel.pick("for_whom", "gift")

    assert "answer_corrected" in wordings(step)
    assert daniel.facts["for_whom"] == "gift"
    assert step.open_slot is not None
    assert open_before is not None


def test_what_a_correction_makes_unsuitable_is_no_fact_any_more(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    daniel.say("for my family, I'm 32")
    daniel.say("it is for my shop's staff, a business", "change_answer")
    daniel.pick("for_whom", "business")

    assert "age_band" not in daniel.facts


def test_skip_do_not_know_and_rather_not_settle_a_question_without_a_fact(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    for intent in ("skip", "dont_know", "prefer_not_to_say"):
        before = daniel.step.open_slot
        assert daniel.say(intent.replace("_", " "), intent).open_slot != before

    assert daniel.facts == {}


def test_why_do_you_ask_gives_the_purpose_and_comes_back_to_the_question(meet: Meet) -> None:
    daniel = meet()
    asked = daniel.agree().open_slot
    step = daniel.say("why do you ask?", "why_do_you_ask")

    assert wordings(step) == ["why_you_ask"]
    assert step.open_slot == asked


def test_what_was_not_understood_is_asked_again_with_a_remedy_and_never_guessed(meet: Meet) -> None:
    daniel = meet()
    asked = daniel.agree().open_slot
    step = daniel.say("hmm purple", "nlu_fallback", 0.2)

    assert wordings(step) == ["not_understood_choice"]
    assert step.open_slot == asked


def at_the_wish(meet: Meet) -> Shopper:
    """Daniel, who is asked what he would change."""
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "web")
    daniel.skip_until("wished_for")
    return daniel


def test_a_question_of_their_own_is_no_answer_to_an_open_question(meet: Meet) -> None:
    daniel = at_the_wish(meet)
    step = daniel.say("so where does this chat get stored?")

    assert [said.wording for said in step.says] == ["what_you_can_say"]
    assert step.open_slot == "wished_for"
    assert "wished_for" not in daniel.facts


def test_a_question_that_says_a_need_outright_is_an_answer(meet: Meet) -> None:
    daniel = at_the_wish(meet)
    daniel.say("why is everything so dear?")

    assert daniel.facts["wished_for"] == "why is everything so dear?"


def test_what_is_hard_to_say_is_no_hard_time(meet: Meet) -> None:
    daniel = meet()
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "web")
    daniel.skip_until("returns_experience")
    step = daniel.say("hard to put in words")

    assert wordings(step) == ["take_your_time"]
    assert step.open_slot == "returns_experience"
    assert "returns_experience" not in daniel.facts
