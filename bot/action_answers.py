"""Checks what an action answers, with a validator that is made once.

Rasa checks its own schema against the schema of schemas before it checks each answer, which takes a third of a turn.
"""

from typing import Any

from jsonschema import Draft7Validator
from jsonschema.exceptions import best_match
from rasa.core.actions.action import RemoteAction

from bot.errors import ActionFailed

VALIDATOR = Draft7Validator(RemoteAction.action_response_format_spec())


def check_answer(action: RemoteAction, answer: Any) -> bool:
    """Whether an action's answer is made of events and responses; true, or an exception.

    Args:
        action: the action that answered.
        answer: the JSON that it sent.

    Raises:
        ActionFailed: it has another shape; names the place in the answer, not its content.
    """
    error = best_match(VALIDATOR.iter_errors(answer))
    if error is not None:
        place = "/".join(str(step) for step in error.absolute_path) or "the answer"
        raise ActionFailed(f"{action.name()}: {place} does not have the shape that Rasa expects of an action.")
    return True


def check_answers_with_one_validator() -> None:
    """Puts `check_answer` in the place of Rasa's check for every action of this process."""
    RemoteAction._validate_action_result = check_answer
