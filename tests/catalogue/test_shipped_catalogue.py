"""What the questions that come with Askwell promise to the rest of it and to the people who are asked."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from catalogue import LANGUAGES, Catalogue, Question, load
from catalogue.models import CUES, KINDS, SEPARATOR, KindName
from catalogue.rules.writing import is_simplified

RELEASED = {
    "for_whom", "household_size", "gift_occasion", "business_use", "last_channel", "last_purchase", "not_yet_reason",
    "channels_used", "how_decide", "what_decides", "overall_satisfaction", "satisfaction_reason", "what_went_wrong",
    "wished_for", "delivery_score", "delivery_reason", "returns_experience", "product_information",
    "service_experience", "times_a_month", "share_of_wallet", "membership", "age_band", "gender", "income_band",
    "district", "newsletter",
}  # fmt: skip
"""Ids that answers are stored under: they may be retired, never renamed or dropped."""

EIGHTEEN_DISTRICTS = {
    "central_and_western", "wan_chai", "eastern", "southern", "yau_tsim_mong", "sham_shui_po", "kowloon_city",
    "wong_tai_sin", "kwun_tong", "kwai_tsing", "tsuen_wan", "tuen_mun", "yuen_long", "north", "tai_po", "sha_tin",
    "sai_kung", "islands",
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load()


def test_ids_that_answers_are_stored_under_are_still_there(catalogue: Catalogue) -> None:
    assert catalogue.questions.keys() >= RELEASED


def test_every_kind_of_question_is_asked(catalogue: Catalogue) -> None:
    assert {question.kind.name for question in catalogue.asked().values()} == set(get_args(KindName)) == set(KINDS)


def test_every_question_has_its_words_in_both_languages(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        for words in (question.ask, question.purpose, question.report_as, *(c.label for c in question.choices)):
            assert words.keys() == set(LANGUAGES), question.id
            assert all(words.values()), question.id


def test_chinese_words_hold_chinese_and_english_words_hold_none(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        assert any("一" <= character <= "鿿" for character in question.ask["zh-Hant"]), question.id
        assert not any("一" <= character <= "鿿" for character in question.ask["en"]), question.id


def test_no_label_and_no_synonym_is_in_simplified_characters(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        for choice in question.choices:
            words = (choice.label["zh-Hant"], *choice.says["zh-Hant"])
            assert not [character for word in words for character in word if is_simplified(character)], choice.value


def test_people_have_words_of_their_own_for_every_choice(catalogue: Catalogue) -> None:
    for question in catalogue.questions.values():
        for choice in question.choices:
            assert all(choice.says[language] for language in LANGUAGES), f"{question.id}: {choice.value}"


def test_the_district_is_one_of_hong_kongs_eighteen_or_elsewhere(catalogue: Catalogue) -> None:
    values = [choice.value for choice in catalogue.questions["district"].choices]

    assert set(values) == EIGHTEEN_DISTRICTS | {"elsewhere", "prefer_not_to_say"}
    assert len(values) == 20


def test_mong_kok_is_in_yau_tsim_mong(catalogue: Catalogue) -> None:
    choice = catalogue.questions["district"].choice("yau_tsim_mong")

    assert "mong kok" in choice.says["en"]
    assert "旺角" in choice.says["zh-Hant"]


def test_every_cue_has_a_probe_and_every_probe_a_question(catalogue: Catalogue) -> None:
    assert {cue for probe in catalogue.probes.values() for cue in probe.fits} == set(CUES)
    assert {id for question in catalogue.asked().values() for id in question.probe} == set(catalogue.probes)


def test_the_notice_says_what_the_law_asks_for_and_has_a_version(catalogue: Catalogue) -> None:
    """P1: purpose, who receives it, what is voluntary, what follows from not answering, and whom to write to."""
    notice = catalogue.wording["consent"]

    assert notice.kind == "notice"
    assert notice.version
    assert notice.placeholders == {"shop", "contact", "retention_months"}
    assert {choice.value for choice in notice.choices} == {"yes", "no"}


def test_the_newsletter_is_a_question_of_its_own_that_nothing_depends_on(catalogue: Catalogue) -> None:
    """P9: consent to marketing stands apart from the survey's, and silence gives none."""
    assert [choice.value for choice in catalogue.questions["newsletter"].choices] == ["yes", "no"]
    assert not any("newsletter" in question.ask_when for question in catalogue.questions.values())
    assert list(catalogue.questions)[-1] == "newsletter"


@pytest.mark.parametrize("question_id", ["income_band", "gender"])
def test_sensitive_questions_can_be_kept_to_oneself(catalogue: Catalogue, question_id: str) -> None:
    question = catalogue.questions[question_id]

    assert question.personal == "sensitive"
    assert question.choice("prefer_not_to_say")


@pytest.mark.parametrize("for_whom", ["gift", "business"])
def test_who_buys_for_others_is_not_asked_for_income(catalogue: Catalogue, for_whom: str) -> None:
    """I5: the right person, the appropriate question."""
    assert not catalogue.questions["income_band"].is_asked({"for_whom": for_whom})
    assert catalogue.questions["income_band"].is_asked({"for_whom": "household"})


@pytest.mark.parametrize("channel", ["store", "pick_up", "none"])
def test_nobody_is_asked_about_a_delivery_they_did_not_have(catalogue: Catalogue, channel: str) -> None:
    """I4: no question that the customer cannot answer."""
    assert not catalogue.questions["delivery_score"].is_asked({"last_channel": channel})
    assert catalogue.questions["delivery_score"].is_asked({"last_channel": "web"})


def test_a_fact_that_is_not_known_lets_no_question_through(catalogue: Catalogue) -> None:
    assert not catalogue.questions["delivery_score"].is_asked({})


def test_one_of_several_chosen_values_is_enough() -> None:
    question = load().questions["delivery_score"]

    assert question.is_asked({"last_channel": f"store{SEPARATOR}web"})


def an_answer(question: Question) -> st.SearchStrategy[str | None]:
    """What somebody may answer; None stands for skipping."""
    kind = question.kind
    if kind.has_choices:
        return st.sampled_from([None, *(choice.value for choice in question.choices)])
    if kind.low is not None and kind.high is not None:
        return st.none() | st.integers(kind.low, kind.high).map(str)
    return st.sampled_from([None, "2026-03-01"])


@given(st.data())
def test_whatever_people_answer_each_question_comes_after_what_it_waits_for(data: st.DataObject) -> None:
    facts: dict[str, str] = {}
    for id, question in load().asked().items():
        if not question.is_asked(facts):
            continue
        assert question.ask_when.keys() <= facts.keys()
        answer = data.draw(an_answer(question), label=id)
        if answer is not None:
            facts[id] = answer


@pytest.mark.parametrize("question_id", sorted(load().asked()))
def test_every_question_is_reached_by_somebody(catalogue: Catalogue, question_id: str) -> None:
    assert catalogue.questions[question_id].is_asked(facts_that_lead_to(catalogue, question_id))


def facts_that_lead_to(catalogue: Catalogue, question_id: str) -> dict[str, str]:
    """Answers in catalogue order, each given to a question that is asked, after which `question_id` is asked."""
    wanted = [question_id]
    values: dict[str, str] = {}
    while wanted:
        for fact, accepted in catalogue.questions[wanted.pop()].ask_when.items():
            values[fact] = accepted[0]
            wanted.append(fact)
    facts: dict[str, str] = {}
    for id, question in catalogue.asked().items():
        if id in values and question.is_asked(facts):
            facts[id] = values[id]
    return facts
