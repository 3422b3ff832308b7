"""`./askwell demo-data`: a real grocer's households, products and order lines, as files that `import` takes."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cli.environment import installation
from cli.imports import describe, import_into
from cli.progress import console, step
from settings import Settings

if TYPE_CHECKING:
    from profiles.imports import KindOfFile

KINDS: "tuple[KindOfFile, ...]" = ("customers", "products", "orders")


def demo_data(
    folder: Annotated[Path | None, typer.Option(help="Where to write the files; var/demo if left out.")] = None,
    households: Annotated[int | None, typer.Option(help="Only so many households; all if left out.", min=1)] = None,
    load: Annotated[bool, typer.Option("--import", help="Import the files as well.")] = False,
) -> None:
    """Write the demo shop's customers, products and orders as CSV files (complete journey, 2017)."""
    config = installation()
    written = write(folder or config.state_dir / "demo", households)
    sys.stdout.write(f"{written}\n")
    if load:
        import_all(config, written)


def write(folder: Path, households: int | None = None) -> Path:
    """Writes the three files and gives their folder."""
    from analytics import demo_shop

    with step("Writing the demo shop's files"):
        return demo_shop.write(folder, households).folder


def import_all(config: Settings, folder: Path) -> None:
    """Imports the three files through the ordinary imports."""
    for kind in KINDS:
        console.print(describe(import_into(config, kind, folder / f"{kind}.csv")), highlight=False, markup=False)


def load_demo_shop(config: Settings) -> None:
    """Writes and imports the demo shop, once for a database."""
    folder = config.state_dir / "demo"
    imported = folder / "imported-into"
    if imported.exists() and imported.read_text(encoding="utf-8") == _address_without_password(config):
        return
    import_all(config, write(folder))
    imported.write_text(_address_without_password(config), encoding="utf-8")


def _address_without_password(config: Settings) -> str:
    """Which database it is, fit to be written to a file."""
    return config.database.rpartition("@")[2]
