"""Ages: 'I turned thirty in May', '我四十二', '30尾', 'born in 1985', '80後', 'women over 40'."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reading.text import Folded, Span, fold, pattern
from reading.values.decades import decades_in, sheets_in
from reading.values.named_ages import named_ages
from reading.values.numbers import Located, numbers_in
from reading.values.numerals import NUMERAL, numeral
from reading.values.since import ages_since, was_then

YOUNGEST, OLDEST = 5, 115
"""Numbers outside of this are taken for something else than a customer's age."""
_BORN = pattern(
    r"\b(?:born(?: in| on)?(?: [a-z]+)?|birth ?year(?: is)?:?|class of birth|"
    r"d\.?o\.?b\.?(?: is)?:?|year of birth(?: is)?:?) ?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[a-z]+ )?(?P<english>(?:19|20)\d\d)\b|"
    r"\b(?:born (?:in |back in )?'?|b\. ?'?)(?P<short>\d\d)(?=\W*$|[,.;!?]| (?:so|and|baby|here|but)\b)|"
    r"(?P<chinese>(?:19|20)\d\d|[一二][零一二三四五六七八九]{3}|\d\d|"
    r"[二三四五六七八九零][一二三四五六七八九零])年(?:\d{1,2}月)?(?:出世|出生|生)|"
    r"(?:\b(?:born|baby|kid|child) (?:in|of) the |(?<!\w)')(?:19)?(?P<decade>[4-9]0)'?s\b|"
    r"\b(?:19)?(?P<decade_first>[4-9]0)'?s[ -](?:baby|kid|child|born|model|vintage)\b|"
    r"(?P<decade_chinese>[4-9]0|[四五六七八九]十)年代(?:出世|出生|生|人|$)|"
    r"(?P<generation>[5-9]0|[零0]0|10|[五六七八九零]零|[五六七八九零]十?)(?:後|后)(?!面|來|續|果|備|期)"
)
_YEAR_OF_BIRTH = pattern(
    r"(?<![\d$.,])(?<!since )(?<!in business )(?<!from )(?<!before )(?<!after )(?<!until )(?<!graduated )"
    r"(?<!married )(?P<english>19[2-9]\d|20[01]\d)(?:'?s)?(?: baby| kid| model| vintage| born)?"
    r"(?![\d%]| ?(?:dollars?|bucks|grand|元|蚊|呎))(?![^,.;]{0,6}(?:畢業|入職|結婚|搬))|"
    r"(?<![\w'])(?<!since )(?<!from )(?<!class of )'(?P<short>\d\d)(?![\d'%]|s\b)(?: baby| kid| model| vintage| born)?|"
    r"(?<![\d一二三四五六七八九十零])(?P<chinese>\d\d|[二三四五六七八九零][零一二三四五六七八九]|"
    r"一九[二三四五六七八九][零一二三四五六七八九]|"
    r"二零[零一][零一二三四五六七八九])年(?:(?:\d{1,2}|[一二三四五六七八九十]{1,2})月)?"
    r"(?=\W*$|[,.;!?。、啦呀囉喎架屬頭尾中底的]|[\d一二三四五六七八九十]{1,2}月|人|出世|出生|生)"
)
"""A year alone, which is the one of birth only where the age was asked: '1978 baby', '七三年屬牛'."""
_NOT_YET = pattern(
    r"\b(?:will be|gonna be|going to be|about to (?:be|turn)|soon|hitting) ?$|"
    r"(?:就[嚟快]|快(?:要|將)?|即將|準備|下年|出年|明年|下個月)"
    r"(?:先|就|夠|滿|到|登|正式|係)* ?$"
)
_YEARS_SHORT = pattern(
    rf"(?:[差爭](?:(?P<chinese>{NUMERAL})年|(?P<chinese_months>半年|(?:{NUMERAL}個?)?(?:月|星期|日)))(?:先|就)?(?:夠|到|滿|係)?|"
    rf"(?:(?P<english>{NUMERAL}) years?|(?P<months>(?:{NUMERAL}|an?) (?:month|week|day)s?))"
    r" (?:off|short of|from|shy of|away from|until|till|to)(?: turning| being)?) ?$"
)
_IS_PAST = pattern(r"(?:\b(?<!just )past|\bgone|(?<![啱剛])過左|年過|已過) ?$")
"""What stands before an age that somebody is older than."""
_NEXT = pattern(
    r"^ ?(?:years? old )?(?:next (?:year|month|week|spring|summer|autumn|winter|birthday|[a-z]+day|[a-z]{3,9})|"
    r"(?:very )?soon|in (?:a|two|three|a few|\d+) (?:days?|weeks?|months?)|tomorrow|later this year|this coming)\b"
)
"""What makes an age one that somebody will have: 'turning 65 next summer' is 64."""
_ALREADY = pattern(r"\b(?:just|already|now)\b[^,.;]{0,8}$")
_CUE_BEFORE = pattern(
    r"(?:\b(?:i'm|im|i am|i'll be|i will be|i've turned|turn(?:ed|ing)?|just turned|"
    r"aged?|age is|ages?|of age|years old is|between the ages of|"
    r"between|aged between)(?: (?:about|around|almost|nearly|now|already|just|only))? ?:?|"
    r"我(?:今年)?(?:係)?(?:已經)?|今年|年齡(?:係|大概|大約|:)?|年紀(?:係|大概|大約|:)?|啱啱)[ ]?$"
)
_SURE_BEFORE = pattern(
    r"(?:\b(?:turn(?:ed|ing)?|just turned|aged?|age is|ages?|between the ages of|aged between) ?:?|"
    r"年齡(?:係|:)?|年紀(?:係|:)?)[ ]?$"
)
_CUE_AFTER = pattern(r"^ ?-?(?:(?:years?|yrs?)?[ \-]?old\b|y ?/ ?o\b|yo\b|yrs?\b(?= of)|years? of age\b|歲(?!月|數))")
_LASTING = pattern(r"\b(?:for|past|last|over the|after) (?:about |around |nearly )?$")
_OF_A_CLASS = pattern(r"\bclass of '?$")
_IN_YEARS = pattern(r"^ ?(?:years|yrs)\b(?! ?(?:old|young))")
"""'For ten years' is how long something lasts."""
_PERSON_BEFORE = pattern(
    r"(?:\b(?:customers?|people|persons?|women|men|shoppers?|buyers?|members?|anyone|"
    r"everyone|those|females?|males?|ladies|adults|users?|who(?: are|'re)|are) (?:aged |"
    r"who are |that are )?)$"
)
_NOTHING_MORE = pattern(
    r"^ ?(?:$|[,.;:!?。、\n)]|(?:and|but|so|now|this year|next|in [a-z]|from|live|living|"
    r"with|years?|yrs|yo|male|female|m\b|f\b|man|woman|shop|buy|single|married|already)\b|"
    r"歲|啦|喇|啊|呀|囉|架|左|住|,)"
)
_OF_SOMETHING = pattern(
    r"^ ?(?:orders?|purchases?|times?|days?|weeks?|months?|dollars?|items?|visits?|"
    r"points?|hkd|%|次|蚊|元|日|個(?!寒暑|春秋|年頭)|件|星期|單|分|年|張)|^ years? (?:with|in|ago|here|since|back)"
)


