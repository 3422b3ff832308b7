"""Amounts of money: 'HK$1,200', '七八百蚊', '3皮', '20-25k a month'."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, TypeAlias

from reading.text import Folded, Span, fold, pattern
from reading.values.figures import Figures, figures_in
from reading.values.numbers import Located, numbers_in

Per: TypeAlias = Literal["day", "week", "month", "year"]
MONTHS_IN: dict[Per, Decimal] = {
    "day": Decimal(12) / Decimal(365), "week": Decimal(12) / Decimal(52), "month": Decimal(1), "year": Decimal(12),
}  # fmt: skip
"""How many months a period lasts, in years of 365 days and 52 weeks."""

_HK_BEFORE = pattern(r"(?:hk ?\$|\$|hkd|港幣|港紙) ?$")
_FOREIGN_BEFORE = pattern(
    r"(?:(?:us|s|nt|a|c|au|ca|sg|u\.s\.) ?\$|usd|rmb|cny|gbp|eur|jpy|£|€|¥|人民幣|美金|日圓|英鎊) ?$"
)
_FOREIGN_AFTER = pattern(
    r"^ ?(?:usd|us dollars?|rmb|cny|yuan|pounds?|gbp|euros?|eur|yen|人民幣|美金|美元|日圓|日元|英鎊|歐元|台幣)"
)
_HK_AFTER = pattern(
    r"^ ?(?P<unit>(?:hong kong |hk )?dollars?\b|bucks?\b|hkd\b|蚊|元|塊(?:錢|水)?|港幣|港元|"
    r"港紙|丁野?|皮野?|餅野?|球野?|嚿水|撇水)"
)
_MONEY_WORD = pattern(
    r"(?:\b(?:income|salary|earn(?:s|ing)?|wages?|budget)\b|月入|年薪|月薪|人工|收入|年入|預算)(?: (?:is|"
    r"of|was|about))*[ :]?(?:係|有|大概|大約|約|得)*[ ]?$"
)
_SLANG = {"皮": 10_000, "餅": 10_000, "球": 1_000_000, "嚿": 100, "撇": 1000}
_EACH = r"(?:a|per|each|every)"
_IN_ENGLISH: dict[Per, str] = {
    "month": rf"\b{_EACH} month\b|/ ?(?:month|mth|mo)\b|\bmonthly\b|\bp\.?m\b",
    "year": rf"\b{_EACH} year\b|\bp\.? ?a\b|\bannually\b|\bper annum\b|/ ?(?:yr|year)\b",
    "week": rf"\b{_EACH} week\b|\bweekly\b|/ ?(?:wk|week)\b",
    "day": rf"\b{_EACH} day\b|\bdaily\b",
}
_IN_CHINESE: dict[Per, str] = {
    "month": r"(?:一個|每|每個)月",
    "year": r"[一每]年",
    "week": r"(?:一個|一|每|每個)(?:星期|禮拜|周)",
    "day": r"[一每]日",
}
_BEFORE_ONLY: dict[Per, str] = {
    "month": r"月入|月薪|\bmonthly",
    "year": r"年薪|年入|\bannual|\byearly",
    "week": r"\bweekly",
    "day": r"\bdaily",
}
_PERIODS = tuple(
    (
        per,
        pattern(rf"^[^,.;。]{{0,12}}?(?:{_IN_ENGLISH[per]}|{_IN_CHINESE[per]})"),
        pattern(rf"(?:{_BEFORE_ONLY[per]}|{_IN_CHINESE[per]})[^,.;。]{{0,14}}$"),
    )
    for per in _IN_ENGLISH
)


@dataclass(frozen=True, slots=True)
class Money:
    """An amount of money named in a text.

    Attributes:
        low: the least that it may be in `currency`, None for 'under $500'.
        high: the most that it may be, None for 'over $500'.
        span: where it stands in the text, with its currency, bound and range.
        currency: `HKD`, or `other` for money that is named as another place's.
        per: the period that it is for ('a month'), None where none is named.
        rough: the writer spoke roughly.
        exclusive: the bound is itself left out ('over', 'under').
    """

    low: Decimal | None
    high: Decimal | None
    span: Span
    currency: Literal["HKD", "other"] = "HKD"
    per: Per | None = None
    rough: bool = False
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class LocatedMoney:
    """An amount with its place in folded text; `named` where a currency or a word such as 'income' calls it money."""

    money: Money
    start: int
    end: int
    named: bool


def find_money(text: str, currency_needed: bool = True) -> Money | None:
    """The first amount of money in a text, or None.

    Args:
        text: what somebody wrote; without a currency the amounts are Hong Kong dollars.
        currency_needed: False to take a bare number for money too, where the question was about money.

    >>> money = find_money("spent more than HK$3,000 a month")
    >>> money.low, money.high, money.per
    (Decimal('3000'), None, 'month')
    """
    return next((located.money for located in money_in(fold(text), currency_needed)), None)


def money_in(folded: Folded, currency_needed: bool = True) -> Iterator[LocatedMoney]:
    """The amounts of money in folded text, in its order."""
    figures = [_of_figures(folded, each) for each in figures_in(folded.text)]
    amounts = [
        amount
        for amount in (_amount(folded, located) for located in numbers_in(folded))
        if not any(amount.start < each.end and each.start < amount.end for each in figures)
    ]
    for amount in sorted([*figures, *amounts], key=lambda each: each.start):
        if amount.named or not currency_needed:
            yield amount


def _of_figures(folded: Folded, figures: Figures) -> LocatedMoney:
    """'Five figures' and 'no income'; the first is also said of much else and so needs a word for money."""
    per, end = _per(folded.text, figures.start, figures.end)
    named = not figures.high or bool(_MONEY_WORD.search(folded.text[max(0, figures.start - 24) : figures.start]))
    money = Money(figures.low, figures.high, folded.span(figures.start, end), per=per, rough=True)
    return LocatedMoney(money, figures.start, end, named)


def _amount(folded: Folded, located: Located) -> LocatedMoney:
    text, number = folded.text, located.number
    before = text[max(0, located.core_start - 24) : located.core_start]
    after = text[located.core_end : located.core_end + 24]
    foreign = _FOREIGN_BEFORE.search(before) or _FOREIGN_AFTER.match(after)
    sign, unit = (
        _FOREIGN_BEFORE.search(before) or _HK_BEFORE.search(before),
        None if foreign else _HK_AFTER.match(after),
    )
    end_of_unit = unit or _FOREIGN_AFTER.match(after)
    start = min(located.start, located.core_start - (len(sign[0]) if sign else 0))
    end = max(located.end, located.core_end + (len(end_of_unit[0]) if end_of_unit else 0))
    factor = _SLANG.get(unit["unit"][0], 1) if unit else 1
    per, end = _per(text, start, end)
    money = Money(
        None if number.low is None else number.low * factor,
        None if number.high is None else number.high * factor,
        folded.span(start, end),
        "other" if foreign else "HKD",
        per,
        number.rough,
        number.exclusive,
    )
    return LocatedMoney(
        money, start, end, named=bool(sign or end_of_unit or _MONEY_WORD.search(text[max(0, start - 24) : start]))
    )


def _per(text: str, start: int, end: int) -> tuple[Per | None, int]:
    """The period that an amount is for, and where the words that name it end."""
    for per, after, before in _PERIODS:
        if found := after.match(text[end : end + 40]):
            return per, end + len(found[0])
        if before.search(text[max(0, start - 24) : start]):
            return per, end
    return None, end
