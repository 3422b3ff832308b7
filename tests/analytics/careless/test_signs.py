"""Careless interviews are told from honest ones by their own answers (I14)."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest

from analytics.careless import CarelessRules, find_flags, load_careless_rules
from analytics.configuration import ConfigurationError
from catalogue import load
from profiles.records import Answer, Reason, Status
from tests.cast import MEI, MONDAY

CHOICES = [id for id, question in load().asked().items() if len(question.choices) > 2]
TEXTS = [id for id, question in load().asked().items() if question.kind.name == "text"]
Given = tuple[str, str]


@pytest.fixture
def rules() -> CarelessRules:
    return load_careless_rules()


def interview(given: Sequence[Given], seconds: float = 8, status: Status = "given") -> list[Answer]:
    """Mei's answers, a message each, so many seconds apart."""
    return [
        Answer(
            customer_id=MEI.id,
            question_id=question,
            value=value,
            status=status,
            answered_at=MONDAY + timedelta(seconds=seconds * number),
            conversation_id="visit-1",
            message_id=f"m{number}",
        )
        for number, (question, value) in enumerate(given)
    ]


def reasons(answers: Sequence[Answer]) -> set[Reason]:
    return {flag.reason for flag in find_flags(answers, load().questions, load_careless_rules())}


def varied(length: int) -> list[Given]:
    """Answers at changing places of their lists, gone over again once all questions had one."""
    questions = load().questions
    ids = [CHOICES[number % len(CHOICES)] for number in range(length)]
    return [(id, questions[id].choices[number % 2].value) for number, id in enumerate(ids)]


def test_an_honest_interview_has_no_flag_however_long() -> None:
    assert reasons(interview(varied(24))) == set()
    assert reasons([]) == set()


def test_answers_faster_than_reading_are_flagged_with_their_pace(rules: CarelessRules) -> None:
    flags = find_flags(interview(varied(15), seconds=0.8), load().questions, rules)

    assert [(flag.reason, flag.detail) for flag in flags] == [("speeding", "15 answers, 0.80 s apart")]


def test_answers_faster_than_a_finger_come_from_a_program() -> None:
    assert reasons(interview(varied(15), seconds=0.1)) == {"automated"}


def test_a_few_quick_answers_say_nothing() -> None:
    assert reasons(interview(varied(14), seconds=0.1)) == set()


def test_several_answers_in_one_message_are_not_speed() -> None:
    answers = [vars(answer) | {"message_id": "m1", "answered_at": MONDAY} for answer in interview(varied(15))]

    assert reasons([Answer(**answer) for answer in answers]) == set()


def test_always_the_same_place_of_the_list_is_straight_lining() -> None:
    first = [(id, load().questions[id].choices[0].value) for id in CHOICES]

    assert reasons(interview(first[:7])) == set()
    assert reasons(interview(first[:8])) == {"straight_lining"}
    assert reasons(interview(first[:8], status="skipped")) == set()


def test_the_same_words_to_three_open_questions_are_copied() -> None:
    words = "The delivery was late again"
    answers = [(id, words) for id in TEXTS]

    assert reasons(interview(answers[:2])) == set()
    assert reasons(interview([*answers[:2], (TEXTS[2], " the delivery  was LATE again")])) == {"copy_paste"}
    assert reasons(interview([(id, "no") for id in TEXTS])) == set()


def test_answers_that_cannot_both_be_true_are_flagged_until_one_is_corrected() -> None:
    contradictory = [("times_a_month", "0"), ("share_of_wallet", "4")]

    assert reasons(interview(contradictory)) == {"contradiction"}
    assert reasons(interview([*contradictory, ("times_a_month", "3")])) == set()


def test_the_contradictions_that_ship_name_questions_and_answers_of_the_catalogue(rules: CarelessRules) -> None:
    for pair in rules.contradictions:
        for id, values in pair.items():
            question = load().questions[id]
            known = {choice.value for choice in question.choices}
            assert set(values) <= known or all(
                (question.kind.low or 0) <= int(value) <= (question.kind.high or 0) for value in values
            )


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("automated_seconds: 0.4", "automated_seconds: 4", "above speeding_seconds"),
        ("same_words_times: 3", "same_words_times: 1", "write 2 or more"),
        ("last_channel: [none], ", "", "contradicts nothing"),
    ],
)
def test_a_wrong_threshold_is_refused_with_its_line(tmp_path: Path, before: str, after: str, words: str) -> None:
    shipped = (Path(__file__).parents[3] / "configuration" / "careless.yml").read_text()
    file = tmp_path / "careless.yml"
    file.write_text(shipped.replace(before, after))

    with pytest.raises(ConfigurationError, match=words):
        load_careless_rules(file)
