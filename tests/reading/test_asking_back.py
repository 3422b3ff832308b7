"""What is asked back leaves something to choose between."""

import pytest

from catalogue import LANGUAGES, Catalogue, Question
from reading.values import Reading, Status, read
from tests.reading.conftest import TODAY, Ask


def _readings(question: Question) -> list[Reading]:
    """The readings of every word and of every two characters by which the choices of a question are known."""
    pieces: set[str] = set()
    for choice in question.choices:
        for words in (phrase for of in LANGUAGES for phrase in (choice.label[of], *choice.says.get(of, ()))):
            pieces |= {*words.split(), *(words[place : place + 2] for place in range(len(words) - 1))}
    return [read(f"{before}{piece}", question, "en", TODAY) for piece in pieces for before in ("", "not ")]


def test_no_part_of_a_choice_leaves_a_single_one_to_ask_back(catalogue: Catalogue) -> None:
    asked = [question for question in catalogue.questions.values() if 0 < len(question.choices) <= 8]
    single = [
        reading
        for question in asked
        for reading in _readings(question)
        if (reading.status == Status.SEVERAL) != (len(reading.candidates) > 1)
    ]

    assert asked
    assert single == []


@pytest.mark.parametrize(
    ("question", "text"), [("how_decide", "I see it, I like it, I buy it, oops"), ("newsletter", "not no")]
)
def test_what_only_shares_a_word_with_a_choice_or_leaves_it_over_is_not_understood(
    answer: Ask, question: str, text: str
) -> None:
    assert answer(question, text).status == Status.NONE
