"""A greengrocer with forty customers, twelve of whom talked in March; written once, read by every test."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from analytics.report import Written, write
from analytics.report.material import Material, gather
from profiles import Store
from profiles.imports import KindOfFile, import_file
from profiles.records import Answer, Consent, Conversation, Need, NeedType, Refusal, Strength, need_id
from tests.databases import DATA_KEY, SqliteFiles

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
SINCE, UNTIL, TODAY = date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 2)
MARCH, FEBRUARY = datetime(2026, 3, 10, 4, tzinfo=UTC), datetime(2026, 2, 10, 4, tzinfo=UTC)
LAST_DAY = datetime(2026, 3, 31, 4, tzinfo=UTC)
IDS = tuple(f"c{number:02d}" for number in range(1, 41))
FORMULA = "=HYPERLINK(1) is how I order"
WITH_A_NAME = "My neighbour John Chan on 9123 4567 waited too"


@pytest.fixture(scope="session")
def greengrocer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """Forty customers with 5 dollars spent for each of their number in March; needs of twelve of them."""
    folder = tmp_path_factory.mktemp("greengrocer")
    with Store.open(SqliteFiles(folder).empty(), DATA_KEY) as store:
        _import(store, folder)
        for number, customer in enumerate(IDS[:12]):
            talk(store, customer, MARCH, "dissatisfaction", "delivery", "The parcel came late", "high")
            if number < 6:
                talk(store, customer, FEBRUARY, "wish", "price_value", "價錢平啲就好", "low")
        talk(store, "c01", MARCH, "wish", "store", FORMULA, "medium")
        talk(store, "c02", MARCH, "dissatisfaction", "service", WITH_A_NAME, "medium")
        talk(store, "c03", MARCH, "wish", "returns", "Denied words", "high", denied=True)
        talk(store, "c40", MARCH, "wish", "delivery", "Words of somebody who left", "high")
        with store.transaction() as unit:
            unit.consents.record(consent("c40", MARCH + timedelta(days=1), granted=False))
            unit.conversations.open(conversation("looked", MARCH))
            unit.conversations.open(conversation("declined", MARCH))
            unit.refusals.record(Refusal(conversation_id="declined", notice_version="7", language="en", at=MARCH))
        yield store


@pytest.fixture(scope="session")
def material(greengrocer: Store) -> Material:
    """What the report of March is made of."""
    return gather(greengrocer, SINCE, UNTIL, TODAY, HONG_KONG)


@pytest.fixture(scope="session")
def english(greengrocer: Store, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The report of March in English."""
    return write(greengrocer, SINCE, UNTIL, tmp_path_factory.mktemp("english"), "en", TODAY)


@pytest.fixture(scope="session")
def chinese(greengrocer: Store, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """The report of March in Chinese."""
    return write(greengrocer, SINCE, UNTIL, tmp_path_factory.mktemp("chinese"), "zh-Hant", TODAY)


def conversation(id: str, at: datetime, ended_at: datetime | None = None) -> Conversation:
    """A shopper's visit."""
    expires = at + timedelta(days=7)
    return Conversation(
        conversation_id=id, role="shopper", language="en", started_at=at, expires_at=expires, ended_at=ended_at
    )


def consent(customer: str, at: datetime, *, granted: bool = True, visit: str | None = None) -> Consent:
    """A yes or no to the survey."""
    return Consent(
        customer_id=customer, purpose="survey", granted=granted, notice_version="7", language="en", at=at,
        conversation_id=visit,
    )  # fmt: skip


def talk(
    store: Store, customer: str, at: datetime, type_: NeedType, theme: str, words: str, strength: Strength,
    *, denied: bool = False,
) -> None:  # fmt: skip
    """A chat in which a customer agrees, scores 6, says for whom they buy, and tells of one need."""
    visit, span = f"{customer}-{theme}-{at:%m}", (0, len(words))
    with store.transaction() as unit:
        unit.conversations.open(conversation(visit, at, at + timedelta(minutes=5)))
        unit.consents.record(consent(customer, at, visit=visit))
        for place, (question, value) in enumerate((("for_whom", "household"), ("overall_satisfaction", "6"))):
            unit.answers.save(
                Answer(
                    customer_id=customer, question_id=question, value=value, answered_at=at, conversation_id=visit,
                    message_id=f"m{place}",
                )
            )  # fmt: skip
        unit.needs.save(
            Need(
                need_id=need_id(visit, "m9", type_, theme, span), customer_id=customer, conversation_id=visit,
                message_id="m9", type=type_, theme=theme, words=words, span=span, strength=strength, explicit=True,
                found_at=at, confirmed="denied" if denied else "confirmed",
            )
        )  # fmt: skip


def _import(store: Store, folder: Path) -> None:
    people = ["customer_id,first_seen,age_band", *(f"{id},2026-01-05,{_age(id)}" for id in IDS)]
    lines = ["order_id,customer_id,ordered_at,channel,sku,quantity,unit_price,discount,currency"]
    lines += [
        f"{id}-{month},{id},2026-{month}-05T12:00:00+08:00,web,leek,1,{5 * int(id[1:])}.00,0,HKD"
        for id in IDS[:30]
        for month in ("02", "03")
    ]
    files: tuple[tuple[KindOfFile, list[str]], ...] = (("customers", people), ("orders", lines))
    for kind, rows in files:
        file = folder / f"{kind}.csv"
        file.write_text("\n".join(rows) + "\n", encoding="utf-8")
        import_file(store, kind, file, at=LAST_DAY, zone=HONG_KONG)


def _age(id: str) -> str:
    """The last three are of an age that only they have."""
    return "65+" if int(id[1:]) > 37 else "25-34" if int(id[1:]) > 20 else "35-44"
