"""Learns the meanings of answers from the catalogue's examples."""

from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np

from analytics.answer_meaning.meanings import EMBEDDING_WEIGHT, MEANINGS_FILE, Arrays, is_learnt
from analytics.answer_meaning.sayings import NOTHING, Saying, fingerprint, sayings
from analytics.needs.features import Floats, embeddings, grams
from analytics.needs.learning import Effort, Rows, fit, vocabulary_of
from catalogue import Catalogue

NOTHING_COUNTS = 0.5
"""What a text that answers nothing counts beside an example; the same few hundred stand against every question."""
EFFORT = Effort(strength=2.0, tolerance=1e-3)


def learn(catalogue: Catalogue, only: Collection[str] | None = None) -> Arrays:
    """The arrays of the file of meanings: the same examples give the same ones.

    Args:
        catalogue: whose examples are learnt from; a question whose texts all mean one thing has nothing to learn.
        only: the ids of some questions; every one that has examples if left out.
    """
    asked = catalogue.examples if only is None else only
    said = {id: sayings(catalogue.questions[id], catalogue) for id in asked}
    texts = list(dict.fromkeys(each.text for each_said in said.values() for each in each_said))
    meaning = dict(zip(texts, embeddings(texts) * EMBEDDING_WEIGHT, strict=True))
    arrays: dict[str, np.ndarray] = {"fingerprint": np.array(fingerprint(catalogue))}
    for id, each_said in said.items():
        if len({each.means for each in each_said}) > 1:
            arrays |= {f"{id}_{part}": array for part, array in _learnt(each_said, meaning).items()}
    return arrays


def _learnt(said: list[Saying], meaning: Mapping[str, Floats]) -> dict[str, np.ndarray]:
    rows = Rows(np.stack([meaning[each.text] for each in said]), [grams(each.text) for each in said])
    vocabulary = vocabulary_of(rows.grams)
    weights = [NOTHING_COUNTS if each.means == NOTHING else 1.0 for each in said]
    learnt = fit(rows, [each.means for each in said], vocabulary, weights, EFFORT)
    return {"vocabulary": np.array(vocabulary, dtype=str), **learnt}


def learn_if_changed(catalogue: Catalogue, force: bool = False, file: Path = MEANINGS_FILE) -> bool:
    """Learns and writes the file if the examples have changed since; says whether it did.

    The file is whole or the one from before: it is written beside and then takes its place.
    """
    if not force and is_learnt(catalogue, file):
        return False
    written = file.with_suffix(".new.npz")
    np.savez_compressed(written, allow_pickle=False, **learn(catalogue))
    written.replace(file)
    return True
