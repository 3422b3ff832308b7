"""A stock bot: what `rasa init` gives, with the catalogue's questions as a form whose answers an action saves."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import yaml

from benchmarks.turns.processes import Running, started
from catalogue import load
from cli.stock import stock_python
from settings import ROOT
from tests.system import free_port

ENVIRONMENT = {**os.environ, "RASA_TELEMETRY_ENABLED": "false", "SANIC_HOST": "127.0.0.1", "TF_CPP_MIN_LOG_LEVEL": "3"}
THANKS = {"utter_thanks": [{"text": "Thanks."}]}
AFTERWARDS = [{"action": "utter_thanks"}, {"action": "action_begin_again"}]


def write_project(folder: Path) -> None:
    """Writes the stock bot's files: the questions of the catalogue, the intents' examples of data/nlu."""
    questions = list(load().asked().values())
    (folder / "data").mkdir(parents=True)
    shutil.copy(ROOT / "benchmarks" / "stock" / "config.yml", folder / "config.yml")
    (folder / "credentials.yml").write_text("rest:\n", encoding="utf-8")
    shutil.copy(Path(__file__).with_name("stock_actions.py"), folder / "actions.py")
    for file in (ROOT / "data" / "nlu").glob("*.yml"):
        shutil.copy(file, folder / "data" / file.name)
    _dump(folder / "data" / "rules.yml", _rules())
    _dump(folder / "data" / "stories.yml", _stories())
    _dump(folder / "domain.yml", _domain([(question.id, question.ask["en"]) for question in questions]))


def train(folder: Path) -> None:
    """Trains the stock bot with Rasa's own command.

    Raises:
        RuntimeError: the training failed; gives its last words.
    """
    command = [str(stock_python()), "-m", "rasa", "train", "--quiet"]
    done = subprocess.run(command, cwd=folder, env=ENVIRONMENT, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(done.stderr[-2000:])


@contextmanager
def running_stock(folder: Path) -> Iterator[tuple[str, list[Running]]]:
    """Runs the stock bot and its action server; gives the bot's address and its processes."""
    port, actions_port = free_port(), free_port()
    _dump(folder / "endpoints.yml", {"action_endpoint": {"url": f"http://127.0.0.1:{actions_port}/webhook"}})
    rasa = [str(stock_python()), "-m", "rasa"]
    with ExitStack() as stack:
        actions = stack.enter_context(
            started(
                "actions", [*rasa, "run", "actions", "--port", str(actions_port)], folder, ENVIRONMENT, actions_port
            )
        )
        bot = stack.enter_context(
            started("bot", [*rasa, "run", "-i", "127.0.0.1", "--port", str(port)], folder, ENVIRONMENT, port)
        )
        yield f"http://127.0.0.1:{port}/webhooks/rest/webhook", [bot, actions]


def _domain(asked: list[tuple[str, str]]) -> dict[str, Any]:
    slots = {
        id: {
            "type": "text",
            "influence_conversation": False,
            "mappings": [{"type": "from_text", "conditions": [{"active_loop": "survey_form", "requested_slot": id}]}],
        }
        for id, _ in asked
    }
    intents = sorted({name for file in (ROOT / "data" / "nlu").glob("*.yml") for name in _intents(file)})
    return {
        "version": "3.1",
        "intents": intents,
        "slots": slots,
        "forms": {"survey_form": {"required_slots": [id for id, _ in asked]}},
        "responses": {f"utter_ask_{id}": [{"text": ask}] for id, ask in asked} | THANKS,
        "actions": ["validate_survey_form", "action_begin_again"],
        "session_config": {"session_expiration_time": 60, "carry_over_slots_to_new_session": True},
    }


def _intents(file: Path) -> list[str]:
    return [entry["intent"] for entry in yaml.safe_load(file.read_text(encoding="utf-8"))["nlu"] if "intent" in entry]


def _rules() -> dict[str, Any]:
    submit = [{"action": "survey_form"}, {"active_loop": None}, *AFTERWARDS]
    begin = [{"intent": "greet"}, {"action": "survey_form"}, {"active_loop": "survey_form"}]
    return {
        "version": "3.1",
        "rules": [
            {"rule": "a greeting begins the survey", "steps": begin},
            {
                "rule": "the survey is over",
                "condition": [{"active_loop": "survey_form"}],
                "steps": submit,
            },
        ],
    }


def _stories() -> dict[str, Any]:
    survey = [{"action": "survey_form"}, {"active_loop": "survey_form"}, {"active_loop": None}]
    steps = [{"intent": "greet"}, *survey, *AFTERWARDS]
    return {"version": "3.1", "stories": [{"story": "a survey", "steps": steps}]}


def _dump(file: Path, content: Any) -> None:
    file.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
