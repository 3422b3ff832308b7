"""Cantonese into written, simplified Chinese: what the sentence embedding has read most of."""

import re
from functools import lru_cache
from pathlib import Path

import yaml
from opencc import OpenCC

from analytics.needs.script import CHINESE

WORDS_FILE = Path(__file__).parent / "cantonese.yml"


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    words: dict[str, str] = yaml.load(WORDS_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["words"]
    return words


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, _words()), key=len, reverse=True)))


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    return OpenCC("tw2sp")


def written_chinese(text: str) -> str:
    """The text in simplified written Chinese; a text without Chinese stays as it is.

    >>> written_chinese("唔好送貨")
    '不要送货'
    """
    if not CHINESE.search(text):
        return text
    return str(_converter().convert(_pattern().sub(lambda match: _words()[match.group()], text)))
