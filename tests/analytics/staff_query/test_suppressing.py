"""Small groups stay hidden, also from somebody who subtracts."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.staff_query.suppressing import hidden

LEAST = 5


def table(counts: dict[tuple[str, ...], int], axes: list[str]) -> pd.DataFrame:
    """A table of groups that have anybody in them."""
    rows = [(*key, count) for key, count in counts.items() if count]
    return pd.DataFrame(rows, columns=[*axes, "customers"])


def test_a_single_small_group_takes_the_smallest_other_with_it() -> None:
    groups = table({("a",): 40, ("b",): 9, ("c",): 2}, ["age"])

    assert hidden(groups, ["age"], ["age"], 51, LEAST).to_list() == [False, True, True]


def test_two_small_groups_that_together_are_few_take_a_third_with_them() -> None:
    groups = table({("a",): 40, ("b",): 9, ("c",): 2, ("d",): 1}, ["age"])

    assert hidden(groups, ["age"], ["age"], 52, LEAST).to_list() == [False, True, True, True]


def test_groups_that_overlap_do_not_add_up_and_need_no_other() -> None:
    groups = table({("a",): 40, ("b",): 9, ("c",): 2}, ["segment"])

    assert hidden(groups, ["segment"], [], 51, LEAST).to_list() == [False, False, True]


def test_a_group_that_nearly_everybody_is_in_would_give_away_the_rest() -> None:
    groups = table({("a",): 49, ("b",): 9}, ["segment"])

    assert hidden(groups, ["segment"], [], 51, LEAST).to_list() == [True, False]


def test_a_limit_of_one_hides_nothing() -> None:
    groups = table({("a",): 1, ("b",): 9}, ["age"])

    assert not hidden(groups, ["age"], ["age"], 10, 1).any()


cells = st.dictionaries(st.tuples(st.sampled_from("abcd"), st.sampled_from("xyz")), st.integers(0, 30), max_size=12)


@pytest.mark.slow
@settings(deadline=None)
@given(cells)
def test_no_row_column_or_total_gives_a_hidden_cell_away(counts: dict[tuple[str, ...], int]) -> None:
    axes = ["age", "district"]
    groups = table(counts, axes)
    gone = groups.assign(gone=hidden(groups, axes, axes, int(groups["customers"].sum()), LEAST))

    assert gone.loc[~gone["gone"], "customers"].ge(LEAST).all()
    for axis in axes:
        for _, line in gone.groupby(axis):
            out = line[line["gone"]]
            shown = line[~line["gone"]]
            if len(out) and len(shown):
                assert len(out) > 1
                assert out["customers"].sum() >= LEAST
