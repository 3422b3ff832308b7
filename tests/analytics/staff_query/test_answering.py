"""Figures of the corner shop, counted from its plain rows by hand, equal those that staff are told."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from analytics.staff_query import Query, QueryRefusedError, Rights, Table, Vocabulary, answer, load_rights, parse
from profiles import Store
from profiles.records import Role
from tests.analytics.conftest import HONG_KONG
from tests.analytics.corner_shop import TODAY, shoppers, told

pytestmark = pytest.mark.slow  # each builds the whole population for its question

EVERYTHING = replace(load_rights(), smallest_group=1)
SHOPPERS = {shopper.id: shopper for shopper in shoppers()}


def asked(
    store: Store, vocabulary: Vocabulary, text: str, role: Role | None = "manager", rights: Rights = EVERYTHING
) -> Table:
    """The answer to a question that must be understood."""
    return answer(query(vocabulary, text), store.frames, role, vocabulary, HONG_KONG, rights)


def query(vocabulary: Vocabulary, text: str, today: date = TODAY) -> Query:
    """The typed query of a question that must be understood."""
    parsed = parse(text, None, vocabulary, today)
    assert parsed.query is not None, parsed
    return parsed.query


def counts(table: Table) -> dict[object, object]:
    """The first two columns of a table."""
    return {row[0]: row[1] for row in table.rows}


ordered_since = {day: sum(any(d >= day for d in s.order_days) for s in shoppers()) for day in (date(2026, 3, 1),)}
TOTALS = [
    ("how many customers", len(SHOPPERS)),
    ("customers in Sha Tin", sum(s.district == "sha_tin" for s in shoppers())),
    ("customers not in Sha Tin", sum(s.district != "sha_tin" for s in shoppers())),
    ("women aged 25 to 44", sum(s.gender == "female" and s.age_band in ("25-34", "35-44") for s in shoppers())),
    ("who agreed to the newsletter", sum(s.newsletter for s in shoppers())),
    ("who did not agree to the newsletter", sum(not s.newsletter for s in shoppers())),
    ("how many prospects", sum(not s.order_days for s in shoppers())),
    ("customers who bought online", sum(s.online and bool(s.order_days) for s in shoppers())),
    ("customers with at least 3 orders", sum(len(s.order_days) >= 3 for s in shoppers())),
    ("customers who spent more than 300 dollars", sum(s.spend > 300 for s in shoppers())),
    ("customers who spent 100 to 300 dollars", sum(100 <= s.spend <= 300 for s in shoppers())),
    ("customers who ordered since 1 March 2026", ordered_since[date(2026, 3, 1)]),
    (
        "customers who haven't ordered since 1 March 2026",
        len(SHOPPERS) - ordered_since[date(2026, 3, 1)],
    ),
    (
        "customers who ordered in February 2026",
        sum(any(date(2026, 2, 1) <= d < date(2026, 3, 1) for d in s.order_days) for s in shoppers()),
    ),
    (
        "customers with at least 2 orders in February 2026",
        sum(sum(date(2026, 2, 1) <= d < date(2026, 3, 1) for d in s.order_days) >= 2 for s in shoppers()),
    ),
    (
        "customers who joined between 1 March 2025 and 30 April 2025",
        sum(
            min([s.first_seen, *s.order_days]) >= date(2025, 3, 1)
            and min([s.first_seen, *s.order_days]) < date(2025, 5, 1)
            for s in shoppers()
        ),
    ),
    ("customers who complained about delivery", len({n.shopper for n in told() if n.theme == "delivery"})),
    ("customers who want better prices", len({n.shopper for n in told() if n.theme == "price_value"})),
    ("customers who want better prices since March", 0),
    ("customers with a need", len({n.shopper for n in told() if n.type != "praise" and not n.denied})),
    ("customers who praised the service", 1),
    ("customers who complained about quality", 0),
    ("customers who took part", len({n.shopper for n in told()})),
    ("沙田嘅客唔滿意送貨", sum(SHOPPERS[n.shopper].district == "sha_tin" for n in told() if n.theme == "delivery")),
]


@pytest.mark.parametrize(("text", "expected"), TOTALS)
def test_a_count_is_the_one_counted_by_hand(
    text: str, expected: int, corner_shop: Store, vocabulary: Vocabulary
) -> None:
    table = asked(corner_shop, vocabulary, text)

    assert table.total == expected
    assert table.rows == ((expected,),)


def test_customers_by_district_add_up(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "customers by district")
    by_hand = Counter(s.district for s in shoppers())

    names = {value: vocabulary.label("district", value, "en") for value in by_hand}
    assert counts(table) == {names[value]: count for value, count in by_hand.items()}
    assert [column.kind for column in table.columns] == ["text", "number", "percent"]
    assert sum(float(str(row[2])) for row in table.rows) == pytest.approx(1)


def test_customers_by_two_axes_have_a_row_for_each_pair(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "customers by gender and age")
    by_hand = Counter(
        (vocabulary.label("gender", s.gender, "en"), vocabulary.label("age_band", s.age_band, "en")) for s in shoppers()
    )

    assert {(row[0], row[1]): row[2] for row in table.rows} == by_hand


def test_needs_by_theme_leave_out_praise_and_what_was_denied(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "needs of customers by theme")
    by_hand = Counter(
        theme for _, theme in {(n.shopper, n.theme) for n in told() if n.type != "praise" and not n.denied}
    )

    assert counts(table) == {vocabulary.label("need_theme", t, "en"): count for t, count in by_hand.items()}


def test_a_need_is_told_by_segment(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "how many customers complained about delivery, in which segments")

    assert table.total == 9
    assert sum(int(str(row[1])) for row in table.rows) >= 9, "a customer may be in several segments, and is in one"


def test_orders_by_month_count_each_customer_once_a_month(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "customers who ordered since 1 January 2026 by month")
    by_hand = Counter(
        month for s in shoppers() for month in {f"{d:%Y-%m}" for d in s.order_days if d >= date(2026, 1, 1)}
    )

    assert counts(table) == by_hand
    assert list(counts(table)) == sorted(by_hand)


def test_spend_is_that_of_the_period_where_one_is_named(corner_shop: Store, vocabulary: Vocabulary) -> None:
    february = [
        80.0 if s.discounted else 100.0
        for s in shoppers()
        for d in s.order_days
        if date(2026, 2, 1) <= d < date(2026, 3, 1)
    ]

    assert asked(corner_shop, vocabulary, "how much did customers spend in total").rows == (
        (sum(s.spend for s in shoppers()),),
    )
    table = asked(corner_shop, vocabulary, "how much did customers spend in February 2026")
    assert table.rows == ((sum(february),),)
    average = asked(corner_shop, vocabulary, "average order value of customers who ordered in February 2026")
    assert average.rows == ((round(sum(february) / len(february), 2),),)


def test_a_comparison_tells_both_times_and_the_change(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "how many customers ordered in March 2026 compared with a month earlier")
    now, before = (
        sum(any(d.year == 2026 and d.month == month for d in s.order_days) for s in shoppers()) for month in (3, 2)
    )

    assert table.rows == ((now, before, now - before),)
    assert table.columns[1].label == "Before (from 1 February 2026 to 28 February 2026)"


def test_without_a_period_customers_are_compared_with_how_they_stood(
    corner_shop: Store, vocabulary: Vocabulary
) -> None:
    table = asked(corner_shop, vocabulary, "how many customers compared with last year")
    before = sum(min([s.first_seen, *s.order_days]) <= date(2025, 3, 31) for s in shoppers())

    assert table.rows == ((60, before, 60 - before),)


def test_the_period_before_is_equally_long(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(
        corner_shop,
        vocabulary,
        "customers who ordered between 11 March 2026 and 20 March 2026 compared with the period before",
    )
    days = [
        sum(any(start <= d < start + timedelta(days=10) for d in s.order_days) for s in shoppers())
        for start in (date(2026, 3, 11), date(2026, 3, 1))
    ]

    assert table.rows == ((days[0], days[1], days[0] - days[1]),)


def test_a_list_names_customers_and_nothing_to_contact_them_by(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "list of customers in Sha Tin", role="analyst")

    assert {row[0] for row in table.rows} == {s.id for s in shoppers() if s.district == "sha_tin"}
    assert not {column.name for column in table.columns} & {"email", "phone", "birth_date", "name"}


def test_a_long_list_is_cut_on_the_page_and_whole_in_a_file(corner_shop: Store, vocabulary: Vocabulary) -> None:
    short = replace(EVERYTHING, list_rows=10)

    shown = asked(corner_shop, vocabulary, "list of customers", rights=short)
    assert (len(shown.rows), shown.total) == (10, 60)
    assert len(asked(corner_shop, vocabulary, "export list of customers", rights=short).rows) == 60


def test_when_orders_stopped_long_ago_the_restatement_says_until_when_they_are_known(
    corner_shop: Store, vocabulary: Vocabulary
) -> None:
    later = query(vocabulary, "how many customers are lost", date(2027, 1, 1))
    table = answer(later, corner_shop.frames, "manager", vocabulary, HONG_KONG, EVERYTHING)

    assert table.restated.endswith("(orders are known until 28 March 2026)")
    assert table.total == asked(corner_shop, vocabulary, "how many customers are lost").total


REFUSED: list[tuple[str, Role | None, str]] = [
    ("how many customers", None, "anonymous"),
    ("customers by age", "agent", "groups"),
    ("list of customers", "agent", "groups"),
    ("how many customers compared with last year", "agent", "groups"),
    ("how much did customers spend", "agent", "measure"),
    ("export customers", "analyst", "export"),
    ("export customers", "agent", "groups"),
    ("list of customers to e-mail", "manager", "marketing"),
    ("list of customers who have not agreed to the newsletter to e-mail", "manager", "marketing"),
    ("寄優惠俾常客名單", "manager", "marketing"),
    ("list of customers who complained about returns", "analyst", "few"),
]


@pytest.mark.parametrize(("text", "role", "reason"), REFUSED)
def test_a_role_or_a_purpose_that_does_not_allow_a_query_is_refused_with_the_reason(
    text: str, role: Role | None, reason: str, corner_shop: Store, vocabulary: Vocabulary
) -> None:
    with pytest.raises(QueryRefusedError) as refused:
        asked(corner_shop, vocabulary, text, role, load_rights())

    assert refused.value.reason == reason
    assert refused.value.said(vocabulary.catalogue, "en")
    assert refused.value.said(vocabulary.catalogue, "zh-Hant")


def test_those_who_agreed_may_be_listed_for_direct_marketing(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "list of customers who agreed to the newsletter, to e-mail")

    assert {row[0] for row in table.rows} == {s.id for s in shoppers() if s.newsletter}


def test_an_agent_may_count(corner_shop: Store, vocabulary: Vocabulary) -> None:
    assert asked(corner_shop, vocabulary, "customers in Sha Tin", "agent", load_rights()).total == 15


def test_too_few_customers_are_not_counted_out_loud(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "customers who praised the service", "agent", load_rights())

    assert (table.total, table.rows, table.suppressed) == (None, (), 1)


def test_nobody_is_said_to_be_nobody(corner_shop: Store, vocabulary: Vocabulary) -> None:
    table = asked(corner_shop, vocabulary, "customers who complained about quality", "agent", load_rights())

    assert (table.total, table.rows, table.suppressed) == (0, ((0,),), 0)


def test_an_empty_shop_answers_with_nobody(sqlite_store: Store, vocabulary: Vocabulary) -> None:
    assert asked(sqlite_store, vocabulary, "how many customers").total == 0
    assert asked(sqlite_store, vocabulary, "customers by segment").rows == ()
    assert asked(sqlite_store, vocabulary, "customers by age compared with last year").rows == ()
    assert asked(sqlite_store, vocabulary, "list of customers").rows == ()
    assert asked(sqlite_store, vocabulary, "customers who ordered in March by month").rows == ()
