"""Reads needs from text: the package's one entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from analytics.needs.classifier import Classifier, stored_classifier
from analytics.needs.clauses import Clause, clauses, sentences
from analytics.needs.decisions import Likely, decide
from analytics.needs.features import TextFeatures, features, warm_up
from analytics.needs.found import NeedFound
from analytics.needs.look import Look
from analytics.needs.prose import prose
from analytics.needs.themes import OTHER, ThemeTree, load_themes


@dataclass(frozen=True)
class NeedsReader:
    """Finds the needs in what shoppers write, in English, in Chinese as Hong Kong writes it, and in both mixed."""

    themes: ThemeTree
    classifier: Classifier

    @classmethod
    def load(cls, folder: Path | None = None) -> Self:
        """A reader that is ready to read.

        Args:
            folder: where a retailer keeps a `themes.yml` of its own; None for the product's themes.

        Raises:
            ThemesError: the themes cannot be used.
        """
        warm_up()
        return cls(load_themes(folder / "themes.yml") if folder else load_themes(), stored_classifier())

    def read(self, text: str) -> list[NeedFound]:
        """The needs in a text, in the order of their words; none for a text without."""
        return self.read_many([text])[0]

    def read_many(self, texts: Iterable[str]) -> list[list[NeedFound]]:
        """The needs in each text, as `read` finds them one by one, only faster."""
        return [[need for parts in text for need in decide(parts)] for text in self._likely(list(texts))]

    def look(self, text: str) -> Look:
        """One look at a text, from which needs, cues and themes are told without reading it again."""
        return Look(tuple(tuple(parts) for parts in self._likely([text])[0]), self.themes.ids)

    def unthemed(self, text: str, conviction: float) -> list[str]:
        """The words of the needs in a text that fit no theme of the tree.

        Args:
            text: what somebody wrote.
            conviction: how likely, from 0 to 1, a theme must be for a need to fit it.
        """
        sentences_read = [parts[0] for parts in self._likely([text])[0] if decide(parts)]
        return [
            text[sentence.clause.start : sentence.clause.end]
            for sentence in sentences_read
            if sentence.theme == OTHER or sentence.themes[sentence.theme] < conviction
        ]

    def _likely(self, texts: Sequence[str]) -> list[list[list[Likely]]]:
        """For each text and sentence: what it says as a whole, then what each of its clauses says."""
        texts = [prose(text) for text in texts]
        places = [[_stretches(text, sentence) for sentence in sentences(text)] for text in texts]
        words = [
            stretch.of(text)
            for text, by_sentence in zip(texts, places, strict=True)
            for part in by_sentence
            for stretch in part
        ]
        read = iter(features(words, self.themes, self.classifier.themes.labels))
        return [
            [[self._read(stretch, stretch.of(text), next(read)) for stretch in part] for part in by_sentence]
            for text, by_sentence in zip(texts, places, strict=True)
        ]

    def _read(self, stretch: Clause, words: str, seen: TextFeatures) -> Likely:
        types, themes = self.classifier.read(seen)
        return Likely(stretch, words, types, self._in_tree(themes, seen.cues), seen.signs)

    def _in_tree(self, likely: Mapping[str, float], cues: Mapping[str, int]) -> dict[str, float]:
        """The themes of the retailer's tree alone; one that the classifier never learnt goes by its cue words."""
        if likely.keys() == set(self.themes.ids):
            return dict(likely)
        odds = {theme: likely.get(theme, cues.get(theme, 0) / (1 + cues.get(theme, 0))) for theme in self.themes.ids}
        claimed = max((odds[theme] for theme in odds if theme not in likely), default=0.0)
        return {theme: odd if theme not in likely else odd * (1 - claimed) for theme, odd in odds.items()}


def _stretches(text: str, sentence: Clause) -> list[Clause]:
    parts = clauses(text, sentence)
    return [sentence, *parts] if len(parts) > 1 else [sentence]
