"""Whole conversations over the public chat API; the scripts beside this file say what each of them shows."""

from typing import Any

import pytest

from catalogue import Language, load
from tests.conversations.script import Player, check_stored, scripts
from tests.system import System

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("name", "language", "script"), [pytest.param(*script, id=f"{script[0]} ({script[1]})") for script in scripts()]
)
def test_conversation(system: System, name: str, language: Language, script: dict[str, Any]) -> None:
    chat = system.chat(language)
    player = Player(chat, load(), language)
    for turn in script["turns"]:
        player.play(turn)
    with system.store() as store:
        check_stored(store, chat.conversation_id, script)


def test_there_are_at_least_thirty_conversations() -> None:
    assert len({name for name, _, _ in scripts()}) >= 30
