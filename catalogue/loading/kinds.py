"""Reads what kind of answer a question takes: `kind: choice`, or `kind: {scale: [0, 10]}`."""

import yaml

from catalogue.errors import did_you_mean
from catalogue.loading.fields import Fields, line_of
from catalogue.models import KINDS, Kind, KindName

BOUNDED: tuple[KindName, ...] = ("scale", "number")
BOUNDS = 2
UNKNOWN = Kind("text")
"""Stands in for a kind that could not be read, so that the rest of the question is read as well."""


def kind(fields: Fields) -> Kind:
    """The kind under the key `kind`; a text question where it cannot be read, which is noted."""
    if not fields.require("kind"):
        return UNKNOWN
    node = fields.nodes["kind"]
    if isinstance(node, yaml.ScalarNode):
        return _unbounded(fields, str(node.value))
    inner = fields.inner(node)
    name = next(iter(inner.nodes), "")
    known = _named(fields, name)
    if known is None:
        return UNKNOWN
    return _bounded(fields, known, inner.texts(name), line_of(node))


def _named(fields: Fields, word: str) -> KindName | None:
    for name in KINDS:
        if word == name:
            return name
    fields.refuse(fields.lines["kind"], f"kind is '{word}'. {did_you_mean(word, KINDS)}")
    return None


def _unbounded(fields: Fields, word: str) -> Kind:
    name = _named(fields, word)
    if name in BOUNDED:
        fields.refuse(fields.lines["kind"], f"a {name} needs bounds; write 'kind: {{{name}: [0, 10]}}'.")
    return Kind(name) if name else UNKNOWN


def _bounded(fields: Fields, name: KindName, bounds: tuple[str, ...], line: int) -> Kind:
    if name not in BOUNDED:
        fields.refuse(line, f"a {name} has no bounds; write 'kind: {name}'.")
        return Kind(name)
    numbers = [int(bound) for bound in bounds if bound.lstrip("-").isdecimal()]
    if len(numbers) != BOUNDS or len(bounds) != BOUNDS or numbers[0] >= numbers[1]:
        fields.refuse(line, f"the bounds of {name} are '{', '.join(bounds)}'; write two numbers, as in [0, 10].")
        return Kind(name, 0, 10)
    return Kind(name, numbers[0], numbers[1])
