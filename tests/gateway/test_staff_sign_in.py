"""POST /api/staff/login: who gets in, what it costs to guess, and what is written down."""

import pytest

from gateway import passwords
from profiles import Store
from tests.cast import ALICE, BOB, CHARLIE
from tests.gateway.conftest import PASSWORD
from tests.gateway.door import Door, is_problem
from tests.gateway.test_staff import audited, bearer

pytestmark = pytest.mark.usefixtures("staff")


async def test_whoever_knows_the_password_gets_a_token_and_a_cookie(door: Door) -> None:
    answer = await door.sign_in(ALICE.name, PASSWORD)

    assert answer.status_code == 200
    body = answer.json()
    assert set(body) == {"session_token", "name", "role", "expires_at"}
    assert (body["name"], body["role"], body["expires_at"]) == (ALICE.name, "agent", "2026-03-02T11:00:00+00:00")
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"askwell_staff={body['session_token']};")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert "Max-Age=3600" in cookie


async def test_over_tls_the_cookie_travels_by_tls_alone(door: Door) -> None:
    answer = await door.client.post(
        "https://gateway.test/api/staff/login", json={"name": ALICE.name, "password": PASSWORD}
    )

    assert "Secure" in answer.headers["set-cookie"]
    assert answer.headers["strict-transport-security"]


@pytest.mark.parametrize(
    ("name", "password"), [(ALICE.name, "wrong"), (CHARLIE.name, PASSWORD), (ALICE.name.upper(), PASSWORD)]
)
async def test_a_wrong_password_and_an_unknown_name_read_the_same(door: Door, name: str, password: str) -> None:
    answer = await door.sign_in(name, password)

    assert is_problem(answer, 401, "sign_in")
    assert "set-cookie" not in answer.headers
    assert answer.json()["detail"] == "The name or the password is not right. Please try again."


async def test_an_unknown_name_costs_as_much_work_as_a_known_one(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    verified: list[str] = []

    class Watched:
        def verify(self, password_hash: str, password: str) -> bool:
            verified.append(password_hash)
            return hasher.verify(password_hash, password)

        def hash(self, password: str) -> str:
            return hasher.hash(password)

    hasher = passwords._hasher
    monkeypatch.setattr(passwords, "_hasher", Watched())
    await door.sign_in(ALICE.name, "wrong")
    await door.sign_in(CHARLIE.name, "wrong")

    parameters = [password_hash.split("$")[1:4] for password_hash in verified]
    assert len(parameters) == 2
    assert parameters[0] == parameters[1]


async def test_somebody_who_no_longer_works_here_does_not_get_in(door: Door, sqlite_store: Store) -> None:
    headers = await bearer(door)
    with sqlite_store.transaction() as unit:
        alice = unit.staff.get(ALICE.id)
        assert alice is not None
        unit.staff.save(type(alice)(**{**vars(alice), "active": False}))

    assert is_problem(await door.client.get("/api/staff/session", headers=headers), 401, "unauthorised")
    assert is_problem(await door.sign_in(ALICE.name, PASSWORD), 401, "sign_in")


async def test_sign_ins_are_audited_without_names_that_nobody_has(door: Door, sqlite_store: Store) -> None:
    await door.sign_in(ALICE.name, PASSWORD)
    await door.sign_in(ALICE.name, "wrong")
    await door.sign_in("my secret in the wrong field", "wrong")

    address = {"address": "127.0.0.1"}
    assert audited(sqlite_store) == [
        (ALICE.id, "sign_in", address),
        (ALICE.id, "sign_in_refused", address),
        (None, "sign_in_refused", address),
    ]


async def test_a_name_that_is_tried_too_often_waits_even_with_the_right_password(door: Door) -> None:
    for _ in range(5):
        assert is_problem(await door.sign_in(ALICE.name, "wrong"), 401, "sign_in")

    answer = await door.sign_in(ALICE.name, PASSWORD)

    assert is_problem(answer, 429, "too_many_sign_ins")
    assert (await door.sign_in(BOB.name, PASSWORD)).status_code == 200


async def test_an_address_that_guesses_over_many_names_waits(door: Door) -> None:
    for number in range(10):
        assert is_problem(await door.sign_in(f"somebody {number}", "wrong"), 401, "sign_in")

    assert is_problem(await door.sign_in(ALICE.name, PASSWORD), 429, "too_many_sign_ins")


@pytest.mark.slow
async def test_signing_in_often_with_the_right_password_is_no_guessing(door: Door) -> None:
    for _ in range(12):
        assert (await door.sign_in(ALICE.name, PASSWORD)).status_code == 200
