"""Needs: found in somebody's words, then confirmed or denied by them."""

from typing import Any

from sqlalchemy import Connection, Row, func, select, update

from profiles.errors import UnknownRecord
from profiles.notice_guard import NoticeGuard
from profiles.records import Need, NeedType, Settlement
from profiles.repositories.base import Repository
from profiles.tables import needs


class Needs(Repository):
    """The needs behind the answers."""

    def __init__(self, connection: Connection, guard: NoticeGuard) -> None:
        super().__init__(connection)
        self._guard = guard

    def save(self, need: Need) -> bool:
        """Adds a need. False, and nothing changes, if the same message has brought up the same need before."""
        self._guard.wrote(need.customer_id)
        values = {**vars(need), "span_from": need.span[0], "span_to": need.span[1]}
        del values["span"]
        return self._add(needs, values)

    def of(self, customer_id: str) -> list[Need]:
        """A customer's needs in the order in which they were found; empty for somebody unknown."""
        query = select(needs).where(needs.c.customer_id == customer_id).order_by(needs.c.found_at, needs.c.need_id)
        return [_need(row) for row in self._connection.execute(query)]

    def file_under(self, need_id: str, type_: NeedType, theme: str) -> None:
        """Files a hint anew when the customer has said more, before anything of it was played back.

        Args:
            need_id: the need.
            type_: what the customer's further words show it to be.
            theme: what they show it to be about.

        Raises:
            UnknownRecord: there is no need of that number.
        """
        self._change(need_id, type=type_, theme=theme)

    def settle(self, need_id: str, confirmed: Settlement) -> None:
        """Keeps what the customer said when the need was played back. A denied need stays, as denied.

        Args:
            need_id: the need.
            confirmed: whether the customer agreed.

        Raises:
            UnknownRecord: there is no need of that number.
        """
        self._change(need_id, confirmed=confirmed)

    def correct(self, need_id: str, type_: NeedType, theme: str) -> None:
        """Confirms a need as the customer has put it right; what was read in the words first is kept beside it (P3).

        Args:
            need_id: the need.
            type_: what the customer said that it is.
            theme: what the customer said that it is about.

        Raises:
            UnknownRecord: there is no need of that number.
        """
        read = {
            "read_type": func.coalesce(needs.c.read_type, needs.c.type),
            "read_theme": func.coalesce(needs.c.read_theme, needs.c.theme),
        }
        self._change(need_id, confirmed="confirmed", type=type_, theme=theme, **read)

    def _change(self, need_id: str, **values: Any) -> None:
        statement = update(needs).where(needs.c.need_id == need_id).values(**values)
        if self._connection.execute(statement).rowcount == 0:
            raise UnknownRecord(f"There is no need '{need_id}' to settle. Take the number from needs.of(customer).")


def _need(row: Row[Any]) -> Need:
    values = dict(row._mapping)
    return Need(span=(values.pop("span_from"), values.pop("span_to")), **values)
