"""What a simulated shopper replies, told what is asked by its words alone."""

from random import Random
from typing import Any

import pytest

from catalogue import load
from rehearsal.asked import Asked, Recogniser
from rehearsal.persona import Behaviour, HeldNeed, Persona
from rehearsal.reply import Aim
from rehearsal.shopper import Shopper

NEED = HeldNeed("delivery", "dissatisfaction", "fine, parcels aside", "the last two came late")


def question(id: str) -> dict[str, Any]:
    """The message by which a question of the catalogue arrives."""
    asked = load().questions[id]
    choices = [{"id": f"opaque-{choice.value}", "label": choice.label["en"]} for choice in asked.choices]
    return {"kind": "question", "text": asked.ask["en"], "choices": choices}


def shopper(**about: Any) -> Shopper:
    """Somebody whose chance is fixed."""
    return Shopper(Persona("p001", "en", **about), load(), Random(1))  # noqa: S311 - no secret


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
def test_everything_that_the_catalogue_asks_is_recognised_by_its_words(language: Any) -> None:
    recogniser = Recogniser(load())

    for id, asked in load().questions.items():
        assert recogniser.asked([{"kind": "question", "text": asked.ask[language], "choices": []}]) == Asked(
            "question", id
        )
    for id, probe in load().probes.items():
        for number, text in enumerate(probe.ask[language]):
            words = text.replace("{words}", "it came late")
            assert recogniser.asked([{"kind": "question", "text": words, "choices": []}]) == Asked("probe", id, number)


def test_a_question_that_no_catalogue_has_is_passed_over() -> None:
    message = {"kind": "question", "text": "What is your favourite colour?", "choices": []}
    asked = Recogniser(load()).asked([message])

    assert asked is not None
    assert shopper().reply(asked, message).aim is Aim.PASS


def test_a_fact_is_told_by_its_button() -> None:
    reply = shopper(facts={"for_whom": "gift"}).reply(Asked("question", "for_whom"), question("for_whom"))

    assert (reply.text, reply.is_button) == ("Someone else, as a gift", True)


def test_a_wording_of_the_personas_own_comes_first_and_the_button_when_asked_again() -> None:
    mei = shopper(facts={"age_band": "25-34"}, says={"age_band": ("I turned thirty in May",)})
    asked, message = Asked("question", "age_band"), question("age_band")

    assert mei.reply(asked, message).text == "I turned thirty in May"
    assert mei.reply(asked, message).text == "25 to 34"


def test_what_is_refused_or_not_known_is_passed_over() -> None:
    mei = shopper(facts={"age_band": "25-34"}, behaviour=Behaviour(refuse=frozenset({"age_band"})))

    assert mei.reply(Asked("question", "age_band"), question("age_band")).aim is Aim.PASS
    assert mei.reply(Asked("question", "gender"), question("gender")).aim is Aim.PASS


def test_a_hint_goes_to_an_open_question_and_the_rest_to_a_probe_that_fits() -> None:
    mei = shopper(needs=(NEED,))

    assert mei.reply(Asked("question", "wished_for"), question("wished_for")).text == NEED.hint
    assert mei.reply(Asked("probe", "last_time"), {"choices": []}).text == NEED.told
    assert mei.reply(Asked("probe", "how_often"), {"choices": []}).text != NEED.told


def test_a_probe_that_does_not_fit_brings_nothing_out() -> None:
    wish = HeldNeed("delivery", "wish", "fine, parcels aside", "I wish they came in the evening")
    mei = shopper(needs=(wish,))
    mei.reply(Asked("question", "wished_for"), question("wished_for"))

    assert mei.reply(Asked("probe", "how_often"), {"choices": []}).text != wish.told


def test_asking_what_was_answered_counts_as_asked_again_and_asking_after_an_interruption_does_not() -> None:
    mei = shopper(facts={"for_whom": "self"}, behaviour=Behaviour(interrupts=("why do you ask?",)), patience=3)
    asked, message = Asked("question", "for_whom"), question("for_whom")
    aims = []
    for _ in range(4):
        mei.hear(asked, "en")
        aims.append(mei.reply(asked, message).aim)

    assert aims == [Aim.ANSWER, Aim.ANSWER, Aim.INTERRUPT, Aim.ANSWER]
    assert mei.memory.asked_again == ["for_whom", "for_whom"]


