"""Promises keep to the hours in which somebody is there (Q1, Q2)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from analytics.configuration import ConfigurationError
from analytics.service_hours import SERVICE_FILE, Service, load_service

HONG_KONG = ZoneInfo("Asia/Hong_Kong")


@pytest.fixture
def service() -> Service:
    return load_service(SERVICE_FILE)


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A moment in March 2026 in Hong Kong; the 2nd is a Monday."""
    return datetime(2026, 3, day, hour, minute, tzinfo=HONG_KONG)


def test_within_the_hours_somebody_writes_within_minutes(service: Service) -> None:
    assert service.is_open(at(2, 9), HONG_KONG)
    assert service.answer_by(at(2, 9), HONG_KONG) == at(2, 9, 15)


def test_outside_them_somebody_writes_after_the_next_opening(service: Service) -> None:
    assert not service.is_open(at(2, 18), HONG_KONG)
    assert service.answer_by(at(2, 18), HONG_KONG) == at(3, 11)
    assert service.answer_by(at(7, 15), HONG_KONG) == at(9, 11), "Saturday afternoon, then Monday"


def test_a_complaint_has_open_hours_and_not_hours_of_the_clock(service: Service) -> None:
    assert service.complaint_by(at(2, 17), HONG_KONG) == at(3, 16)


def test_a_public_holiday_is_closed(service: Service) -> None:
    holiday = Service(**{**vars(service), "closed": frozenset({date(2026, 3, 3)})})

    assert holiday.answer_by(at(2, 18), HONG_KONG) == at(4, 11)


def test_a_shop_that_never_opens_promises_without_end(service: Service) -> None:
    never = Service(**{**vars(service), "hours": {}})

    assert never.answer_by(at(2, 18), HONG_KONG) == at(2, 18)


def test_summer_time_moves_the_hours_with_the_clock(service: Service) -> None:
    london = ZoneInfo("Europe/London")
    friday = datetime(2026, 3, 27, 18, tzinfo=london)

    assert service.answer_by(friday, london) == datetime(2026, 3, 28, 12, tzinfo=UTC)
    assert service.answer_by(friday + timedelta(days=1), london) == datetime(2026, 3, 30, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('monday: "09:00-18:00"', 'monday: "9-18"', "monday is '9-18'"),
        ('monday: "09:00-18:00"', 'monday: "18:00-09:00"', "write from and until"),
        ('monday: "09:00-18:00"', 'monday: "25:00-26:00"', "monday is '25:00-26:00'"),
        ("closed: []", "closed: [tomorrow]", "closed is 'tomorrow'"),
        ("answer_minutes: 15", "answer_minutes: 0", "write 1 or more"),
    ],
)
def test_hours_that_cannot_be_kept_are_refused(tmp_path: Path, before: str, after: str, words: str) -> None:
    file = tmp_path / "service.yml"
    file.write_text(SERVICE_FILE.read_text().replace(before, after))

    with pytest.raises(ConfigurationError, match=words):
        load_service(file)
