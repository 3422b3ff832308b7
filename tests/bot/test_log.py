"""No line of the log holds what a person wrote."""

import json
import logging
import sys
from typing import Any

from bot.log import WithoutWords

SAID = "my number is 6123 4567"


def line(logger: str, message: str, *arguments: Any, error: bool = False, **extra: Any) -> dict[str, Any]:
    exception = sys.exc_info() if error else None
    record = logging.LogRecord(logger, logging.ERROR, __file__, 1, message, arguments, exception, "here")
    vars(record).update(extra)
    written: dict[str, Any] = json.loads(WithoutWords().format(record))
    return written


def test_a_librarys_line_tells_its_place_alone() -> None:
    written = line("rasa.core.processor", f"Received user message '{SAID}'")

    assert SAID not in json.dumps(written)
    assert written["event"] == "test_log.here"


def test_an_exception_is_told_by_its_types_and_places_without_its_message() -> None:
    try:
        try:
            raise KeyError(SAID)
        except KeyError as error:
            raise ValueError(SAID) from error
    except ValueError:
        written = line("bot.channel", "turn failed", error=True)

    assert SAID not in json.dumps(written)
    assert [one["type"] for one in written["exceptions"]] == ["ValueError", "KeyError"]
    assert "test_log.py" in written["exceptions"][0]["where"][0]


def test_our_own_line_says_what_it_says() -> None:
    written = line("bot.channel", "turn refused: %s", "action_failed", detail="validate_staff_form: 500")

    assert written["event"] == "turn refused: action_failed"
    assert written["detail"] == "validate_staff_form: 500"
