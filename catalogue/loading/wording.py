"""Reads one thing that Askwell says."""

from catalogue.loading.choices import choices
from catalogue.loading.fields import Fields
from catalogue.models import MESSAGE_KINDS, Wording

KEYS = ("id", "kind", "version", "text", "choices")


def wording(fields: Fields, topic: str) -> Wording:
    """The wording that a mapping describes; what is wrong with it is noted."""
    return Wording(
        id=fields.snake_case("id"),
        topic=topic,
        text=fields.by_language("text"),
        choices=choices(fields),
        kind=fields.one_of("kind", MESSAGE_KINDS, "question" if fields.has("choices") else "text"),
        version=fields.text("version", required=False),
        file=fields.file,
        line=fields.line,
    )
