"""GET /docs: the contract as a page, made from the OpenAPI description; no script, nothing from another host."""

from pathlib import Path
from typing import Any

from fastapi import APIRouter, FastAPI, Request, Response
from fastapi.responses import FileResponse, HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from catalogue import Catalogue
from gateway.openapi import describe
from gateway.problems import STATUS
from gateway.services import Served

router = APIRouter(include_in_schema=False)

TEMPLATES = Path(__file__).parent / "templates"
_pages = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)


@router.get("/docs", response_class=HTMLResponse)
async def docs(request: Request, services: Served) -> Response:
    """The page."""
    page = _pages.get_template("docs.html")
    return HTMLResponse(page.render(operations=operations(request.app), problems=problems(services.catalogue)))


@router.get("/docs.css", response_class=FileResponse)
async def style() -> FileResponse:
    """Its looks."""
    return FileResponse(TEMPLATES / "docs.css", media_type="text/css", headers={"Cache-Control": "no-cache"})


def operations(app: FastAPI) -> list[dict[str, Any]]:
    """Every operation with its method, path, summary, body and answers, as the page shows them."""
    schema = describe(app)
    return [
        {
            "method": method.upper(),
            "path": path,
            "tag": operation["tags"][0],
            "description": operation.get("description", ""),
            "parameters": operation.get("parameters", []),
            "body": _fields(schema, operation.get("requestBody", {})),
            "answers": [
                (status, answer["description"], _fields(schema, answer))
                for status, answer in operation["responses"].items()
            ],
        }
        for path, methods in schema["paths"].items()
        for method, operation in methods.items()
    ]


def problems(catalogue: Catalogue) -> list[dict[str, Any]]:
    """Every kind of problem with its status and its words in both languages."""
    return [
        {"kind": kind, "status": int(status), "words": catalogue.wording[f"error_{kind}"].text}
        for kind, status in STATUS.items()
    ]


def _fields(schema: dict[str, Any], described: dict[str, Any]) -> list[tuple[str, str]]:
    """The fields of a JSON body with their types, optional ones with a question mark; none where there is no body."""
    content = described.get("content", {}).get("application/json", {}).get("schema", {})
    model = schema["components"]["schemas"].get(_name(content), {})
    required = model.get("required", [])
    return [
        (name if name in required else f"{name}?", _type(field)) for name, field in model.get("properties", {}).items()
    ]


def _type(field: dict[str, Any]) -> str:
    if "anyOf" in field:
        return " | ".join(_type(each) for each in field["anyOf"])
    if "enum" in field:
        return " | ".join(f'"{each}"' for each in field["enum"])
    if field.get("type") == "array":
        return f"[{_type(field['items'])}]"
    return str(field.get("format") or field.get("type") or field.get("const") or _name(field))


def _name(reference: dict[str, Any]) -> str:
    return str(reference.get("$ref", "")).rpartition("/")[2]
