"""Which columns of a table are no questions: ids, free text, dates, and columns in which everybody says the same."""

import numpy as np
import pandas as pd

FEWEST_DISTINCT = 20
"""A column with no more different values than this is a set of choices, however few people there are."""
FREE_SHARE = 0.5
"""From this share of different values among the answers on, words are free text or names, not choices."""
DENSE = 1.5
"""Whole numbers that are all different and fill this many times their count or less count people: an id."""


def reason_to_leave_out(values: "pd.Series[float]", name: str) -> str | None:
    """Why a column cannot be asked as a question; None where it can.

    Args:
        values: the column as pandas read it.
        name: what the column is called.

    >>> reason_to_leave_out(pd.Series(["yes", "yes", None]), "newsletter")
    'everybody who answered says the same'
    >>> reason_to_leave_out(pd.Series(["yes", "no", None]), "newsletter") is None
    True
    """
    given = values.dropna()
    distinct = given.nunique()
    if distinct == 0:
        return "nobody has answered it"
    if distinct == 1:
        # An answer that only some give may still tell something, but nobody can choose between one choice.
        return "everybody who answered says the same"
    if pd.api.types.is_bool_dtype(given):
        return None
    if pd.api.types.is_numeric_dtype(given):
        return _reason_for_numbers(given, name)
    return _reason_for_words(given.astype(str), distinct)


def _reason_for_numbers(given: "pd.Series[float]", name: str) -> str | None:
    """An id is a whole number that is different for everybody and either is called one or counts people."""
    if len(given) <= FEWEST_DISTINCT or given.nunique() < len(given) or not np.equal(np.mod(given, 1), 0).all():
        return None
    is_called_id = name.lower() in ("id", "uuid", "index") or name.lower().endswith(("_id", " id", "-id"))
    is_counting = given.max() - given.min() + 1 <= DENSE * len(given)
    return "a different whole number for everybody, so it is an id" if is_called_id or is_counting else None


def _reason_for_words(given: "pd.Series[str]", distinct: int) -> str | None:
    if distinct <= FEWEST_DISTINCT or distinct < FREE_SHARE * len(given):
        return None
    if given.str.fullmatch(r"\d{4}-\d{2}-\d{2}([T ].*)?").all():
        return "dates, nearly all different"
    return "nearly everybody says something else, so it is an id or free text"
