"""An HTTP server that answers Rasa's calls as an action server would, and remembers them."""

import json
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

SECRET = "between bot and actions"

Call = dict[str, Any]
Answer = tuple[int, dict[str, Any]]


def metadata_of(call: Call) -> dict[str, Any]:
    """What the gateway has vouched for in the turn of a call."""
    metadata: dict[str, Any] = call["tracker"]["latest_message"]["metadata"]
    return metadata


def marker(call: Call) -> dict[str, Any]:
    """The mark of a completed turn."""
    metadata = metadata_of(call)
    progress = {"answered": 1, "total": 9}
    turn = {"turn": metadata["message_id"], "progress": progress, "ended": False, "language": metadata["language"]}
    return {"custom": turn}


def slots(call: Call, **values: Any) -> list[dict[str, Any]]:
    """Events that set slots, and the one that completes the turn."""
    values["turn_completed"] = metadata_of(call)["message_id"]
    return [{"event": "slot", "name": name, "value": value} for name, value in values.items()]


def asks_delivery_score(call: Call) -> Answer:
    """What an ordinary turn of the investigation is like: it asks one question."""
    if call["next_action"] == "action_canary":
        return 200, {"events": [], "responses": [marker(call)]}
    return 200, {"events": slots(call, requested_slot="delivery_score"), "responses": [marker(call)]}


class StandInActions:
    """The server; `behave(answer)` tells it how to answer from now on, `calls` holds what it was asked."""

    def __init__(self, port: int = 0) -> None:
        self.calls: list[Call] = []
        self.secrets: list[str] = []
        self._answer: Callable[[Call], Answer] = asks_delivery_score
        self._server = ThreadingHTTPServer(("127.0.0.1", port), self._handler())
        self.port = self._server.server_address[1]

    def behave(self, answer: Callable[[Call], Answer] | None = None) -> None:
        """Answers with `answer` from now on, in the ordinary way if none is given, and forgets earlier calls."""
        self._answer = answer or asks_delivery_score
        self.calls.clear()
        self.secrets.clear()

    def __enter__(self) -> "StandInActions":
        Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type:
        standing_in = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                call = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                standing_in.calls.append(call)
                standing_in.secrets.append(self.headers.get("X-Askwell-Secret", ""))
                status, content = standing_in._answer(call)
                body = json.dumps(content).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Says nothing."""

        return Handler
