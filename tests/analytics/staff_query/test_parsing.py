"""What staff write, and the typed query that it stands for."""

from datetime import date

import pytest

from analytics.staff_query import Filter, Happened, Needed, OneOf, Query, Vocabulary, Within, parse

TODAY = date(2026, 3, 31)
SHA_TIN = OneOf("district", ("sha_tin",))
FREQUENT = OneOf("segment", ("frequent",))
NEWSLETTER = OneOf("newsletter", ("yes",))
LATE = Needed(("delivery",), ("dissatisfaction",))
FEBRUARY = (date(2026, 2, 1), date(2026, 3, 1))

FILTERS: list[tuple[str, tuple[Filter, ...]]] = [
    ("how many customers are there", ()),
    ("how many customers do we have in total?", ()),
    ("how many customers live in Sha Tin", (SHA_TIN,)),
    ("number of shoppers from Shatin", (SHA_TIN,)),
    ("customers in Mong Kok", (OneOf("district", ("yau_tsim_mong",)),)),
    ("customers in Sha Tin or Tai Po", (OneOf("district", ("tai_po", "sha_tin")),)),
    ("customers not in Sha Tin", (OneOf("district", ("sha_tin",), excluded=True),)),
    ("how many price-sensitive customers", (OneOf("segment", ("price_sensitive",)),)),
    ("how many bargain hunters live in Sha Tin?", (OneOf("segment", ("price_sensitive",)), SHA_TIN)),
    ("frequent or new customers", (OneOf("segment", ("frequent", "new")),)),
    ("frequent and lapsing customers", (FREQUENT, OneOf("segment", ("lapsing",)))),
    ("customers who are not frequent", (OneOf("segment", ("frequent",), excluded=True),)),
    ("how many customers are at risk", (OneOf("status", ("at_risk",)),)),
    ("how many prospects do we have", (OneOf("status", ("prospect",)),)),
    ("mature customers", (OneOf("stage", ("mature",)),)),
    ("customers at the initial stage", (OneOf("stage", ("initial",)),)),
    ("how many women", (OneOf("gender", ("female",)),)),
    ("customers aged 25 to 44", (OneOf("age_band", ("25-34", "35-44")),)),
    ("customers aged 65 or over", (OneOf("age_band", ("65+",)),)),
    ("customers under 25", (OneOf("age_band", ("0-17", "18-24")),)),
    ("how many customers are dissatisfied with delivery", (LATE,)),
    ("customers who complained about delivery", (LATE,)),
    ("how many customers have delivery complaints", (LATE,)),
    ("customers who want better prices", (Needed(("price_value",), ("wish",)),)),
    ("how many unhappy customers", (Needed((), ("dissatisfaction",)),)),
    ("customers with a need about returns", (Needed(("returns",)),)),
    ("customers who praised the service", (Needed(("service",), ("praise",)),)),
    ("complained about delivery or returns", (Needed(("delivery", "returns"), ("dissatisfaction",)),)),
    ("customers who complained about late parcels", (LATE,)),
    ("customers who complained about delivery last month", (Needed(("delivery",), ("dissatisfaction",), *FEBRUARY),)),
    ("customers who have not complained about delivery", (Needed(("delivery",), ("dissatisfaction",), excluded=True),)),
    ("who agreed to the newsletter", (NEWSLETTER,)),
    ("customers who did not agree to the newsletter", (OneOf("newsletter", ("yes",), excluded=True),)),
    ("how many customers unsubscribed", (OneOf("newsletter", ("yes",), excluded=True),)),
    ("how many customers joined last month", (Happened("joined", *FEBRUARY),)),
    ("customers who signed up since 1 January 2026", (Happened("joined", date(2026, 1, 1)),)),
    ("customers who joined in 2025 by month", (Happened("joined", date(2025, 1, 1), date(2026, 1, 1)),)),
    ("customers who joined in 2025 compared with last year", (Happened("joined", date(2025, 1, 1), date(2026, 1, 1)),)),
    ("customers who joined before 2026", (Happened("joined", None, date(2026, 1, 1)),)),
    (
        "customers who joined between 1 February 2026 and 15 March 2026",
        (Happened("joined", date(2026, 2, 1), date(2026, 3, 16)),),
    ),
    ("how many customers ordered since March", (Happened("ordered", date(2026, 3, 1)),)),
    ("customers who haven't ordered since February", (Happened("ordered", date(2026, 2, 1), excluded=True),)),
    ("haven't ordered for 3 months", (Happened("ordered", date(2025, 12, 31), excluded=True),)),
    ("三個月冇買嘢嘅客", (Happened("ordered", date(2025, 12, 31), excluded=True),)),
    ("有冇客唔滿意客服", (Needed(("service",), ("dissatisfaction",)),)),
    ("neither frequent nor new customers", (OneOf("segment", ("frequent", "new"), excluded=True),)),
    ("who spent less than 50 dollars per order", (Within("average_transaction_value", None, 50.0, exclusive=True),)),
    ("customers not in Sha Tin but frequent", (OneOf("district", ("sha_tin",), excluded=True), FREQUENT)),
    ("customers who spent more than $500", (Within("spend", 500.0, exclusive=True),)),
    ("customers who spent at least 500 dollars last month", (Within("spend", 500.0, None, False, *FEBRUARY),)),
    ("customers who spent between 100 and 500 dollars", (Within("spend", 100.0, 500.0),)),
    ("customers with more than 5 orders", (Within("orders", 5.0, exclusive=True),)),
    ("who ordered at least 3 times since February", (Within("orders", 3.0, since=date(2026, 2, 1)),)),
    ("customers who bought online", (OneOf("channel", ("online",)), Happened("ordered"))),
    ("customers who answered Birthday to Gift occasion", (OneOf("answer:gift_occasion", ("birthday",)),)),
    ("customers whose Delivery, 0 to 10 is below 5", (Within("answer:delivery_score", None, 5.0, exclusive=True),)),
    ("有幾多客戶", ()),
    ("沙田有幾多客", (SHA_TIN,)),
    ("住喺旺角嘅客有幾多", (OneOf("district", ("yau_tsim_mong",)),)),
    ("幾多客戶唔滿意送貨", (LATE,)),
    ("有幾多客投訴過送貨", (LATE,)),
    ("邊啲客唔滿意退貨？", (Needed(("returns",), ("dissatisfaction",)),)),
    ("上個月投訴過送貨嘅客有幾多", (Needed(("delivery",), ("dissatisfaction",), *FEBRUARY),)),
    ("有幾多重視價錢嘅客", (OneOf("segment", ("price_sensitive",)),)),
    ("唔係常客嘅客戶", (OneOf("segment", ("frequent",), excluded=True),)),
    ("幾多女客", (OneOf("gender", ("female",)),)),
    ("25至44歲嘅客有幾多", (OneOf("age_band", ("25-34", "35-44")),)),
    ("上個月加入嘅客有幾多", (Happened("joined", *FEBRUARY),)),
    ("今年加入同埋上個月落過單嘅客", (Happened("joined", date(2026, 1, 1)), Happened("ordered", *FEBRUARY))),
    ("過去三個月冇落過單嘅常客", (FREQUENT, Happened("ordered", date(2025, 12, 31), excluded=True))),
    ("同意收電子通訊嘅客有幾多", (NEWSLETTER,)),
    ("消費超過500蚊嘅客", (Within("spend", 500.0, exclusive=True),)),
    ("落過5次單以上嘅客", (Within("orders", 5.0),)),
    ("how many Sha Tin 客 唔滿意 delivery", (SHA_TIN, LATE)),
    ("有幾多 frequent 客 last month 落過單", (FREQUENT, Happened("ordered", *FEBRUARY))),
    ("lapsing 客有幾多住 Tai Po", (OneOf("segment", ("lapsing",)), OneOf("district", ("tai_po",)))),
]


