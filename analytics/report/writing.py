"""Writes a report: a web page, a PDF, a spreadsheet, and the note by which the manager's page finds them."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from analytics.population.days import midnight
from analytics.report.composing import compose
from analytics.report.material import gather
from analytics.report.page import write_page
from analytics.report.pdf import PdfUnavailable, write_pdf
from analytics.report.speech import Speech
from analytics.report.spreadsheet import write_spreadsheet
from catalogue import Language, load
from profiles import Store
from settings import settings

DESCRIPTION = "report.json"


class PeriodError(ValueError):
    """The days of a report are in the wrong order."""


@dataclass(frozen=True)
class Written:
    """What was written.

    Attributes:
        folder: where everything stands.
        page: the web page.
        spreadsheet: the workbook.
        pdf: the PDF; None if this machine can't set one.
        description: report.json.
        problem: why there is no PDF and what to do, in one sentence; empty if there is one.
    """

    folder: Path
    page: Path
    spreadsheet: Path
    pdf: Path | None
    description: Path
    problem: str = ""


def write(
    store: Store,
    since: date,
    until: date,
    out: Path,
    language: Language,
    today: date,
    *,
    created_at: datetime | None = None,
) -> Written:
    """Write the needs report of a period.

    Args:
        store: the customer data bank.
        since: the first day, in the shop's zone.
        until: the last day, included.
        out: the report's own folder, made if it does not exist; an earlier report in it is replaced.
        language: the report's language.
        today: the day of writing, in the shop's zone.
        created_at: the moment of writing; the beginning of `today` by default.

    Returns:
        The paths. A period in which nothing happened gives a report that says so.

    Raises:
        PeriodError: `until` is before `since`, or `since` is after `today`.
        OSError: the folder can't be written to.
    """
    _check(since, until, today)
    zone = settings().zone
    material = gather(store, since, until, today, zone)
    speech = Speech(load(), language, material.population.currency)
    report = compose(material, speech, settings().shop_name, today)
    out.mkdir(parents=True, exist_ok=True)
    (out / DESCRIPTION).unlink(missing_ok=True)
    page = write_page(report, out, speech)
    spreadsheet = write_spreadsheet(report, out, speech, today)
    pdf, problem = None, ""
    try:
        pdf = write_pdf(report, out, speech)
    except PdfUnavailable as error:
        problem = str(error)
    files = {"page": page.name, "spreadsheet": spreadsheet.name} | ({"pdf": pdf.name} if pdf else {})
    described = {
        "title": report.title,
        "since": since.isoformat(),
        "until": until.isoformat(),
        "created_at": (created_at or midnight(today, zone)).isoformat(),
        "language": language,
        "files": files,
    }
    return Written(out, page, spreadsheet, pdf, _describe(out, described), problem)


def _check(since: date, until: date, today: date) -> None:
    if until < since:
        raise PeriodError(f"The report's last day, {until}, is before its first, {since}; swap them.")
    if since > today:
        raise PeriodError(f"The report's first day, {since}, is after today, {today}; choose an earlier one.")


def _describe(out: Path, described: Mapping[str, object]) -> Path:
    """Written last and at once, so that the manager's page never finds a report that is half there."""
    draft = out / f".{DESCRIPTION}"
    draft.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return draft.replace(out / DESCRIPTION)
