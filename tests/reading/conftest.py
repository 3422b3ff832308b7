"""What the tests of reading share: the shipped catalogue and a way to ask one of its questions."""

from collections.abc import Callable
from datetime import date

import pytest

from catalogue import Catalogue, Language, load
from reading.values import Reading, read

TODAY = date(2026, 11, 22)
"""A Sunday."""

Ask = Callable[..., Reading]


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The catalogue that ships."""
    return load()


@pytest.fixture(scope="session")
def answer(catalogue: Catalogue) -> Ask:
    """Reads an answer to a question of the catalogue, by its id, on a Sunday in November 2026."""

    def read_answer(question: str, text: str, language: Language = "en") -> Reading:
        return read(text, catalogue.questions[question], language, TODAY)

    return read_answer