@dataclass(frozen=True, slots=True)
class Ages:
    """An age, or a range of ages, named in a text.

    Attributes:
        low: the youngest that is meant in years, None for 'under 18'.
        high: the oldest that is meant, None for 'over 65'. 'over' and 'under' leave the named age itself out.
        span: where it stands in the text.
        rough: the writer spoke roughly ('around forty', '四十幾').
    """

    low: int | None
    high: int | None
    span: Span
    rough: bool = False


@dataclass(frozen=True, slots=True)
class LocatedAges:
    """Ages with their place in folded text."""

    ages: Ages
    start: int
    end: int


def find_ages(text: str, today: date | None = None, cue_needed: bool = True) -> Ages | None:
    """The first age or range of ages in a text, or None.

    Args:
        text: what somebody wrote.
        today: the day that years of birth are counted from; without it they are not read.
        cue_needed: False to take a bare number for an age too, where the question was about the age.

    >>> ages = find_ages("women over 40")
    >>> ages.low, ages.high
    (41, None)
    >>> find_ages("over 40 orders") is None
    True
    """
    return next((located.ages for located in ages_in(fold(text), today, cue_needed)), None)


def ages_in(folded: Folded, today: date | None, cue_needed: bool) -> Iterator[LocatedAges]:
    """The ages in folded text, in its order."""
    found = list(_births(folded, today, cue_needed)) if today else []
    found += [] if cue_needed else [*_since(folded), *_named(folded)]
    found += [each for each in _decades(folded, cue_needed) if not any(_overlap(each, other) for other in found)]
    for located in _numbers(folded, cue_needed):
        if not any(_overlap(located, other) for other in found):
            found.append(located)
    yield from sorted(found, key=lambda located: located.start)


def _overlap(one: LocatedAges, other: LocatedAges) -> bool:
    return one.start < other.end and other.start < one.end


def _named(folded: Folded) -> list[LocatedAges]:
    return [
        LocatedAges(Ages(low, high, folded.span(start, end), rough=rough), start, end)
        for low, high, start, end, rough in named_ages(folded.text)
    ]


def _since(folded: Folded) -> list[LocatedAges]:
    return [
        LocatedAges(Ages(low, high, folded.span(start, end), rough=low != high), start, end)
        for low, high, start, end in ages_since(folded.text)
        if YOUNGEST <= low <= high <= OLDEST
    ]


def _decades(folded: Folded, cue_needed: bool) -> Iterator[LocatedAges]:
    text = folded.text
    found = list(decades_in(text))
    for each in sheets_in(text):
        if not cue_needed or not each.start or _CUE_BEFORE.search(text[: each.start]):
            short = 0 if cue_needed else _years_to_go(text, each.start, each.end)
            found.append(each._replace(low=each.low - short, high=each.high - short))
    for each in found:
        yield LocatedAges(
            Ages(each.low, each.high, folded.span(each.start, each.end), each.rough), each.start, each.end
        )


