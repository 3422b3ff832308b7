"""What a message asks, told by its words: a question, a probe, or a question of the dialogue's own."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from catalogue import Catalogue, Language
from catalogue.models import placeholders

Kind = Literal["question", "probe", "step", "unknown"]
STEPS = "steps"
"""The topic under which the catalogue keeps the dialogue's own questions."""


@dataclass(frozen=True)
class Asked:
    """What is open: a question's, a probe's or a step's id, with the number of the phrasing for a probe."""

    kind: Kind
    id: str
    phrasing: int = 0

    @property
    def name(self) -> str:
        """Names what is asked, each phrasing of a probe apart."""
        return f"{self.id}/{self.phrasing}" if self.kind == "probe" else self.id


NOTHING_KNOWN = Asked("unknown", "")


class Recogniser:
    """Tells from the words of a message what it asks, in both languages."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._patterns: list[tuple[re.Pattern[str], Asked]] = []
        for id, question in catalogue.questions.items():
            self._add(Asked("question", id), question.ask)
        for id, probe in catalogue.probes.items():
            for language, phrasings in probe.ask.items():
                for number, text in enumerate(phrasings):
                    self._add(Asked("probe", id, number), {language: text})
        for id, wording in catalogue.about(STEPS).items():
            self._add(Asked("step", id), wording.text)
        # A phrasing that takes up the customer's words would match others too; whatever is more exact comes first.
        self._patterns.sort(key=lambda entry: -len(entry[0].pattern.replace(".*?", "")))

    def asked(self, messages: list[dict[str, Any]]) -> Asked | None:
        """What the newest message that asks something asks; None where nothing does.

        A message with buttons, or of the kind `question`, whose words are not in the catalogue is asked as `unknown`.
        """
        for message in reversed(messages):
            for pattern, asked in self._patterns:
                if pattern.fullmatch(message["text"].strip()):
                    return asked
        return NOTHING_KNOWN if messages and (messages[-1]["choices"] or messages[-1]["kind"] == "question") else None

    def _add(self, asked: Asked, texts: dict[Language, str]) -> None:
        for text in texts.values():
            self._patterns.append((_pattern(text), asked))


def _pattern(text: str) -> re.Pattern[str]:
    parts = re.split("|".join(re.escape(f"{{{name}}}") for name in placeholders(text)) or r"(?!)", text.strip())
    return re.compile(".*?".join(re.escape(part) for part in parts), re.DOTALL)


@lru_cache(maxsize=8)
def lines_of(wording: str) -> re.Pattern[str]:
    """A pattern with a group for each placeholder of a wording, such as the line of a play-back.

    >>> lines_of("• {question}: {value}").fullmatch("• Shops for: Myself").groupdict()
    {'question': 'Shops for', 'value': 'Myself'}
    """
    parts = re.split(r"\{(\w+)\}", wording.strip())
    pieces = [re.escape(part) if place % 2 == 0 else f"(?P<{part}>.*?)" for place, part in enumerate(parts)]
    return re.compile("".join(pieces))


def lines_like(wording: str, text: str) -> list[re.Match[str]]:
    """The lines of a text that a wording has made, with what stands in its placeholders."""
    return [found for line in text.splitlines() if (found := lines_of(wording).fullmatch(line.strip()))]
