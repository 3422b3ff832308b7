"""Themes that the tree does not have yet: groups of needs that fit nothing, proposed to a person.

Nothing enters the tree by itself. What the reader files under `other`, or under a theme without conviction, is grouped
by meaning; a group is proposed when most of it comes together again in most resamplings of the texts (the bootstrap
stability of clusters by the Jaccard index: C. Hennig, Cluster-wise assessment of cluster stability, 2007).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import yaml
from scipy.cluster.hierarchy import fcluster, linkage

from analytics.needs.features import embeddings
from analytics.needs.reader import NeedsReader

GENERAL_FILE = Path(__file__).parent / "general_remarks.yml"
_UNSURE = 0.6
_GENERAL = 0.5
_FARTHEST = 0.66
_FEWEST = 5
_RESAMPLES = 50
_SHARE_DRAWN = 0.8
_STABLE = 0.75
_EXAMPLES = 5
_MOST_TEXTS = 3000
_SEED = 20261122

Floats = npt.NDArray[np.float64]
Group = frozenset[int]


@dataclass(frozen=True)
class ProposedTheme:
    """A group of needs without a theme.

    Attributes:
        texts: how many needs it holds.
        stability: how much of it comes together again when the texts are resampled, from 0 to 1.
        examples: the words nearest to its middle, nearest first.
    """

    texts: int
    stability: float
    examples: tuple[str, ...]


def unthemed(texts: Sequence[str], reader: NeedsReader) -> list[str]:
    """The words of the needs that fit no theme: those under `other`, and those under a theme without conviction."""
    return list(dict.fromkeys(words for text in texts for words in reader.unthemed(text, _UNSURE)))


def propose(texts: Sequence[str], reader: NeedsReader) -> list[ProposedTheme]:
    """The themes to propose from texts, largest first; none where nothing groups.

    Args:
        texts: what shoppers wrote. Of more than 3,000 needs without a theme, the first 3,000 are grouped.
        reader: finds the needs, and says which fit no theme.
    """
    words = unthemed(texts, reader)[:_MOST_TEXTS]
    meanings = embeddings(words)
    about = np.flatnonzero(_about_something(meanings))
    words, meanings = [words[place] for place in about], meanings[about]
    if len(words) < _FEWEST:
        return []
    found = [group for group in _groups(meanings) if len(group) >= _FEWEST]
    stable = zip(found, _stabilities(meanings, found), strict=True)
    proposed = [_proposed(group, stability, words, meanings) for group, stability in stable if stability >= _STABLE]
    return sorted(proposed, key=lambda theme: (-theme.texts, theme.examples))


def _about_something(meanings: Floats) -> npt.NDArray[np.bool_]:
    """Which meanings are far from every remark on a shop as a whole."""
    remarks = yaml.load(GENERAL_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["remarks"]
    far: npt.NDArray[np.bool_] = (meanings @ embeddings(remarks).T).max(axis=1, initial=-1.0) < _GENERAL
    return far


def _groups(meanings: Floats) -> list[Group]:
    """Texts whose meanings lie near each other on average, by average linkage over the cosine distance."""
    labels = fcluster(linkage(meanings, method="average", metric="cosine"), _FARTHEST, criterion="distance")
    return [frozenset(map(int, np.flatnonzero(labels == label))) for label in np.unique(labels)]


def _stabilities(meanings: Floats, groups: Sequence[Group]) -> list[float]:
    """For each group the mean, over resamplings, of its likeness to the group most like it among those drawn."""
    random = np.random.default_rng(_SEED)
    likeness = np.zeros((_RESAMPLES, len(groups)))
    for sample in range(_RESAMPLES):
        drawn = np.sort(random.choice(len(meanings), round(len(meanings) * _SHARE_DRAWN), replace=False))
        again = [frozenset(map(int, drawn[list(group)])) for group in _groups(meanings[drawn])]
        here = frozenset(map(int, drawn))
        likeness[sample] = [max(_jaccard(group & here, other) for other in again) for group in groups]
    return [float(value) for value in likeness.mean(axis=0)]


def _jaccard(one: Group, other: Group) -> float:
    return len(one & other) / len(one | other)


def _proposed(group: Group, stability: float, words: Sequence[str], meanings: Floats) -> ProposedTheme:
    places = sorted(group)
    nearness = meanings[places] @ meanings[places].mean(axis=0)
    nearest = [words[places[place]] for place in np.argsort(-nearness, kind="stable")[:_EXAMPLES]]
    return ProposedTheme(len(places), round(stability, 2), tuple(nearest))