def _years(text: str) -> int:
    value = numeral(text)
    return int(value.low) if value else 0


def _births(folded: Folded, today: date, cue_needed: bool) -> Iterator[LocatedAges]:
    announced = list(_BORN.finditer(folded.text))
    bare = [] if cue_needed else list(_YEAR_OF_BIRTH.finditer(folded.text))
    for found in announced:
        decade = found["decade"] or found["decade_first"] or found["decade_chinese"] or found["generation"]
        if decade:
            first = _full_year(_years(decade[0]) * 10, today)
            ages = today.year - first - 10, today.year - first
        else:
            ages = _ages_of_birth(found, today)
        yield from _possible(folded, found, ages, rough=bool(decade))
    for found in bare:
        if not any(found.start() < other.end() and other.start() < found.end() for other in announced):
            yield from _possible(folded, found, _ages_of_birth(found, today), rough=False)


def _ages_of_birth(found: re.Match[str], today: date) -> tuple[int, int]:
    """The age before and the one after this year's birthday of who was born in a year."""
    born = found["english"] or found["short"] or found["chinese"]
    year = _full_year(int("".join(str(_years(digit)) for digit in born)), today)
    return today.year - year - 1, today.year - year


def _possible(folded: Folded, found: re.Match[str], ages: tuple[int, int], rough: bool) -> Iterator[LocatedAges]:
    if ages[0] >= 0 and ages[1] <= OLDEST:
        yield LocatedAges(Ages(*ages, folded.span(*found.span()), rough=rough), *found.span())


def _full_year(year: int, today: date) -> int:
    """1985 for 85, 2003 for 3: the latest year with these last two digits that has begun."""
    if year >= 100:
        return year
    century = today.year - today.year % 100
    return century + year if century + year <= today.year else century - 100 + year


def _numbers(folded: Folded, cue_needed: bool) -> Iterator[LocatedAges]:
    for located in numbers_in(folded):
        ages = _ages(folded, located)
        if ages is None or (cue_needed and not _is_announced(folded.text, located)):
            continue
        tail = _CUE_AFTER.match(folded.text[located.core_end :])
        end = max(located.end, located.core_end + (len(tail[0]) if tail else 0))
        if not cue_needed and ages[0] == ages[1] and was_then(folded.text, located.core_start, located.core_end):
            ages = ages[0], None
        yield LocatedAges(
            Ages(ages[0], ages[1], folded.span(located.start, end), located.number.rough), located.start, end
        )


def _ages(folded: Folded, located: Located) -> tuple[int | None, int | None] | None:
    number = located.number
    if _OF_SOMETHING.match(folded.text[located.core_end : located.core_end + 12]) or folded.text[located.core_end :][
        :1
    ] in ("%", "/"):
        return None
    before = folded.text[max(0, located.start - 24) : located.start]
    if _OF_A_CLASS.search(before) or (_LASTING.search(before) and _IN_YEARS.match(folded.text[located.core_end :])):
        return None
    bounds = [bound for bound in (number.low, number.high) if bound is not None]
    if any(not YOUNGEST <= bound <= OLDEST for bound in bounds):
        return None
    beyond = Decimal(1) if number.exclusive else Decimal(0)
    if number.low is not None and number.high is not None and int(number.low) == int(number.high):
        age = int(number.low) - _years_to_go(folded.text, located.core_start, located.core_end)
        is_past = _IS_PAST.search(before) and not folded.text.startswith("個", located.core_end)
        return (age + 1, None) if is_past else (age, age)
    low = None if number.low is None else int(number.low + (beyond if number.high is None else 0))
    high = None if number.high is None else int(number.high - (beyond if number.low is None else 0))
    return low, high


def _years_to_go(text: str, start: int, end: int) -> int:
    """How many years younger somebody still is: one for 'turning 65 next summer', two for '差兩年先六十五'."""
    before, after = text[max(0, start - 64) : start], text[end:]
    if short := _YEARS_SHORT.search(before):
        years = short["chinese"] or short["english"]
        return max(1, _years(years)) if years else 1
    is_to_come = _NEXT.match(after) or _NOT_YET.search(before)
    return 1 if is_to_come and not _ALREADY.search(before) else 0


def _is_announced(text: str, located: Located) -> bool:
    before, after = text[max(0, located.start - 32) : located.start], text[located.core_end :]
    if _CUE_AFTER.match(after) or _SURE_BEFORE.search(before):
        return True
    if _CUE_BEFORE.search(before) and "between" not in before[-9:]:
        return bool(_NOTHING_MORE.match(text[located.end :]))
    one_sided = located.number.low is None or located.number.high is None or "between" in before[-9:]
    return one_sided and bool(_PERSON_BEFORE.search(before.removesuffix("between ")))
