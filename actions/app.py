"""The action server's application: rasa-sdk's executor behind a shared secret, with errors that echo nothing."""

import hmac
import warnings
import zlib
from collections.abc import Sequence
from typing import Any

import structlog
from rasa_sdk import Action, utils
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionNotFoundException
from sanic import Request, Sanic
from sanic.response import HTTPResponse, json
from sanic.response import empty as no_content

SECRET_HEADER = "X-Askwell-Secret"  # noqa: S105 - the header's name, not a secret
ActionsApp = Sanic[Any, Any]
log = structlog.get_logger("actions")


def create_app(actions: Sequence[Action], secret: str) -> ActionsApp:
    """The server that Rasa calls.

    Args:
        actions: what can be called; each is registered under its `name()`.
        secret: what a caller must send in the header `X-Askwell-Secret`.

    Raises:
        ValueError: the secret is empty; then anybody on the machine could call actions.
    """
    if not secret:
        raise ValueError("ASKWELL_ACTIONS_SECRET is empty; './askwell up' makes one, or set it yourself.")
    _accept_rasas_version()
    executor = ActionExecutor()
    for action in actions:
        executor.register_action(action)
    app = Sanic("askwell_actions", configure_logging=False)
    app.ctx.executor = executor
    app.ctx.secret = secret.encode()
    app.on_request(_refuse_strangers)
    app.add_route(_health, "/health", methods=["GET"])
    app.add_route(_run, "/webhook", methods=["POST"])
    return app


async def _refuse_strangers(request: Request) -> HTTPResponse | None:
    given = request.headers.get(SECRET_HEADER, "").encode()
    if hmac.compare_digest(given, request.app.ctx.secret):
        return None
    return json({"error": f"The header {SECRET_HEADER} is missing or wrong."}, status=401)


async def _health(request: Request) -> HTTPResponse:
    return no_content()


async def _run(request: Request) -> HTTPResponse:
    """Runs one action. A failure is logged by its ids and answered by its kind, without the customer's words."""
    call = request.json if request.headers.get("Content-Encoding") != "deflate" else _inflated(request)
    action = call.get("next_action", "")
    call.setdefault("domain", {})  # Rasa leaves the domain out (selective domain), and no action here reads it.
    try:
        utils.check_version_compatibility(call.get("version"))
        result = await request.app.ctx.executor.run(call)
    except ActionNotFoundException:
        return json({"error": f"There is no action '{action}'.", "action_name": action}, status=404)
    except Exception as error:  # noqa: BLE001 - the edge: whatever fails in an action becomes one typed answer to Rasa
        log.error(
            "action_failed",
            action=action,
            conversation_id=call.get("sender_id"),
            error=type(error).__name__,
            at=_place_of(error),
        )
        return json({"error": type(error).__name__, "action_name": action}, status=500)
    return json(result.model_dump() if result else None)


def _inflated(request: Request) -> dict[str, object]:
    from json import loads

    call: dict[str, object] = loads(zlib.decompress(request.body))
    return call


def _place_of(error: BaseException) -> str:
    """File and line of the innermost frame: enough to find the fault, without any value of the conversation."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "unknown"


def _accept_rasas_version() -> None:
    """Silences the one warning that rasa-sdk 3.21 gives for Rasa 3.6: the pair is tested (tests/journey)."""
    warnings.filterwarnings(
        "ignore", message="Your versions of rasa and rasa_sdk might not be compatible", category=UserWarning
    )
