"""Looks a sentence through for the wordings of wordings.yml."""

import re
from functools import lru_cache
from pathlib import Path
from re import Pattern

import yaml

WORDINGS = Path(__file__).with_name("wordings.yml")
ENGLISH = re.compile(r"[(?:<!]*[a-z]")


def first_match(text: str, rule: str) -> str | None:
    """The first wording in `text` that breaks `rule`; None for none."""
    for pattern in _patterns()[rule]:
        found = pattern.search(text)
        if found:
            return found[0].strip()
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, list[Pattern[str]]]:
    content = yaml.safe_load(WORDINGS.read_text(encoding="utf-8"))
    lists = {f"%{name}%": words.replace(" |", "|") for name, words in content["lists"].items()}
    return {
        rule: [_pattern(wording, lists) for wording in wordings.splitlines()]
        for rule, wordings in content["wordings"].items()
    }


def _pattern(wording: str, lists: dict[str, str]) -> Pattern[str]:
    """An English wording must begin a word, wherever its alternatives begin."""
    for name, words in lists.items():
        wording = wording.replace(name, words)
    return re.compile(rf"(?<![a-z])(?:{wording})" if ENGLISH.match(wording) else wording, re.IGNORECASE)
