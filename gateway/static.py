"""The website's files: the widget, the demo shop, the staff console and the manager's page."""

from pathlib import Path

from fastapi import APIRouter, FastAPI
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDERS = ("widget", "vendor", "shared", "shop", "staff", "manager")
FIRST_PAGE = "/shop/"
ASK_EACH_TIME = "no-cache"
"""Kept by the browser, and asked about each time: the ETag makes that a short answer."""
VENDOR_FRESH = "public, max-age=3600"


router = APIRouter(include_in_schema=False)


class Folder(StaticFiles):
    """One folder of the website, without hidden files; its `index.html` stands at its slash."""

    def __init__(self, website: Path, name: str) -> None:
        super().__init__(directory=website / name, html=True, check_dir=True)
        self._freshness = VENDOR_FRESH if name == "vendor" else ASK_EACH_TIME

    async def get_response(self, path: str, scope: Scope) -> Response:
        if path != "." and any(part.startswith(".") for part in Path(path).parts):
            raise HTTPException(status_code=404)
        response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = self._freshness
        return response


@router.get("/")
async def first_page() -> RedirectResponse:
    """The bare address leads to the shop."""
    return RedirectResponse(FIRST_PAGE)


def mount(app: FastAPI, website: Path) -> None:
    """Serves the website's folders.

    Raises:
        RuntimeError: one of them is not there.
    """
    for name in FOLDERS:
        app.mount(f"/{name}", Folder(website, name), name=name)
