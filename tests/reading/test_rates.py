import pytest

from reading.values import find_rate


@pytest.mark.parametrize(
    ("text", "a_month"),
    [
        ("twice a week", 8.67),
        ("a few times a month", 3),
        ("2-3 times a week", 10.83),
        ("once every two weeks", 2.17),
        ("every other day", 15.21),
        ("every 2-3 days", 12.17),
        ("weekly", 4.33),
        ("biweekly", 2.17),
        ("12 times a year", 1),
        ("once or twice a month", 1.5),
        ("3x a week", 13),
        ("每星期兩次", 8.67),
        ("一個月三四次", 3.5),
        ("一年一兩次", 0.12),
        ("日日", 30.42),
        ("隔日", 15.21),
        ("每兩個星期一次", 2.17),
        ("三個月一次", 0.33),
        ("一星期買兩三次", 10.83),
    ],
)
def test_a_rate_is_read_and_converted_to_a_month(text: str, a_month: float) -> None:
    found = find_rate(text)

    assert found is not None
    assert float(found.times_a("month")) == pytest.approx(a_month, abs=0.01)


@pytest.mark.parametrize("text", ["often", "成日", "一個月都冇一次", "every time", "5", "", "daylight"])
def test_vague_words_name_no_rate(text: str) -> None:
    assert find_rate(text) is None
