"""The report as a PDF, set from the page by WeasyPrint."""

import logging
from pathlib import Path

from analytics.report.document import Report
from analytics.report.page import rendered
from analytics.report.speech import Speech

FILE = "report.pdf"
ROWS = 40
"""The most rows of a table: a thousand take WeasyPrint minutes, and nobody reads them on paper."""


class PdfUnavailable(RuntimeError):
    """The PDF can't be set on this machine; says what to install."""


def write_pdf(report: Report, folder: Path, speech: Speech) -> Path:
    """Set the PDF of a report whose page and pictures stand in `folder`.

    Returns:
        The path of the PDF; the same report gives the same bytes.

    Raises:
        PdfUnavailable: the system's text layout library is missing.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    try:
        from weasyprint import HTML
    except OSError as error:
        raise PdfUnavailable(
            f"The PDF was not written because Pango, the system's text layout library, is missing ({error}); install "
            "it with `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0` and write the report again."
        ) from error
    file = folder / FILE
    html = rendered(report, speech, rows=ROWS)
    HTML(string=html, base_url=folder.resolve().as_uri() + "/").write_pdf(file)
    return file
