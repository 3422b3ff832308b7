"""What a text excepts from its contentment: in 'it's fine, parcels aside' the complaint is about the parcels."""

import re

from analytics.needs.clauses import Clause

_EXCEPTED = (
    re.compile(r"(?:the |your |my )?(?P<thing>[\w'-]+(?: [\w'-]+)?) aside\b(?! from)", re.IGNORECASE),
    re.compile(
        r"\b(?:apart from|aside from|except(?:ing)?(?: for)?|other than|minus|barring|if (?:you|i) ignore"
        r"|let's not (?:talk about|mention)|don't (?:ask|get me started) (?:about|on)|shame about|pity about)"
        r"\s+(?P<thing>(?:the |your |my )?[\w'-]+(?: [\w'-]+){0,3})",
        re.IGNORECASE,
    ),
    re.compile(r"(?:除咗|除了|除開|撇開)(?P<thing>[^，,。.!！]{1,10}?)(?:之外|以外|外)?(?=[，,。.!！]|其他|乜都|都|$)"),
    re.compile(
        r"(?P<thing>[^，,。.!！；;]{1,12}?)(?:嗰?(?:part|部分|方面|邊|樣))?就?(?:唔好提|唔好講|咪提|別提|不提也罷)"
    ),
    re.compile(r"(?P<thing>[^，,。.!！；;]{2,8}?)就(?:麻麻|一般|普通|差啲|差少少|爭少少|唔敢恭維|有待改善)"),
)


def excepted(sentence: str) -> Clause | None:
    """Where a sentence names what it excepts; None where it excepts nothing.

    >>> excepted("it's fine I guess, parcels aside")
    Clause(start=19, end=32)
    """
    for pattern in _EXCEPTED:
        match = pattern.search(sentence)
        if match:
            return Clause(match.start(), match.end())
    return None
