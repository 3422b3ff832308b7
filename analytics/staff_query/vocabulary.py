"""Every word that staff questions may use, from the catalogue, the retailer's configuration and words.yml."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, get_args

import yaml

from analytics.needs.themes import ThemeTree, load_themes
from analytics.segments import UNCLASSIFIED, SegmentRules, load_segments
from analytics.staff_query.meanings import ANSWER, FILLER, Axis, Key, Meaning, Value, answer_field
from catalogue import LANGUAGES, Catalogue, Choice, Language, Question, load
from profiles.records import NeedType
from reading.text import fold
from reading.values.phrases import Phrases

WORDS_FILE = Path(__file__).parent / "words.yml"
BACKGROUND = ("age_band", "gender", "district", "income_band", "newsletter")
"""Questions whose answers are fields of their own."""
SHORTEST_SAID = 2
"""A single letter, such as 'm' for a man, is no word of a question."""
OFTEN_JOINED = (" and ", "同", "和", "與")
"""Between the two halves of a theme's name, each of which staff use alone: 'Returns and refunds'."""


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """What can be asked about, and what it is called.

    Attributes:
        catalogue: the questions and all wording.
        rules: the retailer's segments.
        themes: the themes of needs.
    """

    catalogue: Catalogue
    rules: SegmentRules
    themes: ThemeTree

    @classmethod
    @lru_cache(maxsize=1)
    def load(cls) -> "Vocabulary":
        """The vocabulary of this shop, made once.

        Raises:
            CatalogueError, ThemesError: a file cannot be read; names the place and the remedy.
        """
        return cls(load(), load_segments(), load_themes())

    @cached_property
    def spoken(self) -> tuple[tuple[str, Meaning], ...]:
        """Every folded phrase that is understood anywhere in a question, with what it means."""
        return tuple(self._general())

    @cached_property
    def phrases(self) -> Phrases[Meaning]:
        """Finds the spoken phrases in a text."""
        return Phrases(self.spoken)

    @cached_property
    def answers(self) -> Phrases[Meaning]:
        """The same with what people answer, which is understood after a word such as 'answered' alone."""
        return Phrases([*self.spoken, *self._answers()])

    def labels(self, field: str) -> dict[str, dict[Language, str]]:
        """The values of a field, each with its name by language, in their usual order; empty for a number."""
        if field == "segment":
            names = {segment.id: segment.name for segment in self.rules.segments}
            return {**names, UNCLASSIFIED: self.catalogue.wording[UNCLASSIFIED].text}
        if field == "need_theme":
            return {theme.id: {spoken: theme.name[spoken] for spoken in LANGUAGES} for theme in self.themes.themes}
        if field in _CODES:
            return {code: self.catalogue.wording[_CODES[field].format(code)].text for code in _values_of(field)}
        question = self.catalogue.questions[field.removeprefix(ANSWER)]
        return {choice.value: choice.label for choice in question.choices}

    def label(self, field: str, value: str, language: Language) -> str:
        """What a value of a field is called; the value itself where it has no name, as one that was retired."""
        return self.labels(field).get(value, {}).get(language, value)

    def axis_label(self, field: str, language: Language) -> str:
        """What a field is called where customers are told apart by it."""
        question = self.catalogue.questions.get(field.removeprefix(ANSWER))
        return question.report_as[language] if question else self.catalogue.say(f"axis_{field}", language)

    def _general(self) -> Iterator[tuple[str, Meaning]]:
        words = _words()
        for name, said in words["keys"].items():
            yield from _each(said, Key(name))
        for field, values in words["values"].items():
            for value, said in values.items():
                yield from _each(said, Value(field, value))
        for field, said in words["axes"].items():
            yield from _each(said, Axis(field))
        yield from _each(words["fillers"], FILLER)
        yield from self._named()

    def _named(self) -> Iterator[tuple[str, Meaning]]:
        for segment in self.rules.segments:
            yield from _each(segment.says, Value("segment", segment.id))
        for field in ("segment", "status", "stage", "channel", "need_theme", "need_type"):
            for value, names in self.labels(field).items():
                yield from _folded(_variants(field, names.values()), Value(field, value))
        for question in self.catalogue.questions.values():
            yield from self._asked(question)

    def _asked(self, question: Question) -> Iterator[tuple[str, Meaning]]:
        if question.id not in BACKGROUND:
            yield from _folded(question.report_as.values(), Axis(answer_field(question.id)))
        elif question.id != "newsletter":
            yield from _folded(question.report_as.values(), Axis(question.id))
            for choice in question.choices:
                yield from _folded(_said(choice), Value(question.id, choice.value))

    def _answers(self) -> Iterator[tuple[str, Meaning]]:
        for question in self.catalogue.questions.values():
            for choice in question.choices:
                if question.id not in BACKGROUND:
                    said = [*choice.label.values(), *(phrase for phrases in choice.says.values() for phrase in phrases)]
                    yield from _folded(said, Value(answer_field(question.id), choice.value))


_CODES = {
    "status": "status_{}",
    "stage": "stage_{}",
    "channel": "channel_{}",
    "newsletter": "newsletter_{}",
    "need_type": "need_{}",
}
"""Where the names of fixed codes stand in the catalogue's wording."""


def _values_of(field: str) -> Iterable[str]:
    if field == "need_type":
        return get_args(NeedType)
    return ("yes", "no") if field == "newsletter" else tuple(_words()["values"][field])


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(WORDS_FILE.read_text(encoding="utf-8"))
    return words


def _each(said: Mapping[Any, Iterable[str]], meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    for phrases in said.values():
        yield from _folded(phrases, meaning)


def _folded(phrases: Iterable[str], meaning: Meaning) -> Iterator[tuple[str, Meaning]]:
    for phrase in phrases:
        yield fold(phrase).text, meaning


def _variants(field: str, names: Iterable[str]) -> Iterator[str]:
    """A name, and for themes the halves of a name that joins two things."""
    for name in names:
        yield name
        joint = next((joint for joint in OFTEN_JOINED if joint in name), None) if field == "need_theme" else None
        if joint:
            yield from name.split(joint)


def _said(choice: Choice) -> Iterator[str]:
    """What people say for a background choice; a way out ('prefer not to say') has its label alone."""
    yield from choice.label.values()
    if not choice.is_way_out:
        yield from (phrase for said in choice.says.values() for phrase in said if len(phrase) >= SHORTEST_SAID)
