"""GET /api/words: what the website says, so that no page holds a word of its own."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import JSONResponse

from catalogue import Language
from gateway.languages import browser_language
from gateway.openapi import refusals
from gateway.services import Served
from gateway.shapes import Words

router = APIRouter(prefix="/api", tags=["Website"])

TOPICS = ("website", "errors")
FRESH_SECONDS = 300


@router.get("/words", response_model=Words, responses=refusals(400))
async def words(
    request: Request,
    services: Served,
    language: Annotated[Language | None, Query(description="Left out: what the browser asks for.")] = None,
) -> JSONResponse:
    """The words of the web pages in one language, by id."""
    spoken = language or browser_language(request, services.default_language)
    said = {id: wording.text[spoken] for topic in TOPICS for id, wording in services.catalogue.about(topic).items()}
    body = {"language": spoken, "shop_name": services.settings.shop_name, "words": said}
    headers = {"Cache-Control": f"public, max-age={FRESH_SECONDS}", "Vary": "Accept-Language"}
    return JSONResponse(body, headers=headers)
