"""The website's files: the widget, the demo shop, the staff console and the manager's page."""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.responses import RedirectResponse, Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDERS = ("widget", "vendor", "shared", "shop", "staff", "manager")
FIRST_PAGE = "/shop/"
ASK_EACH_TIME = "no-cache"
"""Kept by the browser, and asked about each time: the ETag makes that a short answer."""
VENDOR_FRESH = "public, max-age=3600"


class Website(StaticFiles):
    """Serves `FOLDERS` of the website's folder and nothing beside them; the bare address leads to the shop."""

    def __init__(self, folder: Path) -> None:
        super().__init__(directory=folder, html=True, check_dir=True)

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path == ".":
            return RedirectResponse(FIRST_PAGE)
        folder = Path(path).parts[0]
        if folder not in FOLDERS or any(part.startswith(".") for part in Path(path).parts):
            raise HTTPException(status_code=404)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = VENDOR_FRESH if folder == "vendor" else ASK_EACH_TIME
        return response
