"""Questions that go on from the one before."""

from datetime import date

import pytest

from analytics.staff_query import Filter, Happened, Needed, OneOf, Query, Vocabulary, parse

TODAY = date(2026, 3, 31)
PRICE = OneOf("segment", ("price_sensitive",))
SHA_TIN = OneOf("district", ("sha_tin",))
NEWSLETTER = OneOf("newsletter", ("yes",))


def talk(vocabulary: Vocabulary, *texts: str) -> Query:
    """The query after these questions, each of which must be understood."""
    query: Query | None = None
    for text in texts:
        parsed = parse(text, query, vocabulary, TODAY)
        assert parsed.query is not None, (text, parsed)
        query = parsed.query
    assert query is not None
    return query


FIRST = "how many price-sensitive customers live in Sha Tin"
NARROWED: list[tuple[tuple[str, ...], set[Filter]]] = [
    ((FIRST, "only those who agreed to the newsletter"), {PRICE, SHA_TIN, NEWSLETTER}),
    ((FIRST, "how many of those agreed to the newsletter?"), {PRICE, SHA_TIN, NEWSLETTER}),
    ((FIRST, "and in Tai Po?"), {PRICE, OneOf("district", ("tai_po",))}),
    ((FIRST, "what about Mong Kok"), {PRICE, OneOf("district", ("yau_tsim_mong",))}),
    ((FIRST, "also in Tai Po"), {PRICE, OneOf("district", ("tai_po", "sha_tin"))}),
    ((FIRST, "and the frequent ones?"), {OneOf("segment", ("frequent",)), SHA_TIN}),
    ((FIRST, "only the frequent ones"), {PRICE, OneOf("segment", ("frequent",)), SHA_TIN}),
    ((FIRST, "how many customers are frequent"), {OneOf("segment", ("frequent",))}),
    (("沙田有幾多重視價錢嘅客", "淨係同意收電子通訊嗰啲"), {PRICE, SHA_TIN, NEWSLETTER}),
    (("沙田有幾多重視價錢嘅客", "咁大埔呢？"), {PRICE, OneOf("district", ("tai_po",))}),
    (("沙田有幾多重視價錢嘅客", "當中有幾多同意收電子通訊"), {PRICE, SHA_TIN, NEWSLETTER}),
    ((FIRST, "淨係同意收電子通訊嗰啲"), {PRICE, SHA_TIN, NEWSLETTER}),
    (
        ("how many customers joined in February", "and in January?"),
        {Happened("joined", date(2026, 1, 1), date(2026, 2, 1))},
    ),
    (
        ("how many customers complained about delivery in February", "and about returns?"),
        {Needed(("returns",))},
    ),
]


@pytest.mark.parametrize(("texts", "filters"), NARROWED)
def test_a_follow_up_changes_these_filters(
    texts: tuple[str, ...], filters: set[Filter], vocabulary: Vocabulary
) -> None:
    assert set(talk(vocabulary, *texts).filters) == filters


SHAPED: list[tuple[tuple[str, ...], dict[str, object]]] = [
    ((FIRST, "by age"), {"group_by": ("age_band",), "show": "count"}),
    ((FIRST, "by age", "by segment"), {"group_by": ("segment",)}),
    ((FIRST, "compare with last year"), {"compare": "year"}),
    ((FIRST, "by age", "compare that with last year"), {"compare": "year", "group_by": ("age_band",)}),
    ((FIRST, "by age", "export that"), {"export": True, "group_by": ("age_band",), "show": "count"}),
    ((FIRST, "export those customers"), {"export": True, "show": "list"}),
    ((FIRST, "list them"), {"show": "list"}),
    ((FIRST, "list them", "by age"), {"show": "count", "group_by": ("age_band",)}),
    (("沙田有幾多常客", "按年齡"), {"group_by": ("age_band",)}),
    (("沙田有幾多常客", "同上年比較"), {"compare": "year"}),
    (("沙田有幾多常客", "匯出"), {"export": True}),
    (("沙田有幾多常客", "列出佢哋"), {"show": "list"}),
]


@pytest.mark.parametrize(("texts", "shape"), SHAPED)
def test_a_follow_up_changes_what_is_shown(
    texts: tuple[str, ...], shape: dict[str, object], vocabulary: Vocabulary
) -> None:
    query = talk(vocabulary, *texts)

    assert {name: getattr(query, name) for name in shape} == shape
    assert query.filters


def test_a_question_of_its_own_forgets_the_one_before(vocabulary: Vocabulary) -> None:
    query = talk(vocabulary, FIRST, "by age", "how many customers are at risk")

    assert query.filters == (OneOf("status", ("at_risk",)),)
    assert query.group_by == ()


def test_exporting_is_asked_for_each_time(vocabulary: Vocabulary) -> None:
    assert not talk(vocabulary, FIRST, "export that", "by age").export


def test_export_that_needs_something_to_export(vocabulary: Vocabulary) -> None:
    parsed = parse("export that", None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.not_understood == ("a question before this one",)


def test_a_follow_up_that_is_not_understood_leaves_the_query_before_as_it_was(vocabulary: Vocabulary) -> None:
    first = talk(vocabulary, FIRST)
    parsed = parse("only the purple ones", first, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.not_understood == ("purple",)
