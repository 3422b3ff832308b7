"""Following a hint to the need behind it (I2, I6)."""

from collections.abc import Callable

import pytest

from analytics.needs import Look, NeedsReader
from catalogue import load
from profiles.records import Need
from tests.investigation.conftest import Shopper

Meet = Callable[..., Shopper]
HINT = "the delivery always comes late and nobody tells me"


@pytest.fixture
def asked_why(meet: Meet) -> Shopper:
    """Daniel, who has been asked an open question."""
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "none")
    assert daniel.step.open_slot == "not_yet_reason"
    return daniel


def needs_of(shopper: Shopper) -> list[Need]:
    with shopper.store.transaction(writes=False) as unit:
        return unit.needs.of("daniel")


def probe_of(slot: str | None) -> str:
    assert slot is not None
    assert slot.startswith("probe_")
    return slot.removeprefix("probe_").rsplit("_", 1)[0]


def test_a_hint_opens_a_probe_that_the_question_declares(asked_why: Shopper) -> None:
    step = asked_why.say(HINT)

    assert probe_of(step.open_slot) in load().questions["not_yet_reason"].probe
    assert step.placeholders == {"words": HINT}


def test_the_need_is_stored_with_the_words_it_was_found_in_and_the_probe_that_found_it(asked_why: Shopper) -> None:
    probe = probe_of(asked_why.say(HINT).open_slot)
    told = "I waited all Saturday and the parcel never arrived"
    asked_why.say(told)

    with asked_why.store.transaction(writes=False) as unit:
        needs = unit.needs.of("daniel")
    assert [(need.words, need.probe) for need in needs if need.theme == "delivery"] == [(HINT, None), (told, probe)]
    assert all(0 <= need.span[0] < need.span[1] <= len(need.words) for need in needs)


@pytest.mark.slow
def test_at_most_two_probes_on_a_topic_and_none_twice(asked_why: Shopper) -> None:
    probes = []
    asked_why.say(HINT)
    while asked_why.step.open_slot is not None and asked_why.step.open_slot.startswith("probe_"):
        probes.append(probe_of(asked_why.step.open_slot))
        asked_why.say("it was late again and that is really annoying")

    assert 1 <= len(probes) <= 2
    assert len(set(probes)) == len(probes)


def test_an_answer_without_a_hint_is_not_probed(asked_why: Shopper) -> None:
    step = asked_why.say("I moved here two weeks ago")

    assert not (step.open_slot or "").startswith("probe_")


@pytest.mark.slow
def test_answers_of_a_word_or_two_are_a_sign_of_tiredness_and_end_the_probing(asked_why: Shopper) -> None:
    asked_why.say("too late")
    asked_why.say("always late")

    assert not (asked_why.step.open_slot or "").startswith("probe_")


@pytest.mark.slow
def test_a_probe_can_be_skipped_and_its_question_keeps_its_answer(asked_why: Shopper) -> None:
    asked_why.say(HINT)
    step = asked_why.say("skip", "skip")

    assert not (step.open_slot or "").startswith("probe_")
    assert asked_why.facts["not_yet_reason"] == HINT


def test_whoever_has_told_all_there_is_is_not_asked_for_more(asked_why: Shopper) -> None:
    asked_why.say(HINT)
    step = asked_why.say("I have told you all there is", "play_back")

    assert "so_far" not in [said.wording for said in step.says]
    assert not (step.open_slot or "").startswith("probe_")


def test_a_low_score_whose_reason_is_asked_next_is_not_probed_as_well(meet: Meet) -> None:
    daniel = meet(customer_id="daniel")
    daniel.agree()
    daniel.pick("for_whom", "self")
    daniel.pick("last_channel", "store")
    daniel.skip_until("overall_satisfaction")
    step = daniel.say("2")

    assert step.open_slot == "satisfaction_reason"


def test_a_message_is_read_for_needs_once_however_many_decisions_ask(
    asked_why: Shopper, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts: list[str] = []
    look = NeedsReader.look

    def counted(reader: NeedsReader, text: str) -> Look:
        texts.append(text)
        return look(reader, text)

    monkeypatch.setattr(NeedsReader, "look", counted)
    asked_why.say(HINT)

    assert texts == [HINT]


def test_what_a_probe_brings_out_tells_what_a_hint_was_about(asked_why: Shopper) -> None:
    hint, told = (
        "everybody at home laughs when I open the box",
        "your L was tight on my shoulders, the sizing is all over",
    )
    asked_why.say(hint)
    before = needs_of(asked_why)
    asked_why.say(told)

    assert before == []
    assert {(need.words, need.type, need.theme) for need in needs_of(asked_why)} == {
        (hint, "dissatisfaction", "fit_size"),
        (told, "dissatisfaction", "fit_size"),
    }


def test_what_was_said_outright_stays_what_it_is_whatever_else_a_probe_brings_out(asked_why: Shopper) -> None:
    asked_why.say(HINT)
    asked_why.say("and the man at the counter was rude to me when I asked")

    assert {need.theme for need in needs_of(asked_why)} == {"delivery", "service"}


def test_a_short_chinese_sentence_is_no_sign_of_tiredness(meet: Meet) -> None:
    mei = meet(customer_id="mei", language="zh-Hant")
    mei.agree()
    mei.pick("for_whom", "self")
    mei.pick("last_channel", "web")
    mei.skip_until("overall_satisfaction")
    mei.say("7")
    mei.say("都幾好，啲職員友善")
    mei.say("送貨成日遲到")

    assert (mei.step.open_slot or "").startswith("probe_")
