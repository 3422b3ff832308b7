"""Reads the conditions of a segment; a mistake is noted with its line and reading goes on."""

import yaml

from analytics.behaviour import STAGES, STATUSES
from analytics.configuration import decimal_number
from analytics.segments.rules import (
    FIGURES,
    AnswerIs,
    AnswerWithin,
    Bounds,
    Condition,
    FigureInTop,
    FigureWithin,
    Group,
    StandingIs,
)
from catalogue import Catalogue, Question
from catalogue.errors import did_you_mean
from catalogue.loading.fields import Fields

KEYS = ("figure", "answer", "is", "at_least", "below", "top_share", "status", "stage", "any", "all")
NOTHING = Group((), every=False)
"""Stands in for a condition that could not be read, so that the rest of the file is read as well."""


def group(fields: Fields, key: str, catalogue: Catalogue) -> Group:
    """The conditions listed under `key`, which is 'any' or 'all'."""
    conditions = tuple(_condition(fields, node, catalogue) for node in fields.items(key))
    return Group(conditions, every=key == "all")


def _condition(fields: Fields, node: yaml.Node, catalogue: Catalogue) -> Condition:
    inner = fields.inner(node, KEYS)
    if inner.has("figure"):
        return _figure(inner)
    if inner.has("answer"):
        return _answer(inner, catalogue)
    for field, known in (("status", STATUSES), ("stage", STAGES)):
        if inner.has(field):
            return StandingIs(field, inner.words_of(field, known))
    for key in ("any", "all"):
        if inner.has(key):
            return group(inner, key, catalogue)
    inner.refuse(inner.line, "this condition asks for nothing; write figure, answer, status, stage, any or all.")
    return NOTHING


def _figure(fields: Fields) -> Condition:
    figure = fields.text("figure")
    if figure not in FIGURES:
        fields.refuse(fields.lines["figure"], f"figure is '{figure}'. {did_you_mean(figure, FIGURES)}")
    if not fields.has("top_share"):
        return FigureWithin(figure, _bounds(fields))
    share = decimal_number(fields, "top_share")
    if not 0 < share < 1:
        fields.refuse(fields.lines["top_share"], f"top_share is {share:g}; write a share such as 0.2 for a fifth.")
    return FigureInTop(figure, share)


def _answer(fields: Fields, catalogue: Catalogue) -> Condition:
    id = fields.text("answer")
    question = catalogue.questions.get(id)
    if question is None:
        remedy = did_you_mean(id, catalogue.questions)
        fields.refuse(fields.lines["answer"], f"answer names '{id}', which no question asks. {remedy}")
        return NOTHING
    if not fields.has("is"):
        return AnswerWithin(id, _bounds(fields))
    return AnswerIs(id, _values(fields, question))


def _values(fields: Fields, question: Question) -> tuple[str, ...]:
    known = [choice.value for choice in question.choices]
    return tuple(value for value in fields.words_of("is", known) if value)


def _bounds(fields: Fields) -> Bounds:
    written = {key: decimal_number(fields, key) for key in ("at_least", "below") if fields.has(key)}
    if not written:
        fields.refuse(fields.line, "no bound is written; write at_least, below or both.")
    return Bounds(**written)
