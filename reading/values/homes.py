"""Of several places the one somebody lives in: 'I work in Central but sleep in Fanling', '由屯門搬去大圍'."""

from reading.text import pattern
from reading.values.phrases import Match

_AT_HOME = pattern(
    r"(?:\b(?:live|lives|living|sleep|sleeping|stay|staying|reside|home|house|flat|apartment|based|now|moving to|"
    r"moved (?:[a-z ]{1,24} )?to)(?: (?:is|are|in|at|near|around|over|out|up|the|now|actually|just))*|"
    r"住(?:係|在|响|近)?|屋企(?:就)?(?:係|在)|搬(?:左|咗)?(?:去|入|到|嚟|返)?|而家(?:係|在)?|瞓(?:係|在)?|返屋企) ?$"
)
_NOT_AT_HOME = pattern(
    r"(?:\b(?:work|works|working|office|job|school|study|studying|shop|shopping|from|lived|"
    r"used to (?:live|stay)|grew up|born|parents)"
    r"(?: (?:is|are|in|at|near|around|over|out|the|a))*|"
    r"(?:公司|寫字樓|返工|做嘢|返學|讀書|舖頭|細個)(?:係|在)?|(?:以前|之前|本來)住?(?:係|在)?|(?:由|從)) ?$"
)
_NO_HOME_AFTER = pattern(r"^ ?(?:返工|做嘢|返學|讀書|開工|行街|搬)")

_SLOPE = pattern(r"半山|mid-? ?levels")
"""A slope that every hill has, although the word alone names the one above Central."""


def homes(text: str, places: list[Match[str]]) -> list[Match[str]]:
    """The places that are somebody's home; all of them where nothing in the folded text tells which.

    Args:
        text: the folded answer.
        places: the places that it names, in its order.
    """
    places = _without_slopes(text, places)
    if len({place.values for place in places}) == 1:
        return places
    elsewhere = [
        place for place in places if _NOT_AT_HOME.search(text[: place.start]) or _NO_HOME_AFTER.match(text[place.end :])
    ]
    at_home = [place for place in places if place not in elsewhere and _AT_HOME.search(text[: place.start])]
    return at_home or [place for place in places if place not in elsewhere] or places


def _without_slopes(text: str, places: list[Match[str]]) -> list[Match[str]]:
    """The places without the slope of one that is named right beside it: '薄扶林半山', 'mid-levels of Pok Fu Lam'."""
    kept: list[Match[str]] = []
    for place in places:
        if _SLOPE.fullmatch(text, place.start, place.end) and any(
            _is_slope_of(text, place, other) for other in places if other is not place
        ):
            continue
        kept.append(place)
    return kept


def _is_slope_of(text: str, slope: Match[str], place: Match[str]) -> bool:
    if place.end <= slope.start:
        return not text[place.end : slope.start].strip(" 的-")
    return text[slope.end : place.start].strip() in ("of", "in", "above")
