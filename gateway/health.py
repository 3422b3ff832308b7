"""Whether the gateway runs, whether the whole path answers, and the figures for Prometheus."""

from fastapi import APIRouter, Request, Response
from fastapi.responses import JSONResponse
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest

from gateway.limits import is_own_machine
from gateway.openapi import refusals
from gateway.problems import Problem
from gateway.services import Served
from gateway.shapes import Health

router = APIRouter(tags=["Health"])

RETRY_SECONDS = 2


@router.get("/health/live", response_model=Health, responses=refusals())
async def live() -> JSONResponse:
    """That this process answers."""
    return JSONResponse({"status": "live"})


@router.get("/health/ready", response_model=Health, responses=refusals(503))
async def ready(services: Served) -> JSONResponse:
    """That a canary message was answered by the bot and by the action server behind it."""
    if not await services.canary.sings(services.bot):
        raise Problem("not_ready", retry_after=RETRY_SECONDS)
    return JSONResponse({"status": "ready"})


@router.get("/metrics", include_in_schema=False)
async def metrics(request: Request, services: Served) -> Response:
    """The figures for Prometheus; only for a program on this machine."""
    if not is_own_machine(request):
        raise Problem("not_found")
    return Response(generate_latest(services.metrics.registry), media_type=CONTENT_TYPE_LATEST)
