"""What is said back must mean just what was understood."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analytics.staff_query import Filter, Happened, Needed, OneOf, Query, Vocabulary, Within, parse, restate
from analytics.staff_query.canonical import canonical
from catalogue import Language

pytestmark = pytest.mark.slow  # reads many made-up questions back

TODAY = date(2026, 3, 31)
VOCABULARY = Vocabulary.load()
LANGUAGES = st.sampled_from(("en", "zh-Hant"))
FIELDS = ("segment", "status", "stage", "district", "age_band", "gender", "income_band", "channel")
AXES = (*FIELDS, "newsletter", "need_theme", "need_type", "joined_month", "ordered_month", "need_month")
CHOICE_QUESTIONS = [f"answer:{name}" for name in ("gift_occasion", "what_decides", "how_decide", "membership")]
NUMBER_QUESTIONS = [f"answer:{name}" for name in ("delivery_score", "overall_satisfaction", "times_a_month")]


def values_of(field: str) -> st.SearchStrategy[tuple[str, ...]]:
    """Some values of a field that have a name of their own, which ways out such as 'prefer not to say' have not."""
    names = VOCABULARY.labels(field)
    own = [value for value in names if value not in ("prefer_not_to_say", "unclassified", "other", "elsewhere")]
    return st.lists(st.sampled_from(own), min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def one_of(draw: st.DrawFn) -> OneOf:
    field = draw(st.sampled_from([*FIELDS, *CHOICE_QUESTIONS]))
    return OneOf(field, draw(values_of(field)), draw(st.booleans()))


@st.composite
def days(draw: st.DrawFn) -> tuple[date | None, date | None]:
    since = draw(st.none() | st.dates(date(2020, 1, 1), TODAY - timedelta(days=40)))
    length = draw(st.none() | st.integers(1, 39))
    if since is None:
        return None, None if length is None else TODAY - timedelta(days=length)
    return since, None if length is None else since + timedelta(days=length)


@st.composite
def within(draw: st.DrawFn) -> Within:
    field = draw(st.sampled_from(["spend", "orders", "average_transaction_value", *NUMBER_QUESTIONS]))
    low, high = draw(st.none() | st.integers(1, 500)), draw(st.none() | st.integers(501, 90_000))
    low = 3 if low is None and high is None else low
    since, until = (None, None) if field.startswith("answer:") else draw(days())
    exclusive = (low is None or high is None) and draw(st.booleans())
    lowest, highest = (None if bound is None else float(bound) for bound in (low, high))
    return Within(field, lowest, highest, exclusive, since, until)


@st.composite
def happened(draw: st.DrawFn) -> Happened:
    return Happened(draw(st.sampled_from(("joined", "ordered", "chatted"))), *draw(days()), draw(st.booleans()))


@st.composite
def needed(draw: st.DrawFn) -> Needed:
    themes = st.just(()) | values_of("need_theme")
    types = st.just(()) | values_of("need_type")
    return Needed(draw(themes), draw(types), *draw(days()), draw(st.booleans()))


@st.composite
def queries(draw: st.DrawFn) -> Query:
    filters: list[Filter] = draw(st.lists(one_of() | within() | happened() | needed(), max_size=4, unique_by=subject))
    query = Query(
        TODAY,
        filters=(*filters, *draw(st.sampled_from([(), (OneOf("newsletter", ("yes",)),)]))),
        group_by=tuple(draw(st.lists(st.sampled_from(AXES), max_size=2, unique=True))),
        compare=draw(st.sampled_from((None, "year", "quarter", "month", "week", "period"))),
        measure=draw(st.sampled_from(("customers", "spend", "average_transaction_value"))),
        export=draw(st.booleans()),
        purpose=draw(st.sampled_from(("analysis", "direct_marketing"))),
    )
    return canonical(query, VOCABULARY)


def subject(filter_: Filter) -> str:
    """One filter a subject: two districts that must hold together are no question that anybody asks."""
    return str(getattr(filter_, "field", None) or getattr(filter_, "event", "need"))


@settings(max_examples=300, deadline=None)
@given(queries(), LANGUAGES)
def test_a_restatement_that_is_asked_again_gives_the_same_query(query: Query, language: Language) -> None:
    said = restate(query, VOCABULARY, language)
    parsed = parse(said, None, VOCABULARY, TODAY)

    assert parsed.query is not None, (said, parsed)
    assert replace(parsed.query, language="en") == query, said


@settings(max_examples=100, deadline=None)
@given(queries(), LANGUAGES)
def test_a_query_reads_the_same_after_it_was_stored(query: Query, language: Language) -> None:
    assert Query.from_dict(query.to_dict()) == query


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80))
def test_no_text_breaks_the_reading(text: str) -> None:
    parsed = parse(text, None, VOCABULARY, TODAY)

    assert (parsed.query is None) == bool(parsed.not_understood or parsed.unclear)
