"""From the text of a cell to a value, one kind of value each; whoever can't be read says what to write instead."""

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_EVEN, Decimal
from functools import lru_cache

from profiles.tables.shop import MONEY_PLACES, QUANTITY_PLACES

Parser = Callable[[str], object]
"""Reads a cell that is not empty and has no spaces around it; raises `Unreadable`."""


class Unreadable(ValueError):
    """A cell that holds no such value; the message is the remedy."""


_NUMBER = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,15}))?")
_TIME = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.(\d{1,9}))?)? ?(?:(Z|UTC)|([+-]\d\d):?(\d\d))?", re.IGNORECASE
)
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
_PHONE = re.compile(r"[+(]?\d[\d ()./-]{4,38}")
_TRUE = frozenset({"true", "yes", "y", "1", "t", "是", "有"})
_FALSE = frozenset({"false", "no", "n", "0", "f", "否", "冇", "無", "backorder"})
_LARGEST_MONEY = Decimal(10**9)
_LARGEST_QUANTITY = Decimal(10**6)
_REMEMBERED = 2**17
_FIRST_DAY = date(1900, 1, 1)


def decimal(text: str) -> Decimal:
    """A number written with a point and without any other mark.

    >>> decimal("12.90")
    Decimal('12.90')
    """
    if not _NUMBER.fullmatch(text):
        raise Unreadable("write a number with a point, such as 12.90")
    return Decimal(text)


@lru_cache(maxsize=_REMEMBERED)
def money(text: str) -> int:
    """An amount of nought or more, in millionths of the currency's unit.

    >>> money("12.90")
    12900000
    """
    return _scaled(decimal(text), MONEY_PLACES, _LARGEST_MONEY)


@lru_cache(maxsize=_REMEMBERED)
def quantity(text: str) -> int:
    """How many or how much was bought, in thousandths; more than nought.

    >>> quantity("0.5")
    500
    """
    number = _scaled(decimal(text), QUANTITY_PLACES, _LARGEST_QUANTITY)
    if number == 0:
        raise Unreadable("write how many were bought, more than 0; mark what came back in the column returned")
    return number


def _scaled(number: Decimal, places: int, largest: Decimal) -> int:
    if not 0 <= number < largest:
        raise Unreadable(f"write a number from 0 up to {largest}; mark what came back in the column returned")
    return int(number.scaleb(places).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))


def whole_number(text: str) -> int:
    """A whole number from 1 to 10,000."""
    if not text.isascii() or not text.isdigit() or not 1 <= int(text) <= 10_000:
        raise Unreadable("write a whole number from 1 on")
    return int(text)


def moment(zone: tzinfo, latest: datetime) -> Parser:
    """A reader of ISO dates and times; those without a zone are in the shop's.

    Args:
        zone: the shop's time zone.
        latest: now; what lies more than a day later is refused as a slip of the pen.

    >>> moment(UTC, datetime(2026, 3, 2, tzinfo=UTC))("2026-03-01 18:30:00 +0800")
    datetime.datetime(2026, 3, 1, 10, 30, tzinfo=datetime.timezone.utc)
    """
    end = latest + timedelta(days=1)

    def read(text: str) -> datetime:
        time = _moment(text, zone)
        if time > end:
            raise Unreadable(f"it lies in the future (now is {latest:%Y-%m-%d}); correct the date")
        return time

    return read


def planned_moment(zone: tzinfo) -> Parser:
    """As `moment`, and it may lie in the future: when something was promised for."""
    return lambda text: _moment(text, zone)


def _moment(text: str, zone: tzinfo) -> datetime:
    found = _TIME.fullmatch(text)
    if found is None:
        raise Unreadable("write a date as year-month-day, such as 2026-03-02, with or without a time as 18:30:00")
    day, clock, fraction, utc, hours, minutes = found.groups()
    offset = "+00:00" if utc else f"{hours}:{minutes}" if hours else ""
    try:
        time = datetime.fromisoformat(f"{day}T{clock or '00:00'}{offset}")
        time = time.replace(microsecond=int((fraction or "0")[:6].ljust(6, "0")))
        return (time if offset else time.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise Unreadable("no such day or time is in the calendar; write one such as 2026-03-02 18:30:00") from error


def birthday(latest: datetime) -> Parser:
    """A reader of ISO dates of birth, which lie before now."""

    def read(text: str) -> date:
        try:
            day = date.fromisoformat(text[:10]) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
        except ValueError:
            day = None
        if day is None or not _FIRST_DAY <= day <= latest.date():
            raise Unreadable("write the day of birth as year-month-day, such as 1990-07-31")
        return day

    return read


@lru_cache(maxsize=_REMEMBERED)
def identifier(text: str) -> str:
    """A number or name of at most 200 characters; the apostrophe that Shopify puts before numbers is taken off.

    >>> identifier("'6940095570190")
    '6940095570190'
    """
    return _text(text.removeprefix("'").strip(), 200)


def title(text: str) -> str:
    """A text of at most 500 characters."""
    return _text(text, 500)


def _text(text: str, longest: int) -> str:
    if not text or len(text) > longest or not text.isprintable():
        raise Unreadable(f"write 1 to {longest} characters without line breaks")
    return text


def yes_or_no(text: str) -> bool:
    """A yes or a no.

    >>> yes_or_no("Yes"), yes_or_no("0")
    (True, False)
    """
    word = text.casefold()
    if word in _TRUE or word in _FALSE:
        return word in _TRUE
    raise Unreadable("write true or false")


def in_stock(text: str) -> bool:
    """Whether a count of what is in stock is more than nought."""
    return decimal(text) > 0


def currency(text: str) -> str:
    """The three letters of a currency.

    >>> currency("hkd")
    'HKD'
    """
    if not re.fullmatch(r"[A-Za-z]{3}", text):
        raise Unreadable("write the three letters of the currency, such as HKD")
    return text.upper()


_CHANNELS = {
    "online": "web",
    "online_store": "web",
    "website": "web",
    "pos": "store",
    "shop": "store",
    "in_store": "store",
    "instore": "store",
    "iphone": "app",
    "android": "app",
    "mobile_app": "app",
}


def channel(text: str) -> str:
    """The channel of an order as one word; the common other names of web, app and store become these.

    >>> channel("POS"), channel("Phone order")
    ('store', 'phone_order')
    """
    word = re.sub(r"[\s-]+", "_", text.casefold())
    if not re.fullmatch(r"\w{1,40}", word):
        raise Unreadable("write a word such as web, app or store")
    return _CHANNELS.get(word, word)


def email(text: str) -> str:
    """An e-mail address, in lower case."""
    if not _EMAIL.fullmatch(text) or len(text) > 200:
        raise Unreadable("write an address such as name@shop.example")
    return text.lower()


def phone(text: str) -> str:
    """A telephone number as it is written, without the apostrophe that spreadsheets put before it."""
    number = text.removeprefix("'").strip()
    if not _PHONE.fullmatch(number):
        raise Unreadable("write a telephone number such as +852 2123 4567")
    return number


def language(text: str) -> str:
    """The language of an answer, as the catalogue names it.

    >>> language("zh-HK")
    'zh-Hant'
    """
    word = text.casefold().replace("_", "-")
    if word in ("en", "zh-hant") or word.startswith("en-"):
        return "zh-Hant" if word == "zh-hant" else "en"
    if word in ("zh", "zh-hk", "zh-tw", "zh-mo", "yue", "yue-hant", "zh-hant-hk"):
        return "zh-Hant"
    raise Unreadable("write en or zh-Hant")
