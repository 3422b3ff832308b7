"""`./askwell staff add`: who may sign in to the staff chat and the manager's page."""

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, get_args
from uuid import uuid4

import typer
from rich.console import Console

from cli.environment import installation
from cli.errors import Mistake
from settings import Settings

if TYPE_CHECKING:
    from profiles import Store
    from profiles.records import Role

app = typer.Typer(no_args_is_help=True, help="Who may sign in.")
console = Console(soft_wrap=True)
SHORTEST_PASSWORD = 12
DEMO_STAFF: "dict[str, Role]" = {"alice": "agent", "ann": "analyst", "bob": "manager"}
"""Who works in the demo shop, and as what."""


@app.callback()
def staff() -> None:
    """Who may sign in."""


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="What they sign in with.", show_default=False)],
    role: Annotated[str, typer.Option(help="agent, analyst or manager.")] = "agent",
    password: Annotated[
        str, typer.Option(prompt=True, hide_input=True, confirmation_prompt=True, help="Asked for when left out.")
    ] = "",
) -> None:
    """Add a member of staff; agents count, analysts also see groups, managers also export and read reports."""
    from profiles import Store
    from profiles.records import Role

    roles: dict[str, Role] = {known: known for known in get_args(Role)}
    if role not in roles:
        raise Mistake(f"--role is '{role}'; write one of {', '.join(roles)}.")
    if len(password) < SHORTEST_PASSWORD:
        raise Mistake(f"The password has {len(password)} characters; take at least {SHORTEST_PASSWORD}.")
    config = installation()
    with Store.open(config.database, config.data_key.get_secret_value()) as store:
        _add(store, name, roles[role], password)
    console.print(f"{name} may sign in as {role}.", highlight=False)


def ensure_demo_staff(config: Settings) -> None:
    """Adds the demo shop's staff on the first start and shows their passwords, which are stored nowhere else."""
    from profiles import Store

    with Store.open(config.database, config.data_key.get_secret_value()) as store:
        for name, role in DEMO_STAFF.items():
            with store.transaction(writes=False) as unit:
                known = unit.staff.by_name(name) is not None
            if not known:
                password = secrets.token_urlsafe(SHORTEST_PASSWORD)
                _add(store, name, role, password)
                console.print(f"Demo staff: {name} ({role}), password {password}", highlight=False, markup=False)


def _add(store: "Store", name: str, role: "Role", password: str) -> None:
    from argon2 import PasswordHasher

    from profiles.errors import NameTaken
    from profiles.records import AuditEntry, StaffMember

    member = StaffMember(staff_id=str(uuid4()), name=name, password_hash=PasswordHasher().hash(password), role=role)
    entry = AuditEntry(at=datetime.now(UTC), staff_id=None, action="staff_added", detail={"added": name, "role": role})
    try:
        with store.transaction() as unit:
            unit.staff.add(member)
            unit.audit.record(entry)
    except NameTaken as error:
        raise Mistake(f"There is already somebody called '{name}'; take another name.") from error
