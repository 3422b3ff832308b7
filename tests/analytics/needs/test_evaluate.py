"""The figures of docs/needs.md hold: our own 600 sentences, and other people's suggestions where they are at hand."""

import csv
from pathlib import Path

import numpy as np
import pytest

from analytics.needs import NeedsReader
from analytics.needs.evaluate import TYPE_LABELS, evaluate, suggestion_figures
from analytics.needs.evaluate_file import evaluate_file
from analytics.needs.labelled import NEITHER, LabelledText, LabelsError, read_labelled
from analytics.needs.scores import kappa
from settings import ROOT

SENTENCES = Path(__file__).parent / "sentences"
SUGGESTIONS = ROOT.parent / "shared" / "data" / "suggestions"


@pytest.fixture(scope="module")
def by_language() -> dict[str, list[LabelledText]]:
    return {language: read_labelled(SENTENCES / f"{language}.csv") for language in ("english", "chinese")}


def second_labelling() -> dict[str, list[str]]:
    with (SENTENCES / "second_labelling.csv").open(encoding="utf-8") as lines:
        return {row["id"]: [need for need in row["needs"].split(" | ") if need] for row in csv.DictReader(lines)}


def test_two_labellings_of_the_sentences_agree(by_language: dict[str, list[LabelledText]]) -> None:
    second = second_labelling()
    texts = [text for texts in by_language.values() for text in texts]
    one = ["|".join(sorted(text.types)) for text in texts]
    other = ["|".join(sorted({need.split("/")[0] for need in second[text.id]} or {NEITHER})) for text in texts]

    assert len(texts) == 600
    assert kappa(one, other) >= 0.9


@pytest.mark.slow
def test_types_and_themes_are_read_in_both_languages(by_language: dict[str, list[LabelledText]]) -> None:
    reader = NeedsReader.load()
    english, chinese = (evaluate(reader, by_language[language]) for language in ("english", "chinese"))
    both = evaluate(reader, [text for texts in by_language.values() for text in texts])

    assert both["type_macro_f1"]["value"] >= 0.85
    assert both["named_theme_macro_f1"]["value"] >= 0.80
    assert chinese["type_macro_f1"]["value"] >= english["type_macro_f1"]["value"] - 0.05
    assert chinese["theme_macro_f1"]["value"] >= english["theme_macro_f1"]["value"] - 0.05


@pytest.mark.slow
@pytest.mark.skipif(not SUGGESTIONS.exists(), reason="The suggestions, which may only measure, are not at hand.")
@pytest.mark.parametrize(("name", "least"), [("trial_forum", 0.75), ("trial_hotel", 0.80)])
def test_suggestions_of_others_are_told_from_the_rest(name: str, least: float) -> None:
    figures = evaluate_file(SUGGESTIONS / f"{name}.csv")

    assert figures["reader"]["f1"]["value"] >= least
    assert figures["reader"]["f1"]["value"] > figures["rule"]["f1"]["value"]


def test_fewer_suggestions_among_the_texts_cost_precision_and_no_recall() -> None:
    truth, found = np.array([True, True, False, False]), np.array([True, True, True, False])
    figures = suggestion_figures(truth, found, (0.5, 0.1))

    assert (figures["recall"], figures["precision"]) == (1.0, 0.667)
    assert [at["precision"] for at in figures["natural"]] == [0.667, 0.182]


def test_no_labelled_text_cannot_be_measured() -> None:
    with pytest.raises(ValueError, match="no labelled texts"):
        evaluate(NeedsReader.load(), [])


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("words\nhello\n", "it needs text, and needs or is_suggestion"),
        ("text,is_suggestion\nhello,yes\n", "the label 'yes'"),
        ("text,is_suggestion\n", "a header alone"),
        ("id,text,needs,notes\n1,late,dissatisfaction/delivery/early,\n", "words as in the text"),
    ],
)
def test_a_file_without_usable_labels_says_what_to_do(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "labelled.csv"
    file.write_text(content, encoding="utf-8")

    with pytest.raises(LabelsError, match=said):
        evaluate_file(file)


def test_every_label_of_the_sentences_is_a_type_and_a_theme(by_language: dict[str, list[LabelledText]]) -> None:
    themes = set(NeedsReader.load().themes.ids)

    for texts in by_language.values():
        assert {kind for text in texts for kind in text.types} <= set(TYPE_LABELS)
        assert {theme for text in texts for theme in text.themes} <= themes
