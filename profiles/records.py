"""The records of the customer data bank: what the store takes and gives.

Each is frozen: a change is a new record (`dataclasses.replace`). Times carry their time zone and are kept in UTC.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, Literal

Language = Literal["en", "zh-Hant"]
Source = Literal["chat", "import"]
Status = Literal["given", "skipped", "dont_know", "prefer_not", "withdrawn"]
NeedType = Literal["dissatisfaction", "wish", "advice", "praise"]
Strength = Literal["low", "medium", "high"]
Settlement = Literal["open", "confirmed", "denied"]
Speaker = Literal["shopper", "staff"]
Role = Literal["agent", "analyst", "manager"]
Reason = Literal["speeding", "straight_lining", "copy_paste", "contradiction", "automated"]
HandOverKind = Literal["chat", "ticket"]


@dataclass(frozen=True, kw_only=True)
class Customer:
    """Somebody who buys, or may: the shop's own number if it knows them, else one that the chat made.

    `known` says that the shop vouches for the number (signed in, or imported). `first_seen` is when the shop first met
    them, `created_at` when this row was made. E-mail, phone and birth date are encrypted in the database.
    """

    customer_id: str
    source: Source
    known: bool
    created_at: datetime
    email: str | None = None
    phone: str | None = None
    birth_date: date | None = None
    first_seen: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a customer answered to a question, at one time. Never changed: a correction is a later answer.

    `value` holds the values of the catalogue, several joined by `|`; it is empty unless `status` is `given`.
    `words` are the customer's own, masked by whoever saves them.
    """

    customer_id: str
    question_id: str
    value: str
    answered_at: datetime
    status: Status = "given"
    language: Language = "en"
    source: Source = "chat"
    conversation_id: str | None = None
    message_id: str | None = None
    words: str | None = None

    @property
    def values(self) -> tuple[str, ...]:
        """The values one by one; none for an answer that was not given.

        >>> from datetime import UTC
        >>> at = datetime(2026, 3, 2, tzinfo=UTC)
        >>> Answer(customer_id="mei", question_id="channels", value="web|store", answered_at=at).values
        ('web', 'store')
        """
        return tuple(self.value.split("|")) if self.value else ()


@dataclass(frozen=True, kw_only=True)
class Need:
    """A need that was found in a customer's words.

    `span` is where in `words` it was found (from, to; characters), `probe` is the id of the probe that brought it out,
    and `confirmed` is what the customer said when it was played back. `read_type` and `read_theme` are what was read in
    the words, where the customer has put that right; None where they have not.
    """

    need_id: str
    customer_id: str
    conversation_id: str
    message_id: str
    type: NeedType
    theme: str
    words: str
    span: tuple[int, int]
    strength: Strength
    explicit: bool
    found_at: datetime
    question_id: str | None = None
    probe: str | None = None
    confirmed: Settlement = "open"
    language: Language = "en"
    read_type: NeedType | None = None
    read_theme: str | None = None


def need_id(conversation_id: str, message_id: str, type_: NeedType, theme: str, span: tuple[int, int]) -> str:
    """A number for a need that is the same whenever the same message is read again.

    >>> need_id("c1", "m1", "wish", "delivery", (0, 9)) == need_id("c1", "m1", "wish", "delivery", (0, 9))
    True
    """
    parts = "\n".join((conversation_id, message_id, type_, theme, f"{span[0]}-{span[1]}"))
    return sha256(parts.encode()).hexdigest()[:32]


@dataclass(frozen=True, kw_only=True)
class Consent:
    """That a customer said yes or no to a purpose, after the notice of this version was shown in this language."""

    customer_id: str
    purpose: str
    granted: bool
    notice_version: str
    language: Language
    at: datetime
    conversation_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """That somebody declined the notice: all that is kept of their conversation, for four years."""

    conversation_id: str
    notice_version: str
    language: Language
    at: datetime


@dataclass(frozen=True, kw_only=True)
class InterviewStanding:
    """Where an interview of a customer stands: how it ended (None: left in the middle), and when it was last spoken in.

    `ended` is the investigation's word for it: finished, stopped, later (put off), declined or forgotten.
    """

    customer_id: str
    ended: str | None
    at: datetime


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The technical row of one visit: who may speak in it and until when."""

    conversation_id: str
    role: Speaker
    language: Language
    started_at: datetime
    expires_at: datetime
    page: str | None = None
    customer_id: str | None = None
    staff_id: str | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A message that was accepted, and the reply once it is finished. `sequence` counts from 1 in each conversation.

    `said` and `reply` are None once the words were forgotten; `finished_at` tells whether the turn was answered.
    """

    conversation_id: str
    message_id: str
    sequence: int
    said: str | None
    accepted_at: datetime
    finished_at: datetime | None = None
    reply: dict[str, Any] | None = None


@dataclass(frozen=True, kw_only=True)
class Flag:
    """Why an interview's answers are left out of figures (I14); the answers themselves stay. No customer's words."""

    conversation_id: str
    customer_id: str
    reason: Reason
    detail: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class HandOver:
    """That a shopper wants to speak to a person: at once (`chat`), or by `answer_by` outside hours (`ticket`).

    `summary` is what the member of staff reads first; `answered_at` is when they first wrote.
    """

    hand_over_id: str
    conversation_id: str
    customer_id: str
    kind: HandOverKind
    language: Language
    summary: str
    asked_at: datetime
    answer_by: datetime
    answered_at: datetime | None = None
    taken_by: str | None = None
    closed_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """A complaint in the customer's words, with when it came, is to be answered, was answered and was closed (Q3)."""

    complaint_id: str
    conversation_id: str
    message_id: str
    customer_id: str
    language: Language
    words: str
    received_at: datetime
    answer_by: datetime
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    closed_by: str | None = None
    outcome: str | None = None


@dataclass(frozen=True, kw_only=True)
class StaffMember:
    """Somebody who works for the retailer; `name` is what they sign in with, `password_hash` comes from argon2."""

    staff_id: str
    name: str
    password_hash: str
    role: Role
    active: bool = True


@dataclass(frozen=True, kw_only=True)
class AuditEntry:
    """Something that a member of staff (None: the system itself) did, and to what. No customer's words."""

    at: datetime
    staff_id: str | None
    action: str
    detail: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Product:
    """Something the shop sells; `price` is in the shop's currency."""

    sku: str
    name: str
    category: str
    price: Decimal
    in_stock: bool | None = None


@dataclass(frozen=True, kw_only=True)
class OrderLine:
    """One line of an order. `discount` is taken off the whole line; `occurrence` tells equal products apart, from 1."""

    order_id: str
    customer_id: str
    ordered_at: datetime
    channel: str
    sku: str
    quantity: Decimal
    unit_price: Decimal
    discount: Decimal
    currency: str
    occurrence: int = 1
    promised_at: datetime | None = None
    delivered_at: datetime | None = None
    returned: bool | None = None
