"""The texts that a question's meanings are learnt from, and a fingerprint that tells whether they have changed."""

import hashlib
import json
from dataclasses import dataclass

from catalogue import Catalogue, Question

NOTHING = "nothing"
"""What answers no question; no choice can be called so, for it stands in the examples beside them."""

_METHOD = 1
"""Goes up when the way of learning changes, so that meanings learnt in another way are learnt anew."""


@dataclass(frozen=True)
class Saying:
    """A text, and the value of the choice that it means, or `NOTHING`."""

    text: str
    means: str


def sayings(question: Question, catalogue: Catalogue) -> list[Saying]:
    """The texts that a question is learnt from: labels, synonyms and examples of its choices, and what answers nothing.

    A text that stands under a choice twice counts once. A question without examples has none at all: its words alone
    say what is meant, as nobody's 'yes' to an offer may be guessed (P9).
    """
    shown = catalogue.examples.get(question.id)
    if not shown:
        return []
    found = [
        Saying(text, choice.value)
        for choice in question.choices
        for by_language in (
            {language: (label,) for language, label in choice.label.items()},
            choice.says,
            shown.get(choice.value, {}),
        )
        for texts in by_language.values()
        for text in texts
    ]
    nothing = [Saying(text, NOTHING) for texts in catalogue.nothing.values() for text in texts]
    return list(dict.fromkeys([*found, *nothing]))


def fingerprint(catalogue: Catalogue) -> str:
    """Sixteen characters that change whenever a text changes that meanings are learnt from, or the method."""
    learnt = {
        id: [(each.text, each.means) for each in sayings(catalogue.questions[id], catalogue)]
        for id in catalogue.examples
    }
    return hashlib.sha256(json.dumps([_METHOD, learnt], ensure_ascii=False).encode()).hexdigest()[:16]
