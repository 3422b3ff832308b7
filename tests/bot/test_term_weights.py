"""The n-grams of a message, weighed."""

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from bot.term_weights import TermWeights
from bot.tokenizer import character_ngrams

TEXTS = ["skip this one", "skip it", "唔該跳過呢條", "next next next", "跳過 please", "👍"]


def grams(text: str) -> list[str]:
    return character_ngrams(text, 1, 3)


@pytest.mark.parametrize("text", [*TEXTS, "skip, please!", "再跳過 skip skip", "", "ＺＺＺ"])
def test_a_row_is_what_scikit_learn_makes_of_the_same_text(text: str) -> None:
    theirs = TfidfVectorizer(analyzer=grams, sublinear_tf=True).fit(TEXTS)
    ours = TermWeights.learnt(grams, TEXTS)

    assert ours.terms == sorted(theirs.vocabulary_)
    np.testing.assert_allclose(ours.row(text).toarray(), theirs.transform([text]).toarray(), atol=1e-6)
