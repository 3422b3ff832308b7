"""The words of vocabulary.yml."""

from pathlib import Path

import yaml

from reading.text import fold

_LISTS = yaml.safe_load(Path(__file__).with_name("vocabulary.yml").read_text(encoding="utf-8"))

SAID_FOR: dict[str, tuple[str, ...]] = {
    value: tuple(fold(words).text for words in said) for value, said in _LISTS["said_for"].items()
}
"""Folded words for 'yes' and 'no', by the value of the choice."""
ORDINARY_WORDS = frozenset(_LISTS["ordinary_words"])
"""Words that are never taken for a misspelt other word."""
NEUTRAL_AFTER_A_NUMBER = frozenset([*_LISTS["counted_nouns"], *_LISTS["words_after_a_number"]])
"""Words behind a number that do not make it count something else than what was asked."""
