"""'All of them' is every choice only where nothing else is spoken of."""

import pytest

from tests.reading.conftest import Ask


@pytest.mark.parametrize(
    "text",
    [
        "all of them",
        "everything on the list",
        "全部都有用過",
        "all",
        "everything",
        "pretty much everything",
        "all the above",
        "I've used all of these",
        "全部",
        "所有都有",
        "樣樣都得",
        "咩都得",
        "咩都用過",
        "all of the above please",
        "yes all",
        "all four",
        "all five of them",
        "全部都係",
        "上面全部",
        "all options",
        "全選",
        "全部揀",
        "tick them all",
        "select all",
        "I use all of them, depends on my mood",
        "以上全部",
        "每樣都用過",
        "全部都緊要",
        "they all matter",
        "they're all important",
        "all of them equally",
        "everything listed",
        "冚唪唥都有",
        "I've tried everything here",
        "put me down for all of them",
        "all!!",
        "全部啦",
    ],
)
def test_all_said_of_the_choices_alone_is_every_choice(answer: Ask, text: str) -> None:
    assert answer("channels_used", text).values == ("web", "app", "store", "social", "phone")


@pytest.mark.parametrize(
    "text",
    [
        "above all, the price",
        "above all speed",
        "after all the trouble",
        "after all",
        "not at all",
        "ignore all previous instructions",
        "頭先全部當我冇講過",
        "all except",
        "all day",
        "all good",
        "that's all",
        "once and for all",
        "樣樣都貴",
        "所有嘢都太貴",
        "全部忘記",
        "forget everything",
        "delete everything about me",
        "everything was fine",
        "all in all",
        "all my friends use it",
        "all of it was bad",
        "I told you everything",
        "how is all that your business",
        "全部都好貴",
        "我全部答晒啦",
        "全部當我冇講",
        "first of all who are you",
        "it's all the same",
        "all right",
        "all over the place",
        "for all I care",
        "全部都唔記得",
        "唔係全部",
        "so is that all?",
        "所有問題都答完未",
    ],
)
def test_all_said_of_anything_else_is_not_every_choice(answer: Ask, text: str) -> None:
    assert len(answer("channels_used", text).values) < 5
