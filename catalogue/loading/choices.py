"""Reads the choices of a question or of a step."""

import re

from catalogue.loading.fields import Fields
from catalogue.models import Choice

KEYS = ("value", "label", "says", "alone")
VALUE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_+-]*")


def choices(fields: Fields) -> tuple[Choice, ...]:
    """The choices under the key `choices`, none where it is not written; a value that comes twice is noted."""
    found = tuple(choice(fields.inner(node, KEYS)) for node in fields.items("choices"))
    first: dict[str, Choice] = {}
    for made in found:
        earlier = first.setdefault(made.value, made)
        if made.value and earlier is not made:
            message = f"value '{made.value}' stands on line {earlier.line} too; give one of them another."
            fields.refuse(made.line, message)
    return found


def choice(fields: Fields) -> Choice:
    """One choice; what is wrong with it is noted."""
    value = fields.text("value")
    if value and not VALUE.fullmatch(value):
        fields.refuse(fields.lines["value"], f"value is '{value}'; write letters, digits, _ and -, such as 'sha_tin'.")
    return Choice(
        value=value,
        label=fields.by_language("label"),
        says=fields.lists_by_language("says"),
        alone=fields.flag("alone"),
        line=fields.line,
    )
