"""What is right, wrong, missing and invented; and the figures that come of it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from catalogue import load
from profiles.records import Need
from rehearsal.evidence import Held
from rehearsal.figures import Share, figures
from rehearsal.judging import judge
from rehearsal.memory import Memory
from rehearsal.persona import Behaviour, HeldNeed, Persona
from rehearsal.playing import Exchange, Played
from rehearsal.report import faults

NEED = HeldNeed("delivery", "dissatisfaction", "parcels aside", "late")
FACTS = {"for_whom": "self", "age_band": "25-34", "district": "sha_tin", "gender": "female"}


def played(sent: str = "Thank you.") -> Played:
    """Somebody who told three of four facts, refuses one, and hinted at a need."""
    persona = Persona("p", "en", facts=FACTS, needs=(NEED,), behaviour=Behaviour(refuse=frozenset({"gender"})))
    memory = Memory(dict(FACTS), given={"for_whom", "age_band"}, words=["parcels aside"], hinted=[NEED])
    message = {"text": sent, "kind": "text", "language": "en", "choices": []}
    return Played(persona, memory, [Exchange("parcels aside", "answer", [message], 0.1, "en")], ended=True)


def need(**changed: Any) -> Need:
    found = Need(
        need_id="n",
        customer_id="mei",
        conversation_id="visit",
        message_id="m",
        type="dissatisfaction",
        theme="delivery",
        words="parcels aside",
        span=(0, 7),
        strength="low",
        explicit=False,
        found_at=datetime(2026, 3, 2, tzinfo=UTC),
    )
    return replace(found, **changed)


def test_facts_are_right_wrong_missing_or_were_never_asked() -> None:
    outcome = judge(played(), Held({"for_whom": "gift", "wished_for": "parcels aside"}, ()), load(), 1)

    assert outcome.wrong == ("for_whom: gift, not self",)
    assert outcome.missing == ("age_band",)
    assert outcome.not_asked == ("district",)


def test_a_fact_that_was_refused_and_is_held_all_the_same_is_wrong() -> None:
    assert judge(played(), Held({"gender": "female"}, ()), load(), 1).wrong == ("gender: female, not None",)


def test_whoever_says_that_they_do_not_know_has_told_a_fact() -> None:
    conversation = played()
    conversation.memory.truth["age_band"] = "prefer_not_to_say"

    said = judge(conversation, Held({}, (), {"age_band": "prefer_not_to_say", "district": "dont_know"}), load(), 1)
    lost = judge(conversation, Held({}, (), {"age_band": "dont_know"}), load(), 1)

    assert said.right == ("age_band",)
    assert said.missing == ("for_whom",)
    assert lost.missing == ("age_band", "for_whom")


def test_words_that_nobody_wrote_are_wrong() -> None:
    assert judge(played(), Held({"wished_for": "cheaper parcels"}, ()), load(), 1).wrong != ()


def test_needs_are_found_missed_or_invented_by_type_and_theme() -> None:
    assert judge(played(), Held({}, (need(),)), load(), 1).found == ("dissatisfaction delivery",)
    outcome = judge(played(), Held({}, (need(type="wish"),)), load(), 1)
    assert (outcome.missed, outcome.invented) == (("dissatisfaction delivery",), ())
    assert len(outcome.of_other_type) == 1
    assert len(judge(played(), Held({}, (need(theme="quality"),)), load(), 1).invented) == 1


def test_a_need_that_was_denied_is_no_finding() -> None:
    outcome = judge(played(), Held({}, (need(theme="quality", confirmed="denied"),)), load(), 1)

    assert (outcome.invented, outcome.denied) == ((), 1)


def test_a_sentence_that_breaks_a_rule_is_named() -> None:
    outcome = judge(played("Hurry, this is your last chance."), Held({}, ()), load(), 1)

    assert len(outcome.manners) == 1
    assert any("Hurry" in fault for fault in faults(outcome))


def test_the_figures_add_up() -> None:
    outcomes = [judge(played(), Held({"for_whom": "self"}, (need(),)), load(), number) for number in (1, 2)]

    found = figures(outcomes)

    assert found.shares["facts_right_share"] == Share(2, 4)
    assert found.shares["facts_reached_share"] == Share(4, 6)
    assert found.shares["needs_found_share"] == Share(2, 2)
    assert found.shares["conversations_with_wrong_facts"] == Share(0, 2)


def test_wilsons_interval_is_the_published_one() -> None:
    # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3: 81 of 263.
    low, high = Share(81, 263).interval or (0.0, 0.0)

    assert (low, high) == pytest.approx((0.2553, 0.3662), abs=5e-5)
