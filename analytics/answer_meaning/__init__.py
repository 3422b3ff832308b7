"""What a free answer to a closed question means, learnt from how others have said each choice."""

from analytics.answer_meaning.meanings import (
    MEANINGS_FILE,
    NOTHING,
    AnswerMeanings,
    QuestionMeanings,
    StaleMeaningsError,
)

__all__ = ["MEANINGS_FILE", "NOTHING", "AnswerMeanings", "QuestionMeanings", "StaleMeaningsError"]
