"""What browsers are told: security headers, other origins, caches, and the website's files."""

from http import HTTPMethod

import pytest
from fastapi.routing import APIRoute

import catalogue
from tests.gateway.conftest import PAGES, SHOP
from tests.gateway.door import Door, is_problem

ASK = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "authorization,content-type"}


def everywhere(door: Door) -> list[tuple[str, str]]:
    """Every route with each of its methods, and a file of each folder."""
    routes = [
        (method, route.path.replace("{name}", "march").replace("{file:path}", "index.html"))
        for route in door.app.routes
        if isinstance(route, APIRoute)
        for method in route.methods or ()
    ]
    return [*routes, *(("GET", f"/{page}") for page in PAGES), ("GET", "/nothing"), ("OPTIONS", "/api/chat/messages")]


async def test_every_answer_carries_the_security_headers(door: Door) -> None:
    for method, path in everywhere(door):
        if path == "/api/chat/events":
            continue
        answer = await door.client.request(method, path)
        assert "default-src 'none'" in answer.headers["content-security-policy"], path
        assert "'unsafe-inline'" not in answer.headers["content-security-policy"], path
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"], path
        assert answer.headers["x-content-type-options"] == "nosniff", path
        assert answer.headers["referrer-policy"] == "no-referrer", path
        assert "camera=()" in answer.headers["permissions-policy"], path
        assert "server" not in answer.headers, path


async def test_what_the_api_says_is_kept_in_no_cache(door: Door) -> None:
    chat = await door.open()

    assert (await chat.say("hello")).headers["cache-control"] == "no-store"
    assert (await chat.say(" ")).headers["cache-control"] == "no-store"


async def test_the_pages_stand_where_the_website_expects_them(door: Door) -> None:
    for path, file in (("/shop/", "shop"), ("/staff/", "staff"), ("/manager/", "manager")):
        answer = await door.client.get(path)
        assert answer.text == PAGES[f"{file}/index.html"]
        assert answer.headers["content-type"].startswith("text/html")
    script = await door.client.get("/widget/askwell.js")
    assert script.headers["content-type"].startswith("text/javascript")
    assert (await door.client.get("/")).headers["location"] == "/shop/"


@pytest.mark.parametrize(
    "path", ["/package.json", "/widget/.hidden", "/widget/../package.json", "/widget/%2e%2e/package.json", "/nothing"]
)
async def test_what_is_not_of_the_website_is_not_served(door: Door, path: str) -> None:
    assert is_problem(await door.client.get(path), 404, "not_found")


async def test_a_file_that_the_browser_has_is_not_sent_again(door: Door) -> None:
    first = await door.client.get("/widget/askwell.js")

    again = await door.client.get("/widget/askwell.js", headers={"If-None-Match": first.headers["etag"]})

    assert again.status_code == 304
    assert again.content == b""
    assert first.headers["cache-control"] == "no-cache"


async def test_a_large_file_is_zipped_for_whoever_takes_it(door: Door) -> None:
    plain = await door.client.get("/widget/askwell.js", headers={"Accept-Encoding": "identity"})
    zipped = await door.client.get("/widget/askwell.js", headers={"Accept-Encoding": "gzip"})

    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.text == plain.text
    assert int(zipped.headers["content-length"]) < int(plain.headers["content-length"]) / 5


@pytest.mark.parametrize("path", ["/widget/askwell.js", "/vendor/deep-chat.js", "/shared/words.js", "/api/words"])
async def test_the_widgets_own_files_are_for_any_origin(door: Door, path: str) -> None:
    answer = await door.client.get(path, headers={"Origin": "https://anywhere.example"})

    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"


async def test_the_shops_site_may_call_the_chat_from_its_own_origin(door: Door) -> None:
    asked = await door.client.options("/api/chat/messages", headers={"Origin": SHOP} | ASK)
    answer = await door.client.post("/api/chat/sessions", json={}, headers={"Origin": SHOP})

    assert asked.status_code == 204
    assert asked.headers["access-control-allow-origin"] == SHOP
    allowed = asked.headers["access-control-allow-headers"].lower()
    assert all(name in allowed for name in ("authorization", "content-type", "last-event-id"))
    assert answer.headers["access-control-allow-origin"] == SHOP
    assert "Retry-After" in answer.headers["access-control-expose-headers"]
    assert "access-control-allow-credentials" not in answer.headers
    assert "Origin" in answer.headers["vary"]


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"{SHOP}.evil.example", "http://www.shop.example"])
async def test_no_other_site_may_read_the_chat(door: Door, origin: str) -> None:
    asked = await door.client.options("/api/chat/messages", headers={"Origin": origin} | ASK)
    answer = await door.client.post("/api/chat/sessions", json={}, headers={"Origin": origin})

    assert "access-control-allow-origin" not in asked.headers
    assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/api/staff/login", "/api/manager/reports", "/metrics", "/docs"])
async def test_nothing_of_staff_is_for_another_origin(door: Door, path: str) -> None:
    for method in (HTTPMethod.OPTIONS, HTTPMethod.GET):
        answer = await door.client.request(method, path, headers={"Origin": SHOP} | ASK)
        assert "access-control-allow-origin" not in answer.headers


async def test_a_problem_too_may_be_read_by_the_shops_site(door: Door) -> None:
    answer = await door.client.get("/api/chat/history", headers={"Origin": SHOP})

    assert is_problem(answer, 401, "session_missing")
    assert answer.headers["access-control-allow-origin"] == SHOP


@pytest.mark.parametrize("language", ["en", "zh-Hant"])
async def test_the_websites_words_are_the_catalogues(door: Door, language: catalogue.Language) -> None:
    answer = await door.client.get("/api/words", params={"language": language})

    body = answer.json()
    words = catalogue.load().wording
    assert (body["language"], body["shop_name"]) == (language, "Corner Grocer")
    assert body["words"]["widget_title"] == words["widget_title"].text[language]
    assert body["words"]["error_empty"] == words["error_empty"].text[language]
    assert {id for id in body["words"] if id.startswith("staff_")} == set()


async def test_words_in_the_browsers_language_or_a_language_that_there_is_not(door: Door) -> None:
    assert (await door.client.get("/api/words", headers={"Accept-Language": "zh-HK"})).json()["language"] == "zh-Hant"
    assert is_problem(await door.client.get("/api/words?language=fr"), 400, "bad_shape")
