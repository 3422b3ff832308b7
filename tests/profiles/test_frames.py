"""The data bank as tables: their columns, their dtypes and their figures."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from profiles import Store
from profiles.errors import MixedCurrencies
from profiles.imports import KindOfFile, import_file
from profiles.records import Refusal
from tests.cast import DANIEL, MEI, MONDAY, TUESDAY
from tests.profiles.people import VISIT, agree, answer, arrive, need, visit

NOW = datetime(2026, 3, 4, 10, 0, tzinfo=UTC)
ORDERS = (
    "order_id,customer_id,ordered_at,channel,sku,quantity,unit_price,discount,currency,"
    "promised_at,delivered_at,returned"
)
TABLES = ("customers", "answers", "needs", "consents", "conversations", "products", "orders", "order_summary")


@pytest.fixture
def trading(store: Store, tmp_path: Path) -> Store:
    """A store in which Mei has ordered twice and Daniel once."""
    _take(
        store,
        tmp_path,
        "orders",
        ORDERS,
        "o1,mei,2026-01-05T10:00Z,web,tea,2,10,0,HKD,2026-01-06,2026-01-08,",
        "o1,mei,2026-01-05T10:00Z,web,rice,1,80,5,HKD,2026-01-06,2026-01-08,",
        "o2,mei,2026-02-05T10:00Z,store,tea,1,10,0,HKD,,,",
        "o3,daniel,2026-02-06T10:00Z,app,gum,3,0.10,0,HKD,2026-02-08,2026-02-07,",
        "o3,daniel,2026-02-06T10:00Z,app,rice,1,80,8,HKD,2026-02-08,2026-02-07,yes",
    )
    goods = ("tea,Tea,Drinks,10", "rice,Rice,Food,80", "gum,Gum,Food,1")
    _take(store, tmp_path, "products", "sku,name,category,price", *goods)
    return store


def _take(store: Store, folder: Path, kind: KindOfFile, *lines: str) -> None:
    path = folder / f"{kind}.csv"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert import_file(store, kind, path, at=NOW, zone=UTC).refused == 0


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_rows_has_the_columns_and_dtypes_of_one_with_rows(trading: Store, name: str) -> None:
    with trading.transaction() as unit:
        unit.conversations.open(visit())
        agree(unit, MEI)
        unit.answers.save(answer(MEI, "age_band", "25-34"))
        unit.needs.save(need(MEI))
    full = getattr(trading.frames, name)()
    for customer in (MEI, DANIEL):
        with trading.transaction() as unit:
            unit.customers.erase(customer.id)
    emptied = getattr(trading.frames, name)()

    assert len(full) > 0
    assert emptied.dtypes.to_dict() == full.dtypes.to_dict()


def test_no_table_has_an_address_a_telephone_number_or_a_birth_date_p5(store: Store) -> None:
    columns = {column for name in TABLES for column in getattr(store.frames, name)().columns}

    assert not columns & {"email", "phone", "birth_date", "email_fingerprint"}


def test_customers_have_their_current_background_beside_them(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.customers.ensure(DANIEL.id, source="import", known=True, at=MONDAY)
        unit.answers.save(answer(MEI, "age_band", "25-34", at=MONDAY))
        unit.answers.save(answer(MEI, "age_band", "35-44", at=TUESDAY))
        unit.answers.save(answer(MEI, "gender", "", status="prefer_not"))
        agree(unit, MEI, "newsletter")

    customers = store.frames.customers().set_index("customer_id")

    assert customers.loc["mei", "age_band"] == "35-44"
    assert customers.loc["mei", ["gender", "district", "income_band", "for_whom"]].isna().all()
    assert customers["newsletter"].to_dict() == {"daniel": False, "mei": True}
    assert customers["source"].to_dict() == {"daniel": "import", "mei": "chat"}


def test_answers_and_consents_mark_what_counts_now(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.answers.save(answer(MEI, "age_band", "25-34", at=MONDAY))
        unit.answers.save(answer(MEI, "age_band", "35-44", at=TUESDAY))
        agree(unit, MEI, "newsletter")
        agree(unit, MEI, "newsletter", granted=False, at=TUESDAY)

    answers, consents = store.frames.answers(), store.frames.consents()

    assert answers[["value", "current"]].values.tolist() == [["25-34", False], ["35-44", True]]
    assert consents[["purpose", "granted", "current"]].values.tolist() == [
        ["survey", True, True],
        ["newsletter", True, False],
        ["newsletter", False, True],
    ]


def test_needs_come_with_their_words_in_the_clear_and_where_they_were_found(store: Store) -> None:
    arrive(store, MEI)
    with store.transaction() as unit:
        unit.needs.save(need(MEI))

    (row,) = store.frames.needs().to_dict("records")

    assert row["words"][row["span_from"] : row["span_to"]] == "if only it came before eight"
    assert (row["type"], row["theme"], row["strength"], row["explicit"]) == ("wish", "delivery", "high", True)


def test_conversations_tell_their_turns_and_whether_the_notice_was_declined(store: Store) -> None:
    with store.transaction() as unit:
        unit.conversations.open(visit())
        unit.conversations.open(visit("visit-2", started_at=TUESDAY))
        unit.turns.accept(VISIT, "m1", "hello", MONDAY)
        unit.turns.accept(VISIT, "m2", "yes", TUESDAY)
        unit.refusals.record(Refusal(conversation_id="visit-2", notice_version="1", language="en", at=TUESDAY))

    visits = store.frames.conversations().set_index("conversation_id")

    assert visits["turns"].to_dict() == {"visit-1": 2, "visit-2": 0}
    assert visits["refused"].to_dict() == {"visit-1": False, "visit-2": True}
    assert visits["last_turn_at"].to_dict()["visit-1"] == TUESDAY


def test_the_order_summary_adds_up_what_each_customer_bought(trading: Store) -> None:
    daniel, mei = trading.frames.order_summary().to_dict("records")

    figures = ("customer_id", "orders", "lines", "spend", "discounted_spend", "discount", "categories", "products")
    assert [mei[name] for name in figures] == ["mei", 2, 3, 105.0, 75.0, 5.0, 2, 2]
    assert [daniel[name] for name in figures] == ["daniel", 1, 2, 0.3, 0.0, 0.0, 1, 2]
    more = ("web_orders", "late_orders", "returned_lines", "currency")
    assert [mei[name] for name in more] == [1, 1, 0, "HKD"]
    assert [daniel[name] for name in more] == [1, 0, 1, "HKD"]
    assert mei["first_ordered_at"].to_pydatetime() == datetime(2026, 1, 5, 10, 0, tzinfo=UTC)
    assert mei["last_ordered_at"].to_pydatetime() == datetime(2026, 2, 5, 10, 0, tzinfo=UTC)


def test_a_period_includes_its_first_moment_and_not_its_end(trading: Store) -> None:
    since, until = datetime(2026, 1, 5, 10, 0, tzinfo=UTC), datetime(2026, 2, 5, 10, 0, tzinfo=UTC)

    assert trading.frames.orders(since, until)["order_id"].tolist() == ["o1", "o1"]
    assert trading.frames.order_summary(since, until)["customer_id"].tolist() == ["mei"]


def test_orders_may_be_asked_for_with_a_few_columns(trading: Store) -> None:
    lines = trading.frames.orders(columns=["customer_id", "amount"])

    assert lines.columns.tolist() == ["customer_id", "amount"]
    assert lines["amount"].sum() == pytest.approx(177.3)


def test_the_figures_in_sql_are_those_of_the_lines_in_pandas(trading: Store) -> None:
    lines = trading.frames.orders()
    kept = lines[~lines["returned"].fillna(False)]

    summary = trading.frames.order_summary().set_index("customer_id")

    assert summary["spend"].to_dict() == pytest.approx(kept.groupby("customer_id")["amount"].sum().to_dict())
    assert summary["orders"].to_dict() == lines.groupby("customer_id")["order_id"].nunique().to_dict()


def test_amounts_in_several_currencies_are_never_added_up(trading: Store, tmp_path: Path) -> None:
    _take(trading, tmp_path, "orders", ORDERS, "o9,mei,2026-02-07T10:00Z,web,tea,1,2,0,USD,,,")

    with pytest.raises(MixedCurrencies, match=r"HKD \(5 lines\), USD \(1 lines\).*currency='HKD'"):
        trading.frames.order_summary()
    assert trading.frames.order_summary(currency="USD")["spend"].tolist() == [2.0]


def test_more_rows_than_a_block_come_whole(trading: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = trading.frames.orders()
    monkeypatch.setattr("profiles.frames.reading.BLOCK", 2)

    blocks = trading.frames.orders()

    assert blocks.astype(whole.dtypes).equals(whole)
