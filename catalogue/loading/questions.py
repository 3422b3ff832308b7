"""Reads one question."""

import re

from catalogue.loading.choices import choices
from catalogue.loading.fields import Fields
from catalogue.loading.kinds import kind
from catalogue.models import HEARD_NEEDS, PERSONAL, SOURCES, Choice, HeardNeed, Kind, Question

KEYS = (
    "id",
    "kind",
    "ask",
    "choices",
    "purpose",
    "personal",
    "ask_when",
    "already_known_from",
    "probe",
    "listens_for",
    "report_as",
    "retired",
)
RANGE = re.compile(r"(\d+)\.\.(\d+)")


def question(fields: Fields, topic: str) -> Question:
    """The question that a mapping describes; what is wrong with it is noted."""
    fields.require("personal")
    sort = kind(fields)
    return Question(
        id=fields.snake_case("id"),
        topic=topic,
        kind=sort,
        ask=fields.by_language("ask"),
        choices=_choices(fields, sort),
        purpose=fields.by_language("purpose"),
        personal=fields.one_of("personal", PERSONAL, "ordinary"),
        ask_when=_ask_when(fields),
        already_known_from=fields.words_of("already_known_from", SOURCES),
        probe=fields.texts("probe"),
        listens_for=_listens_for(fields),
        report_as=fields.by_language("report_as"),
        retired=fields.flag("retired"),
        file=fields.file,
        line=fields.line,
        lines=fields.lines,
    )


def _listens_for(fields: Fields) -> HeardNeed | None:
    return fields.one_of("listens_for", HEARD_NEEDS, "wish") if fields.has("listens_for") else None


def _choices(fields: Fields, sort: Kind) -> tuple[Choice, ...]:
    """The choices, of which a choice question needs two or more and any other kind has none."""
    found = choices(fields)
    if sort.has_choices and len(found) < 2:
        fields.refuse(fields.lines.get("choices", fields.line), f"a {sort.name} needs two choices or more; write them.")
    if not sort.has_choices and found:
        fields.refuse(fields.lines["choices"], f"a {sort.name} has no choices; leave them out or write 'kind: choice'.")
    return found


def _ask_when(fields: Fields) -> dict[str, tuple[str, ...]]:
    """The facts that must hold, each with its values; `0..6` stands for every whole number from 0 to 6."""
    if not fields.has("ask_when"):
        return {}
    facts = fields.inner(fields.nodes["ask_when"])
    for fact in facts.nodes:
        facts.require(fact)
    return {fact: tuple(value for text in facts.texts(fact) for value in _values(text)) for fact in facts.nodes}


def _values(text: str) -> list[str]:
    """The values that one entry stands for."""
    span = RANGE.fullmatch(text)
    return [str(number) for number in range(int(span[1]), int(span[2]) + 1)] if span else [text]