def test_the_same_seed_gives_the_same_shopper() -> None:
    vague = Behaviour(vague=0.5, typos=0.3)
    talks = []
    for _ in range(2):
        mei = shopper(facts={"what_decides": "price|delivery"}, behaviour=vague)
        message = question("what_decides")
        talks.append([mei.reply(Asked("question", "what_decides"), message).text for _ in range(3)])

    assert talks[0] == talks[1]


def played_back(*lines: str) -> dict[str, Any]:
    """The message that plays needs back."""
    return {"kind": "summary", "text": load().say("play_back_needs", "en", play_back="\n".join(lines)), "choices": []}


def asked_what_is_right(*labels: str) -> dict[str, Any]:
    """The message that asks what would be right, with these buttons."""
    choices = [{"id": f"opaque-{label}", "label": label} for label in labels]
    return {"kind": "question", "text": load().say("need_theme", "en", words=NEED.hint), "choices": choices}


IS_WISH, IS_COMPLAINT = (load().say(f"need_is_{type_}", "en") for type_ in ("wish", "dissatisfaction"))


def test_a_need_of_the_other_type_on_the_right_theme_is_put_right() -> None:
    mei = shopper(needs=(NEED,))
    line = load().say("play_back_wish", "en", theme="Delivery", words=NEED.hint)

    assert mei.reply(Asked("step", "play_back_needs"), played_back(line)).text == "Change something"
    reply = mei.reply(Asked("step", "need_theme"), asked_what_is_right(IS_COMPLAINT, "Service"))
    assert (reply.text, reply.is_button) == (IS_COMPLAINT, True)


def test_a_need_as_it_is_is_agreed_with() -> None:
    mei = shopper(needs=(NEED,))
    line = load().say("play_back_dissatisfaction", "en", theme="Delivery", words=NEED.hint)

    assert mei.reply(Asked("step", "play_back_needs"), played_back(line)).text == "Yes, that's right"


def test_a_need_on_a_theme_of_nobodys_is_denied_whatever_its_type() -> None:
    mei = shopper(needs=(NEED,))
    line = load().say("play_back_wish", "en", theme="Service", words="I never said that")

    mei.reply(Asked("step", "play_back_needs"), played_back(line))
    denial = load().say("nothing_lacking", "en")
    assert mei.reply(Asked("step", "need_theme"), asked_what_is_right(IS_COMPLAINT, denial)).text == denial


def test_a_type_that_cannot_be_picked_is_left_to_the_next_play_back() -> None:
    mei = shopper(needs=(NEED,))
    line = load().say("play_back_wish", "en", theme="Delivery", words=NEED.hint)
    mei.reply(Asked("step", "play_back_needs"), played_back(line))

    assert mei.reply(Asked("step", "need_theme"), asked_what_is_right(IS_WISH, "Service")).aim is Aim.PASS


@pytest.mark.parametrize(
    "label",
    [
        NEED.hint,
        load().say("need_of_theme", "en", words=NEED.hint, theme="Service"),
        load().say("need_of_theme_wish", "en", words=NEED.hint, theme="Service"),
    ],
)
def test_the_button_of_a_need_is_found_among_others_of_the_same_words(label: str) -> None:
    mei = shopper(needs=(NEED,))
    lines = [load().say("play_back_dissatisfaction", "en", theme="Delivery", words=NEED.hint)]
    lines.append(load().say("play_back_wish", "en", theme="Service", words=NEED.hint))
    mei.reply(Asked("step", "play_back_needs"), played_back(*lines))
    offered = asked_what_is_right(load().say("need_of_theme", "en", words=NEED.hint, theme="Delivery"), label)

    assert mei.reply(Asked("step", "which_need"), offered).text == label


def test_words_that_are_played_back_in_part_are_remembered() -> None:
    mei = shopper(needs=(NEED,))
    mei.memory.told_as[f"Everything is fine, but {NEED.hint}"] = NEED

    assert mei.memory.need_behind(f"but {NEED.hint[:12]}…") is NEED
