"""A small shop with a known past, written down as plain rows so that tests can count them by hand."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from catalogue import Language
from profiles import Store
from profiles.imports import import_file
from profiles.records import Answer, Consent, Conversation, Customer, Need, NeedType, need_id

TODAY = date(2026, 3, 31)
MIDDAY = timedelta(hours=4)  # noon in Hong Kong, in UTC
DISTRICTS = ("sha_tin", "tai_po", "yau_tsim_mong", "wan_chai")
ORDER_COLUMNS = (
    "order_id", "customer_id", "ordered_at", "channel", "sku", "quantity", "unit_price", "discount", "currency",
)  # fmt: skip
AGES = ("18-24", "25-34", "35-44", "45-54", "65+")


@dataclass(frozen=True)
class Shopper:
    """One customer of the shop as the tests know them."""

    id: str
    district: str
    age_band: str
    gender: str
    first_seen: date
    newsletter: bool
    order_days: tuple[date, ...]
    discounted: bool
    online: bool

    @property
    def spend(self) -> float:
        """What each order costs is 100 dollars, or 80 of them at a discount."""
        return len(self.order_days) * (80.0 if self.discounted else 100.0)


@dataclass(frozen=True)
class Told:
    """A need that a shopper told the chat about."""

    shopper: str
    type: NeedType
    theme: str
    day: date
    words: str
    denied: bool = False


def shoppers() -> list[Shopper]:
    """Sixty shoppers: the districts, ages and genders go round; the n-th has n modulo 7 orders."""
    return [
        Shopper(
            id=f"c{number:02d}",
            district=DISTRICTS[number % 4],
            age_band=AGES[number % 5],
            gender="female" if number % 2 else "male",
            first_seen=date(2025, 1, 1) + timedelta(days=7 * number),
            newsletter=number % 3 == 0,
            order_days=tuple(TODAY - timedelta(days=3 + number % 50 + 20 * back) for back in range(number % 7)),
            discounted=number % 4 == 1,
            online=number % 2 == 0,
        )
        for number in range(1, 61)
    ]


def told() -> list[Told]:
    """Eighteen needs of the first twelve shoppers, in February and March; one of them was denied."""
    march, february = date(2026, 3, 10), date(2026, 2, 10)
    words = "the parcel came two days late"
    late = [Told(f"c{n:02d}", "dissatisfaction", "delivery", march, words) for n in range(1, 10)]
    prices = [Told(f"c{n:02d}", "wish", "price_value", february, "我希望價錢平啲") for n in range(5, 11)]
    praise = [Told("c11", "praise", "service", march, "the staff were lovely")]
    returns = [Told("c12", "dissatisfaction", "returns", march, "返貨好麻煩，打 9123 4567 冇人聽")]
    denied = [Told("c12", "dissatisfaction", "quality", march, "the apples were bruised", denied=True)]
    return [*late, *prices, *praise, *returns, *denied]


def fill(store: Store, folder: Path) -> None:
    """Put the shop into an empty store: orders and customers by import, what was told by chats."""
    at = datetime.combine(TODAY, datetime.min.time(), UTC)
    import_file(store, "products", _products(folder), at=at)
    import_file(store, "customers", _customers(folder), at=at)
    import_file(store, "orders", _orders(folder), at=at)
    for number, need in enumerate(told()):
        _chat(store, f"chat{number}", need)


def _products(folder: Path) -> Path:
    rows = [(f"sku{number}", f"Thing {number}", f"category{number}", "100.00", "true") for number in range(1, 4)]
    return _written(folder / "products.csv", ("sku", "name", "category", "price", "in_stock"), rows)


def _customers(folder: Path) -> Path:
    columns = ("customer_id", "age_band", "gender", "district", "first_seen", "consent_marketing")
    rows = [
        (s.id, s.age_band, s.gender, s.district, s.first_seen.isoformat(), "true" if s.newsletter else "false")
        for s in shoppers()
    ]
    return _written(folder / "customers.csv", columns, rows)


def _orders(folder: Path) -> Path:
    columns = [*ORDER_COLUMNS]
    rows = [
        (
            f"{s.id}-{place}", s.id, f"{day}T12:00:00+08:00", "web" if s.online else "store", f"sku{1 + place % 3}",
            "1", "100.00", "20.00" if s.discounted else "0", "HKD",
        )
        for s in shoppers()
        for place, day in enumerate(s.order_days)
    ]  # fmt: skip
    return _written(folder / "orders.csv", columns, rows)


def _written(file: Path, columns: Sequence[str], rows: Sequence[tuple[str, ...]]) -> Path:
    with file.open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened).writerows([tuple(columns), *rows])
    return file


def _chat(store: Store, conversation: str, need: Told) -> None:
    at = datetime.combine(need.day, datetime.min.time(), UTC) + MIDDAY
    language: Language = "en" if need.words.isascii() else "zh-Hant"
    with store.transaction() as unit:
        unit.conversations.open(
            Conversation(
                conversation_id=conversation,
                role="shopper",
                language=language,
                started_at=at,
                expires_at=at + timedelta(hours=1),
                customer_id=need.shopper,
            )
        )
        unit.consents.record(_agreed(need.shopper, at))
        unit.needs.save(_need(need, conversation, at))


def _agreed(customer: str, at: datetime) -> Consent:
    """The yes to the survey without which nothing of a chat is kept (P1)."""
    return Consent(customer_id=customer, purpose="survey", granted=True, notice_version="2026-01", language="en", at=at)


def _need(need: Told, conversation: str, at: datetime) -> Need:
    span = (0, len(need.words))
    return Need(
        need_id=need_id(conversation, "m1", need.type, need.theme, span),
        customer_id=need.shopper,
        conversation_id=conversation,
        message_id="m1",
        type=need.type,
        theme=need.theme,
        words=need.words,
        span=span,
        strength="medium",
        explicit=True,
        found_at=at,
        confirmed="denied" if need.denied else "confirmed",
    )


def visitor(store: Store, id: str, answers: dict[str, str]) -> None:
    """Somebody whom only the chat knows, with what they answered."""
    at = datetime.combine(TODAY, datetime.min.time(), UTC)
    with store.transaction() as unit:
        unit.customers.save(Customer(customer_id=id, source="chat", known=False, created_at=at, first_seen=at))
        unit.consents.record(_agreed(id, at))
        for question, value in answers.items():
            unit.answers.save(Answer(customer_id=id, question_id=question, value=value, answered_at=at))
