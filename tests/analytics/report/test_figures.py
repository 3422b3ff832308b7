"""A figure in the report equals the same figure taken by hand from the tables."""

import pandas as pd
import pytest

from analytics.report.chapters.changes import growth, key_figures, theme_changes
from analytics.report.chapters.chats import median_answered, steps
from analytics.report.chapters.customers import ordering, segment_sizes
from analytics.report.chapters.first import ranking
from analytics.report.chapters.needs import need_by_segment, people_by, theme_shares
from analytics.report.chapters.worth import worth_by_theme
from analytics.report.material import Material
from analytics.report.shares import shares
from analytics.statistics import wilson
from profiles import Store


@pytest.mark.slow
def test_customers_and_prospects_are_those_with_and_without_orders(greengrocer: Store, material: Material) -> None:
    with_orders = greengrocer.frames.orders()["customer_id"].nunique()

    assert len(material.population.people) == len(greengrocer.frames.customers()) == 40
    assert ordering(material.population.people) == with_orders == 30


def test_spend_of_the_period_is_the_sum_of_its_order_lines(greengrocer: Store, material: Material) -> None:
    lines = greengrocer.frames.orders(material.now.period.begin, material.now.period.end)

    figures = key_figures(material.now, material.population.people["joined_at"])

    assert figures["spend"] == pytest.approx(lines["amount"].sum()) == 5 * sum(range(1, 31))
    assert figures["orders"] == lines["order_id"].nunique() == 30
    assert growth(figures["spend"], key_figures(material.before, pd.Series(dtype="datetime64[us, UTC]"))["spend"]) == 0


def test_a_need_counts_customers_and_leaves_out_what_was_denied_or_withdrawn(
    greengrocer: Store, material: Material
) -> None:
    needs = greengrocer.frames.needs()
    in_march = needs[needs["found_at"].dt.month == 3]
    counted = in_march[(in_march["confirmed"] != "denied") & (in_march["customer_id"] != "c40")]

    assert (
        people_by(material.now.needs, "theme").to_dict() == counted.groupby("theme")["customer_id"].nunique().to_dict()
    )
    assert material.now.denied == 1
    assert material.now.withdrawn == 1
    assert list(material.now.participants) == [f"c{number:02d}" for number in range(1, 13)]


def test_shares_of_themes_have_wilson_intervals_and_small_groups_are_withheld(material: Material) -> None:
    table = theme_shares(material)

    expected = wilson(12, 12)
    assert expected is not None
    assert (table.loc["delivery", "low"], table.loc["delivery", "high"]) == (expected.low, expected.high)
    assert table["shown"].to_dict() == {"delivery": True, "service": False, "store": False}


def test_need_by_segment_counts_participants_of_the_segment_alone(material: Material) -> None:
    pairs = need_by_segment(material)
    families = pairs[(pairs["segment"] == "family") & (pairs["theme"] == "delivery")].iloc[0]

    assert (families["customers"], families["took_part"]) == (12, 12)


def test_a_theme_is_worth_what_its_customers_spent(material: Material) -> None:
    first = worth_by_theme(material.now.needs, material.now.orders)[0]

    assert (first.theme, first.customers, first.spend) == ("delivery", 12, 5.0 * sum(range(1, 13)))


def test_the_ranking_leaves_out_small_themes_and_the_first_has_100(material: Material) -> None:
    assert [(one.theme, one.customers, one.strength, one.index) for one in ranking(material)] == [
        ("delivery", 12, 3.0, 100.0)
    ]


def test_chats_are_counted_from_opening_to_the_end(material: Material) -> None:
    counts = steps(material.now.conversations)

    assert counts == {"opened": 18, "agreed": 16, "answered": 15, "ended": 16, "declined": 1}
    assert median_answered(material.now.conversations) == 2


def test_a_theme_that_few_brought_up_is_not_compared(material: Material) -> None:
    changed = {change.theme: change for change in theme_changes(material.now, material.before, material.least)}

    assert set(changed) == {"delivery", "price_value"}
    assert (changed["price_value"].count, changed["price_value"].earlier) == (0, 6)


def test_a_group_that_could_be_worked_out_from_the_others_is_withheld_too() -> None:
    ages = shares(pd.Series({"25-34": 17, "35-44": 20, "65+": 3}), 40, 5, apart=True)

    assert ages["shown"].to_dict() == {"25-34": False, "35-44": True, "65+": False}


def test_segments_are_counted_with_overlap_and_without_the_words_of_whoever_withdrew(material: Material) -> None:
    sizes = segment_sizes(material.members)

    assert sizes["family"] == 12, "thirteen said so, of whom one has withdrawn"
    assert sizes.sum() >= len(material.members)
