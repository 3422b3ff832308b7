"""Checks the `{placeholders}` of a text, so that filling them can never fail while somebody waits for the reply."""

import re
from string import Formatter

NAME = re.compile(r"[a-z][a-z0-9_]*")


def fault(text: str) -> str | None:
    """What is wrong with the braces of `text` and what to write; None for a text that can be filled.

    >>> fault("{shop} keeps this.") is None
    True
    >>> fault("{shop keeps this.")
    'a brace has no partner; write {shop}, or leave the brace out.'
    """
    try:
        fields = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    except ValueError:
        return "a brace has no partner; write {shop}, or leave the brace out."
    for name, spec, conversion in fields:
        if not NAME.fullmatch(name) or spec or conversion:
            return f"'{{{name}}}' is no placeholder; write a name in small letters, such as {{shop}}."
    return None
