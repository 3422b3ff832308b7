"""Staff, and the record of what they did (I14)."""

from datetime import datetime

from sqlalchemy import select, update

from profiles.errors import NameTaken, UnknownRecord
from profiles.records import AuditEntry, StaffMember
from profiles.repositories.base import Repository
from profiles.tables import audit, staff

_ENTRY = [column for column in audit.c if column is not audit.c.number]


class Staff(Repository):
    """The people who may sign in. Nobody is ever removed: the audit names them."""

    def add(self, member: StaffMember) -> None:
        """Adds a member of staff.

        Raises:
            NameTaken: somebody has this name, or this number, already.
        """
        if not self._add(staff, vars(member)):
            raise NameTaken(f"There is a member of staff named '{member.name}' already. Choose another name.")

    def get(self, staff_id: str) -> StaffMember | None:
        """The member of staff of this number, or None."""
        row = self._connection.execute(select(staff).where(staff.c.staff_id == staff_id)).one_or_none()
        return None if row is None else StaffMember(**row._mapping)

    def by_name(self, name: str) -> StaffMember | None:
        """The member of staff who signs in with this name, or None; the caller asks whether they are active."""
        row = self._connection.execute(select(staff).where(staff.c.name == name)).one_or_none()
        return None if row is None else StaffMember(**row._mapping)

    def all(self) -> list[StaffMember]:
        """Everybody, by name."""
        return [StaffMember(**row._mapping) for row in self._connection.execute(select(staff).order_by(staff.c.name))]

    def save(self, member: StaffMember) -> None:
        """Changes a member of staff: a new password, another role, or no longer active.

        Raises:
            UnknownRecord: nobody has this number.
        """
        statement = update(staff).where(staff.c.staff_id == member.staff_id).values(**vars(member))
        if self._connection.execute(statement).rowcount == 0:
            raise UnknownRecord(
                f"There is no member of staff '{member.staff_id}'. Add them first (./askwell staff add)."
            )


class Audit(Repository):
    """What staff and the system did; rows are only ever added."""

    def record(self, entry: AuditEntry) -> None:
        """Adds an entry."""
        self._connection.execute(audit.insert(), vars(entry))

    def since(self, at: datetime) -> list[AuditEntry]:
        """The entries from a time on, the first one first."""
        query = select(*_ENTRY).where(audit.c.at >= at).order_by(audit.c.number)
        return [AuditEntry(**row._mapping) for row in self._connection.execute(query)]
