"""The retailer's thresholds for careless interviews (configuration/careless.yml)."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from analytics.configuration import (
    CONFIGURATION_FOLDER,
    decimal_number,
    open_configuration,
    refuse,
    whole_number,
)
from catalogue import Problem
from catalogue.loading.fields import Fields

CARELESS_FILE = CONFIGURATION_FOLDER / "careless.yml"
Contradiction = dict[str, tuple[str, ...]]


@dataclass(frozen=True)
class CarelessRules:
    """Everything that configuration/careless.yml says; the meaning of each number stands there."""

    version: int
    pace_from_answers: int
    speeding_seconds: float
    automated_seconds: float
    same_place_in_a_row: int
    same_words_times: int
    same_words_characters: int
    contradictions: tuple[Contradiction, ...]


@lru_cache(maxsize=8)
def load_careless_rules(file: Path = CARELESS_FILE) -> CarelessRules:
    """The thresholds in `file`, read once.

    Raises:
        ConfigurationError: names each mistake with its line and its remedy.

    >>> load_careless_rules().same_words_times
    3
    """
    problems: list[Problem] = []
    fields = open_configuration(file, tuple(CarelessRules.__dataclass_fields__), problems)
    rules = CarelessRules(
        version=whole_number(fields, "version", 1),
        pace_from_answers=whole_number(fields, "pace_from_answers", 2),
        speeding_seconds=decimal_number(fields, "speeding_seconds"),
        automated_seconds=decimal_number(fields, "automated_seconds"),
        same_place_in_a_row=whole_number(fields, "same_place_in_a_row", 2),
        same_words_times=whole_number(fields, "same_words_times", 2),
        same_words_characters=whole_number(fields, "same_words_characters", 1),
        contradictions=tuple(_contradictions(fields)),
    )
    if rules.automated_seconds > rules.speeding_seconds:
        line = fields.lines.get("automated_seconds", 1)
        fields.refuse(line, "automated_seconds is above speeding_seconds; write the smaller number here.")
    refuse(problems)
    return rules


def _contradictions(fields: Fields) -> list[Contradiction]:
    found = []
    for node in fields.items("contradictions"):
        answers = fields.inner(node)
        if len(answers.nodes) < 2:
            fields.refuse(answers.line, "one answer contradicts nothing; write two questions with their answers.")
        found.append({question: answers.texts(question) for question in answers.nodes})
    return found
