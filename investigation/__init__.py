"""What to ask, probe, play back and store next. It has never heard of Rasa: a turn comes in, a step goes out."""

from investigation.investigation import Investigation
from investigation.step import Saying, Step
from investigation.turn import Turn

__all__ = ["Investigation", "Saying", "Step", "Turn"]
