"""A word that asks, wonders or complains is no yes and no no, whatever choice it looks like."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from catalogue import Catalogue, Question
from reading.values import Status, read
from tests.reading.conftest import TODAY

ENGLISH = (
    "why?", "why", "what?", "who?", "when?", "where?", "how?", "which?", "how come?", "why now?", "why me?",
    "what for?",
    "says who", "who are you", "what is this", "huh?", "pardon?", "eh?", "really?", "wow", "maybe", "not sure", "hmm",
    "now?", "yeast", "year", "yard", "yell", "note", "nose", "knot", "know", "nobody", "mope", "hope", "rope", "fin",
    "find", "fire", "surf", "shore", "pure", "cure", "sore", "step", "gist", "tea", "no idea", "no clue", "interested?",
    "want", "like", "again", "wait", "so long", "time", "night",
)  # fmt: skip
CHINESE = (
    "點解?", "點解呀", "點樣？", "做咩?", "咩?", "乜嘢？", "邊個?", "幾時?", "幾耐?", "為什麼？",
    "甚麼？", "好煩", "好耐", "好貴", "好遠", "好悶",
    "好嗎", "好似", "好彩", "好少", "好多", "好難", "好慢", "得閒", "興趣", "得未",
    "得意", "得罪", "得咩", "可以嗎？", "可以點", "願意嗎", "同意咩",
    "要唔要", "好唔好", "係咪", "係咩", "係邊", "係度", "開始未",
    "要錢", "要幾耐", "唔明", "唔知", "唔該", "等等", "咁長",
)  # fmt: skip


def _yes_or_no(catalogue: Catalogue) -> Iterator[Question]:
    """Every question and every step of the dialogue that is answered by 'yes' and 'no', or by 'right'."""
    model = catalogue.questions["newsletter"]
    steps = [
        replace(model, id=id, ask=wording.text, choices=wording.choices) for id, wording in catalogue.wording.items()
    ]
    for question in (*catalogue.questions.values(), *steps):
        if {"yes", "right"} & {choice.value for choice in question.choices}:
            yield question


@pytest.mark.parametrize("text", [*ENGLISH, *CHINESE])
def test_a_word_that_is_neither_yes_nor_no_is_neither(text: str, catalogue: Catalogue) -> None:
    questions = list(_yes_or_no(catalogue))
    assert {"consent", "resume", "newsletter", "play_back"} <= {question.id for question in questions}
    for question in questions:
        for language in ("en", "zh-Hant"):
            reading = read(text, question, language, TODAY)
            assert reading.status == Status.NONE, (question.id, language, reading)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (text, "yes")
            for text in ("yes", "yeah", "sure", "why not", "why not?", "ok", "好", "好呀", "得", "可以", "係", "要")
        ),
        *(
            (text, "no")
            for text in ("no", "nope", "not now", "no thanks", "rather not", "唔好", "唔使", "唔要", "唔得閒", "冇興趣")
        ),
    ],
)
def test_yes_and_no_are_still_read(text: str, value: str, catalogue: Catalogue) -> None:
    consent = replace(catalogue.questions["newsletter"], id="consent", choices=catalogue.wording["consent"].choices)
    assert read(text, consent, "en", TODAY).values == (value,)
