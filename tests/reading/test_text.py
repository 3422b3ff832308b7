from hypothesis import given
from hypothesis import strategies as st

from reading.text import fold


@given(st.text())
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    folded = fold(text).text

    assert fold(folded).text == folded


@given(st.text(min_size=1), st.data())
def test_every_stretch_of_folded_text_leads_back_to_words_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    span = folded.span(start, end)

    assert 0 <= span.start <= span.end <= len(text)
    assert folded.text[start:end] in fold(text[span.start : span.end]).text


def test_full_width_and_chinese_punctuation_fold_to_one_form() -> None:
    assert fold("ＨＫ＄１，２００　～　②").text == "hk$1,200 ~ 2"


def test_invisible_characters_and_keycaps_are_left_out() -> None:
    assert fold("12\u200b34 8\ufe0f\u20e3").text == "1234 8"


def test_characters_that_hong_kong_people_write_for_one_another_fold_to_one() -> None:
    assert fold("我哋買咗嘢喺嗰度").text == fold("我地買左野係個度").text


def test_empty_text_folds_to_empty_text() -> None:
    assert fold("").text == ""
    assert fold("").span(0, 0) == (0, 0)
