import pytest
from hypothesis import given
from hypothesis import strategies as st

from reading.values import find_money


@given(st.integers(1, 9_999_999), st.sampled_from(["${:,}", "HK${}", "hkd {}", "{}蚊", "{} dollars", "{}元", "港幣{}"]))
def test_every_amount_is_read_back_in_every_form(amount: int, form: str) -> None:
    found = find_money(f"我用咗 {form.format(amount)}")

    assert found is not None
    assert found.low == found.high == amount
    assert found.currency == "HKD"


@pytest.mark.parametrize(
    ("text", "low", "high", "per"),
    [
        ("七八百蚊", 700, 800, None),
        ("3皮嘢", 30_000, 30_000, None),
        ("三嚿水", 300, 300, None),
        ("$20-25k a month", 20_000, 25_000, "month"),
        ("月入兩萬", 20_000, 20_000, "month"),
        ("年薪60萬", 600_000, 600_000, "year"),
        ("my income is about 30k", 30_000, 30_000, None),
        ("500 bucks a week", 500, 500, "week"),
        ("at least $300", 300, None, None),
        ("50蚊以下", None, 50, None),
    ],
)
def test_money_is_read_with_its_range_and_its_period(
    text: str, low: int | None, high: int | None, per: str | None
) -> None:
    found = find_money(text)

    assert found is not None
    assert (found.low, found.high, found.per) == (low, high, per)


@pytest.mark.parametrize("text", ["US$50", "50 pounds", "人民幣300", "300美金"])
def test_money_of_another_place_is_told_apart(text: str) -> None:
    found = find_money(text)

    assert found is not None
    assert found.currency == "other"


def test_a_bare_number_is_money_only_where_money_was_asked_about() -> None:
    assert find_money("over 5000") is None
    assert find_money("over 5000", currency_needed=False) is not None


def test_the_span_holds_the_currency() -> None:
    text = "spent over HK$500 on snacks"
    found = find_money(text)

    assert found is not None
    assert text[slice(*found.span)] == "over HK$500"
