"""The retailer's segments: their file, whom they fit, and why."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd
import pytest

from analytics.configuration import ConfigurationError
from analytics.population import Evidence
from analytics.segments import UNCLASSIFIED, SegmentRules, assign, load_segments, memberships, read_segments
from analytics.segments.memberships import memberships_with_reasons
from catalogue import load
from profiles import Store
from tests.analytics.conftest import HONG_KONG
from tests.analytics.corner_shop import TODAY, shoppers, visitor

FIGURES = {
    "orders": 5, "spend": 500.0, "recency_days": 3, "tenure_days": 200, "orders_per_month": 1.0,
    "average_transaction_value": 100.0, "discount_share": 0.1, "variety": 4, "status": "active", "stage": "development",
}  # fmt: skip


def evidence(*people: Mapping[str, object]) -> Evidence:
    """What is known of some customers: figures that differ from the usual ones, and answers as `answer_<question>`."""
    figures = pd.DataFrame([{key: one.get(key, usual) for key, usual in FIGURES.items()} for one in people])
    answers = [{key[7:]: value for key, value in one.items() if key.startswith("answer_")} for one in people]
    names = pd.Index([str(one["id"]) for one in people])
    return Evidence(figures.set_index(names), pd.DataFrame(answers, index=names, dtype="object"))


def rules(tmp_path: Path, *conditions: str, under: str = "any") -> SegmentRules:
    """The rules of one segment, 'tested', with these conditions."""
    return read_segments(written(tmp_path, *conditions, under=under), load())


def written(tmp_path: Path, *conditions: str, under: str = "any") -> Path:
    """A file with one segment."""
    lines = [f"      - {condition}" for condition in conditions]
    text = "\n".join(
        ["version: 1", "segments:", "  - id: tested", "    name: {en: Tested, zh-Hant: 測試}",
         "    explanation: {en: For tests., zh-Hant: 測試用。}", f"    {under}:", *lines, ""]
    )  # fmt: skip
    file = tmp_path / "segments.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_the_shops_own_segments_can_be_read() -> None:
    found = load_segments()

    assert found.version >= 1
    assert {"price_sensitive", "frequent", "lapsing", "new", "gift_buyers", "business"} <= {
        s.id for s in found.segments
    }
    assert all(segment.explanation["en"] and segment.explanation["zh-Hant"] for segment in found.segments)


def test_a_customer_may_be_in_several_segments_and_one_in_none_is_unclassified() -> None:
    belongs = memberships(
        evidence(
            {"id": "mei", "answer_for_whom": "household", "discount_share": 0.8},
            {"id": "daniel", "answer_for_whom": "gift"},
            {"id": "priya", "answer_for_whom": "business"},
            {"id": "charlie", "orders": 0, "spend": 0.0, "status": "prospect", "tenure_days": None},
        ),
        load_segments(),
    )

    def of(who: str) -> set[str]:
        return {segment for segment in belongs.columns if belongs.loc[who, segment]}

    assert {"family", "price_sensitive"} <= of("mei")
    assert "gift_buyers" in of("daniel")
    assert "business" in of("priya")
    assert of("charlie") == {UNCLASSIFIED}


def test_any_needs_one_condition_and_all_needs_every_one(tmp_path: Path) -> None:
    known = evidence({"id": "mei", "orders": 9, "variety": 9}, {"id": "daniel", "orders": 9, "variety": 1})
    conditions = ("{figure: orders, at_least: 9}", "{figure: variety, at_least: 9}")

    assert memberships(known, rules(tmp_path, *conditions)).tested.to_list() == [True, True]
    assert memberships(known, rules(tmp_path, *conditions, under="all")).tested.to_list() == [True, False]


def test_at_least_is_within_and_below_is_not(tmp_path: Path) -> None:
    known = evidence(*({"id": f"c{orders}", "orders": orders} for orders in (4, 5, 9, 10)))

    found = memberships(known, rules(tmp_path, "{figure: orders, at_least: 5, below: 10}")).tested
    assert found.to_list() == [False, True, True, False]


def test_the_highest_fifth_is_of_those_who_order(tmp_path: Path) -> None:
    buyers = [{"id": f"c{n}", "spend": 100.0 * n} for n in range(1, 11)]
    prospects = [{"id": f"p{n}", "spend": 0.0, "orders": 0} for n in range(50)]

    found = memberships(evidence(*buyers, *prospects), rules(tmp_path, "{figure: spend, top_share: 0.2}")).tested
    assert set(found.index[found]) == {"c9", "c10"}


def test_one_of_several_answers_is_enough_and_a_number_is_compared(tmp_path: Path) -> None:
    known = evidence(
        {"id": "mei", "answer_what_decides": "price|delivery", "answer_household_size": "4"},
        {"id": "daniel", "answer_what_decides": "quality", "answer_household_size": "2"},
        {"id": "priya"},
    )

    assert memberships(known, rules(tmp_path, "{answer: what_decides, is: [price]}")).tested.to_list() == [
        True,
        False,
        False,
    ]
    size = rules(tmp_path, "{answer: household_size, at_least: 4}")
    assert memberships(known, size).tested.to_list() == [True, False, False]


def test_a_question_that_nobody_has_answered_fits_nobody(tmp_path: Path) -> None:
    known = evidence({"id": "mei"})

    assert not memberships(known, rules(tmp_path, "{answer: for_whom, is: [gift]}")).tested.any()


def test_the_reason_names_what_was_found_and_the_limit() -> None:
    known = evidence({"id": "mei", "discount_share": 0.8, "answer_for_whom": "household"})
    told = memberships_with_reasons(known, load_segments(), load(), "en").set_index("segment").because

    assert told["price_sensitive"] == "5 orders (from 3); 80% of the spend at a discount (from 60%)"
    assert told["family"] == "answered ‘My household’ to ‘Shops for’"


def test_the_reason_comes_in_chinese_too() -> None:
    known = evidence({"id": "daniel", "answer_for_whom": "gift"})
    told = memberships_with_reasons(known, load_segments(), load(), "zh-Hant").set_index("segment").because

    assert told["gift_buyers"] == "「為誰購物」答「買嚟送禮」"


@pytest.mark.slow
def test_assign_reads_the_data_bank_and_says_everybodys_segments(corner_shop: Store) -> None:
    table = assign(corner_shop.frames, load_segments(), TODAY, zone=HONG_KONG)

    assert list(table.columns) == ["customer_id", "segment", "because"]
    assert set(table.customer_id) == {shopper.id for shopper in shoppers()}
    assert not table.duplicated(["customer_id", "segment"]).any()
    discounted = {s.id for s in shoppers() if s.discounted and len(s.order_days) >= 3}
    assert set(table[table.segment == "price_sensitive"].customer_id) == discounted


def test_an_answer_in_the_chat_puts_a_visitor_into_a_segment(sqlite_store: Store) -> None:
    visitor(sqlite_store, "daniel", {"for_whom": "gift"})

    table = assign(sqlite_store.frames, load_segments(), TODAY, zone=HONG_KONG)
    assert table[["customer_id", "segment"]].to_numpy().tolist() == [["daniel", "gift_buyers"]]


def test_an_empty_shop_has_no_rows(sqlite_store: Store) -> None:
    assert assign(sqlite_store.frames, load_segments(), TODAY, zone=HONG_KONG).empty


MISTAKES = [
    ("{figure: spnd, at_least: 3}", r"segments\.yml:7: figure is 'spnd'\. Did you mean 'spend'\?"),
    ("{figure: spend}", r"segments\.yml:7: no bound is written"),
    ("{figure: spend, at_least: 12,90}", r"segments\.yml:7: '90' is no key"),
    ("{figure: spend, at_least: many}", r"segments\.yml:7: at_least is 'many'; write a number"),
    ("{figure: spend, top_share: 20}", r"segments\.yml:7: top_share is 20; write a share"),
    ("{answer: for_who, is: [gift]}", r"segments\.yml:7: answer names 'for_who'.* Did you mean 'for_whom'\?"),
    ("{answer: for_whom, is: [gifts]}", r"segments\.yml:7: is is 'gifts'\. Did you mean 'gift'\?"),
    ("{status: [sleepy]}", r"segments\.yml:7: status is 'sleepy'"),
    ("{is: [gift]}", r"segments\.yml:7: this condition asks for nothing"),
]


@pytest.mark.parametrize(("condition", "message"), MISTAKES)
def test_a_mistake_is_told_with_its_file_its_line_and_its_remedy(condition: str, message: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match=message):
        rules(tmp_path, condition)


def test_a_segment_needs_any_or_all(tmp_path: Path) -> None:
    file = written(tmp_path, "{status: [lost]}")
    file.write_text(file.read_text(encoding="utf-8").replace("any:", "says:"), encoding="utf-8")

    with pytest.raises(ConfigurationError, match="under either 'any' or 'all'; write one of the two"):
        read_segments(file, load())


def test_two_segments_of_one_id_are_refused(tmp_path: Path) -> None:
    file = written(tmp_path, "{status: [lost]}")
    text = file.read_text(encoding="utf-8")
    file.write_text(text + text[text.index("  - id") :], encoding="utf-8")

    with pytest.raises(ConfigurationError, match="two segments have the id 'tested'"):
        read_segments(file, load())


def test_unclassified_is_no_id_for_a_segment(tmp_path: Path) -> None:
    file = written(tmp_path, "{status: [lost]}")
    file.write_text(file.read_text(encoding="utf-8").replace("id: tested", "id: unclassified"), encoding="utf-8")

    with pytest.raises(ConfigurationError, match="for customers whom no rule fits"):
        read_segments(file, load())
