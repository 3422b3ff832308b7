"""What the channel accepts as a turn."""

from typing import Any

import pytest

from bot.errors import MalformedTurn
from bot.turn import harmless, read_turn
from tests.bot.running_bot import a_turn


@pytest.mark.parametrize("text", ["/restart", ' /intent{"a": 1}', "\n/session_start", "\u3000/back", "//"])
def test_no_text_reaches_the_bot_as_a_command(text: str) -> None:
    assert not read_turn({**a_turn(), "text": text}).words.startswith("/")


def test_a_slash_that_is_no_command_stays() -> None:
    assert harmless("10/10 and/or 9") == "10/10 and/or 9"


def test_all_of_the_request_but_the_text_travels_as_metadata() -> None:
    metadata = read_turn({**a_turn(), "text": "about 40"}).metadata()

    assert metadata["role"] == "shopper"
    assert metadata["customer_id"] == "mei"
    assert metadata["message_id"] == "message-1"
    assert "about 40" not in str(metadata)


@pytest.mark.parametrize(
    ("fields", "intent"),
    [
        ({"kind": "open", "text": ""}, "open_conversation"),
        ({"choice": {"slot": "gender", "value": "female"}}, "choice"),
        ({"role": "canary"}, "canary"),
        ({"text": "  "}, "nlu_fallback"),
        ({"text": "hello"}, None),
    ],
)
def test_what_needs_no_understanding_has_its_intent_already(fields: dict, intent: Any) -> None:
    assert read_turn({**a_turn(), **fields}).decided_intent == intent


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"conversation_id": ""}, "conversation_id"),
        ({"message_id": None}, "message_id"),
        ({"kind": "shout"}, "kind"),
        ({"role": "manager"}, "role"),
        ({"role": ["staff"]}, "role"),
        ({"language": "fr"}, "language"),
        ({"text": 7}, "text"),
        ({"text": "x" * 2001}, "text"),
        ({"choice": "gender=female"}, "choice"),
        ({"choice": {"slot": "gender"}}, "value"),
        ({"customer_id": {"$ne": 1}}, "customer_id"),
    ],
)
def test_a_malformed_turn_is_refused_with_the_name_of_the_field(fields: dict, named: str) -> None:
    with pytest.raises(MalformedTurn, match=named):
        read_turn({**a_turn(), **fields})


def test_a_body_that_is_no_object_is_refused() -> None:
    with pytest.raises(MalformedTurn, match="object"):
        read_turn(["turn"])
