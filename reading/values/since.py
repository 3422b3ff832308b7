"""Ages that somebody tells by what happened at one: 'I retired ten years ago at sixty', '六十歲退休，退咗十年'."""

from collections.abc import Iterator

from reading.text import pattern
from reading.values.numerals import NUMERAL, numeral

_AT = r"(?:at|when i was|aged)(?: the age of| age| about| around)?"
_EVENT = (
    r"(?:退休|退(?=[左,])|結婚|嫁|娶|移民|黎香港|黎港|搬|入行|出黎(?:做|社會)|畢業|生(?:仔|女|個|左|大|第)|做(?:阿?媽|阿?爸)|"
    r"離婚|來港)"
)
_SINCE = pattern(
    rf"\b(?P<gone>{NUMERAL}) (?:years?|yrs?) (?:ago|back),? {_AT} (?P<then>{NUMERAL})\b|"
    rf"\b{_AT} (?P<then_before>{NUMERAL})\b[^.;!?\d]{{0,24}}?"
    rf"\b(?P<gone_after>{NUMERAL}) (?:years?|yrs?) (?:ago|back|since)\b|"
    rf"(?P<then_chinese>{NUMERAL})歲?(?:先|就|個年)?{_EVENT}[^。;!?\d]{{0,8}}?"
    rf"(?:左|過左|到而家|已經|有|足|都)(?P<gone_chinese>{NUMERAL})年|"
    rf"(?P<gone_chinese_first>{NUMERAL})年前(?P<then_chinese_last>{NUMERAL})歲"
)
_LONG_SINCE = pattern(r"\b(?:ago|back|since)\b|年")
_NEAR = 60
"""Characters before an age in which words tell of what happened at it."""
_THEN = pattern(
    r"\b(?:retire[ds]?|married|wed|divorced|widowed|quit|emigrated|graduated|left (?:school|work|home)|"
    r"moved[a-z ]{0,12}|"
    r"stopped working|had (?:my|our) (?:first|second|last) (?:kid|child|baby|son|daughter)|became an? [a-z]+) "
    rf"(?:back )?{_AT} $"
)
_THEN_BEHIND = pattern(rf"^歲?(?:先|就|個年)?{_EVENT}")


def ages_since(text: str) -> Iterator[tuple[int, int, int, int]]:
    """The ages that something which happened at an age so many years ago comes to, in folded text.

    Returns:
        The age then and now's, and where the words stand; none for a text that names no such thing.

    >>> list(ages_since("i retired ten years ago at sixty"))
    [(70, 70, 10, 32)]
    """
    if not _LONG_SINCE.search(text):
        return
    for found in _SINCE.finditer(text):
        words = found.groupdict()
        then = next(numeral(words[name]) for name in words if name.startswith("then") and words[name])
        gone = next(numeral(words[name]) for name in words if name.startswith("gone") and words[name])
        if then and gone:
            yield int(then.low + gone.low), int(then.high + gone.high), *found.span()


def was_then(text: str, start: int, end: int) -> bool:
    """Whether the age from `start` to `end` of folded text is the one at which something happened.

    >>> was_then("retired at sixty", 11, 16), was_then("sixty and retired", 0, 5)
    (True, False)
    """
    return bool(_THEN.search(text[max(0, start - _NEAR) : start]) or _THEN_BEHIND.match(text[end:]))