@pytest.mark.parametrize(("text", "filters"), FILTERS)
def test_a_question_is_read_into_these_filters(text: str, filters: tuple[Filter, ...], vocabulary: Vocabulary) -> None:
    parsed = parse(text, None, vocabulary, TODAY)

    assert parsed.not_understood == ()
    assert parsed.unclear == ()
    assert parsed.query is not None
    assert set(parsed.query.filters) == set(filters)


SHAPES: list[tuple[str, dict[str, object]]] = [
    ("customers by segment", {"group_by": ("segment",)}),
    ("customers by segment and district", {"group_by": ("segment", "district")}),
    ("how many customers per age group", {"group_by": ("age_band",)}),
    ("how many customers have delivery needs, in which segments?", {"group_by": ("segment",)}),
    ("age distribution of frequent customers", {"group_by": ("age_band",)}),
    ("needs of customers by theme", {"group_by": ("need_theme",)}),
    ("delivery complaints by month", {"group_by": ("need_month",)}),
    ("customers who joined since June by month", {"group_by": ("joined_month",)}),
    ("按客群同地區分佈嘅客戶", {"group_by": ("segment", "district")}),
    ("每個地區有幾多客", {"group_by": ("district",)}),
    ("各年齡組別嘅客戶人數", {"group_by": ("age_band",)}),
    ("客戶年齡分佈", {"group_by": ("age_band",)}),
    ("customers by age compared with last year", {"group_by": ("age_band",), "compare": "year"}),
    ("同上個月比較，有幾多客", {"compare": "month"}),
    ("how many customers joined last month compared with the month before", {"compare": "month"}),
    ("how many customers joined in February compared with the previous period", {"compare": "period"}),
    ("list of frequent customers", {"show": "list"}),
    ("which customers are at risk", {"show": "list"}),
    ("大客名單", {"show": "list"}),
    ("export frequent customers in Sha Tin", {"show": "list", "export": True}),
    ("list of customers to e-mail", {"show": "list", "purpose": "direct_marketing"}),
    ("寄優惠俾常客名單", {"show": "list", "purpose": "direct_marketing"}),
    ("how much did frequent customers spend", {"measure": "spend"}),
    ("average order value by age group", {"measure": "average_transaction_value", "group_by": ("age_band",)}),
    ("平均每單按年齡", {"measure": "average_transaction_value", "group_by": ("age_band",)}),
]


