"""Behaviour figures, account status (S21) and stage of development (I3)."""

from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pandas as pd
import pytest

from analytics.behaviour import behaviour, load_behaviour_rules, orders_known_until
from analytics.behaviour.stage import because
from analytics.configuration import ConfigurationError
from catalogue import load

ZONE = ZoneInfo("Asia/Hong_Kong")
TODAY = date(2026, 3, 31)
RULES = load_behaviour_rules()


def summary(**customers: tuple[int, int, int]) -> pd.DataFrame:
    """An order summary: for each customer how many orders, and how many days ago the first and the last one was."""
    rows = {
        name: {
            "orders": orders,
            "spend": 100.0 * orders,
            "discounted_spend": 25.0 * orders,
            "categories": orders,
            "first_ordered_at": noon(first),
            "last_ordered_at": noon(last),
        }
        for name, (orders, first, last) in customers.items()
    }
    return pd.DataFrame.from_dict(rows, orient="index")


def noon(days_ago: int) -> pd.Timestamp:
    """Midday in the shop, so many days ago."""
    return pd.Timestamp(TODAY - timedelta(days=days_ago), tz=ZONE).tz_convert("UTC") + pd.Timedelta(hours=12)


def figures(**customers: tuple[int, int, int]) -> pd.DataFrame:
    """The behaviour of these customers, and of Charlie, who has not ordered."""
    return behaviour(pd.Index([*customers, "charlie"]), summary(**customers), TODAY, ZONE, RULES)


STATUSES = [(0, "active"), (30, "active"), (31, "at_risk"), (60, "at_risk"), (61, "lapsed"), (121, "lost")]


@pytest.mark.parametrize(("silent_days", "status"), STATUSES)
def test_the_status_follows_from_silence_against_the_customers_own_interval(silent_days: int, status: str) -> None:
    every_ten_days = (11, 100 + silent_days, silent_days)

    assert figures(mei=every_ten_days).loc["mei", "status"] == status


def test_the_same_silence_alarms_for_a_frequent_customer_and_not_for_a_rare_one() -> None:
    table = figures(mei=(11, 140, 40), daniel=(3, 160, 40))

    assert table.loc["mei", "interval_days"] == 10
    assert table.loc["daniel", "interval_days"] == 60
    assert table["status"].to_dict() == {"mei": "at_risk", "daniel": "active", "charlie": "prospect"}


def test_who_ordered_once_is_measured_by_the_interval_that_is_usual_here() -> None:
    table = figures(mei=(11, 100, 0), daniel=(3, 40, 0), priya=(1, 70, 70))

    assert table.loc["priya", "interval_days"] == 15
    assert table.loc["priya", "status"] == "at_risk"


def test_a_shop_where_nobody_ordered_twice_uses_the_interval_of_its_rules() -> None:
    assert figures(mei=(1, 5, 5)).loc["mei", "interval_days"] == RULES.status.usual_interval_days


def test_a_daily_shoppers_week_away_alarms_nobody() -> None:
    assert figures(mei=(101, 107, 7)).loc["mei", "status"] == "active"


STAGES = [
    ((2, 300, 1), "initial"),
    ((3, 10, 1), "development"),
    ((30, 100, 1), "development"),
    ((12, 181, 1), "mature"),
]


@pytest.mark.parametrize(("orders", "stage"), STAGES)
def test_the_stage_follows_from_orders_time_and_variety(orders: tuple[int, int, int], stage: str) -> None:
    assert figures(mei=orders).loc["mei", "stage"] == stage


def test_a_prospect_is_at_the_initial_stage_and_has_no_figures() -> None:
    charlie = figures(mei=(3, 20, 1)).loc["charlie"]

    assert (charlie["stage"], charlie["status"]) == ("initial", "prospect")
    assert (charlie["orders"], charlie["spend"]) == (0, 0)
    assert charlie[["recency_days", "discount_share", "average_transaction_value"]].isna().all()


def test_a_stage_comes_with_its_reason_in_both_languages() -> None:
    mei = figures(mei=(5, 20, 1)).iloc[0]

    assert because(mei, RULES.stage, load(), "en").startswith("Development: 5 orders over 20 days in 5 categories;")
    assert because(mei, RULES.stage, load(), "zh-Hant").startswith("發展期：20 日內 5 張單")


def test_orders_that_stopped_long_ago_are_counted_to_the_last_one() -> None:
    stopped = summary(mei=(3, 400, 300))

    assert orders_known_until(stopped, TODAY, ZONE, 31) == TODAY - timedelta(days=300)
    assert orders_known_until(summary(mei=(3, 40, 31)), TODAY, ZONE, 31) == TODAY


def test_nobody_has_no_behaviour() -> None:
    nobody = behaviour(pd.Index([]), summary(mei=(3, 20, 1)).iloc[:0], TODAY, ZONE, RULES)

    assert nobody.empty
    assert {"status", "stage", "recency_days"} <= set(nobody.columns)


def test_thresholds_that_do_not_rise_are_refused_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "behaviour.yml"
    text = (Path("configuration") / "behaviour.yml").read_text(encoding="utf-8")
    file.write_text(text.replace("lapsed_after_intervals: 6", "lapsed_after_intervals: 2"), encoding="utf-8")

    with pytest.raises(ConfigurationError, match=r"behaviour\.yml:\d+: the intervals do not rise"):
        load_behaviour_rules(file)


def test_a_missing_threshold_is_named(tmp_path: Path) -> None:
    file = tmp_path / "behaviour.yml"
    text = (Path("configuration") / "behaviour.yml").read_text(encoding="utf-8")
    file.write_text(text.replace("  mature_from_days: 180\n", ""), encoding="utf-8")

    with pytest.raises(ConfigurationError, match="'mature_from_days' is missing"):
        load_behaviour_rules(file)


def test_a_missing_file_is_named_with_its_remedy(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="the file is missing; take the one that Askwell came with"):
        load_behaviour_rules(tmp_path / "behaviour.yml")
