"""The OpenAPI description: refusals as problem+json, and 400 where FastAPI would say 422."""

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from gateway.problems import MEDIA_TYPE, STATUS
from gateway.shapes import ProblemShape

_WITH_RETRY_AFTER = (HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE)


def refusals(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The `responses` of a route that may refuse with these statuses, and with 500 like every route."""
    return {status: _refusal(HTTPStatus(status)) for status in (*statuses, 500)}


def describe(app: FastAPI) -> dict[str, Any]:
    """The application's description, made once."""
    if app.openapi_schema is None:
        schema = get_openapi(
            title=app.title, version=app.version, description=app.description, routes=app.routes, tags=app.openapi_tags
        )
        for operations in schema["paths"].values():
            for operation in operations.values():
                operation["responses"].pop("422", None)
        for unused in ("HTTPValidationError", "ValidationError"):
            schema["components"]["schemas"].pop(unused, None)
        schema["components"]["schemas"]["ProblemShape"] = ProblemShape.model_json_schema()
        app.openapi_schema = schema
    return app.openapi_schema


def _refusal(status: HTTPStatus) -> dict[str, Any]:
    kinds = ", ".join(kind for kind, its_status in STATUS.items() if its_status == status)
    response: dict[str, Any] = {
        "description": f"{status.phrase}: {kinds}",
        "content": {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/ProblemShape"}}},
    }
    if status in _WITH_RETRY_AFTER:
        response["headers"] = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    return response
