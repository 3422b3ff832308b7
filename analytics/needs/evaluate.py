"""How well the reader reads: against labelled sentences, and against suggestions that others labelled."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypedDict

import numpy as np
import numpy.typing as npt

from analytics.needs.found import NEED_TYPES, NeedFound
from analytics.needs.labelled import NEITHER, LabelledText
from analytics.needs.scores import LabelSets, f1, f1_by_label, interval, macro_f1, micro_f1
from analytics.needs.themes import OTHER, ThemeTree

SUGGESTIONS = ("wish", "advice")
TYPE_LABELS = (*NEED_TYPES, NEITHER)
_OVERLAP = 0.5


class Figure(TypedDict):
    """A figure and its 95% bootstrap interval."""

    value: float
    interval: tuple[float, float]


class Evaluation(TypedDict):
    """How well needs were found in labelled texts; the figures by label and the spans have no interval.

    `named_theme_macro_f1` leaves out the theme `other`, which is where all goes that fits no theme.
    """

    texts: int
    type_macro_f1: Figure
    theme_macro_f1: Figure
    named_theme_macro_f1: Figure
    theme_micro_f1: Figure
    need_micro_f1: Figure
    span_f1: float
    implicit_recall: float
    types: dict[str, float]
    themes: dict[str, float]


class SuggestionEvaluation(TypedDict):
    """How well suggestions were told from the rest; `natural` is the precision and F1 at other shares of them."""

    texts: int
    share: float
    f1: Figure
    precision: float
    recall: float
    natural: list[dict[str, float]]


class Reads(Protocol):
    """Whatever reads needs from texts into a tree of themes."""

    @property
    def themes(self) -> ThemeTree: ...

    def read_many(self, texts: Iterable[str]) -> list[list[NeedFound]]: ...


def evaluate(reader: Reads, texts: Sequence[LabelledText]) -> Evaluation:
    """The figures for labelled texts.

    Raises:
        ValueError: there are no texts.
    """
    if not texts:
        raise ValueError("There are no labelled texts to measure with; name a file that has some.")
    read = reader.read_many(text.text for text in texts)
    types = [frozenset[str](need.type for need in needs) or frozenset({NEITHER}) for needs in read]
    themes = [frozenset(need.theme for need in needs) for needs in read]
    pairs = [frozenset(f"{need.type}/{need.theme}" for need in needs) for needs in read]
    true_types, true_themes = [text.types for text in texts], [text.themes for text in texts]
    true_pairs = [frozenset(f"{need.type}/{need.theme}" for need in text.needs) for text in texts]
    ids = reader.themes.ids
    named = [theme for theme in ids if theme != OTHER]
    return {
        "texts": len(texts),
        "type_macro_f1": _figure(true_types, types, lambda truth, found: macro_f1(truth, found, TYPE_LABELS)),
        "theme_macro_f1": _figure(true_themes, themes, lambda truth, found: macro_f1(truth, found, ids)),
        "named_theme_macro_f1": _figure(true_themes, themes, lambda truth, found: macro_f1(truth, found, named)),
        "theme_micro_f1": _figure(true_themes, themes, micro_f1),
        "need_micro_f1": _figure(true_pairs, pairs, micro_f1),
        "span_f1": round(_span_f1(texts, read), 3),
        "implicit_recall": round(_implicit_recall(texts, types), 3),
        "types": _rounded(f1_by_label(true_types, types, TYPE_LABELS)),
        "themes": _rounded(f1_by_label(true_themes, themes, ids)),
    }


def suggestion_figures(
    truth: npt.NDArray[np.bool_], found: npt.NDArray[np.bool_], natural_shares: Sequence[float]
) -> SuggestionEvaluation:
    """The figures for suggestions from what is true and what was found, text by text.

    Args:
        truth: which texts are suggestions.
        found: which texts were taken for suggestions.
        natural_shares: shares of suggestions, between 0 and 1, to say the precision and F1 for as well, at the same
            recall and the same rate of false alarms.
    """

    def score(sample: npt.NDArray[np.int64]) -> float:
        return f1(float((truth & found)[sample].sum()), float(found[sample].sum()), float(truth[sample].sum()))

    recall = float((truth & found).sum() / max(truth.sum(), 1))
    false_alarm = float((~truth & found).sum() / max((~truth).sum(), 1))
    return {
        "texts": len(truth),
        "share": round(float(truth.mean()), 3),
        "f1": {"value": round(score(np.arange(len(truth))), 3), "interval": interval(len(truth), score)},
        "precision": round(float((truth & found).sum() / max(found.sum(), 1)), 3),
        "recall": round(recall, 3),
        "natural": [_at_share(share, recall, false_alarm) for share in natural_shares],
    }


def _at_share(share: float, recall: float, false_alarm: float) -> dict[str, float]:
    precision = share * recall / max(share * recall + (1 - share) * false_alarm, 1e-12)
    score = 2 * precision * recall / (precision + recall) if recall else 0.0
    return {"share": share, "precision": round(precision, 3), "f1": round(score, 3)}


def _figure(truth: LabelSets, found: LabelSets, figure: Callable[[LabelSets, LabelSets], float]) -> Figure:
    def sampled(sample: npt.NDArray[np.int64]) -> float:
        return figure([truth[place] for place in sample], [found[place] for place in sample])

    return {"value": round(figure(truth, found), 3), "interval": interval(len(truth), sampled)}


def _span_f1(texts: Sequence[LabelledText], read: Sequence[Sequence[NeedFound]]) -> float:
    """F1 of needs whose type is right and whose words overlap the labelled ones by half of both together."""
    hits = sum(
        any(need.type == label.type and _overlap(need.span, label.span) >= _OVERLAP for need in needs)
        for text, needs in zip(texts, read, strict=True)
        for label in text.needs
    )
    return f1(hits, sum(map(len, read)), sum(len(text.needs) for text in texts))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> float:
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def _implicit_recall(texts: Sequence[LabelledText], types: LabelSets) -> float:
    """The share of the texts noted as implicit in which a labelled type was found."""
    implicit = [bool(text.types & given) for text, given in zip(texts, types, strict=True) if "implicit" in text.notes]
    return sum(implicit) / len(implicit) if implicit else 0.0


def _rounded(values: dict[str, float]) -> dict[str, float]:
    return {name: round(value, 3) for name, value in values.items()}
