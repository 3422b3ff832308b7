"""A yes is taken for a yes only where nothing in the message says no: consent must be beyond doubt (P1, P9)."""

import re
from dataclasses import replace

from catalogue import Question
from reading.text import fold, pattern
from reading.values.result import Reading, Status
from reading.values.vocabulary import SAID_FOR

YES, NO = "yes", "no"
_AGREES_BY_DENYING = pattern(
    r"\bno (?:problems?|probs?|worries|objections?|issues?|harm|rush|hurry|doubt|questions)\b|\bwhy (?:ever )?not\b|"
    r"\b(?:i )?(?:do not|don'?t|wouldn'?t|would not) (?:really )?mind(?: at all| if you do)?\b|\bnot at all\b|"
    r"\bnot a problem\b|\bcan(?:'?t| ?not) wait\b|\bwithout (?:a )?doubt\b|\bdoesn'?t (?:matter|bother me)\b|"
    r"無(?:問題|所謂|相干|任歡迎|妨|意見|異議)|沒(?:有)?(?:問題|意見|異議)|[唔不](?:介意|反對|緊要|拘|妨|使問|使客氣|用客氣)|"
    r"(?:別|勿|唔好)客氣|唔該(?:晒|哂)?|免費|特別|[唔不]錯"
)
"""Words of denial with which people agree, and words in which a denial only seems to stand."""
_DENIES = pattern(
    r"\b(?:not|never|no|nope|nah|none|nor|without|refuse|decline|can'?t|cannot|don'?t|doesn'?t|didn'?t|won'?t|"
    r"wouldn'?t|shouldn'?t|isn'?t|aren'?t|mustn'?t|couldn'?t)\b|[唔不無未咪勿免拒]|沒|別|休想|就奇|先奇|先怪|才怪|點會"
)
_NARROWS = pattern(
    r"(?:\bbut |\bjust |\bif it'?s |\bas long as it'?s )?\bnot (?:too|very|that) (?:often|much|many|long|frequently)\b|"
    r"(?:不過|但係?|只要)?[唔不](?:好|要|會)?太(?:密|多|長|耐|久)"
)
"""What narrows a yes and does not take it back."""
_POLITE = pattern(
    r"\b(?:thanks?|thank you|thx|cheers|please|pls|plz|oh|ah|well|um+|hm+|then|lah?|lor|by me|with me|for me|i|do|"
    r"that'?s|that is|it'?s|it is|and|so|very|much|dear|my friend|go on|be my guest|let'?s|now|absolutely|gladly)\b|"
    r"[呀啊啦喇喎囉嘅的㗎架咁吖添先喔哦嗯]|多謝|謝謝|麻煩|請|我|當然|梗係|咪|都"
)
"""What may stand beside a plain yes."""
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
    return bool(_DENIES.search(_NARROWS.sub(" ", _AGREES_BY_DENYING.sub(" ", fold(text).text))))


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


def plainly(reading: Reading, text: str, question: Question) -> Reading:
    """The answer to a question that asks for consent: a yes only where the message says yes and nothing else.

    Args:
        reading: what was read in `text`.
        text: the whole message; politeness and 'not too often' may stand beside the yes.
        question: one without a choice `yes` keeps its reading.
    """
    if all(choice.value != YES for choice in question.choices):
        return reading
    if _is_plain_yes(text, question):
        return Reading(values=(YES,), status=Status.GIVEN)
    if reading.values != (YES,):
        return reading
    return Reading(status=Status.SEVERAL, candidates=(YES, NO))


def _is_plain_yes(text: str, question: Question) -> bool:
    folded = fold(text).text
    left = folded
    for phrase in _phrases_of_yes(question):
        left = left.replace(phrase, " ") if not phrase.isascii() else re.sub(rf"\b{re.escape(phrase)}\b", " ", left)
    left = _AGREES_BY_DENYING.sub(" ", left)
    said_yes = left != folded
    return said_yes and "?" not in folded and not any(map(str.isalnum, _POLITE.sub(" ", _NARROWS.sub(" ", left))))


def _phrases_of_yes(question: Question) -> list[str]:
    yes = question.choice(YES)
    said = [*yes.label.values(), *(words for each in yes.says.values() for words in each)]
    return sorted({*(fold(words).text for words in said), *SAID_FOR[YES]}, key=len, reverse=True)
