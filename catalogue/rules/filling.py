"""Rules for `{placeholders}`: the same in both languages, and only where something fills them."""

from collections.abc import Iterator

from catalogue.languages import LANGUAGES, Language
from catalogue.models import Catalogue, placeholders
from catalogue.rules.finding import Finding

PROBES_MAY_USE = frozenset({"words"})


def has_different_placeholders(catalogue: Catalogue) -> Iterator[Finding]:
    """Use the same {placeholders} in both languages, in a probe phrasing by phrasing."""
    for wording in catalogue.wording.values():
        yield from _difference(wording.text, wording.id, wording.file, wording.line)
    for probe in catalogue.probes.values():
        for phrasings in zip(*(probe.ask.get(language, ()) for language in LANGUAGES), strict=False):
            said = dict(zip(LANGUAGES, phrasings, strict=True))
            yield from _difference(said, probe.id, probe.file, probe.line)


def has_a_placeholder_nobody_fills(catalogue: Catalogue) -> Iterator[Finding]:
    """Write questions and purposes without {placeholders}; a probe may use {words}, the customer's own."""
    for question in catalogue.questions.values():
        for key, text in (("ask", question.ask), ("purpose", question.purpose)):
            for name in sorted(frozenset().union(*map(placeholders, text.values()))):
                message = f"nothing fills '{{{name}}}' in a question; write the words themselves."
                line = question.lines.get(key, question.line)
                yield Finding(question.file, line, "has_a_placeholder_nobody_fills", message)
    for probe in catalogue.probes.values():
        used = frozenset().union(*(placeholders(text) for texts in probe.ask.values() for text in texts))
        for name in sorted(used - PROBES_MAY_USE):
            message = f"nothing fills '{{{name}}}' in a probe; '{{words}}' are the customer's own words."
            yield Finding(probe.file, probe.line, "has_a_placeholder_nobody_fills", message)


def _difference(text: dict[Language, str], id: str, file: str, line: int) -> Iterator[Finding]:
    used = {language: placeholders(text[language]) for language in text}
    everywhere = frozenset().union(*used.values())
    for language, names in used.items():
        for name in sorted(everywhere - names):
            message = (
                f"'{id}' has '{{{name}}}' in one language and not in '{language}'; write it in both or in neither."
            )
            yield Finding(file, line, "has_different_placeholders", message)
