"""Who may ask what (P4, P5, I14): roles, the purpose of a query, and the least size of a group that is shown."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args

from analytics.configuration import CONFIGURATION_FOLDER, open_configuration, refuse, whole_number
from analytics.staff_query.query import OneOf, Query
from catalogue import Catalogue, Language, Problem
from catalogue.loading.fields import Fields
from profiles.records import Role

RIGHTS_FILE = CONFIGURATION_FOLDER / "rights.yml"
Right = Literal["count", "groups", "money", "list", "few", "export"]
RIGHTS: tuple[Right, ...] = get_args(Right)
ROLES: tuple[Role, ...] = get_args(Role)
Reason = Literal["anonymous", "groups", "measure", "export", "few", "marketing"]


@dataclass(frozen=True)
class Rights:
    """What the file configuration/rights.yml says."""

    version: int
    smallest_group: int
    list_rows: int
    of_roles: dict[Role, frozenset[Right]]

    def has(self, role: Role, right: Right) -> bool:
        """Whether a role has a right."""
        return right in self.of_roles[role]

    def smallest_for(self, role: Role) -> int:
        """The least size of a group that is shown to a role."""
        return 1 if self.has(role, "few") else self.smallest_group


class QueryRefusedError(Exception):
    """A query that this person may not ask; `reason` goes into the log, `said` tells it to them."""

    def __init__(self, reason: Reason, **values: object) -> None:
        self.reason = reason
        self.values = values
        super().__init__(f"The query was refused ({reason}).")

    def said(self, catalogue: Catalogue, language: Language) -> str:
        """Why, in words, and what to do instead."""
        values = dict(self.values)
        if "role" in values:
            values["role"] = catalogue.say(f"role_{values['role']}", language)
        return catalogue.say(f"query_refused_{self.reason}", language, **values)


@lru_cache(maxsize=4)
def load_rights(file: Path = RIGHTS_FILE) -> Rights:
    """The rights in `file`, read once.

    Raises:
        ConfigurationError: names each mistake with its line and its remedy.

    >>> load_rights().has("agent", "export")
    False
    """
    problems: list[Problem] = []
    fields = open_configuration(file, ("version", "smallest_group", "list_rows", "roles"), problems)
    rights = Rights(
        version=whole_number(fields, "version", 1),
        smallest_group=whole_number(fields, "smallest_group", 1),
        list_rows=whole_number(fields, "list_rows", 1),
        of_roles=_roles(fields),
    )
    refuse(problems)
    return rights


def _roles(fields: Fields) -> dict[Role, frozenset[Right]]:
    if not fields.require("roles"):
        return dict.fromkeys(ROLES, frozenset())
    inner = fields.inner(fields.nodes["roles"], ROLES)
    return {role: frozenset(inner.words_of(role, RIGHTS)) for role in ROLES}


def check(query: Query, role: Role | None, rights: Rights) -> Role:
    """Let a query pass that this role may ask for this purpose.

    Args:
        query: what was asked.
        role: the role of the member of staff; None for somebody who is not signed in.
        rights: what roles may do.

    Returns:
        The role.

    Raises:
        QueryRefusedError: with the reason.
    """
    if role is None or not rights.has(role, "count"):
        raise QueryRefusedError("anonymous")
    for needed, right, reason in (
        (bool(query.group_by or query.compare), "groups", "groups"),
        (query.show == "list", "list", "groups"),
        (query.measure != "customers", "money", "measure"),
        (query.export, "export", "export"),
    ):
        if needed and right not in rights.of_roles[role]:
            raise _refused(reason, role)
    if _reaches_out(query) and not _agreed(query):
        raise QueryRefusedError("marketing")
    return role


def _refused(reason: str, role: Role) -> QueryRefusedError:
    return QueryRefusedError(next(known for known in get_args(Reason) if known == reason), role=role)


def _reaches_out(query: Query) -> bool:
    """Whether customers would be approached with what comes out (P4): numbers approach nobody."""
    return query.purpose == "direct_marketing" and (query.show == "list" or query.export)


def _agreed(query: Query) -> bool:
    return OneOf("newsletter", ("yes",)) in query.filters
