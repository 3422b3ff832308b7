"""What can go wrong with a turn, each with the HTTP status and the code that the gateway reads."""


class TurnError(Exception):
    """A turn that cannot be answered.

    The message is for the operator: it names ids, never what the person wrote.
    """

    status = 503
    code = "turn_failed"


class NoSecret(TurnError):
    """The request lacks the shared secret or has a wrong one."""

    status = 401
    code = "secret_required"


class MalformedTurn(TurnError):
    """The request does not have the shape of a turn."""

    status = 400
    code = "malformed_turn"


class ActionFailed(TurnError):
    """The action server could not be reached, refused, or failed; nothing of the turn was kept by the bot."""

    code = "action_failed"


class TurnNotCompleted(TurnError):
    """The actions ran but the turn's marker is missing, so something was left undone."""

    code = "turn_not_completed"


class TrackerUnavailable(TurnError):
    """The conversation could not be read or saved; a blank one in its place would lose the person's place."""

    code = "tracker_unavailable"


class UnknownResponse(TurnError):
    """An action wants to say something that the domain does not have, or not in this language."""

    code = "unknown_response"
