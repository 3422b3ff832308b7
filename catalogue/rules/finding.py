"""What a rule finds, and the sentences it looks through."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from catalogue.languages import Language
from catalogue.models import Catalogue, MessageKind

QUOTED = re.compile(r"“[^”]*”|「[^」]*」|\"[^\"]*\"")


@dataclass(frozen=True, order=True)
class Finding:
    """One breach of a rule: where it stands, which rule it is, what to write instead.

    >>> print(Finding("catalogue/questions/delivery.yml", 14, "leads", "'how great' leads; ask 'how' alone."))
    catalogue/questions/delivery.yml:14: 'how great' leads; ask 'how' alone. (leads)
    """

    file: str
    line: int
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} ({self.rule})"


@dataclass(frozen=True)
class Sentence:
    """One text that customers or staff read, where it stands and how the chat shows it."""

    text: str
    language: Language
    kind: MessageKind = "text"
    file: str = ""
    line: int = 0

    @property
    def own_words(self) -> str:
        """The text without what it quotes: a customer's own words are bound by no rule.

        >>> Sentence("You said “cheaper than others”. What happened?", "en").own_words
        'You said “”. What happened?'
        """
        return QUOTED.sub("“”", self.text)


SentenceRule = Callable[[Sentence], str | None]
"""Returns what is wrong and what to write instead; None for a sentence that keeps the rule."""

CatalogueRule = Callable[[Catalogue], Iterator[Finding]]


def sentences(catalogue: Catalogue) -> Iterator[Sentence]:
    """Every text of the catalogue that somebody reads, apart from labels and headings."""
    for question in catalogue.questions.values():
        for language, text in question.ask.items():
            yield Sentence(text, language, "question", question.file, question.lines.get("ask", question.line))
        for language, text in question.purpose.items():
            yield Sentence(text, language, "text", question.file, question.lines.get("purpose", question.line))
    for probe in catalogue.probes.values():
        for language, phrasings in probe.ask.items():
            yield from (Sentence(text, language, "question", probe.file, probe.line) for text in phrasings)
    for wording in catalogue.wording.values():
        for language, text in wording.text.items():
            yield Sentence(text, language, wording.kind, wording.file, wording.line)
