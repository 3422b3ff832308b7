"""Fetches the npm packages that the website uses, at the versions of the lock file, into `website/vendor`.

Run as `python -m website.vendor`; with `--tools` also what the checks and the tests of the website need.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

WEBSITE = Path(__file__).resolve().parent
SERVED = {"deep-chat/dist/deepChat.bundle.js": "deep-chat.js"}
"""What is served out of `node_modules`, and the name under which it is."""


class VendorError(RuntimeError):
    """The packages could not be fetched; says what is missing and how to get it."""


def fill(website: Path = WEBSITE, *, tools: bool = False) -> bool:
    """Make `website/vendor` hold the files of the locked packages.

    Args:
        website: the folder with `package-lock.json`.
        tools: whether the packages for checks and tests (axe-core, TypeScript) are wanted in `node_modules` too.

    Returns:
        False when everything was there already, from the same lock file; True when it was fetched.

    Raises:
        VendorError: there is no npm that starts, npm failed, or a package lacks a file that is served.
    """
    stamp = website / "vendor" / ".lock-hash"
    wanted = hashlib.sha256((website / "package-lock.json").read_bytes()).hexdigest()
    if _is_filled(website, stamp, wanted, tools):
        return False
    _install(website, _working_npm(), tools)
    _copy(website)
    stamp.write_text(wanted, encoding="utf-8")
    return True


def _is_filled(website: Path, stamp: Path, wanted: str, tools: bool) -> bool:
    present = [website / "vendor" / name for name in SERVED.values()]
    if tools:
        present += [website / "node_modules" / name for name in ("axe-core", "typescript")]
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted and all(path.exists() for path in present)


def _working_npm() -> Path:
    """The first npm that starts: the one on the path, else the one that the dependency group `node` installs."""
    beside_python = Path(sys.executable).parent / "npm"
    for npm in (shutil.which("npm"), shutil.which(beside_python)):
        if npm and _run(Path(npm), ["--version"], WEBSITE).returncode == 0:
            return Path(npm)
    raise VendorError(
        "No npm starts on this machine, and the chat widget is fetched with it. "
        "Install Node.js 20 or newer, or run: uv sync --group node"
    )


def _install(website: Path, npm: Path, tools: bool) -> None:
    arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", *([] if tools else ["--omit=dev"])]
    done = _run(npm, arguments, website)
    if done.returncode != 0:
        last = "\n".join(done.stderr.strip().splitlines()[-8:])
        raise VendorError(
            f"'{npm} {' '.join(arguments)}' failed in {website}; see whether npm reaches a registry:\n{last}"
        )


def _run(npm: Path, arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run npm with the node that lies beside it, for npm is itself a script that looks for node on the path."""
    environment = {**os.environ, "PATH": f"{npm.parent}{os.pathsep}{os.environ.get('PATH', '')}"}
    return subprocess.run(  # noqa: S603 - npm was found by us, the arguments are ours
        [str(npm), *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def _copy(website: Path) -> None:
    modules, vendor = website / "node_modules", website / "vendor"
    shutil.rmtree(vendor, ignore_errors=True)
    vendor.mkdir()
    for source, name in SERVED.items():
        if not (modules / source).is_file():
            raise VendorError(f"{modules / source} is missing after npm ci: correct SERVED in {__file__}.")
        shutil.copyfile(modules / source, vendor / name)
    for package in _packages_within(website / "package-lock.json"):
        for licence in sorted((modules / package).glob("LICEN[SC]E*"))[:1]:
            shutil.copyfile(licence, vendor / f"{package.replace('/', '-')}.licence.txt")


def _packages_within(lock: Path) -> list[str]:
    """The packages of the bundle that is served, whose licences go with it; those for tests are not among them."""
    packages = json.loads(lock.read_text(encoding="utf-8"))["packages"]
    return [path.removeprefix("node_modules/") for path, package in packages.items() if path and not package.get("dev")]


def main(arguments: Sequence[str] | None = None) -> int:
    """The command line; 0 when the files are there, 1 with a sentence that says why not."""
    parser = argparse.ArgumentParser(prog="python -m website.vendor", description=__doc__)
    parser.add_argument("--tools", action="store_true", help="also fetch what the website's checks and tests need")
    try:
        fetched = fill(tools=parser.parse_args(arguments).tools)
    except (VendorError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"website/vendor {'is filled' if fetched else 'was filled already'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
