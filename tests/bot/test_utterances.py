"""What stands in data/nlu."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from bot.environment import ROOT
from bot.utterances import UtteranceError, read_utterances

FILES = sorted((ROOT / "data" / "nlu").glob("*.yml"))
CHINESE = re.compile("[\u4e00-\u9fff]")


def test_no_utterance_stands_under_two_intents_and_none_twice() -> None:
    assert len(read_utterances(FILES)) > 2500


def test_every_intent_has_forty_utterances_in_each_language() -> None:
    utterances = read_utterances(FILES).values()
    counts = Counter((intent, bool(CHINESE.search(text))) for text, intent in utterances)
    intents = {intent for _, intent in utterances}

    assert {
        pair: counts[pair] for intent in intents for pair in [(intent, True), (intent, False)] if counts[pair] < 40
    } == {}


def test_topics_have_the_same_names_in_the_domain_and_in_the_utterances() -> None:
    for file in FILES:
        spoken = {entry["intent"] for entry in yaml.safe_load(file.read_text("utf-8"))["nlu"]}
        declared = yaml.safe_load((ROOT / "domain" / file.name).read_text("utf-8"))["intents"]
        assert spoken <= set(declared), file.name


def test_an_utterance_under_two_intents_is_refused_with_both_places(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("nlu:\n- intent: skip\n  examples: |\n    - Next  one\n")
    (tmp_path / "b.yml").write_text("nlu:\n- intent: later\n  examples: |\n    - next one\n")

    with pytest.raises(UtteranceError, match=r"b\.yml.*later.*a\.yml under skip"):
        read_utterances([tmp_path / "a.yml", tmp_path / "b.yml"])


@pytest.mark.parametrize(
    "content",
    [
        "nlu:\n- intent: skip\n",
        "nlu:\n- intent: skip\n  examples: |\n    next\n",
        "nlu:\n- regex: skip\n  examples: |\n    - next\n",
        "nlu: [",
    ],
)
def test_a_mistake_in_a_file_is_refused_with_its_name(tmp_path: Path, content: str) -> None:
    (tmp_path / "mine.yml").write_text(content)

    with pytest.raises(UtteranceError, match=r"mine\.yml"):
        read_utterances([tmp_path / "mine.yml"])
