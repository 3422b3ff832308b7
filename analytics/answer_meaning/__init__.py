"""What a free answer to a closed question means, learnt from how others have said each choice."""

from analytics.answer_meaning.meanings import AnswerMeanings, StaleMeaningsError
from analytics.answer_meaning.sayings import NOTHING

__all__ = ["NOTHING", "AnswerMeanings", "StaleMeaningsError"]
