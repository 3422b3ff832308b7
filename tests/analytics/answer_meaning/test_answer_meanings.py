"""What free answers mean is learnt from a catalogue's examples and kept in a file that fits them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from analytics.answer_meaning import NOTHING, AnswerMeanings, StaleMeaningsError
from analytics.answer_meaning.learning import learn, learn_if_changed
from analytics.answer_meaning.sayings import fingerprint, sayings
from catalogue import Catalogue, load


@pytest.fixture(scope="module")
def small() -> Catalogue:
    """The product's catalogue with the examples of one question."""
    catalogue = load()
    return replace(catalogue, examples={"gender": catalogue.examples["gender"]})


@pytest.fixture(scope="module")
def learnt(small: Catalogue, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of meanings."""
    file = tmp_path_factory.mktemp("models") / "answers.npz"
    assert learn_if_changed(small, file=file)
    return file


def test_an_answer_like_the_examples_of_a_choice_means_it(small: Catalogue, learnt: Path) -> None:
    likely = AnswerMeanings.load(small, learnt).questions["gender"].likely("mum of three noisy kids")

    assert next(iter(likely)) == "female"
    assert sum(likely.values()) == pytest.approx(1, abs=1e-4)
    assert NOTHING in likely


def test_what_has_not_changed_is_not_learnt_again(small: Catalogue, learnt: Path) -> None:
    assert not learn_if_changed(small, file=learnt)


def test_the_same_examples_give_the_same_meanings(small: Catalogue, learnt: Path) -> None:
    again = learn(small)

    with np.load(learnt, allow_pickle=False) as stored:
        assert set(stored.files) == set(again)
        assert all(np.array_equal(stored[name], again[name]) for name in stored.files)


def test_a_new_example_changes_the_fingerprint(small: Catalogue) -> None:
    shown = small.examples["gender"]
    more = replace(small, examples={"gender": {**shown, "male": {**shown["male"], "en": ("a gent",)}}})

    assert fingerprint(more) != fingerprint(small)


@pytest.mark.parametrize("content", [None, b"", b"no numbers"])
def test_a_file_that_is_missing_or_broken_is_named_with_the_remedy(
    content: bytes | None, small: Catalogue, tmp_path: Path
) -> None:
    file = tmp_path / "answers.npz"
    if content is not None:
        file.write_bytes(content)

    with pytest.raises(StaleMeaningsError, match=r"answers\.npz.*askwell train"):
        AnswerMeanings.load(small, file)


def test_meanings_of_another_catalogue_are_refused(learnt: Path) -> None:
    with pytest.raises(StaleMeaningsError):
        AnswerMeanings.load(load(), learnt)


def test_a_catalogue_without_examples_learns_nothing(small: Catalogue) -> None:
    assert AnswerMeanings.of(learn(replace(small, examples={}))).questions == {}


def test_two_choices_without_anything_that_means_nothing_are_told_apart(small: Catalogue) -> None:
    two = {value: small.examples["gender"][value] for value in ("female", "male")}
    question = replace(
        small.questions["gender"],
        choices=tuple(choice for choice in small.questions["gender"].choices if choice.value in two),
    )
    catalogue = replace(small, questions={"gender": question}, examples={"gender": two}, nothing={})
    meanings = AnswerMeanings.of(learn(catalogue)).questions["gender"]

    assert next(iter(meanings.likely("湊仔嘅媽媽"))) == "female"
    assert next(iter(meanings.likely("he/him, a dad"))) == "male"


def test_questions_without_examples_have_nothing_to_learn_from(small: Catalogue) -> None:
    assert sayings(small.questions["newsletter"], small) == []
