"""Reads how shoppers say a choice in their own words."""

from collections.abc import Mapping

from catalogue.errors import did_you_mean
from catalogue.languages import Language
from catalogue.loading.fields import Fields
from catalogue.models import Examples, Question


def examples(fields: Fields, asked: Mapping[str, Question], elsewhere: Examples) -> Examples:
    """Question id to choice to its examples by language; a question or a choice that there is not is noted.

    Args:
        fields: the questions of one file.
        asked: every question by id.
        elsewhere: what other files show; a question that stands there too is noted.
    """
    found: dict[str, dict[str, dict[Language, tuple[str, ...]]]] = {}
    for id in fields.nodes:
        if id in elsewhere:
            fields.refuse(fields.lines[id], f"another file has examples for '{id}' too; keep them in one file.")
        if id not in asked:
            fields.refuse(fields.lines[id], f"no question is called '{id}'. {did_you_mean(id, asked)}")
            continue
        choices = fields.inner(fields.nodes[id])
        values = [choice.value for choice in asked[id].choices]
        for value in choices.nodes:
            if value in values:
                found.setdefault(id, {})[value] = choices.lists_by_language(value, required=True)
            else:
                choices.refuse(choices.lines[value], f"{id} has no choice '{value}'. {did_you_mean(value, values)}")
    return found
