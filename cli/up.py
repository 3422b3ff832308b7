"""`./askwell up`: sets up what is missing, starts everything, prints the addresses, and keeps it running."""

import shutil
import sys
from pathlib import Path
from typing import Annotated

import httpx
import typer

from cli import demo_data, staff
from cli.environment import installation, variables
from cli.errors import Mistake
from cli.ports import require_free
from cli.progress import step
from cli.supervisor import Service, Supervisor, write_log
from cli.training import train_if_changed
from settings import ROOT, Settings

READY_SECONDS = 120.0
NEEDED_BYTES = 500 * 1024 * 1024
"""Room for the demo shop's data, a model and a day of logs."""


def up(
    demo: Annotated[
        bool, typer.Option("--demo", help="Load the demo shop: a grocer's real customers and orders.")
    ] = False,
    port: Annotated[int | None, typer.Option(help="The gateway's port.", min=1, max=65535)] = None,
    bot_port: Annotated[int | None, typer.Option(help="The Rasa server's port.", min=1, max=65535)] = None,
    actions_port: Annotated[int | None, typer.Option(help="The action server's port.", min=1, max=65535)] = None,
) -> None:
    """Set up what is missing, train if the training data changed, start everything and print the addresses."""
    config = _with_ports(installation(), port, bot_port, actions_port)
    require_room(config.state_dir)
    require_free({"--port": config.gateway_port, "--bot-port": config.bot_port, "--actions-port": config.actions_port})
    prepare(config, demo)
    supervisor = Supervisor(services(config), write_log(config.state_dir / "log" / "askwell.log"))
    try:
        supervisor.start()
        with step("Starting, and asking the bot a canary question"):
            supervisor.wait_until(lambda: is_ready(config), READY_SECONDS)
        print_addresses(config)
        supervisor.watch()
    finally:
        supervisor.stop()


def prepare(config: Settings, demo: bool) -> None:
    """Everything that has to be there before the processes start."""
    from profiles.store import Store
    from website.vendor import fill

    (config.state_dir / "log").mkdir(parents=True, exist_ok=True)
    with step("Fetching the chat surface"):
        fill()
    train_if_changed(config)
    with step("Opening the customer data bank"):
        Store.open(config.database, config.data_key.get_secret_value()).close()
    if demo:
        demo_data.load_demo_shop(config)
        staff.ensure_demo_staff(config)


def services(config: Settings) -> list[Service]:
    """The three processes: the bot, the action server and the gateway, which alone is for others than us."""
    environment = variables(config)
    log = config.state_dir / "log"
    modules = {"bot": ROOT / "bot" / ".venv", "actions": ROOT / ".venv", "gateway": ROOT / ".venv"}
    return [
        Service(name, [str(venv / "bin" / "python"), "-m", f"{name}.server"], environment, log / f"{name}.log", ROOT)
        for name, venv in modules.items()
    ]


def is_ready(config: Settings) -> bool:
    """Whether the gateway answers that the bot has answered a canary message."""
    try:
        return (
            httpx.get(f"http://127.0.0.1:{config.gateway_port}/health/ready", timeout=3.0).status_code == httpx.codes.OK
        )
    except httpx.HTTPError:
        return False


def print_addresses(config: Settings) -> None:
    """Where everything is."""
    base = f"http://127.0.0.1:{config.gateway_port}"
    places = {"The demo shop": "/shop/", "Staff": "/staff/", "Managers": "/manager/", "The API": "/docs"}
    lines = [f"  {name:<14} {base}{path}" for name, path in places.items()]
    sys.stdout.write("Askwell is up.\n" + "\n".join(lines) + "\nCtrl-C ends it.\n")
    sys.stdout.flush()


def require_room(folder: Path) -> None:
    """Checks that the disk has room.

    Raises:
        Mistake: less than `NEEDED_BYTES` are free.
    """
    folder.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(folder).free
    if free < NEEDED_BYTES:
        has, needs = free // 2**20, NEEDED_BYTES // 2**20
        remedy = "make room, or set ASKWELL_STATE_DIR to another disk"
        raise Mistake(f"{folder} has {has} MB free and Askwell needs {needs}; {remedy}.")


def _with_ports(config: Settings, port: int | None, bot_port: int | None, actions_port: int | None) -> Settings:
    given = {"gateway_port": port, "bot_port": bot_port, "actions_port": actions_port}
    return config.model_copy(update={name: value for name, value in given.items() if value is not None})
