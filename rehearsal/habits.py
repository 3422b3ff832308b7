"""How simulated customers put things: their stock phrases, their lists, and the slips of their fingers."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from catalogue import Language

FILE = Path(__file__).with_name("habits.yml")
WORD = re.compile(r"[A-Za-z]{5,}")


@dataclass(frozen=True)
class Habits:
    """The phrases of one language, drawn from with a persona's own chance."""

    language: Language
    phrases: dict[str, Any]
    slips: dict[str, str]
    chance: Random
    typos: float

    def phrase(self, name: str, **values: str) -> str:
        """One of the phrases `name`, with a slip in it now and then."""
        return self.typed(self.chance.choice(self.phrases[name]).format(**values))

    def listed(self, labels: list[str]) -> str:
        """Several labels as people list them."""
        if len(labels) < 2:
            return "".join(labels)
        return f"{self.phrases['list'].join(labels[:-1])}{self.phrases['last']}{labels[-1]}"

    def typed(self, text: str) -> str:
        """`text` as it comes out of the keyboard: each longer word has a slip with the persona's share of typos."""
        if not self.typos:
            return text
        text = WORD.sub(lambda found: self._slipped(found[0]), text)
        return "".join(self.slips.get(each, each) if self.chance.random() < self.typos else each for each in text)

    def _slipped(self, word: str) -> str:
        if self.chance.random() >= self.typos:
            return word
        place = self.chance.randrange(1, len(word) - 2)
        swapped = word[:place] + word[place + 1] + word[place] + word[place + 2 :]
        dropped = word[:place] + word[place + 1 :]
        doubled = word[:place] + word[place] + word[place:]
        return self.chance.choice((swapped, dropped, doubled))


def habits(language: Language, chance: Random, typos: float) -> Habits:
    """The habits of somebody who writes `language`.

    Args:
        language: whose phrases.
        chance: what decides; the same seed gives the same words.
        typos: the share of words with a slip (0 to 1).
    """
    written = _written()
    return Habits(language, written[language], written["slips"], chance, typos)


@cache
def _written() -> dict[str, Any]:
    written: dict[str, Any] = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return written
