"""Answers from files."""

from datetime import UTC, datetime

import pytest

from tests.profiles.imports.files import ANSWERS, Shop, counts

MONDAY_EVENING = "2026-03-02T18:00:00+08:00"


def test_answers_of_every_kind_are_stored(shop: Shop) -> None:
    summary = shop.take(
        "answers",
        ANSWERS,
        f"mei,for_whom,household,{MONDAY_EVENING},zh-Hant",
        f"mei,what_decides,Price|quality,{MONDAY_EVENING},en",
        f"mei,overall_satisfaction,7,{MONDAY_EVENING},en",
        f"mei,household_size,4.0,{MONDAY_EVENING},en",
        f"mei,last_purchase,2026-02-28,{MONDAY_EVENING},en",
        f"mei,wished_for,Parcels before eight,{MONDAY_EVENING},en",
        f"mei,age_band,prefer_not_to_say,{MONDAY_EVENING},en",
        f"mei,gender,skipped,{MONDAY_EVENING},en",
    )

    assert counts(summary) == {"rows": 8, "added": 8}
    assert summary.customers_added == 1
    answers = shop.store.frames.answers().set_index("question_id")
    assert answers["value"].to_dict() == {
        "for_whom": "household",
        "what_decides": "price|quality",
        "overall_satisfaction": "7",
        "household_size": "4",
        "last_purchase": "2026-02-28",
        "wished_for": "Parcels before eight",
        "age_band": "",
        "gender": "",
    }
    assert answers["status"].loc[["for_whom", "age_band", "gender"]].tolist() == ["given", "prefer_not", "skipped"]
    assert answers["language"].loc[["for_whom", "gender"]].tolist() == ["zh-Hant", "en"]
    assert set(answers["answered_at"].dt.to_pydatetime()) == {datetime(2026, 3, 2, 10, 0, tzinfo=UTC)}


def test_the_same_file_twice_changes_nothing(shop: Shop) -> None:
    line = f"mei,for_whom,household,{MONDAY_EVENING},en"
    shop.take("answers", ANSWERS, line)

    assert counts(shop.take("answers", ANSWERS, line)) == {"rows": 1, "unchanged": 1}
    assert len(shop.store.frames.answers()) == 1


def test_a_corrected_answer_supersedes_and_the_first_stays_p3(shop: Shop) -> None:
    shop.take("answers", ANSWERS, f"mei,for_whom,household,{MONDAY_EVENING},en")

    summary = shop.take("answers", ANSWERS, f"mei,for_whom,gift,{MONDAY_EVENING},en")

    assert counts(summary) == {"rows": 1, "changed": 1}
    assert shop.store.frames.answers()[["value", "current"]].values.tolist() == [["household", False], ["gift", True]]


def test_an_older_answer_that_comes_later_does_not_count(shop: Shop) -> None:
    shop.take("answers", ANSWERS, f"mei,for_whom,household,{MONDAY_EVENING},en")

    assert counts(shop.take("answers", ANSWERS, "mei,for_whom,gift,2026-02-01,en")) == {"rows": 1, "added": 1}
    assert shop.store.frames.customers()["for_whom"].tolist() == ["household"]


def test_personal_data_in_free_text_is_masked_before_it_is_stored_p2(shop: Shop) -> None:
    shop.take("answers", ANSWERS, f"mei,wished_for,call me on 9123 4567,{MONDAY_EVENING},en")

    assert "9123" not in shop.store.frames.answers()["value"][0]


@pytest.mark.parametrize(
    ("cells", "column", "remedy"),
    [
        (f"mei,for_hwom,self,{MONDAY_EVENING},en", "question_id", "did you mean for_whom"),
        (f"mei,zzz,self,{MONDAY_EVENING},en", "question_id", "the catalogue has no such question"),
        (f"mei,for_whom,somebody,{MONDAY_EVENING},en", "value", "write one of self, household"),
        (f"mei,for_whom,self|gift,{MONDAY_EVENING},en", "value", "write one of self, household"),
        (f"mei,overall_satisfaction,11,{MONDAY_EVENING},en", "value", "a number from 0 to 10"),
        (f"mei,overall_satisfaction,good,{MONDAY_EVENING},en", "value", "write a number"),
        (f"mei,last_purchase,last week,{MONDAY_EVENING},en", "value", "year-month-day"),
        (f"mei,for_whom,,{MONDAY_EVENING},en", "value", "write the answer, or skipped"),
        ("mei,for_whom,self,,en", "answered_at", "write something here"),
        (f"mei,for_whom,self,{MONDAY_EVENING},fr", "language", "write en or zh-Hant"),
    ],
)
def test_a_bad_answer_is_refused_and_says_what_to_write(
    sqlite_shop: Shop, cells: str, column: str, remedy: str
) -> None:
    summary = sqlite_shop.take("answers", ANSWERS, cells, f"daniel,for_whom,gift,{MONDAY_EVENING},en")

    assert counts(summary) == {"rows": 2, "added": 1, "refused": 1}
    (problem,) = summary.problems
    assert (problem.line, problem.column) == (2, column)
    assert remedy in problem.remedy
    assert sqlite_shop.store.frames.customers()["customer_id"].tolist() == ["daniel"]


def test_two_answers_of_one_time_are_refused(shop: Shop) -> None:
    line = f"mei,for_whom,household,{MONDAY_EVENING},en"

    assert counts(shop.take("answers", ANSWERS, line, line)) == {"rows": 2, "added": 1, "refused": 1}
