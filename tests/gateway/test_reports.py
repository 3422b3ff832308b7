"""The manager's reports: who sees them, and that no name leads anywhere else."""

import json
from pathlib import Path

import pytest

from profiles import Store
from settings import Settings
from tests.cast import ALICE, BOB, MONDAY
from tests.gateway.conftest import PASSWORD
from tests.gateway.door import Door, is_problem

pytestmark = pytest.mark.usefixtures("staff")

FILES = {"page": "index.html", "pdf": "report.pdf", "spreadsheet": "report.xlsx"}


def write_report(config: Settings, name: str, created_at: str, **changed: object) -> Path:
    """A report as analytics leaves it."""
    folder = config.state_dir / "reports" / name
    (folder / "pictures").mkdir(parents=True)
    (folder / "index.html").write_text('<!doctype html><p style="color: red">Needs</p>', encoding="utf-8")
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")
    (folder / "report.xlsx").write_bytes(b"PK")
    (folder / "pictures" / "needs.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    described = {
        "title": "Needs in March",
        "since": "2026-03-01",
        "until": "2026-04-01",
        "created_at": created_at,
        "language": "en",
        "files": FILES,
    }
    (folder / "report.json").write_text(json.dumps(described | changed), encoding="utf-8")
    return folder


async def as_manager(door: Door) -> None:
    assert (await door.sign_in(BOB.name, PASSWORD)).status_code == 200


async def test_a_manager_sees_all_reports_newest_first(door: Door, config: Settings) -> None:
    write_report(config, "february", "2026-03-01T09:00:00+08:00")
    write_report(config, "march", "2026-04-01T09:00:00+08:00")
    await as_manager(door)

    reports = (await door.client.get("/api/manager/reports")).json()["reports"]

    assert [report["name"] for report in reports] == ["march", "february"]
    assert reports[0] == {
        "name": "march",
        "title": "Needs in March",
        "since": "2026-03-01",
        "until": "2026-04-01",
        "created_at": "2026-04-01T09:00:00+08:00",
        "language": "en",
        "files": {what: f"/manager/reports/march/{file}" for what, file in FILES.items()},
    }


async def test_without_reports_the_list_is_empty(door: Door) -> None:
    await as_manager(door)

    assert (await door.client.get("/api/manager/reports")).json() == {"reports": []}


@pytest.mark.parametrize("damage", ["", "[]", "{", '{"title": "half"}', '{"files": 7}'])
async def test_a_report_that_is_damaged_or_half_written_is_left_out(door: Door, config: Settings, damage: str) -> None:
    write_report(config, "march", "2026-04-01T09:00:00+08:00")
    (write_report(config, "april", "2026-05-01T09:00:00+08:00") / "report.json").write_text(damage, encoding="utf-8")
    await as_manager(door)

    reports = (await door.client.get("/api/manager/reports")).json()["reports"]

    assert [report["name"] for report in reports] == ["march"]


@pytest.mark.parametrize(
    ("file", "media_type", "disposition"),
    [
        ("index.html", "text/html; charset=utf-8", "inline"),
        ("report.pdf", "application/pdf", "inline"),
        ("report.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "attachment"),
        ("pictures/needs.svg", "image/svg+xml", "inline"),
    ],
)
async def test_a_manager_opens_a_reports_files(
    door: Door, config: Settings, file: str, media_type: str, disposition: str
) -> None:
    folder = write_report(config, "march", "2026-04-01T09:00:00+08:00")
    await as_manager(door)

    answer = await door.client.get(f"/manager/reports/march/{file}")

    assert answer.content == (folder / file).read_bytes()
    assert answer.headers["content-type"] == media_type
    assert answer.headers["content-disposition"].startswith(disposition)
    assert answer.headers["cache-control"].startswith("private")


async def test_a_reports_page_may_have_styles_of_its_own_and_no_script(door: Door, config: Settings) -> None:
    write_report(config, "march", "2026-04-01T09:00:00+08:00")
    await as_manager(door)

    policy = (await door.client.get("/manager/reports/march/index.html")).headers["content-security-policy"]

    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "style-src 'self' 'unsafe-inline'" in policy


async def test_an_agent_sees_no_report(door: Door, config: Settings) -> None:
    write_report(config, "march", "2026-04-01T09:00:00+08:00")
    await door.sign_in(ALICE.name, PASSWORD)

    for path in ("/api/manager/reports", "/manager/reports/march/index.html"):
        assert is_problem(await door.client.get(path), 403, "not_allowed")


async def test_opening_a_report_is_audited_and_its_pictures_are_not(
    door: Door, config: Settings, sqlite_store: Store
) -> None:
    write_report(config, "march", "2026-04-01T09:00:00+08:00")
    await as_manager(door)

    await door.client.get("/manager/reports/march/index.html")
    await door.client.get("/manager/reports/march/pictures/needs.svg")

    with sqlite_store.transaction(writes=False) as unit:
        opened = [entry for entry in unit.audit.since(MONDAY) if entry.action == "report_opened"]
    assert [(entry.staff_id, entry.detail) for entry in opened] == [(BOB.id, {"file": "march/index.html"})]


@pytest.mark.parametrize(
    "path",
    [
        "march/none.html",
        "none/index.html",
        "march/",
        "../secrets.json",
        "march/../../secrets.json",
        "%2e%2e/secrets.json",
        "march/%2e%2e/%2e%2e/secrets.json",
        "march/..%2f..%2fsecrets.json",
        "march/..\\..\\secrets.json",
        "march//etc/passwd",
        "march/%2fetc%2fpasswd",
        "march/.hidden",
        "march/link.json",
        "march/index.html%00.json",
        ".march/index.html",
    ],
)
async def test_no_name_leads_out_of_the_reports(door: Door, config: Settings, path: str) -> None:
    folder = write_report(config, "march", "2026-04-01T09:00:00+08:00")
    secrets = config.state_dir / "secrets.json"
    secrets.write_text("the secret", encoding="utf-8")
    (folder / "link.json").symlink_to(secrets)
    (folder / ".hidden").write_text("the secret", encoding="utf-8")
    await as_manager(door)

    answer = await door.client.get(f"/manager/reports/{path}")

    assert answer.status_code == 404
    assert "the secret" not in answer.text
