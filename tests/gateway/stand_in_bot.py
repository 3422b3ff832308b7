"""A bot for the gateway's tests: a real HTTP server on loopback that keeps the promise of docs/architecture.md."""

import contextlib
import json
import socket
import threading
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from profiles import Store
from profiles.records import Refusal
from tests.cast import MONDAY

SECRET = "the bot's secret in tests"
PAUSE_SECONDS = 30
Turn = dict[str, Any]

CONSENT = {
    "kind": "notice",
    "text": "May we keep your answers?",
    "choices": [
        {"slot": "consent", "value": "yes", "label": "Yes, go on"},
        {"slot": "consent", "value": "no", "label": "No, thanks"},
    ],
    "data": {"kind": "choice"},
}
SCORE = {"kind": "question", "text": "How did it go?", "choices": [], "data": {"kind": "scale", "low": 0, "high": 10}}
TABLE = {
    "kind": "table",
    "text": "Two segments",
    "choices": [],
    "data": {"query": {}, "restated": "all", "columns": ["segment"], "rows": [["loyal"]], "total": 2, "suppressed": 0},
}
WORDS = {
    "en": {"said": "You said: {text}", "farewell": "That is fine. Good-bye."},
    "zh-Hant": {"said": "你話：{text}", "farewell": "冇問題，再見。"},
}


LATER = "later"


class Pause:
    """Something to do before an answer: wait until the test says to go on."""

    def __init__(self) -> None:
        self.reached = threading.Event()
        self.go_on = threading.Event()

    def __call__(self) -> None:
        self.reached.set()
        self.go_on.wait(PAUSE_SECONDS)


class StandInBot:
    """Answers turns, remembers them, and can be slow, broken, killed and started again."""

    def __init__(self, store: Store | None = None) -> None:
        self.turns: list[Turn] = []
        self.canaries = 0
        self.seconds = 0.0
        self.before_answer: Callable[[], None] = lambda: None
        self.answers: list[int | bytes | None] = []
        """What the next requests get instead of a reply: a status, a body, or None for a cut connection."""
        self._store = store
        self._server: _Server | None = None
        self.port = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Listens, on the same port as before if it has listened before."""
        server = _Server(("127.0.0.1", self.port), _handler(self))
        self.port = server.server_address[1]
        self._server = server
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    def kill(self) -> None:
        """Stops listening and cuts every connection, as a process that dies does."""
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server.cut()
            self._server = None

    def reply(self, turn: Turn) -> dict[str, Any]:
        """It asks for consent, ends on a no, is put off by LATER, and otherwise repeats what was said."""
        self.turns.append(turn)
        self.before_answer()
        time.sleep(self.seconds)
        language = "zh-Hant" if turn["text"] == "講中文" else turn["language"]
        if turn["kind"] == "open":
            return _reply([CONSENT], language, progress=None)
        if turn["choice"] == {"slot": "consent", "value": "no"}:
            self._refuse(turn)
            return _reply([_text(WORDS[language]["farewell"])], language, progress=None, ended=True)
        if turn["text"] == LATER:
            return _reply([_text(WORDS[language]["farewell"])], language, progress=None, ended=True, put_off=True)
        if turn["role"] == "staff":
            return _reply([TABLE], language, progress=None)
        said = _text(WORDS[language]["said"].format(text=turn["text"]))
        return _reply([said, SCORE], language, progress={"answered": len(self.turns), "total": 20})

    def _refuse(self, turn: Turn) -> None:
        if self._store is None:
            return
        with self._store.transaction() as unit:
            refusal = Refusal(
                conversation_id=turn["conversation_id"], notice_version="1", language=turn["language"], at=MONDAY
            )
            unit.refusals.record(refusal)
            unit.conversations.forget_words(turn["conversation_id"])
            unit.conversations.end(turn["conversation_id"], MONDAY)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], handler: type[BaseHTTPRequestHandler]) -> None:
        self._connections: list[socket.socket] = []
        super().__init__(address, handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        self._connections.append(request)
        super().process_request(request, client_address)

    def cut(self) -> None:
        for connection in self._connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


def _text(text: str) -> dict[str, Any]:
    return {"kind": "text", "text": text, "choices": [], "data": None}


def _reply(
    messages: list[dict[str, Any]],
    language: str,
    progress: dict[str, int] | None,
    ended: bool = False,
    put_off: bool = False,
) -> dict[str, Any]:
    return {"messages": messages, "progress": progress, "ended": ended, "put_off": put_off, "language": language}


def _handler(bot: StandInBot) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True

        def do_POST(self) -> None:
            turn = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            if self.headers["X-Askwell-Secret"] != SECRET:
                self._answer(401, b"{}")
            elif bot.answers:
                self._answer_otherwise(bot.answers.pop(0), turn)
            elif turn["role"] == "canary":
                bot.canaries += 1
                time.sleep(bot.seconds)
                self._answer(200, json.dumps(_reply([], "en", None)).encode())
            else:
                self._answer(200, json.dumps(bot.reply(turn)).encode())

        def _answer_otherwise(self, answer: int | bytes | None, turn: Turn) -> None:
            if answer is None:
                bot.turns.append(turn)
                self.close_connection = True
            elif isinstance(answer, int):
                self._answer(answer, b"{}")
            else:
                self._answer(200, answer)

        def _answer(self, status: int, body: bytes) -> None:
            head = f"HTTP/1.1 {status} .\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
            self.wfile.write(head.encode() + body)

        def log_message(self, format: str, *args: Any) -> None:
            """Says nothing."""

    return Handler
