"""Turns whatever goes wrong into problem+json in the language of the reader."""

from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from catalogue import Catalogue, Language
from gateway.languages import browser_language
from gateway.problems import MEDIA_TYPE, Problem
from gateway.services import Services, services_of
from gateway.shopper import conversation_language
from gateway.text import LONGEST_TEXT
from profiles.errors import DatabaseBusy, DatabaseFull, DatabaseReadOnly, DatabaseUnreachable

RETRY_SECONDS = 5
DATABASE_ERRORS = (DatabaseBusy, DatabaseFull, DatabaseReadOnly, DatabaseUnreachable)


def install(app: FastAPI) -> None:
    """Makes the application answer every error with a problem."""
    app.exception_handler(Problem)(answer_problem)
    app.exception_handler(RequestValidationError)(_answer_wrong_shape)
    app.exception_handler(HTTPException)(_answer_http)
    for error in DATABASE_ERRORS:
        app.exception_handler(error)(_answer_database)


async def answer_problem(request: Request, problem: Problem) -> JSONResponse:
    """The response that says `problem`."""
    services = services_of(request)
    language = await _language(request, services)
    services.metrics.problems.labels(problem.kind).inc()
    return JSONResponse(
        problem.body(services.catalogue, language),
        status_code=int(problem.status),
        headers=problem.headers(language),
        media_type=MEDIA_TYPE,
    )


async def _answer_wrong_shape(request: Request, error: RequestValidationError) -> JSONResponse:
    services = services_of(request)
    language = await _language(request, services)
    return await answer_problem(request, _problem_in(error.errors(), services.catalogue, language))


async def _answer_http(request: Request, error: HTTPException) -> JSONResponse:
    kinds = {404: "not_found", 405: "method", 413: "too_large"}
    response = await answer_problem(request, Problem(kinds.get(error.status_code, "bad_shape"), detail=error.detail))
    response.headers.update(error.headers or {})
    return response


async def _answer_database(request: Request, error: Exception) -> JSONResponse:
    return await answer_problem(request, Problem("not_ready", retry_after=RETRY_SECONDS))


async def _language(request: Request, services: Services) -> Language:
    known: Language | None = getattr(request.state, "language", None)
    if known is None:
        known = await conversation_language(request, services)
        request.state.language = known or browser_language(request, services.default_language)
    return known or browser_language(request, services.default_language)


def _problem_in(errors: Any, catalogue: Catalogue, language: Language) -> Problem:
    """What is wrong with a request, by the names of its fields; never by their values, which may be anybody's words."""
    for error in errors:
        if error["type"] == "string_too_long" and error["loc"][-1] == "text":
            return Problem("too_long", length=len(error["input"]), limit=LONGEST_TEXT)
    details = [_detail(error, catalogue, language) for error in errors]
    return Problem("bad_shape", detail="; ".join(dict.fromkeys(details)))


def _detail(error: Any, catalogue: Catalogue, language: Language) -> str:
    field = ".".join(str(part) for part in error["loc"][1:])
    if error["type"] == "json_invalid" or not field:
        return catalogue.say("error_detail_json", language)
    kind = "error_detail_missing" if error["type"] == "missing" else "error_detail_wrong"
    return catalogue.say(kind, language, field=field)
