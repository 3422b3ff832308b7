"""What a household earns, from what each of its earners does: 'me 20k, wife 15k', '我三萬老婆兩萬，加埋五萬'."""

from collections.abc import Sequence
from decimal import Decimal

from reading.text import pattern
from reading.values.numerals import NUMERAL, numeral
from reading.values.ranges import Range

_MOST = 4
"""Amounts beyond which an answer is no list of what a household's members earn."""
_CLOSE = Decimal("0.05")
"""The part of a sum by which a stated total may differ from it, as people round."""
_ENGLISH = (
    r"he|she|him|his|hers?|hub(?:by|s)|husband|wife|wifey|missus|partner|spouse|boyfriend|girlfriend|bf|gf|son|daughter|"
    r"mum|mom|mother|dad|father|brother|sister|flatmate|roommate"
)
_CHINESE = (
    r"佢|老公|老婆|先生|太太|阿仔|阿女|個仔|個女|大仔|細仔|大女|細女|老豆|阿爸|爸爸|阿媽|媽媽|男友|女友|男朋友|女朋友|家姐|大佬|"
    r"細佬|妹妹|另一半"
)
_EARNER = pattern(
    rf"(?P<other>\b(?:{_ENGLISH})(?='s|\b)|{_CHINESE})|(?P<self>\b(?:i|me|mine|my)\b|我(?!地|{_CHINESE}))"
)
_OF_SOMEBODY = pattern(r"^ ?(?:is |comes? )?from (?P<who>[a-z' ]{2,16}?)(?=$|[,.;!?]| and\b| plus\b)")
_CLAIMS = pattern(
    r"\b(?:says?|said|thinks?|reckons?|used to|before|last year|would|if)\b|話|覺得|以前|之前|舊年|如果|本來"
)
_TOTAL_BEFORE = pattern(
    r"(?:加埋晒?|夾埋|加起黎|合共|一共|總共|即係?|total(?:s|ling)?|so|together|altogether|in all|makes|combined|=)"
    r"[^\d,;]{0,12}$"
)
_EACH = pattern(r"\beach\b|\bapiece\b|各自?(?=[^個位種樣])|(?<![第得])一人|每人|每個人")
_TWO = pattern(
    r"\b(?:both of us|the two of us|we both|us both|couple|we each|"
    r"(?:husband|wife|partner|hubby|boyfriend|girlfriend) and (?:i|me)|"
    r"(?:me|i) and (?:my )?(?:husband|wife|partner|hubby))\b|"
    r"兩(?:公婆|夫婦|夫妻|個人?|母女|母子)|我同(?:我)?(?:老公|老婆|先生|太太|男友|女友|個仔|個女|佢)"
)
_SO_MANY = pattern(rf"(?P<count>{NUMERAL}) ?(?:個人|個人工|of us\b|people\b|earners?\b|persons?\b)")


def household_total(text: str, ranges: list[Range]) -> list[Range]:
    """The ranges of an answer with what its earners earn put together; as they are where nothing tells that.

    Args:
        text: the folded answer.
        ranges: the amounts in it, in its order.

    Returns:
        The total that is stated where the amounts before it come to it; else the sum of amounts of which each is
        another earner's; else an amount that each of so many earns, times those.
    """
    if not 0 < len(ranges) <= _MOST or any(None in each[:2] for each in ranges) or _CLAIMS.search(text):
        return ranges
    if stated := _stated(text, ranges):
        return [stated]
    if len(ranges) == 1:
        return [_of_each(text, ranges[0])]
    earners = [_earner(text, ranges, place) for place in range(len(ranges))]
    return ranges if None in earners or len(set(earners)) < len(earners) else [_sum(ranges)]


def _stated(text: str, ranges: Sequence[Range]) -> Range | None:
    """The last amount, where it is called a total and what stands before it comes to it."""
    if len(ranges) <= 2 or not _TOTAL_BEFORE.search(text[: ranges[-1][2]]):
        return None
    summed, last = _sum(ranges[:-1]), ranges[-1]
    low, high = summed[0] or Decimal(0), summed[1] or Decimal(0)
    agrees = (last[0] or Decimal(0)) <= high * (1 + _CLOSE) and (last[1] or Decimal(0)) >= low * (1 - _CLOSE)
    return last if agrees else None


def _of_each(text: str, range_: Range) -> Range:
    low, high, start, end, _ = range_
    if low is None or high is None or not _EACH.search(text):
        return range_
    counted = _SO_MANY.search(text)
    count = numeral(counted["count"]) if counted else None
    people = count.low if count and not count.rough else Decimal(2 if _TWO.search(text) else 1)
    return low * people, high * people, start, end, people > 1 or range_[4]


def _earner(text: str, ranges: Sequence[Range], place: int) -> str | None:
    """Who earns an amount: named nearest before it, since the amount before, or by a 'from' behind it."""
    start, end = ranges[place][2], ranges[place][3]
    if behind := _OF_SOMEBODY.match(text[end:]):
        named = list(_earners(behind["who"]))
    else:
        named = list(_earners(text[ranges[place - 1][3] if place else 0 : start]))
    return named[-1] if named else None


def _earners(text: str) -> list[str]:
    return ["me" if found["self"] else found["other"] for found in _EARNER.finditer(text)]


def _sum(ranges: Sequence[Range]) -> Range:
    low = sum((each[0] or Decimal(0) for each in ranges), Decimal(0))
    high = sum((each[1] or Decimal(0) for each in ranges), Decimal(0))
    return low, high, ranges[0][2], ranges[-1][3], any(each[4] for each in ranges)
