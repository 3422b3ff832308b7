"""A yes is taken for a yes only where nothing in the message says no: consent must be beyond doubt (P1, P9)."""

from dataclasses import replace

from catalogue import Question
from reading.text import fold, pattern
from reading.values.result import Reading, Status

YES, NO = "yes", "no"
_AGREES_BY_DENYING = pattern(
    r"\bno (?:problems?|probs?|worries|objections?|issues?|harm|reason not to)\b|\bwhy (?:ever )?not\b|"
    r"\b(?:do not|don'?t|wouldn'?t|won'?t|would not) (?:really )?mind\b|\bnot at all\b|\bnot a problem\b|"
    r"\bcan'?t (?:wait|see why not)\b|\bno need to ask\b|"
    r"無(?:問題|所謂|相干|任歡迎|妨)|沒(?:有)?問題|[唔不](?:介意|反對|緊要|拘|妨|使問|用問|怕)|點解唔"
)
"""Words of denial with which people agree."""
_DENIES = pattern(
    r"\b(?:not|never|no|nope|nah|none|nor|without|refuse|decline|can'?t|cannot|don'?t|doesn'?t|didn'?t|won'?t|"
    r"wouldn'?t|shouldn'?t|isn'?t|aren'?t|mustn'?t|couldn'?t)\b|[唔不無未咪勿免拒]|沒|別|休想|就奇|先奇|先怪|才怪|點會"
)
_BUT = pattern(r"\b(?:but|as long as|only|except|unless|provided)\b|不過|但係?|只要|除非|除左")
"""What follows narrows a yes and does not take it back."""
_FLAT_NO = pattern(
    r"^(?:(?:oh|ah|well|hm+|um+|er+|sorry|thanks|thank you|god|dear)[ ,.!]+)*"
    r"(?:(?:of course|certainly|definitely|absolutely|surely|sure|most|probably|preferably|ideally|i think|i guess|"
    r"i(?:'d| would) say|rather|hell|yeah|ok|okay|for sure)[ ,]+)+"
    r"(?:not|never)(?: (?:ever|thanks|thank you|please|now|today|again|ok|okay|really|a chance|interested))*[ .!]*$|"
    r"^(?:梗係|當然|肯定|絕對|一定|都係|真係|最好|千祈|實|自然|可免)+(?:唔|不|咪)"
    r"(?:好|得|可以|會|要|想|使|同意|願意|准)?[呀啦囉喇啊喎架吖 .!。]*$"
)


def denies(text: str) -> bool:
    """Whether anything in a message says no, but for words of denial with which people agree.

    >>> denies("certainly not"), denies("no problem, go ahead"), denies("ok but not too often"), denies("得就奇")
    (True, False, False, True)
    """
    agreed = _BUT.split(_AGREES_BY_DENYING.sub(" ", fold(text).text), maxsplit=1)[0]
    return bool(_DENIES.search(agreed))


def beyond_doubt(reading: Reading, text: str, question: Question) -> Reading:
    """A reading in which 'certainly not' is no yes: a flat no is a no, and a yes beside a no is asked back.

    Args:
        reading: what was read in `text` as an answer to `question`.
        text: the whole message.
        question: any question; one without a choice `yes` keeps its reading.
    """
    if reading.values != (YES,) or question.kind.name != "choice" or not denies(text):
        return reading
    says_no = any(choice.value == NO for choice in question.choices)
    if says_no and _FLAT_NO.search(fold(text).text):
        return replace(reading, values=(NO,))
    return Reading(status=Status.SEVERAL, candidates=(YES, NO) if says_no else (YES,), corrected=False)
