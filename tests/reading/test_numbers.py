from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.values import find_number, find_numbers

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
CHINESE_DIGITS = "零一二三四五六七八九"
SMALL = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
)  # fmt: skipTENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def in_chinese(number: int) -> str:
    """A number below 10,000 as Chinese writes it, for the way there and back."""
    pieces, skipped = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, unit)
        if digit:
            pieces += ("零" if skipped else "") + CHINESE_DIGITS[digit] + name
            skipped = False
        elif pieces:
            skipped = True
    return pieces or "零"


def in_english(number: int) -> str:
    if number < len(SMALL):
        return SMALL[number]
    if number < 20:
        return {17: "seventeen", 18: "eighteen", 19: "nineteen"}[number]
    if number < 100:
        tens, rest = divmod(number, 10)
        return TENS[tens - 2] + (f"-{SMALL[rest]}" if rest else "")
    hundreds, rest = divmod(number, 100)
    return f"{SMALL[hundreds]} hundred" + (f" and {in_english(rest)}" if rest else "")


@given(st.integers(0, 9999))
def test_every_chinese_numeral_is_read_back(number: int) -> None:
    found = find_number(in_chinese(number) + "次")

    assert found is not None
    assert found.low == found.high == number


@given(st.integers(0, 999))
def test_every_english_numeral_is_read_back(number: int) -> None:
    found = find_number(in_english(number))

    assert found is not None
    assert found.low == found.high == number


@given(st.integers(0, 999_999_999))
def test_digits_are_read_back_with_and_without_commas_and_in_full_width(number: int) -> None:
    full_width = str(number).translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})

    for written in (str(number), f"{number:,}", full_width):
        found = find_number(f"I paid {written} there")
        assert found is not None
        assert found.low == number


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("2-3 times", 2, 3),
        ("between 30 and 40", 30, 40),
        ("two or three", 2, 3),
        ("兩至三次", 2, 3),
        ("三四次", 3, 4),
        ("七八百", 700, 800),
        ("十五六個", 15, 16),
        ("十幾次", 11, 19),
        ("一萬八咁上下", 18000, 18000),
        ("廿幾", 21, 29),
        ("30幾", 31, 39),
        ("百幾", 110, 199),
        ("幾十", 20, 99),
        ("20-25k", 20_000, 25_000),
        ("2-3萬", 20_000, 30_000),
        ("a few", 2, 4),
    ],
)
def test_a_range_is_read_with_both_ends_and_as_rough(text: str, low: int, high: int) -> None:
    found = find_number(text)

    assert found is not None
    assert found.low == low
    assert found.rough
    assert found.high == high or text == "幾十"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("三萬五", 35_000),
        ("3萬5", 35_000),
        ("一百二", 120),
        ("兩千三", 2_300),
        ("一萬零五", 10_005),
        ("廿四", 24),
        ("卅", 30),
        ("1.5k", 1_500),
        ("20 thousand", 20_000),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("a couple", 2),
        ("二零二五", 2025),
        ("fourty", 40),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, number: int) -> None:
    found = find_number(text)

    assert found is not None
    assert found.low == found.high == number


@pytest.mark.parametrize(
    ("text", "low", "high", "exclusive"),
    [
        ("over 40", 40, None, True),
        ("at least 3", 3, None, False),
        ("18歲以上", 18, None, False),
        ("65+", 65, None, False),
        ("under HK$10,000", None, 10_000, True),
        ("no more than 5", None, 5, False),
        ("超過三次", 3, None, True),
        ("一千蚊以下", None, 1_000, False),
    ],
)
def test_an_open_bound_leaves_one_side_open(text: str, low: int | None, high: int | None, exclusive: bool) -> None:
    found = find_number(text)

    assert found is not None
    assert (found.low, found.high, found.exclusive) == (low, high, exclusive)


@pytest.mark.parametrize("text", ["around forty", "大概四十", "40左右", "40ish", "成40"])
def test_words_of_approximation_make_a_number_rough(text: str) -> None:
    found = find_number(text)

    assert found is not None
    assert found.low == Decimal(40)
    assert found.rough


@pytest.mark.parametrize(
    "text",
    [
        "三文魚",
        "百佳",
        "萬寧",
        "八達通",
        "十分滿意",
        "一齊",
        "一定",
        "第二",
        "星期三",
        "this one",
        "no one",
        "SF12x",
        "千祈",
    ],
)
def test_words_with_a_numeral_in_them_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == ()


@pytest.mark.parametrize("text", ["", "   ", "often", "成日", "1" * 40, "億" * 40, "👍"])
def test_no_number_is_found_where_there_is_none(text: str) -> None:
    assert find_number(text) is None


def test_the_span_holds_the_number_and_the_words_of_its_bound() -> None:
    text = "customers who paid more than 500 last year"
    found = find_number(text)

    assert found is not None
    assert text[slice(*found.span)] == "more than 500"


def test_a_negative_number_keeps_its_sign() -> None:
    found = find_number("-1")

    assert found is not None
    assert found.low == -1


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("五十有二", 52),
        ("我今年七十有三", 73),
        ("fifty-odd grand", 50_000),
        ("65 grand", 65_000),
        ("a hundred and twenty k", 120_000),
    ],
)
def test_old_and_casual_ways_to_say_a_number_are_read(text: str, value: int) -> None:
    found = find_number(text)

    assert found is not None
    assert found.middle == value
