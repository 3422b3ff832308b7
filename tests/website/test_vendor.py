"""Filling `website/vendor` from the lock file."""

import json
import os
import shutil
from pathlib import Path

import pytest

from website import vendor
from website.vendor import WEBSITE, VendorError, fill


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A website's folder as it is after a checkout."""
    for name in ("package.json", "package-lock.json"):
        shutil.copy(WEBSITE / name, tmp_path / name)
    return tmp_path


def npm_that(folder: Path, does: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Puts an npm of this behaviour before every other one."""
    npm = folder / "bin" / "npm"
    npm.parent.mkdir()
    npm.write_text(f"#!/bin/sh\n[ $1 = --version ] && echo 11 && exit 0\n{does}\n", encoding="utf-8")
    npm.chmod(0o755)
    monkeypatch.setenv("PATH", f"{npm.parent}{os.pathsep}{os.environ['PATH']}")


def test_what_was_filled_from_the_same_lock_file_is_left_alone(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installs = "mkdir -p node_modules/deep-chat/dist && echo chat > node_modules/deep-chat/dist/deepChat.bundle.js"
    npm_that(tmp_path, f"{installs} && echo once >> times", monkeypatch)

    assert fill(copy)
    assert not fill(copy)
    assert (copy / "vendor" / "deep-chat.js").read_text(encoding="utf-8") == "chat\n"
    assert (copy / "times").read_text(encoding="utf-8") == "once\n"


def test_a_changed_lock_file_is_fetched_anew(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installs = "mkdir -p node_modules/deep-chat/dist && echo chat > node_modules/deep-chat/dist/deepChat.bundle.js"
    npm_that(tmp_path, installs, monkeypatch)
    fill(copy)
    lock = copy / "package-lock.json"
    lock.write_text(json.dumps({**json.loads(lock.read_text(encoding="utf-8")), "version": "2"}), encoding="utf-8")

    assert fill(copy)


def test_the_licences_of_what_is_served_go_with_it() -> None:
    fill(tools=True)
    licences = {path.name.removesuffix(".licence.txt") for path in (WEBSITE / "vendor").glob("*.licence.txt")}

    assert {"deep-chat", "remarkable", "autolinker"} <= licences
    assert not {"axe-core", "typescript"} & licences


def test_a_machine_without_npm_is_told_how_to_get_one(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)

    with pytest.raises(VendorError, match="uv sync --group node"):
        fill(copy)


def test_a_failing_npm_is_quoted(copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    npm_that(tmp_path, "echo 'npm error code ENOTFOUND' >&2; exit 1", monkeypatch)

    with pytest.raises(VendorError, match="ENOTFOUND"):
        fill(copy)


def test_a_package_without_the_file_that_is_served_is_named(
    copy: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm_that(tmp_path, "exit 0", monkeypatch)

    with pytest.raises(VendorError, match=r"deepChat\.bundle\.js is missing"):
        fill(copy)


def test_the_command_says_what_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    fill(tools=True)

    assert vendor.main(["--tools"]) == 0
    assert capsys.readouterr().out == "website/vendor was filled already.\n"
