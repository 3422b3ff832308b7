"""Judging words: how often a text praises or blames by single words, and how often a negation turns that round."""

from functools import lru_cache
from pathlib import Path

import yaml

from analytics.needs.lexicon import Hit, Lexicon

WORDS_FILE = Path(__file__).parent / "judging_words.yml"
COUNTS = ("good", "bad", "good_negated", "bad_negated")
_ENGLISH_REACH = 18
_CHINESE_REACH = 3


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon:
    words = yaml.load(WORDS_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return Lexicon({kind: [*by_language["en"], *by_language["zh-Hant"]] for kind, by_language in words.items()})


def judgement(text: str) -> dict[str, int]:
    """How many judging words of each kind of `COUNTS` a text holds; quotation marks must be straight.

    >>> judgement("not easy, and the zip broke")
    {'good': 0, 'bad': 1, 'good_negated': 1, 'bad_negated': 0}
    """
    counts = dict.fromkeys(COUNTS, 0)
    hits = list(_lexicon().hits(text.replace("n't", " no")))
    negations = [hit.end for hit in hits if hit.name == "negation"]
    for hit in hits:
        if hit.name != "negation":
            counts[f"{hit.name}_negated" if _negated(hit, negations, text) else hit.name] += 1
    return counts


def _negated(hit: Hit, negations: list[int], text: str) -> bool:
    reach = _ENGLISH_REACH if text[hit.start : hit.end].isascii() else _CHINESE_REACH
    return any(0 <= hit.start - end <= reach for end in negations)
