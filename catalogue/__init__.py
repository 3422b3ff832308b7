"""Every question, probe and customer-facing word of Askwell, declared once in YAML and in both languages.

Runs on Python 3.10 and 3.12 and needs PyYAML alone, so that the Rasa server and everything else read the same words.

>>> catalogue = load()
>>> catalogue.questions["for_whom"].kind.name
'choice'
>>> catalogue.questions["for_whom"].choice("gift").label["zh-Hant"]
'買嚟送禮'
"""

from typing import TYPE_CHECKING

from catalogue.errors import CatalogueError, Problem
from catalogue.languages import LANGUAGES, Language, closest_language
from catalogue.loading import CATALOGUE_FOLDER, load
from catalogue.models import Catalogue, Choice, Kind, Probe, Question, Wording

__all__ = [
    "CATALOGUE_FOLDER",
    "LANGUAGES",
    "Catalogue",
    "CatalogueError",
    "Choice",
    "Kind",
    "Language",
    "Probe",
    "Problem",
    "Question",
    "Wording",
    "closest_language",
    "load",
]

if not TYPE_CHECKING:  # Type checkers must go on refusing names that this package does not have.

    def __getattr__(name: str) -> object:
        """Hand spaCy the names of its own registry library, which is called `catalogue` too (docs/decisions)."""
        from catalogue.namesake import attribute

        return attribute(name)
