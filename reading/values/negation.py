"""What an answer says is not so: 'not delivery', 'anything but delivery', '除咗送貨都得'."""

import re
from enum import Enum

from reading.text import pattern

_CLAUSE_ENDS = re.compile(r"[,.;:!?。、\n]|\bbut\b|\bbecause\b|但|而係|因為")
_DENIED_BEFORE = pattern(
    r"(?:\b(?:not|isn't|isnt|wasn't|aren't|don't|dont|doesn't|doesnt|didn't|never|"
    r"no|without|nor|neither|hardly|rather than|instead of|less about)"
    r"(?: (?:really|so much|about|for|the|a|an|my|any|care|mind|like|use|used|need|"
    r"want|matter|buy|that|much|concerned|interested|in|on|via|at|too))*"
    r"|唔係|不是|並非|唔關|唔理|唔睇|唔在乎|唔介意|唔要|唔想|唔會|唔用|無用|無用過|未用過|唔鍾意|唔使|唔需要|唔揀|唔|不|無|未|沒有)"
    r"(?:好|太|幾|真係|一定|係|用|買|幫|經|為|去|的)?[ ]?$"
)
_DENIED_AFTER = pattern(
    r"^[^,.;。]{0,8}?(?:\b(?:doesn't|does not|don't|do not|isn't|is not|aren't|are not|"
    r"never) (?:really )?(?:matter|important|count|bother)|"
    r"(?:就|都)?(?:唔緊要|無所謂|唔重要|不重要|唔係咁緊要|唔係重點|唔會睇))"
)
_EXCEPT_BEFORE = pattern(
    r"\b(?:any(?:thing|one|body)?|every(?:thing|one|body)?|all(?: of (?:them|these|"
    r"those))?|whatever|either|any of (?:them|these|those))"
    r"(?: of (?:them|these))? ?(?:,? ?(?:but|except(?: for)?|other than|apart from|"
    r"besides|bar|minus|not))[^.;!?。]*$|除(?:左|了|開|非)?[^.;!?。]*$"
)
_ALL_THE_REST = pattern(r"都(?:得|可以|係|緊要|重要|要|有|用|ok|無所謂)?|全部|所有|其他|其餘|樣樣")
_ON_TOP = pattern(r"仲|還|亦|埋|也有|\balso\b|\btoo\b")
_REST_BEFORE = pattern(r"(?:全部|所有|樣樣)[^.;!?。]*除")


class Denial(Enum):
    """In which way a value is denied."""

    NO = "no"
    """It stands."""
    NOT_THIS = "not this"
    """It is denied and nothing is said of the others."""
    ALL_BUT_THIS = "all but this"
    """It is denied and all of the others are meant."""


def denial(text: str, start: int, end: int) -> Denial:
    """How folded text denies what stands from `start` to `end` of it.

    >>> denial("anything but delivery", 13, 21), denial("not delivery", 4, 12), denial("delivery", 0, 8)
    (<Denial.ALL_BUT_THIS: 'all but this'>, <Denial.NOT_THIS: 'not this'>, <Denial.NO: 'no'>)
    """
    before, after = text[:start], text[end:]
    if _is_excepted(before, after):
        return Denial.ALL_BUT_THIS
    clause = _CLAUSE_ENDS.split(before)[-1]
    if _DENIED_BEFORE.search(clause) and not re.search(r"\bnot (?:only|just)\b|唔止|唔單止|不止", clause):
        return Denial.NOT_THIS
    return Denial.NOT_THIS if _DENIED_AFTER.match(after) else Denial.NO


def _is_excepted(before: str, after: str) -> bool:
    if not (found := _EXCEPT_BEFORE.search(before)):
        return False
    if not found[0].startswith("除"):
        return True
    rest = _ALL_THE_REST.search(after) or _REST_BEFORE.search(before)
    return bool(rest) and not _ON_TOP.search(re.split(r"[.;!?。]", after)[0])