@pytest.mark.parametrize(("text", "shape"), SHAPES)
def test_a_question_says_what_is_shown(text: str, shape: dict[str, object], vocabulary: Vocabulary) -> None:
    query = parse(text, None, vocabulary, TODAY).query

    assert query is not None
    assert {name: getattr(query, name) for name in shape} == shape


NOT_UNDERSTOOD = [
    ("how many martians live in Sha Tin", "martians"),
    ("customers who bought from Amazon", "Amazon"),
    ("how many customers are kind", "kind"),
    ("what is the weather", "weather"),
    ("how many orders", "orders"),
    ("customers aged between the chairs", "aged"),
    ("DROP TABLE customers", "DROP"),
    ("有幾多火星人", "火星"),
    ("/intent staff", "intent"),
    ("", "…"),
    ("???", "???"),
]


@pytest.mark.parametrize(("text", "words"), NOT_UNDERSTOOD)
def test_what_is_not_understood_is_said_and_nothing_is_guessed(text: str, words: str, vocabulary: Vocabulary) -> None:
    parsed = parse(text, None, vocabulary, TODAY)

    assert parsed.query is None
    assert words in parsed.not_understood


@pytest.mark.parametrize("text", ["in Sha Tin or frequent", "complained about delivery or want better prices"])
def test_an_or_between_different_conditions_is_not_taken_for_an_and(text: str, vocabulary: Vocabulary) -> None:
    parsed = parse(text, None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.not_understood == ("or",)


def test_a_text_that_is_too_long_is_refused_and_not_half_read(vocabulary: Vocabulary) -> None:
    parsed = parse("how many customers " + "in Sha Tin or Tai Po " * 100, None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.unclear == ("The question is too long. Ask it in at most 2000 characters.",)


def test_words_that_may_mean_two_things_are_asked_back(vocabulary: Vocabulary) -> None:
    parsed = parse("how many customers store", None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.unclear == ("“store” may mean Channel: In store or Theme of the need: Physical store. Say which.",)


def test_a_time_that_belongs_to_nothing_is_asked_back(vocabulary: Vocabulary) -> None:
    parsed = parse("frequent customers in February", None, vocabulary, TODAY)

    assert parsed.query is None
    assert "in February" in parsed.unclear[0]


def test_an_age_that_no_group_lies_within_is_asked_back(vocabulary: Vocabulary) -> None:
    parsed = parse("customers aged 40", None, vocabulary, TODAY)

    assert parsed.query is None
    assert "35 to 44" in parsed.unclear[0]


def test_groups_that_lie_only_partly_in_an_age_are_left_out_and_named(vocabulary: Vocabulary) -> None:
    parsed = parse("women over 40", None, vocabulary, TODAY)

    assert parsed.query is not None
    assert OneOf("age_band", ("45-54", "55-64", "65+")) in parsed.query.filters
    assert parsed.notes == ("35 to 44 lies only partly within what you named and was left out.",)


SLIPS = [
    ("how many customes", ("customes", "customer")),
    ("price sensative customers", ("price sensative", "price sensitive")),
    ("customers in Sha Tinn", ("Sha Tinn", "sha tin")),
    ("customers who complaned about delivery", ("complaned", "complained")),
]


@pytest.mark.parametrize(("text", "slip"), SLIPS)
def test_a_slip_of_the_keyboard_is_mended_and_told(text: str, slip: tuple[str, str], vocabulary: Vocabulary) -> None:
    parsed = parse(text, None, vocabulary, TODAY)

    assert parsed.query is not None
    assert parsed.read_as == (slip,)


@pytest.mark.parametrize("word", ["infrequent", "unlapsing", "inactive"])
def test_an_opposite_is_not_mended_into_what_it_denies(word: str, vocabulary: Vocabulary) -> None:
    parsed = parse(f"how many {word} customers", None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.not_understood == (word,)


def test_an_ordinary_word_is_not_taken_for_another_that_looks_like_it(vocabulary: Vocabulary) -> None:
    parsed = parse("older customers", None, vocabulary, TODAY)

    assert parsed.query is None
    assert parsed.not_understood == ("older",)


def test_a_word_nobody_knows_comes_with_one_that_may_be_meant(vocabulary: Vocabulary) -> None:
    assert parse("Sotre customers", None, vocabulary, TODAY).suggestions == ("store",)


def test_the_language_of_the_restatement_is_the_askers(vocabulary: Vocabulary) -> None:
    assert parse("沙田有幾多常客", None, vocabulary, TODAY).restated == "客戶數目：客群係「常客」，住喺「沙田」"
    english = parse("how many frequent customers in Sha Tin", None, vocabulary, TODAY)
    assert english.restated == "Number of customers in the segment ‘Frequent’, living in ‘Sha Tin’"


def test_a_query_is_the_same_after_it_was_stored(vocabulary: Vocabulary) -> None:
    for text, _ in FILTERS:
        query = parse(text, None, vocabulary, TODAY).query
        assert query is not None
        assert Query.from_dict(query.to_dict()) == query
