"""Answers a typed query from the data bank, within the asker's rights."""

from zoneinfo import ZoneInfo

from analytics.staff_query.base import Base
from analytics.staff_query.earlier import earlier
from analytics.staff_query.listing import list_columns, listed
from analytics.staff_query.query import Query
from analytics.staff_query.rights import QueryRefusedError, Rights, check, load_rights
from analytics.staff_query.table import Table
from analytics.staff_query.tabulating import Counts, restated_with_limits
from analytics.staff_query.vocabulary import Vocabulary
from profiles.frames import Frames
from profiles.records import Role
from settings import settings


def answer(
    query: Query,
    frames: Frames,
    role: Role | None,
    vocabulary: Vocabulary | None = None,
    zone: ZoneInfo | None = None,
    rights: Rights | None = None,
) -> Table:
    """The table that a query asks for.

    Args:
        query: what was asked, on which day and in which language.
        frames: the store's tables.
        role: the asker's role; None for somebody who is not signed in.
        vocabulary: what everything is called; this shop's by default.
        zone: the shop's zone; the settings' by default.
        rights: what roles may see; configuration/rights.yml by default.

    Returns:
        Groups that are too small, or would give a small one away, are left out and counted in `suppressed`.

    Raises:
        QueryRefusedError: the role or the purpose does not allow it; log its `reason`.
    """
    vocabulary, rights = vocabulary or Vocabulary.load(), rights or load_rights()
    zone = zone or settings().zone
    checked = check(query, role, rights)
    base = Base.at(frames, query.asked_on, zone, vocabulary.rules)
    least = rights.smallest_for(checked)
    if query.show == "list":
        return _list(query, base, vocabulary, rights, checked)
    counts = Counts(query, vocabulary, least)
    if query.compare:
        before = earlier(query)
        return counts.compared(base, before, Base.at(frames, before.asked_on, zone, vocabulary.rules))
    return counts.plain(base)


def _list(query: Query, base: Base, vocabulary: Vocabulary, rights: Rights, role: Role) -> Table:
    rows, total = listed(query, base, vocabulary, None if query.export else rights.list_rows)
    least = rights.smallest_for(role)
    if 0 < total < least and not rights.has(role, "export"):
        raise QueryRefusedError("few", least=least)
    said = restated_with_limits(query, base, vocabulary)
    return Table(query, said, list_columns(query, vocabulary), tuple(rows), total, 0)
