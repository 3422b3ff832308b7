"""The needs reports, for managers alone: what there is, and each report's files."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import FileResponse, JSONResponse
from pydantic import ValidationError

from gateway.headers import REPORT_POLICY
from gateway.openapi import refusals
from gateway.problems import Problem
from gateway.replies import Json
from gateway.services import Served, Services
from gateway.shapes import Report, Reports
from gateway.staff import Manager
from profiles.records import AuditEntry

router = APIRouter(tags=["Reports"])

DESCRIPTION = "report.json"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,99}")
FILE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,99}")
PRIVATE = "private, no-cache"
READ_BY_PEOPLE = (".html", ".pdf", ".xlsx")
"""What is written down when it is opened; a page's pictures are not."""


@router.get("/api/manager/reports", response_model=Reports, responses=refusals(401, 403, 503))
async def reports(staff: Manager, services: Served) -> JSONResponse:
    """All reports that were written, newest first."""
    found = await services.threads.reading(lambda: list(_reports(_folder(services))))
    found.sort(key=lambda report: (report.created_at, report.name), reverse=True)
    return JSONResponse({"reports": [report.model_dump(mode="json", exclude_none=True) for report in found]})


@router.get("/manager/reports/{name}/{file:path}", response_class=FileResponse, responses=refusals(401, 403, 404, 503))
async def report_file(name: str, file: str, staff: Manager, services: Served) -> FileResponse:
    """A file of a report. Who opened it is written down (I14)."""
    path = _file_in(_folder(services), name, file)
    if path.suffix in READ_BY_PEOPLE:
        await services.threads.writing(_audit, services, staff.member.staff_id, f"{name}/{file}")
    headers = {"Content-Security-Policy": REPORT_POLICY, "Cache-Control": PRIVATE}
    return FileResponse(path, headers=headers, filename=file, content_disposition_type=_disposition(path))


def _folder(services: Services) -> Path:
    return services.settings.state_dir / "reports"


def _file_in(folder: Path, name: str, file: str) -> Path:
    """The file of a report.

    Raises:
        Problem: `not_found`, also for a name that could lead out of the folder, and for a link that does.
    """
    path = folder / name / file
    named_well = NAME.fullmatch(name) and all(FILE.fullmatch(part) for part in file.split("/"))
    if not named_well or not path.is_file() or not path.resolve().is_relative_to(folder.resolve()):
        raise Problem("not_found")
    return path


def _reports(folder: Path) -> Iterator[Report]:
    for description in folder.glob(f"*/{DESCRIPTION}"):
        report = _report(description)
        if report is not None:
            yield report


def _report(description: Path) -> Report | None:
    """The report that `description` describes; None for one that is being written or was damaged."""
    name = description.parent.name
    try:
        described: Json = json.loads(description.read_text(encoding="utf-8"))
        files = {what: f"/manager/reports/{name}/{file}" for what, file in described["files"].items()}
        return Report.model_validate({**described, "name": name, "files": files}) if NAME.fullmatch(name) else None
    except (OSError, ValueError, KeyError, AttributeError, TypeError, ValidationError):
        return None


def _disposition(path: Path) -> str:
    return "attachment" if path.suffix == ".xlsx" else "inline"


def _audit(services: Services, staff_id: str, file: str) -> None:
    with services.store.transaction() as unit:
        entry = AuditEntry(at=services.now(), staff_id=staff_id, action="report_opened", detail={"file": file})
        unit.audit.record(entry)
