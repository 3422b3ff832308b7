"""Reads one probe."""

from catalogue.loading.fields import Fields
from catalogue.models import CUES, Probe

KEYS = ("id", "ask", "fits")


def probe(fields: Fields) -> Probe:
    """The probe that a mapping describes; what is wrong with it is noted."""
    fields.require("fits")
    return Probe(
        id=fields.snake_case("id"),
        ask=fields.lists_by_language("ask", required=True),
        fits=fields.words_of("fits", CUES),
        file=fields.file,
        line=fields.line,
    )
