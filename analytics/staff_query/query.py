"""A staff member's question as a typed value that can be stored, sent and asked again."""

from dataclasses import asdict, dataclass, fields
from datetime import date
from typing import Any, Literal

from catalogue import Language

Measure = Literal["customers", "spend", "average_transaction_value"]
Show = Literal["count", "list"]
Purpose = Literal["analysis", "direct_marketing"]
Event = Literal["joined", "ordered", "chatted"]
Comparison = Literal["year", "quarter", "month", "week", "period"]
"""With the same a year, quarter, month or week earlier; `period`: with the equally long time just before."""


@dataclass(frozen=True)
class OneOf:
    """A field has one of these values, or (`excluded`) none of them.

    Fields: segment, district, age_band, gender, income_band, status, stage, channel, newsletter, `answer:<question>`.
    """

    field: str
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True)
class Within:
    """A number lies between `low` and `high`; `exclusive` leaves the bounds themselves out ('more than 5').

    Fields: spend, orders, average_transaction_value, each also of the orders from `since` up to and without `until`
    alone; and `answer:<question>`.
    """

    field: str
    low: float | None = None
    high: float | None = None
    exclusive: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class Happened:
    """Something happened from `since` up to and without `until`, or (`excluded`) did not."""

    event: Event
    since: date | None = None
    until: date | None = None
    excluded: bool = False


@dataclass(frozen=True)
class Needed:
    """A need was found, of any of these themes and types, or (`excluded`) none was.

    No themes stand for any theme; no types stand for every type but praise.
    """

    themes: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    excluded: bool = False


Filter = OneOf | Within | Happened | Needed
KINDS: dict[str, type[OneOf] | type[Within] | type[Happened] | type[Needed]] = {
    "one_of": OneOf,
    "within": Within,
    "happened": Happened,
    "needed": Needed,
}


@dataclass(frozen=True)
class Query:
    """Which customers, by what they are told apart, what is counted, and what it is for.

    `asked_on` is the day that the question was asked on and that the figures stand for.
    """

    asked_on: date
    language: Language = "en"
    filters: tuple[Filter, ...] = ()
    group_by: tuple[str, ...] = ()
    compare: Comparison | None = None
    measure: Measure = "customers"
    show: Show = "count"
    export: bool = False
    purpose: Purpose = "analysis"

    def to_dict(self) -> dict[str, Any]:
        """The query as JSON can hold it.

        >>> Query(date(2026, 3, 2), filters=(OneOf("district", ("sha_tin",)),)).to_dict()["filters"]
        [{'kind': 'one_of', 'field': 'district', 'values': ['sha_tin'], 'excluded': False}]
        """
        plain = {f.name: getattr(self, f.name) for f in fields(self) if f.name not in _WRITTEN_APART}
        return {
            "asked_on": self.asked_on.isoformat(),
            "filters": [_plain_filter(filter_) for filter_ in self.filters],
            "group_by": list(self.group_by),
            **plain,
        }

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> "Query":
        """The query that `to_dict` wrote.

        Raises:
            QueryShapeError: a key is missing or unknown, or a value has another form; names it.

        >>> query = Query(date(2026, 3, 2), filters=(Needed(themes=("delivery",)),), group_by=("segment",))
        >>> Query.from_dict(query.to_dict()) == query
        True
        """
        try:
            rest = {key: value for key, value in plain.items() if key not in _WRITTEN_APART}
            return cls(
                asked_on=date.fromisoformat(plain["asked_on"]),
                filters=tuple(_typed_filter(filter_) for filter_ in plain["filters"]),
                group_by=tuple(plain["group_by"]),
                **rest,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise QueryShapeError(f"This is no stored query ({error}): {plain!r}. Ask the question again.") from error


_WRITTEN_APART = ("asked_on", "filters", "group_by")


class QueryShapeError(ValueError):
    """A stored query that cannot be read."""


def _plain_filter(filter_: Filter) -> dict[str, Any]:
    kind = next(name for name, shape in KINDS.items() if isinstance(filter_, shape))
    return {"kind": kind, **{key: _plain(value) for key, value in asdict(filter_).items()}}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed_filter(plain: dict[str, Any]) -> Filter:
    shape = KINDS[plain["kind"]]
    return shape(**{key: _typed(key, value) for key, value in plain.items() if key != "kind"})


def _typed(key: str, value: Any) -> Any:
    if key in ("since", "until") and value is not None:
        return date.fromisoformat(value)
    return tuple(value) if isinstance(value, list) else value
