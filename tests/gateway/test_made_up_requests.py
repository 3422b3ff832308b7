"""Requests that schemathesis makes up from our own description: whatever comes, the answers keep to it."""

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import schemathesis
from hypothesis import given, settings
from schemathesis.core.result import Ok
from schemathesis.specs.openapi.checks import positive_data_acceptance

from profiles import Store
from settings import Settings
from tests.cast import BOB
from tests.gateway.conftest import PASSWORD, Clock, application
from tests.gateway.serving import serving
from tests.gateway.stand_in_bot import StandInBot


@pytest.fixture
def address(config: Settings, sqlite_store: Store, bot: StandInBot, clock: Clock, staff: None) -> Iterator[str]:
    """Where a gateway runs that lets sign-ins be tried out."""
    wide = config.model_copy(
        update={"limit_sign_ins_per_name": "1000/minute", "limit_sign_ins_per_address": "1000/minute"}
    )
    with serving(application(wide, sqlite_store, bot, clock)) as url:
        yield url


@pytest.mark.slow
def test_whatever_is_sent_the_answers_keep_to_the_description(address: str) -> None:
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json").exclude(path="/api/chat/events")
    operations: list[Any] = [result.ok() for result in schema.get_all_operations() if isinstance(result, Ok)]

    assert len(operations) >= 12
    for operation in operations:
        _try(operation, address)


def _try(operation: Any, address: str) -> None:
    headers = _token(address, operation.path)

    # A message of both text and choice, or of blanks alone, has the right shape and is refused all the same.
    @settings(max_examples=25, deadline=None, database=None)
    @given(case=operation.as_strategy())
    def the_answer_keeps_to_the_description(case: Any) -> None:
        case.call_and_validate(headers=headers, excluded_checks=[positive_data_acceptance])

    the_answer_keeps_to_the_description()


def _token(address: str, path: str) -> dict[str, str]:
    """The header of somebody who may call `path`."""
    if path.startswith("/api/chat"):
        answer = httpx.post(f"{address}/api/chat/sessions", json={})
    else:
        answer = httpx.post(f"{address}/api/staff/login", json={"name": BOB.name, "password": PASSWORD})
    return {"Authorization": f"Bearer {answer.json()['session_token']}"}
