"""Words that are no answer, told from answers that begin like them."""

import pytest

from reading.values import hesitates, is_weary, says_nothing


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing really",
        "no, nothing in particular",
        "can't think of anything",
        "that's all I can say about it",
        "nothing more to add",
        "No complaints",
        "冇咩特別",
        "冇嘢補充喇",
        "諗唔到",
        "都係咁多喇",
        "沒什麼特別",
        "我知嘅講晒喇",
    ],
)
def test_nothing_to_say_is_told(text: str) -> None:
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["nothing works", "nothing was delivered", "none of it arrived", "no delivery", "冇貨", "冇人覆", "冇乜好揀"],
)
def test_what_is_lacking_is_not_nothing(text: str) -> None:
    assert not says_nothing(text)


@pytest.mark.parametrize(
    "text", ["hmm", "well, you know how it is", "let me think", "hard to say", "嗯", "等我諗下先", "點講好呢"]
)
def test_somebody_still_thinks(text: str) -> None:
    assert hesitates(text)


@pytest.mark.parametrize("text", ["hmm the delivery was slow", "so-so", "唔好", "難用", "唔知"])
def test_an_opinion_is_no_hesitation(text: str) -> None:
    assert not hesitates(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "so many questions",
            "this is taking too long",
            "this chat is painfully slow",
            "Quick please, I have a meeting at three",
            "enough with your nosy questions",
        ),
        *(
            "問咁多嘢",
            "問完未呀",
            "使唔使答咁多嘢呀",
            "唉你問得好煩",
            "悶到爆",
            "請快一點，下一節要上課了",
            "快啲啦",
            "有啲悶啦",
        ),
    ],
)
def test_somebody_has_had_enough(text: str) -> None:
    assert is_weary(text)


@pytest.mark.parametrize(
    "text",
    [
        "the delivery took too long",
        "the security questions are too long",
        "送貨好慢",
        "排隊排到煩死",
        "it is boring to queue",
    ],
)
def test_a_complaint_about_the_shop_is_no_weariness(text: str) -> None:
    assert not is_weary(text)
