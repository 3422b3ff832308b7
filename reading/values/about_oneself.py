"""What people say of themselves in passing: their age, home and income, whom they shop for, what they are."""

import re

from catalogue import Question
from reading.text import fold, pattern
from reading.values import districts
from reading.values.banded import band_of_range, own_ages, period_of, range_of_ages, range_of_money
from reading.values.choice_phrases import phrases_of, stands_for_itself
from reading.values.message import Message
from reading.values.money import money_in
from reading.values.negation import Denial, denial
from reading.values.partial import NOTHING, Partial, given
from reading.values.phrases import Match

_FIRST_PERSON = pattern(
    r"(?:\b(?:i'm|im|i am|i just|i've just|i|i'll be|my age(?: is)?|me)\b|我)[^,.;!?。]{0,16}$|今年(?:已經|啱啱)?$"
)
_LIVE_HERE = pattern(
    r"(?:\b(?:live|living|lives|stay|staying|based|reside|residing|moved|am from|i'm from|home is|house is)\b"
    r"(?: (?:in|at|near|around|to|over|out|on|the|now|just))*|住(?:係|在|响|近)?|屋企(?:係|在)|搬左?去|嚟自) ?$"
)
_OF_AGE_AND_FROM = pattern(r"\b(?:i'm|i am|im|aged?) \d{1,3}(?: years old)?,? (?:and )?(?:in|from) $")
_PERSON_FROM_HERE = pattern(r"^人(?![多少山流群手口氣])")
_SOMEBODY_ELSE = pattern(
    r"(?:\b(?:mum|mom|dad|parents?|friends?|sister|brother|son|daughter|grandma|he|she|they)\b|"
    r"媽|爸|朋友|佢|阿哥|家姐)[^,.;。]{0,12}$"
)
_SHOPPING_FOR = pattern(
    r"(?:\b(?:shop|shopping|buy|buying|order|ordering|purchase|get things|groceries)"
    r"(?: (?:here|mostly|mainly|usually|things|stuff|food|groceries|online|all|it|them|and|only|just))* (?P<for>for )?|"
    r"(?:幫|買俾|買嘢俾|買嚟俾|為))$"
)
_I_AM = pattern(r"(?:\b(?:i'm|i am|im|as) (?:also |just |only )?(?:an? )|我係(?:一?個|位)?|身為(?:一?個)?)$")
_I_DO = re.compile(r"(?:i |i'm |i've )\S+|我.{3}")
_BEGINS_A_CLAUSE = pattern(r"(?:^|[,.;!?。、\n]|\b(?:and|but|so|because|as|since)|同埋|因為|所以|但) ?$")
_ENDS_A_CLAUSE = pattern(r" ?(?:$|[,.;!?])")
_NO_NOUN_FOLLOWS = pattern(
    r" ?(?:$|[^\w ]|[^a-z ]|(?:and|or|but|so|who|from|in|of|with|living|aged|here|now|already|myself)\b)"
)
_INCOME = pattern(r"\b(?:income|salary|earn|earns|earning|make|wage)\b|月入|人工|收入|月薪|年薪")


def read_own_age(message: Message, question: Question) -> Partial:
    """The age that somebody gives as their own, as the question's band."""
    text = message.folded.text
    ages = [
        range_of_ages(located)
        for located in own_ages(message.folded, message.today, cue_needed=True)
        if _FIRST_PERSON.search(text[: located.start]) or not text[: located.start].strip()
    ]
    return band_of_range(question, ages)


def read_own_income(message: Message, question: Question) -> Partial:
    """The income that somebody names as such, as the question's band."""
    text = message.folded.text
    amounts = [
        range_of_money(located, period_of(question) or "month")
        for located in money_in(message.folded, currency_needed=True)
        if located.money.currency == "HKD" and _INCOME.search(text[max(0, located.start - 24) : located.start])
    ]
    return band_of_range(question, amounts)


def read_home(message: Message, question: Question) -> Partial:
    """The district in which somebody says that they live."""
    text, values = message.folded.text, {choice.value for choice in question.choices}
    for start, end, meant in districts.names_in(message.folded):
        begins = _home_begins(text, start, end)
        one_of_ours = len(meant) == 1 and meant[0] in values
        if begins is not None and one_of_ours and not _SOMEBODY_ELSE.search(text[:begins]):
            return given(meant[0], used=((start, end),)) if _stands(text, begins, end) else NOTHING
    return NOTHING


def _home_begins(text: str, start: int, end: int) -> int | None:
    """Where the words begin that make the place from `start` to `end` a home: 'live in …', 'I'm 32, in …', '…人'."""
    cue = _LIVE_HERE.search(text[:start])
    if cue is None and _NO_NOUN_FOLLOWS.match(text[end:]):
        cue = _OF_AGE_AND_FROM.search(text[:start])
    if cue:
        return cue.start()
    return start if _PERSON_FROM_HERE.match(text[end:]) else None


def read_description(message: Message, question: Question) -> Partial:
    """The choices that somebody names of themselves: 'shop for my kids', 'I'm a woman', 'I compare first'."""
    matches = [
        match
        for match in phrases_of(question, message.language).find(message.folded)
        if _is_said_of_oneself(message, match)
    ]
    matches = [match for match in matches if _is_known_only_to(message, question, match)]
    named = {match.values[0] for match in matches}
    if not named or (len(named) > 1 and question.kind.name == "choice"):
        return NOTHING
    values = [choice.value for choice in question.choices if choice.value in named]
    return given(*values, used=tuple((match.start, match.end) for match in matches))


def _is_said_of_oneself(message: Message, match: Match[str]) -> bool:
    text = message.folded.text
    if len(match.values) > 1 or not stands_for_itself(text, match) or not _stands(text, match.start, match.end):
        return False
    before, phrase, after = text[: match.start], text[match.start : match.end], text[match.end :]
    if shopping := _SHOPPING_FOR.search(before):
        return bool(shopping["for"]) or phrase.startswith("for ") or not phrase.isascii()
    if _I_AM.search(before):
        return bool(_NO_NOUN_FOLLOWS.match(after))
    stands_alone = not phrase.endswith(" not") or bool(_ENDS_A_CLAUSE.match(after))
    return bool(_I_DO.match(phrase) and _BEGINS_A_CLAUSE.search(before)) and stands_alone


def _stands(text: str, start: int, end: int) -> bool:
    return denial(text, start, end) is Denial.NO


def _is_known_only_to(message: Message, question: Question, match: Match[str]) -> bool:
    phrase = fold(message.folded.text[match.start : match.end])
    others = (other for other in message.asked if other is not question and other.kind.has_choices)
    return not any(phrases_of(other, message.language).holds(phrase) for other in others)
