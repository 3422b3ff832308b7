"""E-mail addresses, also with spaces, full-width characters or the words 'at' and 'dot' in them."""

import re
from collections.abc import Iterator

from reading.personal_data.found import Kind, Stretch

_SPELT_AT = r"(?: ?[(\[{]at[)\]}] ?| at )"
_SPELT_DOT = r"(?: ?[(\[{]dot[)\]}] ?| dot )"
_PROVIDERS = "gmail|yahoo|hotmail|outlook|icloud|live|msn|qq|163|proton|protonmail|ymail|netvigator|aol"
_ENDINGS = "com|net|org|hk|edu|gov|uk|cn|tw|io|me|co|info|biz|asia"
_ADDRESS = re.compile(
    r"[a-z0-9_.%+\-\u00e0-\u024f]+(?:"
    r" ?@ ?[a-z0-9\-]+(?: ?[.。] ?[a-z0-9\-]+)*[.。] ?[a-z]{2,}|@[a-z0-9\-]{2,}"
    rf"|{_SPELT_AT}(?:{_PROVIDERS})(?:\.|{_SPELT_DOT})(?:[a-z]+(?:\.|{_SPELT_DOT}))?(?:{_ENDINGS})(?![a-z0-9])"
    rf"|{_SPELT_AT}[a-z0-9\-]+{_SPELT_DOT}(?:[a-z]+{_SPELT_DOT})?(?:{_ENDINGS})(?![a-z0-9]))"
)


def emails(text: str) -> Iterator[Stretch]:
    """The e-mail addresses in folded text."""
    if "@" not in text and "at" not in text:
        return
    for found in _ADDRESS.finditer(text):
        yield Kind.EMAIL, found.start(), found.end()
