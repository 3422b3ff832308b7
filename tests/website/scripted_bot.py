"""A bot that answers the gateway over HTTP from a script, so that each test of the pages knows what is said next."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from catalogue import LANGUAGES, Catalogue, Language, Question

Json = dict[str, Any]
Turn = Json
Answer = Callable[[Turn], Json]

TOTAL = 4
ANGRY_MARKUP = "<img src=x onerror=\"document.title='broken in'\"> ![x](https://elsewhere.example/x.png) **bold**"
"""What somebody might write to make a page run a script or fetch a picture from another host."""


class ScriptedBot:
    """Asks one question of each kind, in the order of the script; staff get a table for whatever they ask."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._places: dict[str, int] = {}
        self._languages: dict[str, Language] = {}
        self.turns: list[Turn] = []
        self.fails = 0
        """How many turns from now on are refused as if an action had failed."""
        self.counts: int | None = 1688
        """How many customers a table says there are in all; rows only come with customers."""
        self.restates = True
        """Whether a table comes with a sentence that says how the question was understood."""
        self.gate = threading.Event()
        """Cleared, it makes every answer wait."""
        self.gate.set()
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self._server.server_address[1])

    def __enter__(self) -> "ScriptedBot":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.gate.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def forget(self) -> None:
        """Makes it as it was at the start."""
        self.turns.clear()
        self.fails = 0
        self.restates = True
        self.counts = 1688
        self.gate.set()

    def texts(self) -> list[str]:
        """What shoppers and staff sent so far."""
        return [turn["text"] for turn in self.turns if turn["kind"] == "message" and turn["role"] != "canary"]

    def answer(self, turn: Turn) -> Json:
        """The reply to one turn."""
        self.turns.append(turn)
        id = turn["conversation_id"]
        language = self._languages[id] = self._language(turn)
        if turn["role"] == "staff":
            return self._reply(id, [self._table(turn["text"], language)])
        if turn["text"] == self._catalogue.say("widget_later", language):
            farewell = _text(self._catalogue.say("later", language))
            return self._reply(id, [farewell]) | {"ended": True, "put_off": True}
        if turn["text"] == self._catalogue.say("widget_go_on", language):
            return self._reply(id, self._script(self._places[id], "", language))
        if turn["text"] == self._catalogue.say("widget_why", language):
            return self._reply(id, [_text(self._catalogue.questions["for_whom"].purpose[language])])
        if turn["text"] != self._catalogue.say("widget_switch_language", language):
            self._places[id] = self._places.get(id, -1) + 1
        return self._reply(id, self._script(self._places[id], turn["text"], language))

    def _language(self, turn: Turn) -> Language:
        for language in LANGUAGES:
            if turn["text"] == self._catalogue.say("widget_switch_language", language):
                return language
        asked: Language = turn["language"]
        return self._languages.get(turn["conversation_id"], asked)

    def _script(self, place: int, said: str, language: Language) -> list[Json]:
        questions = self._catalogue.questions
        steps = [
            lambda: [
                self._wording("consent", language, shop="Corner Grocer", contact="x@shop.example", retention_months=12)
            ],
            lambda: [_text(self._catalogue.say("thanks_1", language)), _question(questions["for_whom"], language)],
            lambda: [_question(questions["what_decides"], language)],
            lambda: [_question(questions["overall_satisfaction"], language)],
            lambda: [_question(questions["satisfaction_reason"], language)],
            lambda: [self._wording("play_back", language, play_back=f"- {said}")],
        ]
        return steps[place]() if place < len(steps) else [_text(self._catalogue.say("thanks_1", language))]

    def _wording(self, id: str, language: Language, **values: str | int) -> Json:
        wording = self._catalogue.wording[id]
        choices = [{"slot": id, "value": c.value, "label": c.label[language]} for c in wording.choices]
        text = self._catalogue.say(id, language, **values)
        return {"kind": wording.kind, "text": text, "choices": choices, "data": {"kind": "choice"}}

    def _table(self, asked: str, language: Language) -> Json:
        columns = [
            {"name": "segment", "label": "Segment" if language == "en" else "客群", "kind": "text"},
            {"name": "customers", "label": "Customers" if language == "en" else "客戶", "kind": "number"},
            {"name": "share", "label": "Share" if language == "en" else "比例", "kind": "percent"},
            {"name": "said", "label": "In their words" if language == "en" else "原話", "kind": "text"},
        ]
        rows = [
            ["Family basket", 1204, 0.412, "the parcels come late"],
            ["Top-up shopper", 388, 0.133, ANGRY_MARKUP],
            ["Gift buyer", 96, None, "=1+1"],
        ]
        data = {"query": {}, "restated": asked, "columns": columns, "rows": rows if self.counts else []}
        text = self._catalogue.say("staff_restated", language, restated=asked) if self.restates else ""
        return {"kind": "table", "text": text, "choices": [], "data": data | {"total": self.counts, "suppressed": 2}}

    def _reply(self, id: str, messages: list[Json]) -> Json:
        place = self._places.get(id, 0)
        progress = {"answered": min(place - 1, TOTAL), "total": TOTAL} if place > 0 else None
        return {
            "messages": messages,
            "progress": progress,
            "ended": place > 5,
            "put_off": False,
            "language": self._languages[id],
        }

    def _handler(bot) -> type[BaseHTTPRequestHandler]:  # noqa: N805 - `self` is the handler below
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                turn = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                bot.gate.wait(timeout=30)
                if bot.fails and turn["role"] != "canary":
                    bot.fails -= 1
                    self._send(503, {"error": "action_failed", "detail": "as the script says"})
                else:
                    self._send(200, bot.answer(turn))

            def _send(self, status: int, body: Json) -> None:
                content = json.dumps(body).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, format: str, *args: object) -> None:
                """Says nothing: the tests read `turns`."""

        return Handler


def _text(text: str) -> Json:
    return {"kind": "text", "text": text, "choices": [], "data": None}


def _question(question: Question, language: Language) -> Json:
    bounds = {"low": question.kind.low, "high": question.kind.high}
    data = {"kind": question.kind.name} | {name: bound for name, bound in bounds.items() if bound is not None}
    choices = [{"slot": question.id, "value": c.value, "label": c.label[language]} for c in question.choices]
    return {"kind": "question", "text": question.ask[language], "choices": choices, "data": data}
