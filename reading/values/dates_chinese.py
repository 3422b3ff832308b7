"""Days and periods as people write them in Cantonese and written Chinese."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from reading.text import pattern
from reading.values.calendar_days import (
    Days,
    Unit,
    half_more_ago,
    past_day,
    past_day_of_month,
    past_month,
    past_part,
    past_weekday,
    shifted,
    third_of_month,
    whole,
)
from reading.values.numerals import numeral

Match: TypeAlias = re.Match[str]
Reader: TypeAlias = Callable[[Match, date], Days | None]

_NUMERAL = r"\d{1,2}|[一二三四五六七八九十廿卅]{1,3}"
_YEAR = r"(?P<year>20\d\d|二零[零一二三四五六七八九]{2})年"
_RELATIVE_YEAR = r"(?P<which>今年|舊年|去年|上年|前年)(?:嘅)?"
_COUNT = r"(?P<count>\d{1,3}|[一二兩三四五六七八九十廿卅幾半]{1,4})"
_UNIT_COUNTED = r"(?P<unit>日|天|個?星期|個?禮拜|個?周|個月|個?季度?|年)(?P<half>半)?"
_WEEKDAYS = {
    "一": 0,
    "二": 1,
    "三": 2,
    "四": 3,
    "五": 4,
    "六": 5,
    "日": 6,
    "天": 6,
    "1": 0,
    "2": 1,
    "3": 2,
    "4": 3,
    "5": 4,
    "6": 5,
}
_YEARS_BACK = {"今年": 0, "舊年": 1, "去年": 1, "上年": 1, "前年": 2}
_DAYS_BACK = {
    "今日": 0, "今天": 0, "今朝": 0, "今早": 0, "今晨": 0, "今晚": 0, "頭先": 0, "剛才": 0, "方才": 0, "啱先": 0,
    "正話": 0, "昨夜": 1, "琴日": 1,
    "尋日": 1, "噚日": 1, "昨日": 1, "昨天": 1, "琴晚": 1, "尋晚": 1, "噚晚": 1, "昨晚": 1, "前日": 2, "前天": 2,
    "大前日": 3, "大前天": 3, "前晚": 2, "大前晚": 3, "大大前日": 4, "聽日": -1, "明天": -1, "聽晚": -1, "後日": -2,
}  # fmt: skip
_WHICH = {"上上": -2, "上": -1, "今": 0, "呢": 0, "這": 0, "本": 0, "下": 1}


def _unit(name: str) -> Unit:
    units: dict[str, Unit] = {
        "日": "day",
        "天": "day",
        "星": "week",
        "禮": "week",
        "周": "week",
        "月": "month",
        "季": "quarter",
        "年": "year",
    }
    return units[name.removeprefix("個")[0]]


def _bounds(words: str) -> tuple[int, int]:
    value = numeral(words)
    return (int(value.low), int(value.high)) if value else (0, 0)


def _number(words: str) -> int:
    return _bounds(words)[0]


def _year_of(found: Match, today: date) -> int | None:
    groups = found.groupdict()
    if groups.get("which"):
        return today.year - _YEARS_BACK[groups["which"]]
    return _number(groups["year"]) if groups.get("year") else None


def _day(found: Match, today: date) -> Days | None:
    return past_day(_number(found["day"]), _number(found["month"]), _year_of(found, today), today)


def _month(found: Match, today: date) -> Days | None:
    return past_month(_number(found["month"]), _year_of(found, today), today)


def _whole_year(found: Match, today: date) -> Days | None:
    year = _year_of(found, today)
    return whole("year", date(year, 1, 1)) if year else None


def _relative_day(found: Match, today: date) -> Days | None:
    return whole("day", shifted(today, "day", -_DAYS_BACK[found[0]]))


def _which_unit(found: Match, today: date) -> Days | None:
    unit = _unit(found["unit"])
    return whole(unit, shifted(today, unit, _WHICH[found["which"]]))


def _weekday(found: Match, today: date) -> Days | None:
    number = _WEEKDAYS[found["weekday"]]
    if not found["which"]:
        return whole("day", past_weekday(number, today, today_counts=True))
    monday = whole("week", shifted(today, "week", _WHICH[found["which"]])).since
    return whole("day", shifted(monday, "day", number)) if monday else None


def _weekend(found: Match, today: date) -> Days | None:
    monday = whole("week", shifted(today, "week", _WHICH[found["which"]])).since if found["which"] else None
    saturday = shifted(monday, "day", 5) if monday else past_weekday(5, today, today_counts=True)
    return Days(saturday, shifted(saturday, "day", 1))


def _ago(found: Match, today: date) -> Days | None:
    unit, (fewest, most) = _unit(found["unit"]), _bounds(found["count"])
    if found["count"] == "半":
        return _months_ago(6 if unit == "year" else 0, today)
    if found["half"] and unit == "year":
        return _months_ago(12 * fewest + 6, today)
    earliest, latest = (whole(unit, shifted(today, unit, -count)) for count in (most, fewest))
    return Days(earliest.since, latest.until)


def _months_ago(months: int, today: date) -> Days | None:
    return whole("month", shifted(today, "month", -months)) if months else None


def _past_units(found: Match, today: date) -> Days | None:
    unit = _unit(found["unit"])
    count = _bounds(found["count"])[1] if found["count"] else 1
    if found["count"] == "半":
        return Days(shifted(today, "month", -6), today) if unit == "year" else None
    return Days(shifted(today, unit, -count), today)


def _quarter(found: Match, today: date) -> Days | None:
    return past_part("quarter", 3 * _number(found["number"]) - 2, _year_of(found, today), today)


def _half(found: Match, today: date) -> Days | None:
    return past_part("half", 1 if found["side"] == "上" else 7, _year_of(found, today), today)


def _day_of_which_month(found: Match, today: date) -> Days | None:
    """'上個月廿號'."""
    month = shifted(today, "month", _WHICH[found["which"]])
    return past_day(_number(found["day"]), month.month, month.year, today)


def _day_of_the_month(found: Match, today: date) -> Days | None:
    """'廿號': the latest day that is one."""
    return past_day_of_month(_number(found["day"]), today)


def _part_of_month(found: Match, today: date) -> Days | None:
    """'上個月尾', '月頭'."""
    month = shifted(today, "month", _WHICH[found["which"] or "今"])
    part = found["part"]
    return third_of_month("early" if part in "頭初" else "mid" if part == "中" else "late", month)


def _and_a_half_ago(found: Match, today: date) -> Days | None:
    """'個半月前', '兩個半星期前'."""
    return half_more_ago(_unit(found["unit"]), _number(found["count"]) if found["count"] else 1, today)


def _today(_: Match, today: date) -> Days | None:
    return whole("day", today)


_WHEN = rf"(?:{_YEAR}|{_RELATIVE_YEAR})?"
_WHICH_UNIT = (
    r"(?P<which>上上|上|今|呢|這|本|下)(?:一)?(?P<unit>個?星期|個?禮拜|個?周|個?月|個?季度?)"
    r"(?![一二三四五六日天末尾\d])"
)
_EXPRESSIONS: tuple[tuple[str, Reader], ...] = (
    (rf"{_WHEN}(?<![\d一二三四五六七八九十])(?P<month>{_NUMERAL}) ?月 ?(?P<day>{_NUMERAL}) ?(?:日|號)", _day),
    (
        rf"{_WHEN}(?<![\d一二三四五六七八九十])(?P<month>{_NUMERAL}) ?月(?P<day>{_NUMERAL})"
        r"(?![\d一二三四五六七八九十廿幾])(?=\W*$|[\s,;!?。、(]|[買落訂收嗰左囉啦呀喎啩]|星期|禮拜|前後)",
        _day,
    ),
    (
        rf"{_WHEN}(?<![個\d一二三四五六七八九十])(?P<month>{_NUMERAL}) ?月(?:份)?"
        r"(?!\d|[一二兩三四五六七八九十幾]+[日號次])",
        _month,
    ),
    (rf"(?:{_YEAR})", _whole_year),
    (rf"(?:{_RELATIVE_YEAR})(?!\d)", _whole_year),
    (rf"(?<![日號月年之以])(?:{'|'.join(sorted(_DAYS_BACK, key=len, reverse=True))})", _relative_day),
    (r"(?:啱啱|剛剛)(?=先|買|落|購|訂|完|係度|\W*$|[,.!啦])", _today),
    (_WHICH_UNIT, _which_unit),
    (
        rf"(?P<which>上上|上|今|呢|這|本)(?:一)?個?月(?:嘅)?(?:大概|大約)?(?P<day>{_NUMERAL})(?:號|日)",
        _day_of_which_month,
    ),
    (
        rf"(?:^\W*|(?<=[,.;!?。、 係在約概])|(?<=大約)|(?<=應該))(?P<day>{_NUMERAL})號"
        r"(?=\W*$|[,.;!?。、啦呀囉喎啩左]|買|嗰日|落單|收到|送到|先|前後)",
        _day_of_the_month,
    ),
    (
        r"(?<![\d一二兩三四五六七八九十幾半每])(?<![\d一二三四五六七八九十] )(?<![一二兩三四五六七八九十幾半每\d]個)"
        r"(?P<which>上上|上|今|呢|這)?個?月(?P<part>[頭初中尾底])",
        _part_of_month,
    ),
    (
        rf"(?:{_COUNT})?個半(?P<unit>月|星期|禮拜)(?:左右)?(?:之前|以前|前)(?![日天])",
        _and_a_half_ago,
    ),
    (rf"{_COUNT}(?:分鐘|個?鐘頭?|個?小時|秒)(?:左右)?(?:之前|以前|前)", _today),
    (rf"(?<![之以])[前早]{_COUNT}(?P<unit>日|天|個?星期|個?禮拜|個月)(?P<half>)", _ago),
    (
        r"(?P<which>上上|上|今|呢|這|本|下)?個?(?:星期|禮拜|周)(?P<weekday>[一二三四五六日天]|[1-6](?!\d))(?!個|次)",
        _weekday,
    ),
    (r"(?P<which>上|今|呢|這|下)?個?(?:周末|星期尾|禮拜尾)", _weekend),
    (rf"(?:大概|大約|約)?{_COUNT}{_UNIT_COUNTED}(?:左右)?(?:之前|以前|前)(?![日天])", _ago),
    (rf"(?:過去|最近|近|呢|這|之前)(?:嘅)?{_COUNT}{_UNIT_COUNTED}(?:內|以內|之內|裡面|入面)?(?!前)", _past_units),
    (rf"{_COUNT}{_UNIT_COUNTED}(?:內|以內|之內)", _past_units),
    (rf"{_WHEN}第?(?P<number>[一二三四1-4])季度?", _quarter),
    (rf"{_WHEN}(?P<side>上|下)半年", _half),
)
_ELAPSED: tuple[tuple[str, Reader], ...] = (
    (rf"{_COUNT}{_UNIT_COUNTED}(?:幾|多)?(?:都)?(?:有多)?(?:冇|無|未)(?:再)?(?:嚟|買|幫襯|落單|行|來|去)", _ago),
    (rf"(?:隔|過)咗(?:大概|大約|成)?{_COUNT}{_UNIT_COUNTED}", _ago),
)
"""How long ago something last happened, where that was asked: '三個月冇買'."""
READERS = tuple((pattern(expression), reader) for expression, reader in _EXPRESSIONS)
ELAPSED = tuple((pattern(expression), reader) for expression, reader in _ELAPSED)


_SOMETHING_OF_TIME = pattern(r"[日天月年周朝早晚季號鐘秒]|小時|星期|禮拜|頭先|啱啱|剛[才剛]|方才|啱先|正話|晨|[晚夜]")


def find(text: str, today: date, elapsed_too: bool = False) -> Iterator[tuple[int, int, Days]]:
    """The days and periods in folded Chinese text, in no order; they may overlap."""
    if not _SOMETHING_OF_TIME.search(text):
        return
    for expression, reader in (*READERS, *(ELAPSED if elapsed_too else ())):
        for found in expression.finditer(text):
            try:
                days = reader(found, today)
            except (OverflowError, ValueError):
                days = None
            if days is not None:
                yield found.start(), found.end(), days
